# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys that move a map, in pairs of opposites: they are heard and visited in the order in which they are seen."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.box import Box
from ui.parts.control import Control
from ui.parts.part import least_width_of, whole_height_of, width_of

PAIRS: Final = (("up", "down"), ("left", "right"), ("closer", "farther"))
LONG: Final = (("up",), ("down",), ("left",), ("right",), ("closer",), ("farther",))
"""Rows of keys by their names. `left` lies at the start of a line."""


class MapPad(Box):
    """`room` is the width that it will have at most. A key that is hidden leaves its place free."""

    def __init__(
        self, look: Look, keys: Mapping[str, Control], room: int, parent: QWidget | None = None
    ) -> None:
        least = max(least_width_of(key) for key in keys.values())
        gap = max(look.space("s3"), look.target("gap"))
        rows = PAIRS if _total(least, 2, gap) <= room else LONG
        self._rows: tuple[tuple[Control, ...], ...] = tuple(
            found for row in rows if (found := tuple(keys[name] for name in row if name in keys))
        )
        super().__init__(look, [key for row in self._rows for key in row], "s3", parent)

    def units(self) -> list[list[QWidget]]:
        """Opposites stay together."""
        return [list(row) for row in self._rows]

    def unit_height(self, unit: Sequence[QWidget], width: int) -> int:
        """See `Box`."""
        del unit
        return self._high(width)

    def unit_width(self, widget: QWidget, width: int) -> int:
        """See `Box`."""
        del widget
        return self._cell(width)

    @property
    def _columns(self) -> int:
        return max(len(row) for row in self._rows)

    @property
    def _shown_rows(self) -> list[tuple[Control, ...]]:
        """The rows of which anything is shown."""
        return [row for row in self._rows if not all(key.isHidden() for key in row)]

    def content_width(self) -> int:
        """See `Part`."""
        return _total(max(width_of(widget) for widget in self.widgets), self._columns, self.gap)

    def least_width(self) -> int:
        """See `Part`."""
        return _total(max(least_width_of(widget) for widget in self.widgets), self._columns, self.gap)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        return max(_total(self._high(width), len(self._shown_rows), self.gap), 0)

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """See `Box`."""
        del height
        cell, high = self._cell(width), self._high(width)
        return [
            (key, QRect(column * (cell + self.gap), row * (high + self.gap), cell, high))
            for row, keys in enumerate(self._shown_rows)
            for column, key in enumerate(keys)
            if not key.isHidden()
        ]

    def _cell(self, width: int) -> int:
        return max((width - self.gap * (self._columns - 1)) // self._columns, 1)

    def _high(self, width: int) -> int:
        return max(whole_height_of(widget, self._cell(width)) for widget in self.widgets)


def _total(cell: int, count: int, gap: int) -> int:
    return cell * count + gap * (count - 1)
