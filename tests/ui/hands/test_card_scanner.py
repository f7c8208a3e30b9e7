# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a hand scanner types is a card on any page, presses nothing, and is left alone in a field (STF-02)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from accessibility.card import read_card, write_card
from accessibility.preferences import Preferences
from core.code_set import codes_of
from tests.support.showing import Shown, show
from ui.hands.card_scanner import LONGEST, PATIENCE, CardScanner
from ui.registry import screens

CARD = write_card(Preferences(text_step=4, theme="yellow-on-black", assisted=True), "ar", Preferences())


class Clock:
    """A clock that only moves when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def read(qapp: QApplication, clock: Clock) -> Iterator[list[str]]:
    scanner, found = CardScanner(qapp, clock), list[str]()
    scanner.read.connect(found.append)
    yield found
    qapp.removeEventFilter(scanner)
    scanner.deleteLater()


def primary(shown: Shown) -> QWidget:
    found = shown.shell.findChild(QWidget, "foot.primary")
    assert isinstance(found, QWidget)
    return found


def scan(shown: Shown, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
    target = QApplication.focusWidget() or shown.shell
    for sign in text:
        QTest.keyClicks(target, sign)
    if end is not None:
        QTest.keyClick(target, end)


@pytest.mark.requirement("STF-02", part="a hand scanner's card is known by its beginning on any page")
@pytest.mark.parametrize("name", ["welcome", "home", "service", "check", "still-there", "settings"])
def test_a_card_is_read_on_any_page_and_its_enter_presses_nothing(read: list[str], name: str) -> None:
    shown = show(screens()[name])
    focusable = shown.shell.page.focus_order() if shown.shell.page is not None else []
    focusable[-1].setFocus()
    scan(shown, CARD)
    assert read == [CARD]
    assert read_card(read[0], Preferences()) is not None
    assert shown.reported == []
    shown.shell.close()


def test_in_a_field_letters_are_the_field_s_own(read: list[str]) -> None:
    shown = show(screens()["search-begin"])
    field = shown.shell.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    scan(shown, "{x", end=None)
    assert (field.text(), read) == ("{x", [])
    shown.shell.close()


def test_an_ordinary_key_is_no_scanner(read: list[str]) -> None:
    shown = show(screens()["service"])
    primary(shown).setFocus()
    scan(shown, "abc", end=Qt.Key.Key_Space)
    assert read == []
    assert len(shown.reported) == 1
    shown.shell.close()


def test_a_lone_sign_is_forgotten_after_a_moment_and_keys_press_again(read: list[str], clock: Clock) -> None:
    shown = show(screens()["service"])
    primary(shown).setFocus()
    scan(shown, "{", end=None)
    clock.now += PATIENCE + 0.1
    scan(shown, "", end=Qt.Key.Key_Space)
    assert read == []
    assert len(shown.reported) == 1
    shown.shell.close()


def test_an_endless_scan_is_cut(read: list[str]) -> None:
    shown = show(screens()["home"])
    scan(shown, "{" + "9" * (LONGEST + 50))
    assert [len(text) for text in read] == [LONGEST]
    shown.shell.close()


def test_a_code_of_a_set_is_read_whole_wherever_the_focus_is(read: list[str]) -> None:
    code = codes_of(bytes((place * 7919) % 251 ^ (place >> 3) & 255 for place in range(1_500)))[0]
    shown = show(screens()["staff-reading-codes"])
    scan(shown, code)
    assert (read, shown.reported) == ([code], [])
    shown.shell.close()
