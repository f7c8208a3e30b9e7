# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What rows of a page have in common: they stay together, and a fine line ends each."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Space
from ui.parts.box import Box
from ui.parts.part import least_width_of


class RuledRow(Box):
    """Words and buttons between `pad` millimetres of room, with a line below them."""

    def __init__(
        self, look: Look, widgets: Sequence[QWidget], gap: Space, pad: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, widgets, gap, parent)
        self._pad = look.sizes.scaled(pad)
        self._line = look.line_width

    def units(self) -> list[list[QWidget]]:
        """A row stays together."""
        return [list(self.widgets)]

    def least_width(self) -> int:
        """See `Part`."""
        return max(least_width_of(widget) for widget in self.widgets)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        return max(rect.bottom() + 1 for _, rect in self.places(width, 0)) + self._pad + self._line

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        painter.fillRect(
            0, self.height() - self._line, self.width(), self._line, self.look.color("line_soft")
        )
        painter.end()
