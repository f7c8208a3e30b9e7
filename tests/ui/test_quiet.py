# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing on any page changes by itself while nobody does anything (TIM-05)."""

import pytest

from core.ids import Language
from core.visit import effects as fx
from core.visit import events as e
from core.visit.step import step
from i18n.messages import Messages
from tests.support.settings import a_kiosk
from ui.registry import screens
from ui.screens import readable

QUIET = 170
"""Seconds, ten less than the shortest time after which a person is asked whether they are there."""

ABOUT_TIME = {
    "recall",
    "recall-last",
    "still-there",
    "still-there-last",
    "finished",
    "finished-kept",
    "finished-wiped",
    "ways-unkept",
    "staff-sign-in-wait",
    "staff-sign-in-wait-long",
}
"""What says itself how many seconds are left, the farewell, and a way of pressing that nobody keeps."""

EN = Messages.load("en")
SCREENS = screens(Language("en"))
TRIED = {name for name in SCREENS if name.startswith(("practice-", "switches-", "rhythm"))}
"""A way on trial gives place to the one before: else whoever cannot press with it would be stuck."""


@pytest.mark.requirement("TIM-05", part="170 seconds of quiet leave every page as it is")
def test_every_page_stays_as_it_is_while_nobody_does_anything() -> None:
    changed = []
    for name in sorted(SCREENS.keys() - ABOUT_TIME - TRIED):
        visit = SCREENS[name]
        before = readable(visit, EN, a_kiosk())
        ended = False
        for second in range(1, QUIET + 1):
            after = step(visit, e.Tick(1000.0 + second))
            visit = after.visit
            ended = ended or any(isinstance(effect, fx.EndVisit) for effect in after.effects)
        if ended or readable(visit, EN, a_kiosk()) != before:
            changed.append(name)
    assert changed == []
