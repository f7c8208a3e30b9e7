# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Knows a card or a receipt from the way a hand scanner types it: a fast run of letters that begins as they do.

A scanner is a keyboard to the computer. What it types outside a field is kept from every widget, so that the Enter
at its end presses nothing.
"""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from core.code_set import BEGINS as CODE
from core.signed_receipt import BEGINS as RECEIPT
from ui.hands.keys import is_writing

BEGINS: Final = frozenset("{" + RECEIPT + CODE)
"""The first sign of every card (`accessibility.card`), every receipt and every code of a set; no key means them."""

LONGEST: Final = 600
PATIENCE: Final = 1.0
"""Seconds between two letters after which it was no scanner."""

ENDS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})


class CardScanner(QObject):
    """Signals: `read`, with the whole text of a card or a receipt, from a stranger's hand.

    `steady` is a clock in seconds.
    """

    read = Signal(str)

    def __init__(self, application: QApplication, steady: Callable[[], float] = time.monotonic) -> None:
        super().__init__(application)
        self._steady = steady
        self._typed: str | None = None
        self._at = 0.0
        self._down: set[int] = set()
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Answer whether the event ends here."""
        del watched
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._key(event)
            case QEvent.Type.KeyRelease if isinstance(event, QKeyEvent):
                ours = event.key() in self._down
                self._down.discard(event.key())
                return ours
            case _:
                return False

    def _key(self, event: QKeyEvent) -> bool:
        now = self._steady()
        if self._typed is not None and now - self._at > PATIENCE:
            self._typed = None
        if self._typed is None:
            if event.text() not in BEGINS or is_writing():
                return False
            self._typed = ""
        self._at = now
        self._down.add(event.key())
        if event.key() in ENDS:
            text, self._typed = self._typed, None
            self.read.emit(text)
        elif len(self._typed) < LONGEST:
            self._typed += "".join(sign for sign in event.text() if sign.isprintable())
        return True
