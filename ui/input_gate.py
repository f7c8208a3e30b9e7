# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets through the presses a person meant: no key repeat, no bounce, nothing meant for the page before."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

PAGE_MS: Final = 400
"""How long after a change of page nothing counts (tokens, `input_gate_ms`)."""

SAME_PLACE_MS: Final = 500
SAME_PLACE_ASSISTED_MS: Final = 700
"""How long after a press another one in the same place does not count (SWI, tokens `same_place_gate_ms`)."""

NEAR_PX: Final = 40
"""Two presses closer than this are in the same place."""

PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})


class InputGate(QObject):
    """An event filter of the whole program. `steady` is a clock in seconds; zero lengths let everything through.

    A key pressed on an on-screen keyboard may follow another at once: widgets with the property
    `fast_presses` are exempt from the same-place rule, since a word may have a double letter.
    """

    def __init__(
        self,
        application: QApplication,
        steady: Callable[[], float] = time.monotonic,
        *,
        page_ms: int = PAGE_MS,
        same_place_ms: int = SAME_PLACE_MS,
    ) -> None:
        super().__init__(application)
        self._steady = steady
        self._page_ms = page_ms
        self.same_place_ms = same_place_ms
        self._page_at = -1e9
        self._pressed_at = -1e9
        self._place = QPointF(-1e6, -1e6)
        self._swallowing = False
        self._keys: set[int] = set()
        application.installEventFilter(self)

    def page_changed(self) -> None:
        """A new page is shown now: a finger that comes down in the next moment was meant for the one before."""
        self._page_at = self._steady()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """True for an event that must not count."""
        kind = event.type()
        if kind in PRESSES and isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            return self._press(watched, event)
        if kind == QEvent.Type.MouseButtonRelease and isinstance(watched, QWidget):
            swallowed, self._swallowing = self._swallowing, False
            return swallowed
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            return isinstance(watched, QWidget) and self._key(event, kind == QEvent.Type.KeyPress)
        return kind == QEvent.Type.Wheel and isinstance(watched, QWidget)

    def _early(self) -> bool:
        return (self._steady() - self._page_at) * 1000 < self._page_ms

    def _press(self, widget: QWidget, event: QMouseEvent) -> bool:
        if self._swallowing:
            # The press was delivered to an inner widget first and goes on to the one around it.
            return True
        now, place = self._steady(), event.globalPosition()
        moved = place - self._place
        near = moved.manhattanLength() < NEAR_PX
        bounced = near and (now - self._pressed_at) * 1000 < self.same_place_ms
        if self._early() or (bounced and not widget.property("fast_presses")):
            self._swallowing = True
            return True
        self._pressed_at, self._place = now, place
        return False

    def _key(self, event: QKeyEvent, pressed: bool) -> bool:
        if event.isAutoRepeat():
            return True
        key = event.key()
        if pressed:
            if self._early():
                self._keys.add(key)
                return True
            return False
        if key in self._keys:
            self._keys.discard(key)
            return True
        return False
