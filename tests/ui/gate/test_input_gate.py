# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A press counts once, whatever the hand does: with a clock of our own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.support.gated_page import LEFT, Clock, Page, tap
from ui.input_gate import InputGate


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


def pressed_and_gone(page: Page) -> None:
    """A finger that slides off before it is lifted."""
    QTest.mousePress(page.first, LEFT)
    QTest.mouseRelease(page.first, LEFT, pos=QPoint(-20, -20))


@pytest.mark.requirement("TIM-02")
@pytest.mark.parametrize(
    "touch",
    [
        pressed_and_gone,
        lambda page: QTest.mouseClick(page.line, LEFT),
        lambda page: tap(page, page.first),
        lambda page: QTest.keyClick(page.line, Qt.Key.Key_F7),
    ],
    ids=["slides off", "comes to a field", "presses", "key without a meaning"],
)
def test_whatever_a_hand_does_is_told_once(
    page: Page, gate: InputGate, touch: Callable[[Page], None]
) -> None:
    felt: list[bool] = []
    gate.felt.connect(lambda: felt.append(True))
    touch(page)
    QApplication.processEvents()
    assert felt == [True]


@pytest.mark.requirement("TIM-02")
def test_a_strike_that_is_ignored_is_told_and_a_held_key_is_told_once(
    page: Page, gate: InputGate, clock: Clock
) -> None:
    felt: list[bool] = []
    gate.felt.connect(lambda: felt.append(True))
    gate.page_changed()
    tap(page, page.first)
    QApplication.processEvents()
    assert (page.pressed, felt) == ([], [True])
    for repeats in (False, *[True] * 20):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", autorep=repeats
        )
        QApplication.sendEvent(page.line, event)
        QApplication.processEvents()
    assert felt == [True, True]
