# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one is: the row of doors with 'Question 3 of 5', and the five steps of text size."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from accessibility.qt.look import Look
from ui.parts.part import Part
from ui.parts.shapes import door
from ui.parts.text_block import TextBlock

MOST_DOORS = 12
"""More questions than this are told in words only."""


class Progress(QLabel):
    """Doors that one has passed, the lit one where one stands, those to come, and the same in words.

    `position` counts from 1; a position beyond `total` has passed them all. `service` stands before the words
    until the page is too narrow; then the doors go too. The words never do.
    """

    def __init__(
        self,
        look: Look,
        position: int,
        total: int,
        text: str = "",
        service: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._position = position
        self._total = total if look.layout.eyebrow_doors and total <= MOST_DOORS else 0
        full = "  ·  ".join(part for part in (service, text) if part)
        self._full = TextBlock(look, full) if look.layout.eyebrow_service else None
        self._short = TextBlock(look, text or service)
        self._unit = look.body_px
        self._gap = look.space("s3")
        self.setText(full)
        self.setAccessibleName(full)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _doors_width(self) -> int:
        if not self._total:
            return 0
        now = 1 if self._position <= self._total else 0
        doors = round(self._unit * (0.62 * (self._total - now) + 0.8 * now))
        return doors + (self._total - 1) * self.look.px(1.4)

    def _chosen(self, width: int) -> tuple[TextBlock, int]:
        """The words that fit, and the width of the doors before them (0: none)."""
        doors = self._doors_width()
        before = doors + self._gap if doors else 0
        for block in (self._full, self._short):
            if block is not None and block.natural_width() <= width - before:
                return block, before
        return self._short, 0

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """See QWidget."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """See QWidget."""
        block, before = self._chosen(width)
        return max(block.height(max(width - before, 1)), round(self._unit * 1.15) if before else 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QWidget."""
        doors = self._doors_width()
        width = (self._full or self._short).natural_width() + (doors + self._gap if doors else 0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QWidget."""
        return QSize(self._short.longest_word(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, width, height = self.look, self.width(), self.height()
        block, before = self._chosen(width)
        if before:
            self._paint_doors(painter, width, height)
        room = max(width - before, 1)
        high = block.height(room)
        place = look.place(QRect(before, (height - high) // 2, room, high), width)
        block.draw(painter, place, look.color("ink_soft"))
        painter.end()

    def _paint_doors(self, painter: QPainter, width: int, height: int) -> None:
        look, left = self.look, 0
        base = (height + round(self._unit * 1.15)) // 2 - round(self._unit * 0.12)
        line = max(look.line_width, 1)
        for number in range(1, self._total + 1):
            now = number == self._position
            wide = round(self._unit * (0.8 if now else 0.62))
            high = round(self._unit * (1.03 if now else 0.8))
            rect = look.place(QRect(left, base - high, wide, high), width)
            if number < self._position:
                door(painter, QRectF(rect), look.color("line"))
            elif now:
                line_now = max(look.px(0.7), line)
                edge = look.color("picture_ground")
                door(painter, QRectF(rect), look.color("lamp"), edge, line_now)
            else:
                door(painter, QRectF(rect), None, look.color("line"), line)
            left += wide + look.px(1.4)


class SizeSteps(Part):
    """Doors that grow, lit up to the step that is set."""

    def __init__(self, look: Look, step: int, of: int, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._step = step
        self._of = of

    def content_width(self) -> int:
        """See `Part`."""
        return self._of * self.look.sizes.scaled(5) + (self._of - 1) * self.look.sizes.scaled(1.2)

    def least_width(self) -> int:
        """See `Part`."""
        return self.content_width()

    def content_height(self, width: int) -> int:
        """See `Part`."""
        del width
        return self.look.sizes.scaled(7.5)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        look, width, height = self.look, self.width(), self.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        least = look.sizes.scaled(3.4)
        for number in range(self._of):
            high = least + (height - least) * number // max(self._of - 1, 1)
            rect = QRect(
                number * (look.sizes.scaled(5) + look.sizes.scaled(1.2)),
                height - high,
                look.sizes.scaled(5),
                high,
            )
            lit = number < self._step
            edge = look.color("picture_ground" if lit else "line")
            fill = look.color("picture_ground") if lit else None
            door(painter, QRectF(look.place(rect, width)), fill, edge, look.line_width)
        painter.end()
