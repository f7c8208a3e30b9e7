# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Boxes with a face or a side: a card, a line across, and two columns that become one on narrow pages."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Space
from ui.parts.box import Box
from ui.parts.part import Part, fitted_width, height_of, least_width_of, width_of
from ui.parts.shapes import box


class Card(Box):
    """A panel with a line around: its widgets one under the other."""

    def __init__(
        self, look: Look, widgets: Sequence[QWidget], gap: Space = "s3", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, widgets, gap, parent)
        self._pad = look.sizes.scaled(5)

    def units(self) -> list[list[QWidget]]:
        """A card stays together."""
        return [list(self.widgets)]

    def content_width(self) -> int:
        """See `Part`."""
        return max((width_of(widget) for widget in self.shown), default=0) + 2 * self._pad

    def least_width(self) -> int:
        """See `Part`."""
        return max((least_width_of(widget) for widget in self.shown), default=0) + 2 * self._pad

    def content_height(self, width: int) -> int:
        """See `Part`."""
        return self._pad + max((rect.bottom() + 1 for _, rect in self.places(width, 0)), default=0)

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """See `Box`."""
        del height
        found, top = [], self._pad
        for widget in self.shown:
            wide = fitted_width(widget, max(width - 2 * self._pad, 1))
            high = height_of(widget, wide)
            found.append((widget, QRect(self._pad, top, wide, high)))
            top += high + self.gap
        return found

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        look = self.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look.px(look.sizes.tokens.radius_card)
        box(painter, self.rect(), radius, look.color("surface"), look.color("line"), look.line_width)
        painter.end()


class Rule(Part):
    """A soft line across."""

    def content_height(self, width: int) -> int:
        """See `Part`."""
        del width
        return self.look.line_width

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("line_soft"))
        painter.end()


class Side(Box):
    """A column and something beside it, about two to one; under it where the page is narrow."""

    def __init__(self, look: Look, main: QWidget, aside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(look, (main, aside), "s6", parent)
        self._beside = look.layout.aside == "beside"

    def units(self) -> list[list[QWidget]]:
        """Together where they stand beside each other."""
        return [list(self.widgets)] if self._beside else [[widget] for widget in self.widgets]

    def least_width(self) -> int:
        """See `Part`."""
        return max((least_width_of(widget) for widget in self.shown), default=0)

    def content_width(self) -> int:
        """See `Part`."""
        return sum(width_of(widget) for widget in self.shown) + self.gap

    def content_height(self, width: int) -> int:
        """See `Part`."""
        return max((rect.bottom() + 1 for _, rect in self.places(width, 0)), default=0)

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """See `Box`."""
        del height
        shown = self.shown
        if not self._beside or len(shown) < 2:
            found, top = [], 0
            for widget in shown:
                wide = min(width, widget.maximumWidth())
                high = height_of(widget, wide)
                found.append((widget, QRect(0, top, wide, high)))
                top += high + self.look.space("s4")
            return found
        first = (width - self.gap) * 260 // 378
        second = width - self.gap - first
        main, aside = shown
        return [
            (main, QRect(0, 0, first, height_of(main, first))),
            (aside, QRect(first + self.gap, 0, second, height_of(aside, second))),
        ]
