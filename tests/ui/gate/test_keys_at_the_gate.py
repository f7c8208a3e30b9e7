# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys at the input gate: one press for one key, however long it is held and wherever the page has gone."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.gated_page import Clock, Page, tap
from ui.input_gate import InputGate


@pytest.mark.requirement("OPR-05", part="proved on parts, not yet on every screen")
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_held_key_presses_once_and_types_once(page: Page, gate: InputGate, key: Qt.Key) -> None:
    page.first.setFocus()
    letter = " " if key == Qt.Key.Key_Space else "\r"
    send_key(page.first, QEvent.Type.KeyPress, key, letter)
    for _ in range(20):
        send_key(page.first, QEvent.Type.KeyRelease, key, letter, repeated=True)
        send_key(page.first, QEvent.Type.KeyPress, key, letter, repeated=True)
    send_key(page.first, QEvent.Type.KeyRelease, key, letter)
    assert len(page.pressed) <= 1


@pytest.mark.requirement("OPR-05", part="proved on parts, not yet on every screen")
def test_held_letter_is_typed_once(page: Page, gate: InputGate) -> None:
    page.line.setFocus()
    send_key(page.line, QEvent.Type.KeyPress, Qt.Key.Key_A, "a")
    for _ in range(20):
        send_key(page.line, QEvent.Type.KeyPress, Qt.Key.Key_A, "a", repeated=True)
    send_key(page.line, QEvent.Type.KeyRelease, Qt.Key.Key_A, "a")
    assert page.line.text() == "a"


def test_same_letter_twice_is_typed_twice(page: Page, gate: InputGate) -> None:
    page.line.setFocus()
    QTest.keyClicks(page.line, "Anna  Hill")
    assert page.line.text() == "Anna  Hill"


def test_same_key_twice_on_a_button_soon_is_ignored(page: Page, gate: InputGate, clock: Clock) -> None:
    page.first.setFocus()
    QTest.keyClick(page.first, Qt.Key.Key_Space)
    clock.now += 0.3
    QTest.keyClick(page.first, Qt.Key.Key_Space)
    assert page.pressed == ["one"]
    clock.now += 0.3
    QTest.keyClick(page.first, Qt.Key.Key_Space)
    assert page.pressed == ["one", "one"]


@pytest.mark.requirement("OPR-06")
def test_key_held_over_page_change_does_not_press_there(page: Page, gate: InputGate, clock: Clock) -> None:
    page.first.setFocus()
    send_key(page.first, QEvent.Type.KeyPress, Qt.Key.Key_Space, " ")
    gate.page_changed()
    clock.now += 2
    send_key(page.first, QEvent.Type.KeyRelease, Qt.Key.Key_Space, " ")
    assert page.pressed == []


def send_key(widget: QWidget, kind: QEvent.Type, key: Qt.Key, text: str, *, repeated: bool = False) -> None:
    QApplication.sendEvent(
        widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, autorep=repeated)
    )


def test_nothing_counts_on_a_new_page_while_a_key_of_the_last_is_still_down(
    page: Page, gate: InputGate, clock: Clock
) -> None:
    page.first.setFocus()
    send_key(page.first, QEvent.Type.KeyPress, Qt.Key.Key_Space, " ")
    gate.page_changed()
    clock.now += 2
    tap(page, page.second)
    assert page.pressed == []
    send_key(page.first, QEvent.Type.KeyRelease, Qt.Key.Key_Space, " ")
    clock.now += 1
    tap(page, page.second)
    assert page.pressed == ["two"]


def test_a_release_that_never_comes_does_not_bar_everything(
    page: Page, gate: InputGate, clock: Clock
) -> None:
    page.first.setFocus()
    send_key(page.first, QEvent.Type.KeyPress, Qt.Key.Key_Space, " ")
    gate.page_changed()
    clock.now += 11
    tap(page, page.second)
    assert page.pressed == ["two"]


def test_keys_that_are_taken_end_there_once_each_way(page: Page, gate: InputGate, clock: Clock) -> None:
    heard: list[bool] = []

    def take(event: QKeyEvent, pressed: bool) -> bool:
        heard.append(pressed)
        return event.key() == Qt.Key.Key_F1

    gate.give_keys_to(take, lambda: None)
    page.line.setFocus()
    QTest.keyClick(page.window.windowHandle(), Qt.Key.Key_F1)
    assert heard == [True, False]
    QTest.keyClick(page.window.windowHandle(), Qt.Key.Key_A)
    assert page.line.text() == "a"


def test_one_key_shortly_after_the_other_counts_at_another_stop(
    page: Page, gate: InputGate, clock: Clock
) -> None:
    taken: list[str] = []
    stop = ["row"]

    def take(event: QKeyEvent, pressed: bool) -> bool:
        if pressed:
            taken.append(stop[0])
        return bool(event.key())

    gate.give_keys_to(take, lambda: stop[0])
    page.first.setFocus()
    for name in ("row", "key", "key"):
        stop[0] = name
        QTest.keyClick(page.first, Qt.Key.Key_Return)
        clock.now += 0.2
    assert taken == ["row", "key"]


def test_a_sign_whose_shift_is_let_go_of_first_does_not_bar_the_next_page(
    page: Page, gate: InputGate, clock: Clock
) -> None:
    page.line.setFocus()
    for kind, key, letter in (
        (QEvent.Type.KeyPress, Qt.Key.Key_Colon, ":"),
        (QEvent.Type.KeyRelease, Qt.Key.Key_Semicolon, ";"),
    ):
        code = 47
        told = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, code, 0, 0, letter)
        QApplication.sendEvent(page.line, told)
    assert page.line.text() == ":"
    gate.page_changed()
    clock.now += 1
    tap(page, page.second)
    assert page.pressed == ["two"]
