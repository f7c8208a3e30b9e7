# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing on any page changes by itself while nobody does anything (TIM-05)."""

import pytest

from core.ids import Language
from core.visit import effects as fx
from core.visit import events as e
from core.visit.state import Visit
from core.visit.step import step
from core.visit.steps import Step
from i18n.messages import Messages
from ui.registry import screens
from ui.registry_setting import a_kiosk
from ui.screens import readable

QUIET = 170
"""Seconds, ten less than the shortest time after which a person is asked whether they are there."""

ABOUT_TIME = {
    "recall",
    "recall-last",
    "still-there",
    "still-there-last",
    "still-there-paper",
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


def moved_by(visit: Visit, told: Step) -> bool:
    """Whether what was told has taken somebody elsewhere, or touched what they said."""
    after = told.visit
    return (after.page, after.over, after.filling) != (visit.page, visit.over, visit.filling) or bool(
        told.effects
    )


@pytest.mark.requirement("TIM-05", part="news of the network move nobody and touch no answer")
def test_news_of_the_network_move_nobody_and_touch_no_answer() -> None:
    moved = []
    for name, visit in sorted(SCREENS.items()):
        gone = e.ShelfChanged(visit.catalogue, 1.0, frozenset(), frozenset(), connected=False)
        here = e.ShelfChanged(visit.catalogue, 2.0, visit.forms, frozenset(), connected=True)
        if any(moved_by(visit, step(visit, news)) for news in (gone, here)):
            moved.append(name)
    assert moved == []


def test_somebody_who_is_moved_is_noticed() -> None:
    """The trap: what a person presses does move them."""
    home = SCREENS["home"]
    assert moved_by(home, step(home, e.HelpPressed()))
