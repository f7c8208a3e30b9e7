# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A number pad on the foot of the content, with a key that puts it away again."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.keyboard.number_pad import NumberPad
from ui.parts.buttons import Button
from ui.parts.part import height_of, width_of
from ui.parts.sunk_ground import SunkGround

WIDEST = 1.5
"""Of its usual width, what the pad takes at most of a tray that has more."""


class PadTray(SunkGround):
    """The pad at the start, the key beside it or, where there is no room, below. Signals: `put_away`."""

    put_away = Signal()

    def __init__(self, look: Look, pad: NumberPad, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._pad = pad
        pad.setParent(self)
        self._away = Button(look, look.texts.text("keyboard.put_away"), parent=self)
        self._away.setObjectName("pad.put_away")
        self._away.activated.connect(self.put_away)
        self._margin = look.sizes.scaled(look.layout.margin)
        self._gap = look.space("s3")

    def content_width(self) -> int:
        """See `Part`."""
        return 2 * self._margin + width_of(self._pad) + self._gap + width_of(self._away)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        pad = height_of(self._pad, self._pad_width(width))
        below = 0 if self._is_beside(width) else self._gap + height_of(self._away, self._away_width(width))
        return pad + below + 2 * self._gap

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """See QWidget."""
        super().resizeEvent(event)
        width, look = self.width(), self.look
        pad_width = self._pad_width(width)
        pad_height = height_of(self._pad, pad_width)
        away = self._away_width(width)
        high = height_of(self._away, away)
        if self._is_beside(width):
            high = max(high, self._pad.row_height)
        place = self.rect()
        place.setRect(self._margin, self._gap, pad_width, pad_height)
        self._pad.setGeometry(look.place(place, width))
        if self._is_beside(width):
            place.setRect(self._margin + pad_width + self._gap, self._gap + pad_height - high, away, high)
        else:
            place.setRect(self._margin, 2 * self._gap + pad_height, away, high)
        self._away.setGeometry(look.place(place, width))

    def _room(self, width: int) -> int:
        return max(width - 2 * self._margin, 1)

    def _is_beside(self, width: int) -> bool:
        return width >= self.content_width()

    def _pad_width(self, width: int) -> int:
        usual, room = width_of(self._pad), self._room(width)
        left = room - self._gap - self._away_width(width) if self._is_beside(width) else room
        return min(left, round(usual * WIDEST))

    def _away_width(self, width: int) -> int:
        return min(width_of(self._away), self._room(width))
