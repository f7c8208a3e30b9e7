# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A bar on the glass that is made as long as a bank card: so a screen is measured without knowing what it is."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.part import Part

HEIGHT_MM: Final = 10.0
END_MM: Final = 1.4


class CardBar(Part):
    """`pixels` long whatever the settings say, because it is what they are measured by.

    It is decoration for assistive technology: the number that it comes to stands below it, and can be typed.
    """

    def __init__(self, look: Look, pixels: float, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("set-up.bar")
        self._long = round(pixels)

    @property
    def long(self) -> int:
        """How many pixels it is long, as far as there is room."""
        return min(self._long, self.width())

    def content_width(self) -> int:
        """See `Part`."""
        return self._long

    def content_height(self, width: int) -> int:
        """See `Part`."""
        del width
        return self.look.px(HEIGHT_MM)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        look, high, end = self.look, self.height(), max(self.look.px(END_MM), 2)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRect(0, high // 4, self.long, high // 2)
        painter.fillRect(look.place(bar, self.width()), look.color("picture_ground"))
        for left in (0, self.long - end):
            painter.fillRect(look.place(QRect(left, 0, end, high), self.width()), look.color("ink"))
        painter.end()
