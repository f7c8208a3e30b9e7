# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lamps that go out one after the other while nobody presses anything: time as a shape, without digits."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.part import Part
from ui.parts.shapes import door, door_path

WIDTH_MM: Final = 27.0
HEIGHT_MM: Final = 38.0
FRAME_MM: Final = 2.6
SMALLER: Final = {1: 1.0, 2: 1.0, 3: 1.0, 4: 0.6, 5: 0.6}
"""Lamps shrink where letters are large, so that the words have the room (look.md section 8)."""

FEW_FROM_STEP: Final = 5
FEW: Final = 3


class Lamps(Part):
    """`lit` of `total` lamps burn, from the start edge. At the largest text there are three, for twice the time each.

    ValueError for a number of lamps that cannot be. They are decoration for assistive technology: the sentence
    beside them says the same.
    """

    def __init__(self, look: Look, lit: int, total: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        if total < 1:
            raise ValueError(f"{total} lamps")
        self._total = total
        self._lit = -1
        self.setObjectName("lamps")
        self.set_lit(lit)

    @property
    def lit(self) -> int:
        """How many burn, of `total` as given."""
        return self._lit

    @property
    def shown(self) -> int:
        """How many lamps are drawn."""
        return min(FEW, self._total) if self.look.preferences.text_step >= FEW_FROM_STEP else self._total

    @property
    def burning(self) -> int:
        """How many of the drawn lamps burn: one that has some of its time left still does."""
        return -(-self._lit * self.shown // self._total)

    def set_lit(self, lit: int) -> None:
        """Let that many burn. They change at once, without fading."""
        if not 0 <= lit <= self._total:
            raise ValueError(f"{lit} of {self._total} lamps")
        if lit != self._lit:
            self._lit = lit
            self.update()

    def content_width(self) -> int:
        """See `Part`."""
        return self.shown * self._wide(WIDTH_MM) + (self.shown - 1) * self._gap

    def content_height(self, width: int) -> int:
        """See `Part`: narrower places hold smaller lamps."""
        return round(self._wide(HEIGHT_MM) * self._share(width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = self._share(self.width())
        wide, high = round(self._wide(WIDTH_MM) * share), round(self._wide(HEIGHT_MM) * share)
        for number in range(self.shown):
            left = number * (wide + round(self._gap * share))
            place = self.look.place(QRect(left, 0, wide, high), self.width())
            self._lamp(painter, QRectF(place), number < self.burning)
        painter.end()

    def _lamp(self, painter: QPainter, rect: QRectF, burning: bool) -> None:
        look = self.look
        if not burning:
            door(painter, rect, None, look.color("line"), look.line_width)
            return
        frame = look.px(FRAME_MM) * SMALLER[look.preferences.text_step]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("picture_ground"))
        painter.drawPath(door_path(rect))
        painter.setBrush(look.color("ground" if look.theme.two_colours else "rail_lamp"))
        painter.drawPath(door_path(rect.adjusted(frame, frame, -frame, 0)))
        if look.theme.two_colours:
            self._flame(painter, rect)

    def _flame(self, painter: QPainter, rect: QRectF) -> None:
        """In two colours light is a shape: a filled door within the frame."""
        look = self.look
        inset = rect.width() * 0.24
        painter.setBrush(look.color("ink"))
        painter.drawPath(door_path(rect.adjusted(inset, inset, -inset, 0)))

    @property
    def _gap(self) -> int:
        return self.look.space("s4")

    def _wide(self, mm: float) -> int:
        return round(self.look.px(mm) * SMALLER[self.look.preferences.text_step])

    def _share(self, width: int) -> float:
        return min(1.0, width / max(self.content_width(), 1))
