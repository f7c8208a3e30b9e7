# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays parts out in equal cells, as many in a row as hold their words."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Space
from ui.parts.box import Box
from ui.parts.control import Control
from ui.parts.part import height_of, least_width_of, whole_height_of, width_of


class Grid(Box):
    """Equal cells in rows. `fill` lets them take all the height they are given."""

    def __init__(
        self,
        look: Look,
        widgets: Sequence[QWidget],
        columns: int,
        gap: Space = "s4",
        *,
        fill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, widgets, gap, parent)
        if any(isinstance(widget, Control) for widget in widgets):
            self.gap = max(self.gap, look.target("gap"))
        self._wanted = max(columns, 1)
        self._for_width = 0
        self._columns = self._wanted
        self.fill = fill

    @property
    def columns(self) -> int:
        """How many cells stand in a row: fewer than wanted where a word would have to break, or as many rows do."""
        return self._columns

    def units(self) -> list[list[QWidget]]:
        """The rows of the grid."""
        return [
            list(self.widgets[start : start + self.columns])
            for start in range(0, len(self.widgets), self.columns)
        ]

    def fit(self, width: int) -> None:
        """Choose how many columns stand in a width."""
        if width == self._for_width:
            return
        self._for_width = width
        least = max((least_width_of(widget) for widget in self.widgets), default=0)
        self._columns = self._wanted
        while self._columns > 1 and (width - self.gap * (self._columns - 1)) // self._columns < least:
            self._columns -= 1
        # Four in three columns would leave one alone under the others, and two would leave a hole beside them.
        rows = math.ceil(len(self.widgets) / self._columns)
        self._columns = math.ceil(len(self.widgets) / max(rows, 1)) or 1

    def unit_height(self, unit: Sequence[QWidget], width: int) -> int:
        """See `Box`."""
        return max(whole_height_of(widget, self._cell(width)) for widget in unit)

    def unit_width(self, widget: QWidget, width: int) -> int:
        """See `Box`."""
        return min(self._cell(width), widget.maximumWidth())

    def content_width(self) -> int:
        """See `Part`."""
        cell = max((width_of(widget) for widget in self.shown), default=0)
        return cell * self._wanted + self.gap * (self._wanted - 1)

    def least_width(self) -> int:
        """See `Part`."""
        return max((least_width_of(widget) for widget in self.shown), default=0)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        heights = self._heights(width)
        return sum(heights) + self.gap * max(len(heights) - 1, 0)

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """See `Box`."""
        cell = self._cell(width)
        heights = self._heights(width)
        needed = sum(heights) + self.gap * max(len(heights) - 1, 0)
        if self.fill and heights and height > needed:
            heights = levelled(heights, height - self.gap * (len(heights) - 1))
        found, top = [], 0
        shown = self.shown
        for row, high in enumerate(heights):
            for column, widget in enumerate(shown[row * self.columns : (row + 1) * self.columns]):
                found.append((widget, QRect(column * (cell + self.gap), top, cell, high)))
            top += high + self.gap
        return found

    def _cell(self, width: int) -> int:
        self.fit(width)
        return max((width - self.gap * (self.columns - 1)) // self.columns, 1)

    def _heights(self, width: int) -> list[int]:
        cell, shown = self._cell(width), self.shown
        return [
            max(height_of(widget, cell) for widget in shown[start : start + self.columns])
            for start in range(0, len(shown), self.columns)
        ]


def levelled(heights: Sequence[int], room: int) -> list[int]:
    """Share a room that all fit in: what is left over goes to the lowest first, until all are alike."""
    low = sorted(heights)
    while low:
        level = (room - sum(heights) + sum(low)) // len(low)
        if level >= low[-1]:
            return [max(high, level) for high in heights]
        low.pop()
    return list(heights)
