# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A press counts once, whatever the hand does: with a clock of our own."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.input_gate import InputGate

LEFT = Qt.MouseButton.LeftButton


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Page:
    window: QWidget
    first: QPushButton
    second: QPushButton
    line: QLineEdit
    slider: QSlider
    pressed: list[str] = field(default_factory=list)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    window = QWidget()
    window.resize(400, 400)
    found = Page(
        window, QPushButton("one"), QPushButton("two"), QLineEdit(), QSlider(Qt.Orientation.Horizontal)
    )
    layout = QVBoxLayout(window)
    for widget in (found.first, found.second, found.line, found.slider):
        widget.setMinimumHeight(60)
        layout.addWidget(widget)
    found.first.clicked.connect(lambda: found.pressed.append("one"))
    found.second.clicked.connect(lambda: found.pressed.append("two"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def gate(clock: Clock, qapp: QApplication) -> Iterator[InputGate]:
    made = InputGate(qapp, clock)
    yield made
    qapp.removeEventFilter(made)
    made.deleteLater()


def tap(page: Page, button: QPushButton) -> None:
    """A press that comes through the window, as a finger's does."""
    handle = page.window.windowHandle()
    place = button.mapTo(page.window, button.rect().center())
    QTest.mouseClick(handle, LEFT, Qt.KeyboardModifier.NoModifier, place)


def test_tap_presses_once(page: Page, gate: InputGate) -> None:
    tap(page, page.first)
    assert page.pressed == ["one"]


@pytest.mark.requirement("OPR-06")
def test_second_tap_in_same_place_soon_is_ignored(page: Page, gate: InputGate, clock: Clock) -> None:
    tap(page, page.first)
    clock.now += 0.3
    tap(page, page.first)
    assert page.pressed == ["one"]


@pytest.mark.requirement("OPR-06")
def test_second_tap_in_same_place_later_counts(page: Page, gate: InputGate, clock: Clock) -> None:
    tap(page, page.first)
    clock.now += 1.0
    tap(page, page.first)
    assert page.pressed == ["one", "one"]


def test_tap_elsewhere_counts_at_once(page: Page, gate: InputGate, clock: Clock) -> None:
    tap(page, page.first)
    clock.now += 0.1
    tap(page, page.second)
    assert page.pressed == ["one", "two"]


def test_tapping_on_and_on_is_heard_again_after_the_time(page: Page, gate: InputGate, clock: Clock) -> None:
    for _ in range(5):
        tap(page, page.first)
        clock.now += 0.3
    assert page.pressed == ["one"] * 3


def test_press_on_widget_itself_obeys_too(page: Page, gate: InputGate, clock: Clock) -> None:
    QTest.mouseClick(page.first, LEFT)
    clock.now += 0.2
    QTest.mouseClick(page.first, LEFT)
    assert page.pressed == ["one"]


@pytest.mark.requirement("OPR-06")
@pytest.mark.parametrize(("after", "presses"), [(0.0, 0), (0.399, 0), (0.401, 1)])
def test_tap_soon_after_page_change_is_ignored(
    page: Page, gate: InputGate, clock: Clock, after: float, presses: int
) -> None:
    gate.page_changed()
    clock.now += after
    tap(page, page.first)
    assert len(page.pressed) == presses


def test_tap_swallowed_by_page_change_does_not_delay_the_next(
    page: Page, gate: InputGate, clock: Clock
) -> None:
    gate.page_changed()
    tap(page, page.first)
    clock.now += 0.41
    tap(page, page.first)
    assert page.pressed == ["one"]


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


def test_times_of_zero_let_everything_in(page: Page, gate: InputGate) -> None:
    gate.page_ms = gate.same_place_ms = 0
    gate.page_changed()
    tap(page, page.first)
    tap(page, page.first)
    assert page.pressed == ["one", "one"]


@pytest.mark.requirement("OPR-06")
def test_assisted_hands_get_more_time(page: Page, gate: InputGate, clock: Clock) -> None:
    gate.set_assisted(True)
    tap(page, page.first)
    clock.now += 0.6
    tap(page, page.first)
    assert page.pressed == ["one"]
    gate.set_assisted(False)
    clock.now += 0.6
    tap(page, page.first)
    clock.now += 0.6
    tap(page, page.first)
    assert page.pressed == ["one"] * 3


@pytest.mark.requirement("OPR-16", part="a wheel changes nothing")
def test_wheel_changes_no_input(page: Page, gate: InputGate) -> None:
    page.slider.setValue(50)
    middle = QPointF(page.slider.rect().center())
    event = QWheelEvent(
        middle,
        page.slider.mapToGlobal(middle),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.slider, event)
    assert page.slider.value() == 50


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


@pytest.mark.requirement("PRV-03", part="clipboard and menus")
@pytest.mark.parametrize(("open_to_all", "copied"), [(True, ""), (False, "Harbour Lane 14")])
def test_nothing_is_copied_on_a_machine_for_everybody(
    qapp: QApplication, open_to_all: bool, copied: str
) -> None:
    gate = InputGate(qapp, page_ms=0, same_place_ms=0, clipboard=not open_to_all)
    field = QLineEdit("Harbour Lane 14")
    try:
        QApplication.clipboard().clear()
        field.show()
        field.selectAll()
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Copy))
        assert QApplication.clipboard().text() == copied
        QApplication.clipboard().setText("from elsewhere")
        field.setText("")
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
        assert field.text() == ("" if open_to_all else "from elsewhere")
    finally:
        QApplication.clipboard().clear()
        qapp.removeEventFilter(gate)
        gate.deleteLater()
        field.close()
        field.deleteLater()
