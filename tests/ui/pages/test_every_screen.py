# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen, on three kinds of glass, at several text sizes, in four languages: nothing cut, nothing lost."""

from itertools import product

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from core.ids import Language
from tests.support.checks.dealing import dealt
from tests.support.checks.meaning import HOMES
from tests.support.measuring import faults, is_control, visible
from tests.support.showing import SIZES, Shown, show
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.number_pad import NumberPad
from ui.registry import screens
from ui.registry_finding import finding_screens

STEPS = (1, 3, 5)
LARGEST = 5
LANGUAGES = ("en", "es", "ar", "zh-Hans")
ALL = [(size, step, language) for size, step, language in product(SIZES, STEPS, LANGUAGES)]
NAMES = sorted(screens())
EXCEPTIONS = {**dict.fromkeys(HOMES, 8), "question-date-time": 8}
"""Screens with one control more than seven: checking an application must be reachable from home, and a moment has
five boxes."""


def sampled() -> list[tuple[str, str, int, str]]:
    """One of the 24 usual combinations for each screen: every combination occurs, and every screen does.

    The largest letters are measured on the way to a service; the long run measures them everywhere.
    """
    usual = [one for one in ALL if one[1] < LARGEST]
    chosen = [(name, *usual[number]) for name, number in dealt(NAMES, len(usual)).items()]
    largest = [
        (name, "K2", LARGEST, LANGUAGES[place % len(LANGUAGES)])
        for place, name in enumerate(sorted(finding_screens()))
    ]
    return [*chosen, *largest]


def look_through(shown: Shown, most: int = 7) -> list[str]:
    """The faults of a page and of everything below it; more than `most` things to press at once is one."""
    found: list[str] = []
    page = shown.shell.page
    assert page is not None
    for _ in range(page.page_count):
        found += faults(shown.shell, shown.look.screen.ppi)
        found += _crowded(shown, most)
        more = shown.shell.findChild(QAbstractButton, "foot.more")
        if more is None or not more.isVisible() or not more.isEnabled():
            break
        before = [widget.objectName() for widget in controls(shown)]
        more.click()
        QApplication.processEvents()
        if [widget.objectName() for widget in controls(shown)] == before:
            break
    return found


def controls(shown: Shown) -> list[QWidget]:
    """Everything to press on the page, without the letters of the keyboard and the bar."""
    page = shown.shell.page
    assert page is not None
    letters = page.findChildren(Keyboard) + page.findChildren(NumberPad)
    return [
        widget
        for widget in visible(page)
        if is_control(widget) and not any(pad.isAncestorOf(widget) for pad in letters)
    ]


def _crowded(shown: Shown, most: int) -> list[str]:
    names = [widget.objectName() for widget in controls(shown)]
    return [f"{len(names)} things to press: {names}"] if len(names) > most else []


def _followed(widget: QWidget) -> list[QWidget]:
    """The widget and those it hands its focus on to."""
    found = [widget]
    while (proxy := found[-1].focusProxy()) is not None:
        found.append(proxy)
    return found


def check(name: str, size: str, step: int, language: str) -> None:
    shown = show(screens(Language(language))[name], size, step)
    try:
        page = shown.shell.page
        assert page is not None
        assert page.heading is not None
        # While letters stand on the page, the heading hands the focus on to the field.
        assert shown.shell.focusWidget() in (
            _followed(page.heading) if page.begins_at is None else [page.begins_at]
        )
        assert look_through(shown, EXCEPTIONS.get(name, 7)) == []
    finally:
        shown.shell.close()


@pytest.mark.parametrize(("name", "size", "step", "language"), sampled())
def test_nothing_is_cut_off_covered_too_small_or_nameless(
    name: str, size: str, step: int, language: str
) -> None:
    check(name, size, step, language)


@pytest.mark.long
@pytest.mark.parametrize(("size", "step", "language"), ALL)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_off_in_any_combination(name: str, size: str, step: int, language: str) -> None:
    check(name, size, step, language)
