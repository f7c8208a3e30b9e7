# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever turns a page is there, by whatever hand: assistive technology sends no key and no touch with its press."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.speech.sink import RecordingSink
from core.visit import events as e
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.session.assembly import Session


@pytest.mark.requirement("TIM-02")
def test_turning_a_page_gives_the_whole_time_back(qtbot: QtBot, tmp_path: Path) -> None:
    kiosk = load("town-hall-kiosk")
    assert isinstance(kiosk, Profile)
    order = link.Order("town-hall-kiosk", str(tmp_path), {}, trial=True)
    screen, clock = ScreenMeasure(1366, 768, 100), MachineClock()
    session = Session(order, kiosk, screen, clock, RecordingSink(), _nothing, _nothing)
    try:
        session.window.shell.resize(screen.width_px, screen.height_px)
        session.window.shell.show()
        session.send(session.window.preferences.with_text_step(5))
        session.window.press_bar("settings")
        page = session.window.shell.page
        assert page is not None
        assert page.page_count > 1, "everything is on one part"
        session.send(e.Tick(clock.steady()))
        assert session.runner.visit.quiet_since is not None
        # What an assistive technology does: the button's own action, without a finger or a key.
        page.more.click()
        assert session.runner.visit.quiet_since is None
    finally:
        session.close()
        session.window.shell.deleteLater()


def _nothing(*_: object) -> None:
    pass
