# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Presses of keys, letters and the glass, as the window system would bring them to a widget."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_SIGNS: Final = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Tab: "\t", Qt.Key.Key_Escape: "\x1b"}


def key_down(widget: QWidget, key: Qt.Key) -> None:
    """A key goes down."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, _PLAIN, _sign_of(key)))


def key_up(widget: QWidget, key: Qt.Key) -> None:
    """It comes up again."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, key, _PLAIN, _sign_of(key)))


def sign_struck(widget: QWidget, sign: str) -> None:
    """A sign is struck on a keyboard."""
    _sign(widget, sign, ord(sign.upper()) if " " <= sign <= "~" else Qt.Key.Key_unknown.value)


def sign_committed(widget: QWidget, sign: str) -> None:
    """A sign of any script comes as an input method commits it, from no key of its own."""
    _sign(widget, sign, Qt.Key.Key_unknown.value)


def _sign(widget: QWidget, sign: str, key: int) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, _PLAIN, sign))


def tapped(widget: QWidget) -> None:
    """Its middle is pressed and let go."""
    middle = QPoint(widget.width() // 2, widget.height() // 2)
    here, there = QPointF(middle), QPointF(widget.mapToGlobal(middle))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
        QApplication.sendEvent(widget, QMouseEvent(kind, here, there, left, held, _PLAIN))


def _sign_of(key: Qt.Key) -> str:
    """The sign that a key brings with it; the others bring none."""
    return _SIGNS.get(key, chr(key.value) if Qt.Key.Key_Space.value <= key.value <= ord("~") else "")
