# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a monkey does at a window: every way out of a program that a keyboard, a mouse or a finger knows, at random."""

import random
from collections import Counter
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QHelpEvent,
    QInputDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.parts.control import Control

KEYS: Final = (
    *(getattr(Qt.Key, f"Key_F{number}") for number in range(1, 13)),
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Menu,
    Qt.Key.Key_Help,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Print,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_HomePage,
    Qt.Key.Key_Back,
    Qt.Key.Key_LaunchMail,
)
LETTERS: Final = "abcnopqsvwxyz0123456789+-?ñ你ع"
MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
NONE: Final = Qt.KeyboardModifier.NoModifier
LEFT: Final = Qt.MouseButton.LeftButton
BUTTONS: Final = (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton)
BAR: Final = 0.1


class Hands:
    """Does one thing after the other at a window; `did` counts them."""

    def __init__(self, window: QWidget, chance: random.Random) -> None:
        self._window = window
        self._chance = chance
        self._device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
        self.did: Counter[str] = Counter()
        self._ways = {
            self.press: 6,
            self.aim: 12,
            self.other_button: 5,
            self.twice: 3,
            self.slide: 3,
            self.touch: 4,
            self.letter: 24,
            self.key: 16,
            self.shortcut: 30,
            self.close: 2,
            self.menu: 3,
            self.drop: 3,
            self.wheel: 3,
            self.tip: 2,
        }

    def do_something(self) -> None:
        """One event, or the few that belong together."""
        (way,) = self._chance.choices(tuple(self._ways), tuple(self._ways.values()))
        way()
        self.did[way.__name__] += 1

    def _anywhere(self) -> tuple[QWidget, QPoint]:
        point = QPoint(
            self._chance.randrange(self._window.width()), self._chance.randrange(self._window.height())
        )
        under = self._window.childAt(point) or self._window
        return under, under.mapFrom(self._window, point)

    def press(self) -> None:
        """Anywhere."""
        widget, point = self._anywhere()
        QTest.mouseClick(widget, LEFT, NONE, point)

    def aim(self) -> None:
        """Something that can be pressed: a blind monkey would stay on the first page. Seldom the bar."""
        seen = [one for one in self._window.findChildren(Control) if one.isVisible() and one.isEnabled()]
        bar = self._chance.random() < BAR
        if seen := [one for one in seen if one.objectName().startswith("bar.") is bar]:
            chosen = self._chance.choice(seen)
            if isValid(chosen):
                QTest.mouseClick(chosen, LEFT, NONE, chosen.rect().center())

    def other_button(self) -> None:
        """The buttons of a mouse that open menus and go back."""
        widget, point = self._anywhere()
        QTest.mouseClick(widget, self._chance.choice(BUTTONS), NONE, point)

    def twice(self) -> None:
        """A double click selects a word, and opens what is an icon elsewhere."""
        widget, point = self._anywhere()
        QTest.mouseDClick(widget, LEFT, NONE, point)

    def slide(self) -> None:
        """Drag from somewhere to elsewhere."""
        widget, point = self._anywhere()
        to = QPoint(self._chance.randrange(-400, 400), self._chance.randrange(-400, 400))
        QTest.mousePress(widget, LEFT, NONE, point)
        if isValid(widget):
            QTest.mouseMove(widget, to)
        if isValid(widget):
            QTest.mouseRelease(widget, LEFT, NONE, to)

    def touch(self) -> None:
        """Two fingers that spread."""
        window = self._window
        point = QPoint(self._chance.randrange(window.width()), self._chance.randrange(window.height()))
        for move in ("press", "move", "release"):
            fingers = QTest.touchEvent(window, self._device, False)
            for finger in (0, 1):
                place = point + QPoint(40 * finger, 20 * finger if move == "move" else 0)
                getattr(fingers, move)(finger, place, window)
            fingers.commit()

    def letter(self) -> None:
        """A letter where the focus is."""
        sign = self._chance.choice(LETTERS)
        QTest.sendKeyEvent(QTest.KeyAction.Click, self._focus(), Qt.Key.Key_unknown, sign, NONE)

    def key(self) -> None:
        """A key that is no letter."""
        QTest.keyClick(self._focus(), self._chance.choice(KEYS))

    def shortcut(self) -> None:
        """Alt+F4, Ctrl+O, Ctrl+P, Ctrl+Alt+Delete and all others."""
        any_key = self._chance.choice((*KEYS, *(Qt.Key(code) for code in range(ord("A"), ord("Z") + 1))))
        QTest.keyClick(self._focus(), any_key, self._chance.choice(MODIFIERS))

    def close(self) -> None:
        """What Alt+F4 makes of a window under a window manager."""
        self._window.close()

    def menu(self) -> None:
        """A context menu is asked for."""
        widget, point = self._anywhere()
        place = widget.mapToGlobal(point)
        QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place, NONE))

    def drop(self) -> None:
        """A file and a link are dropped."""
        widget, point = self._anywhere()
        data = QMimeData()
        data.setUrls([QUrl("file:///etc/passwd"), QUrl("https://example.org/")])
        data.setText("https://example.org/")
        copy = Qt.DropAction.CopyAction
        QApplication.sendEvent(widget, QDragEnterEvent(point, copy, data, LEFT, NONE))
        if isValid(widget):
            QApplication.sendEvent(widget, QDropEvent(QPointF(point), copy, data, LEFT, NONE))

    def wheel(self) -> None:
        """The wheel, with and without Ctrl."""
        widget, point = self._anywhere()
        modifier = self._chance.choice((NONE, Qt.KeyboardModifier.ControlModifier))
        turned = QPoint(0, self._chance.choice((-120, 120)))
        here, there = QPointF(point), QPointF(widget.mapToGlobal(point))
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(
            widget, QWheelEvent(here, there, QPoint(), turned, buttons, modifier, phase, False)
        )

    def tip(self) -> None:
        """A tooltip and 'What's this' are asked for."""
        widget, point = self._anywhere()
        for kind in (QEvent.Type.ToolTip, QEvent.Type.WhatsThis):
            if isValid(widget):
                QApplication.sendEvent(widget, QHelpEvent(kind, point, widget.mapToGlobal(point)))

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._window
