# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen, on three kinds of glass, at several text sizes, in three scripts: nothing cut, nothing lost."""

from itertools import product

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from core.ids import Language
from tests.support.measuring import faults, is_control, visible
from tests.support.showing import SIZES, Shown, show
from ui.registry import screens

STEPS = (1, 3, 5)
LANGUAGES = ("en", "ar", "zh-Hans")
ALL = [(size, step, language) for size, step, language in product(SIZES, STEPS, LANGUAGES)]
NAMES = sorted(screens())
EXCEPTIONS = {"home": 8, "home-not-connected": 8}
"""Screens with one control more than seven, with the reason: checking an application must be reachable here."""


def sampled() -> list[tuple[str, str, int, str]]:
    """Three of the 27 combinations for each screen, so that each pair of two values occurs over the screens."""
    chosen = []
    for place, name in enumerate(NAMES):
        for turn in range(3):
            size = list(SIZES)[turn]
            step = STEPS[(place + turn) % 3]
            language = LANGUAGES[(place // 3 + turn) % 3]
            chosen.append((name, size, step, language))
    return chosen


def look_through(shown: Shown) -> list[str]:
    """The faults of a page and of everything below it."""
    found = faults(shown.shell, shown.look.screen.ppi)
    for _ in range(40):
        more = shown.shell.findChild(QAbstractButton, "foot.more")
        if more is None or not more.isVisible():
            break
        more.click()
        QApplication.processEvents()
        found += faults(shown.shell, shown.look.screen.ppi)
    return found


def check(name: str, size: str, step: int, language: str) -> None:
    shown = show(screens(Language(language))[name], size, step)
    try:
        assert shown.shell.page is not None
        assert QApplication.focusWidget() is shown.shell.page.heading
        assert look_through(shown) == []
    finally:
        shown.shell.close()


@pytest.mark.parametrize(("name", "size", "step", "language"), sampled())
def test_nothing_is_cut_off_covered_too_small_or_nameless(name: str, size: str, step: int, language: str) -> None:
    check(name, size, step, language)


@pytest.mark.long
@pytest.mark.parametrize(("size", "step", "language"), ALL)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_off_in_any_combination(name: str, size: str, step: int, language: str) -> None:
    check(name, size, step, language)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_at_most_seven_things_to_press_beside_the_bar_and_the_letters(name: str) -> None:
    shown = show(screens()[name], "H1")
    page = shown.shell.page
    assert page is not None
    names = [widget.objectName() for widget in visible(page) if is_control(widget)]
    shown.shell.close()
    assert len(names) <= EXCEPTIONS.get(name, 7), names
