# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window whose theme is the computer's own changes with the desktop, and stays at its page and focus."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.speech.sink import RecordingSink
from accessibility.themes import Wishes, system_theme
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.session.assembly import Session


@pytest.mark.requirement("AT-10", part="dark, light and more contrast each have a theme")
@pytest.mark.parametrize(
    ("wishes", "theme"),
    [
        (Wishes(), "standard"),
        (Wishes(dark=True), "evening"),
        (Wishes(dark=False), "standard"),
        (Wishes(dark=True, more_contrast=True), "high-dark"),
        (Wishes(more_contrast=True), "high-light"),
    ],
)
def test_each_wish_of_a_desktop_has_its_theme(wishes: Wishes, theme: str) -> None:
    assert system_theme(wishes.dark, wishes.more_contrast) == theme


def test_the_window_changes_with_the_desktop_and_stays_at_its_page(qtbot: QtBot, tmp_path: Path) -> None:
    home = load("home")
    assert isinstance(home, Profile)
    order = link.Order("home", str(tmp_path), {}, trial=True)
    measure = ScreenMeasure(1366, 768, 100)
    session = Session(order, home, measure, MachineClock(), RecordingSink(), _nothing, _nothing)
    window, visit = session.window, session.runner.visit
    session.send(window.preferences.with_theme("system"))
    seen = []
    for wishes in (Wishes(), Wishes(dark=True), Wishes(dark=True, more_contrast=True), Wishes(dark=False)):
        page = window.shell.page
        window.follow(wishes, visit)
        seen.append(window.shell.look.theme.name)
        assert type(window.shell.page) is type(page)
    assert seen == ["standard", "evening", "high-dark", "standard"]
    session.send(window.preferences.with_theme("low-glare"))
    window.follow(Wishes(dark=True), visit)
    assert window.shell.look.theme.name == "low-glare"
    session.close()
    window.shell.deleteLater()


def _nothing(what: object) -> None:
    del what
