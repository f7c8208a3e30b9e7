# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers in two rows of five, for letters so large that a number pad would leave no room for the field."""

from functools import partial

from PySide6.QtCore import QRect, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.keyboard.key import Key
from ui.keyboard.sign_names import spoken_name
from ui.parts.buttons import Button
from ui.parts.part import height_of, width_of
from ui.parts.sunk_ground import SunkGround

ROWS = ("12345", "67890")


class NumberRows(SunkGround):
    """Signals as a number pad has them: `typed`, `deleted`, and `put_away`. `signs` follow the numbers."""

    typed = Signal(str)
    deleted = Signal()
    put_away = Signal()

    def __init__(self, look: Look, signs: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("number_pad")
        self.setAccessibleName(look.texts.text("keyboard.numbers"))
        rows = (*ROWS, signs) if signs else ROWS
        self._rows = [[self._key(sign) for sign in row] for row in rows]
        self._last = [self._button("delete", self.deleted), self._button("put_away", self.put_away)]
        self._margin = look.sizes.scaled(look.layout.margin)
        self._gap = look.target("gap")

    def content_width(self) -> int:
        """See `Part`."""
        return self.least_width()

    def least_width(self) -> int:
        """See `Part`."""
        keys = max(len(row) for row in self._rows)
        return 2 * self._margin + keys * self.look.target("key") + (keys - 1) * self._gap

    def content_height(self, width: int) -> int:
        """See `Part`."""
        return max(rect.bottom() + 1 for _, rect in self._places(width)) + self._gap

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """See QWidget."""
        super().resizeEvent(event)
        for widget, place in self._places(self.width()):
            widget.setGeometry(place if isinstance(widget, Key) else self.look.place(place, self.width()))

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Numbers from left to right in every language; the words below them, beside each other if they fit."""
        room = max(width - 2 * self._margin, 1)
        columns = len(ROWS[0])
        cell = max((room - (columns - 1) * self._gap) // columns, 1)
        found: list[tuple[QWidget, QRect]] = []
        top = self._gap
        for row in self._rows:
            high = max(key.content_height(cell) for key in row)
            for place, key in enumerate(row):
                found.append((key, QRect(self._margin + place * (cell + self._gap), top, cell, high)))
            top += high + self._gap
        together = sum(width_of(one) for one in self._last) + self._gap <= room
        left = self._margin
        for button in self._last:
            wide = width_of(button) if together else room
            high = height_of(button, wide)
            found.append((button, QRect(left, top, wide, high)))
            if together:
                left += wide + self._gap
            else:
                top += high + self._gap
        return found

    def _key(self, sign: str) -> Key:
        key = Key(
            self.look, sign, "key", accessible_name=spoken_name(sign, self.look.texts.text), parent=self
        )
        key.setObjectName(f"pad.{sign}")
        key.activated.connect(partial(self.typed.emit, sign))
        return key

    def _button(self, name: str, pressed: SignalInstance) -> Button:
        button = Button(self.look, self.look.texts.text(f"keyboard.{name}"), parent=self)
        button.setObjectName(f"pad.{name}")
        button.activated.connect(pressed)
        return button
