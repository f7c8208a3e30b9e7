# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays parts out in columns and rows, from the start edge of the page, each as high as it needs."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Space
from ui.parts.box import Box
from ui.parts.part import fitted_width, height_of, least_width_of, shared_widths, whole_height_of, width_of


class Column(Box):
    """One under the other."""

    paints = False

    def content_width(self) -> int:
        """See `Part`."""
        return max((width_of(widget) for widget in self.shown), default=0)

    def least_width(self) -> int:
        """See `Part`."""
        return max((least_width_of(widget) for widget in self.shown), default=0)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        shown = self.shown
        heights = sum(height_of(widget, fitted_width(widget, width)) for widget in shown)
        return heights + self.gap * max(len(shown) - 1, 0)

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """See `Box`."""
        del height
        found, top = [], 0
        for widget in self.shown:
            wide = fitted_width(widget, width)
            high = height_of(widget, wide)
            found.append((widget, QRect(0, top, wide, high)))
            top += high + self.gap
        return found


class Together(Column):
    """One under the other, on one page: a heading does not stand apart from what it is over."""

    def units(self) -> list[list[QWidget]]:
        """All of it stays together."""
        return [list(self.widgets)]


class Row(Box):
    """One after the other from the start edge. `stretch` shares the width in these parts; without it each takes
    what it needs, and the last ones wrap into further lines where the row is too narrow."""

    def __init__(
        self,
        look: Look,
        widgets: Sequence[QWidget],
        gap: Space = "s4",
        *,
        stretch: tuple[int, ...] | None = None,
        align: Literal["top", "middle", "bottom"] = "middle",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, widgets, gap, parent)
        self._stretch = stretch
        self._align = align
        self._units = [list(self.widgets)]

    def fit(self, width: int) -> None:
        """See `Box`."""
        self._units = [[widget for widget, _ in line] for line in self._rows(width, self.widgets)]

    def units(self) -> list[list[QWidget]]:
        """A line stays together."""
        return self._units

    def unit_height(self, unit: Sequence[QWidget], width: int) -> int:
        """See `Box`."""
        return max(whole_height_of(widget, wide) for row in self._rows(width, unit) for widget, wide in row)

    def unit_width(self, widget: QWidget, width: int) -> int:
        """See `Box`."""
        return next(wide for row in self._rows(width, self.widgets) for one, wide in row if one is widget)

    def content_width(self) -> int:
        """See `Part`."""
        shown = self.shown
        return sum(width_of(widget) for widget in shown) + self.gap * max(len(shown) - 1, 0)

    def least_width(self) -> int:
        """See `Part`."""
        shown = self.shown
        return max((least_width_of(widget) for widget in shown), default=0)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        rows = self._rows(width, self.shown)
        heights = [max(height_of(widget, wide) for widget, wide in row) for row in rows]
        return sum(heights) + self.gap * max(len(rows) - 1, 0)

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """See `Box`."""
        found, top = [], 0
        rows = self._rows(width, self.shown)
        for row in rows:
            natural = max(height_of(widget, wide) for widget, wide in row)
            high = max(natural, height) if len(rows) == 1 else natural
            left = 0
            for widget, wide in row:
                own = height_of(widget, wide)
                down = {"top": 0, "middle": (high - own) // 2, "bottom": high - own}[self._align]
                found.append((widget, QRect(left, top + down, wide, own)))
                left += wide + self.gap
            top += high + self.gap
        return found

    def _rows(self, width: int, shown: Sequence[QWidget]) -> list[list[tuple[QWidget, int]]]:
        if not shown:
            return []
        if self._stretch is not None:
            return [self._share(row, width) for row in self._lines(shown, width)]
        rows: list[list[tuple[QWidget, int]]] = [[]]
        used = 0
        for widget in shown:
            wide = min(width_of(widget), width)
            if rows[-1] and used + wide > width:
                rows.append([])
                used = 0
            rows[-1].append((widget, wide))
            used += wide + self.gap
        return rows

    def _lines(self, shown: Sequence[QWidget], width: int) -> list[list[QWidget]]:
        """The widgets of each line: all in one, unless words would have to break."""
        lines: list[list[QWidget]] = [[]]
        used = 0
        for widget in shown:
            least = least_width_of(widget)
            if lines[-1] and used + least > width:
                lines.append([])
                used = 0
            lines[-1].append(widget)
            used += least + self.gap
        return lines

    def _share(self, row: Sequence[QWidget], width: int) -> list[tuple[QWidget, int]]:
        """The widths in one line."""
        stretch = dict(zip(self.widgets, self._stretch or (), strict=False))
        room = max(width - self.gap * (len(row) - 1), len(row))
        widths = shared_widths(room, [stretch.get(w, 1) for w in row], [least_width_of(w) for w in row])
        return [(w, min(wide, w.maximumWidth())) for w, wide in zip(row, widths, strict=True)]
