# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pressing: by finger, mouse and key, once for each whole press, and taken back by sliding off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.support.looks import look
from ui.parts.buttons import Button
from ui.parts.choice import ChoiceCard
from ui.parts.field import TextField


class Pressed:
    """A button in a window, and how often it was pressed."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.button = Button(look(), "Continue", parent=self.window)
        self.button.setGeometry(50, 50, 300, 120)
        self.window.resize(500, 300)
        self.window.show()
        self.times = 0
        self.button.activated.connect(self._count)

    def _count(self) -> None:
        self.times += 1


@pytest.fixture
def pressed() -> Iterator[Pressed]:
    made = Pressed()
    yield made
    made.window.close()


@pytest.mark.requirement("OPR-03", part="proved on parts, not yet on every screen")
def test_a_press_counts_when_the_finger_comes_up(pressed: Pressed) -> None:
    middle = pressed.button.rect().center()
    QTest.mousePress(pressed.button, Qt.MouseButton.LeftButton, pos=middle)
    assert pressed.times == 0
    assert pressed.button.isDown()
    QTest.mouseRelease(pressed.button, Qt.MouseButton.LeftButton, pos=middle)
    assert pressed.times == 1


@pytest.mark.requirement("OPR-03", part="proved on parts, not yet on every screen")
def test_sliding_off_takes_the_press_back(pressed: Pressed) -> None:
    QTest.mousePress(pressed.button, Qt.MouseButton.LeftButton, pos=pressed.button.rect().center())
    QTest.mouseMove(pressed.button, QPoint(-40, -40))
    QTest.mouseRelease(pressed.button, Qt.MouseButton.LeftButton, pos=QPoint(-40, -40))
    assert pressed.times == 0


@pytest.mark.requirement("OPR-05", part="proved on parts, not yet on every screen")
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_presses_once_however_long_it_is_held(pressed: Pressed, key: Qt.Key) -> None:
    none = Qt.KeyboardModifier.NoModifier
    for kind, repeat in [
        (QEvent.Type.KeyPress, False),
        (QEvent.Type.KeyPress, True),
        (QEvent.Type.KeyRelease, True),
        (QEvent.Type.KeyPress, True),
        (QEvent.Type.KeyRelease, False),
    ]:
        QApplication.sendEvent(pressed.button, QKeyEvent(kind, key, none, "", repeat))
    assert pressed.times == 1


def test_losing_the_focus_takes_a_key_press_back(pressed: Pressed) -> None:
    pressed.button.setFocus()
    QTest.keyPress(pressed.button, Qt.Key.Key_Space)
    pressed.button.clearFocus()
    QTest.keyRelease(pressed.button, Qt.Key.Key_Space)
    assert pressed.times == 0


@pytest.mark.requirement("OPR-10", part="arrows move and never choose")
def test_arrows_go_on_without_choosing_anything() -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    cards = [ChoiceCard(look(), words, chosen=words == "One") for words in ("One", "Two", "Three")]
    for card in cards:
        layout.addWidget(card)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    cards[0].setFocus()
    QTest.keyClick(cards[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is cards[1]
    assert [card.isChecked() for card in cards] == [True, False, False]
    QTest.keyClick(cards[1], Qt.Key.Key_Up)
    assert QApplication.focusWidget() is cards[0]
    window.close()


def test_an_answer_shows_what_was_set_and_not_what_was_pressed() -> None:
    card = ChoiceCard(look(), "Only me", chosen=False)
    card.show()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert (card.chosen, card.isChecked()) == (False, False)
    card.set_chosen(True)
    assert (card.chosen, card.isChecked()) == (True, True)
    card.close()


def test_a_pressed_button_is_inverse_video_at_once(pressed: Pressed) -> None:
    made = pressed.button.look
    corner = QPoint(pressed.button.width() // 2, 12)
    assert pressed.button.grab().toImage().pixelColor(corner) == made.color("surface")
    pressed.button.setDown(True)
    assert pressed.button.grab().toImage().pixelColor(corner) == made.color("ink")
    pressed.button.setDown(False)


def test_a_field_keeps_whatever_is_typed_and_reports_it() -> None:
    field = TextField(look(), "", accessible_name="House number", numeric=True)
    told: list[str] = []
    field.edited.connect(told.append)
    field.show()
    QTest.keyClicks(field, "27b <")
    field.type_in("é")
    field.delete_back()
    assert (field.text(), told[-1]) == ("27b <", "27b <")
    field.set_text("14")
    assert (field.text(), told[-1]) == ("14", "27b <")
    field.close()
