# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window whose theme is the computer's own changes with the desktop, and stays at its page and focus."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.speech.sink import RecordingSink
from accessibility.themes import Wishes, system_theme
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.session.assembly import Session
from kiosk.session.desktop import KDE_FONT, SCALE, Desktop
from kiosk.session.following import Following
from ui.parts.control import Control

COMPUTER = ScreenMeasure(1366, 768, 100)
UPRIGHT = ScreenMeasure(1080, 1920, 102)


@contextmanager
def at_home(folder: Path, measure: ScreenMeasure = COMPUTER) -> Iterator[Session]:
    """A session on somebody's own computer, closed afterwards."""
    home = load("home")
    assert isinstance(home, Profile)
    order = link.Order("home", str(folder), {}, trial=True)
    session = Session(order, home, measure, MachineClock(), RecordingSink(), _nothing, _nothing)
    yield session
    session.close()
    session.window.shell.deleteLater()


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
    with at_home(tmp_path) as session:
        window, visit = session.window, session.runner.visit
        session.send(window.preferences.with_theme("system"))
        seen = []
        for wishes in (
            Wishes(),
            Wishes(dark=True),
            Wishes(dark=True, more_contrast=True),
            Wishes(dark=False),
        ):
            page = window.shell.page
            window.follow(wishes, visit)
            seen.append(window.shell.look.theme.name)
            assert type(window.shell.page) is type(page)
        assert seen == ["standard", "evening", "high-dark", "standard"]
        session.send(window.preferences.with_theme("low-glare"))
        window.follow(Wishes(dark=True), visit)
        assert window.shell.look.theme.name == "low-glare"


@pytest.mark.requirement("AT-10", part="the desktop's text size, until a person has chosen one")
@pytest.mark.parametrize(("chosen", "steps"), [(False, [2, 4]), (True, [1, 4])])
def test_letters_grow_with_the_desktop_until_a_person_has_chosen(
    qtbot: QtBot, tmp_path: Path, chosen: bool, steps: list[int]
) -> None:
    with at_home(tmp_path) as session:
        desktop = Desktop()
        Following(
            desktop,
            session.window,
            lambda: session.runner.visit,
            session.send,
            chosen=chosen,
            parent=session,
        )
        seen = []
        for scale in (1.25, 2.0):
            desktop._take(SCALE, scale)
            seen.append(session.window.shell.look.preferences.text_step)
        assert seen == steps
        session.send(session.window.preferences.with_text_step(1))
        assert session.window.shell.look.preferences.text_step == 1
        desktop.deleteLater()


@pytest.mark.requirement("AT-10", part="KDE's text size")
def test_letters_grow_with_the_font_of_kde(qtbot: QtBot) -> None:
    desktop = Desktop()
    sizes: list[float] = []
    desktop.scaled.connect(sizes.append)
    for font in ("Noto Sans,13,-1,5,50,0,0,0,0,0", "Noto Sans,20.5,-1,5,50,0,0,0,0,0", "Noto Sans,10"):
        desktop._take(KDE_FONT, font)
    assert sizes == [1.3, 2.05, 1.0]
    desktop.deleteLater()


@pytest.mark.parametrize(("scale", "step"), [(0.5, 1), (1.0, 1), (1.25, 2), (1.5, 2), (2.0, 4), (9.0, 5)])
def test_each_size_of_a_desktops_letters_has_its_step(scale: float, step: int) -> None:
    assert Preferences(text_step=3).with_scale(scale).text_step == step


def _nothing(what: object) -> None:
    del what


@pytest.mark.parametrize("measure", [UPRIGHT, COMPUTER], ids=["upright", "computer"])
def test_who_asks_for_larger_and_slower_finds_the_languages_on_top_of_the_page(
    qtbot: QtBot, tmp_path: Path, measure: ScreenMeasure
) -> None:
    with at_home(tmp_path, measure) as session:
        shell = session.window.shell
        shell.resize(measure.width_px, measure.height_px)
        session.show(link.SHOW_WELCOME)
        shell.show()
        for there in (True, False):
            page = shell.page
            assert page is not None
            larger = page.findChild(Control, "welcome.larger")
            assert larger is not None
            larger.setFocus()
            QApplication.processEvents()
            larger.activated.emit()
            QApplication.processEvents()
            assert session.window.preferences.assisted is there
            page = shell.page
            assert page is not None
            assert page.heading.hasFocus()
            assert any(
                one.isVisible()
                for one in page.findChildren(Control)
                if one.objectName().startswith("language.")
            )
