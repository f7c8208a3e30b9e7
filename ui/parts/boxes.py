# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays parts out in columns, rows and grids, from the start edge of the page, each as high as it needs."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Space
from ui.parts.part import Part, fitted_width, height_of, least_width_of, width_of


class Box(Part):
    """A part that holds others. Hidden ones take no room. Subclasses say where each one lies."""

    def __init__(
        self, look: Look, widgets: Sequence[QWidget], gap: Space = "s4", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.widgets = tuple(widgets)
        self.gap = look.space(gap)
        for widget in self.widgets:
            widget.setParent(self)

    @property
    def shown(self) -> list[QWidget]:
        """The widgets that are not hidden."""
        return [widget for widget in self.widgets if not widget.isHidden()]

    def units(self) -> list[list[QWidget]]:
        """The rows that must stay together when a page shows only some of them."""
        return [[widget] for widget in self.widgets]

    def unit_height(self, unit: Sequence[QWidget], width: int) -> int:
        """The height of one of the `units`, whether it is shown now or not."""
        return max(height_of(widget, fitted_width(widget, width)) for widget in unit)

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """Where each shown widget lies, measured from the left of a page that runs from left to right."""
        raise AssertionError(f"{type(self).__name__} lays nothing out in {width} × {height}")

    def arrange(self) -> None:
        """Move every widget to its place."""
        for widget, rect in self.places(self.width(), self.height()):
            widget.setGeometry(self.look.place(rect, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """A widget inside has changed its size: lay out again and tell whoever holds this box."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.arrange()
            return True
        return super().event(event)


class Column(Box):
    """One under the other."""

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

    def units(self) -> list[list[QWidget]]:
        """A row stays together."""
        return [list(self.widgets)]

    def content_width(self) -> int:
        """See `Part`."""
        shown = self.shown
        return sum(width_of(widget) for widget in shown) + self.gap * max(len(shown) - 1, 0)

    def least_width(self) -> int:
        """See `Part`."""
        shown = self.shown
        if self._stretch is None:
            return max((least_width_of(widget) for widget in shown), default=0)
        return sum(least_width_of(widget) for widget in shown) + self.gap * max(len(shown) - 1, 0)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        rows = self._rows(width)
        heights = [max(height_of(widget, wide) for widget, wide in row) for row in rows]
        return sum(heights) + self.gap * max(len(rows) - 1, 0)

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """See `Box`."""
        found, top = [], 0
        rows = self._rows(width)
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

    def _rows(self, width: int) -> list[list[tuple[QWidget, int]]]:
        shown = self.shown
        if not shown:
            return []
        if self._stretch is not None:
            room = max(width - self.gap * (len(shown) - 1), len(shown))
            parts = self._stretch[: len(shown)]
            return [
                [
                    (w, min(room * s // sum(parts), w.maximumWidth()))
                    for w, s in zip(shown, parts, strict=True)
                ]
            ]
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
        self.columns = max(columns, 1)
        self.fill = fill

    def units(self) -> list[list[QWidget]]:
        """The rows of the grid."""
        return [
            list(self.widgets[start : start + self.columns])
            for start in range(0, len(self.widgets), self.columns)
        ]

    def unit_height(self, unit: Sequence[QWidget], width: int) -> int:
        """See `Box`."""
        return max(height_of(widget, self._cell(width)) for widget in unit)

    def content_width(self) -> int:
        """See `Part`."""
        cell = max((width_of(widget) for widget in self.shown), default=0)
        return cell * self.columns + self.gap * (self.columns - 1)

    def least_width(self) -> int:
        """See `Part`."""
        cell = max((least_width_of(widget) for widget in self.shown), default=0)
        return cell * self.columns + self.gap * (self.columns - 1)

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
            room = height - self.gap * (len(heights) - 1)
            if max(heights) * len(heights) <= room:
                heights = [room // len(heights)] * len(heights)
        found, top = [], 0
        shown = self.shown
        for row, high in enumerate(heights):
            for column, widget in enumerate(shown[row * self.columns : (row + 1) * self.columns]):
                found.append((widget, QRect(column * (cell + self.gap), top, cell, high)))
            top += high + self.gap
        return found

    def _cell(self, width: int) -> int:
        return max((width - self.gap * (self.columns - 1)) // self.columns, 1)

    def _heights(self, width: int) -> list[int]:
        cell, shown = self._cell(width), self.shown
        return [
            max(height_of(widget, cell) for widget in shown[start : start + self.columns])
            for start in range(0, len(shown), self.columns)
        ]
