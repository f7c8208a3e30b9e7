# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A code to scan (ISO/IEC 18004), dark on a sheet of paper white in every theme."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.part import Part
from ui.parts.shapes import box

PADDING_MM: Final = 6.0
CODE_MM: Final = 62.0
CORNER_MM: Final = 1.2
EDGE_MM: Final = 0.3
QUIET_ZONE: Final = 4
"""Modules of paper around the code (ISO/IEC 18004, section 6.3.8)."""

Modules = Sequence[Sequence[bool]]
"""The dark and light squares of a code, without its quiet zone."""


def paint_sheet(painter: QPainter, look: Look, sheet: QRect) -> None:
    """A sheet of paper."""
    edge = look.color("line_soft")
    box(painter, sheet, look.px(CORNER_MM), look.color("paper"), edge, max(look.px(EDGE_MM), 1))


def paint_code(painter: QPainter, look: Look, place: QRect, modules: Modules) -> None:
    """Whole pixels for each module: edges that a reader can tell apart."""
    count = len(modules) + 2 * QUIET_ZONE
    side = place.width() // count
    if side < 1:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    left = place.x() + (place.width() - side * count) // 2 + QUIET_ZONE * side
    top = place.y() + (place.height() - side * count) // 2 + QUIET_ZONE * side
    ink = look.color("paper_ink")
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                painter.fillRect(QRect(left + column * side, top + row * side, side, side), ink)


class CodeSheet(Part):
    """The code by itself, where letters are so large that its number stands in lines above it."""

    def __init__(
        self, look: Look, modules: Modules, *, accessible_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(accessible_name)
        self._modules = tuple(tuple(row) for row in modules)

    def content_width(self) -> int:
        """See `Part`."""
        return self.look.px(CODE_MM)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        return min(width, self.look.px(CODE_MM))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        side = self.content_height(self.width())
        place = self.look.place(QRect(0, 0, side, side), self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sheet(painter, self.look, place)
        paint_code(painter, self.look, place, self._modules)
        painter.end()
