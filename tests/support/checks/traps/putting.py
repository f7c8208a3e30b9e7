# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts one thing more onto a shown screen: a widget at its place, or words in any size and colour."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from tests.support.checks.screen import ScreenUnderTest
from ui.parts.part import Part
from ui.parts.text_block import TextBlock


class _Words(Part):
    """Words at any place, in any size and colour."""

    def __init__(self, look: Look, words: str, *, px: int = 0, colour: str = "ink", parent: QWidget) -> None:
        super().__init__(look, parent)
        self.block = TextBlock(look, words, px=px)
        self._colour = QColor(colour) if colour.startswith("#") else look.color(colour)
        self.setAccessibleName(words)

    def content_height(self, width: int) -> int:
        return self.block.height(width)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        self.block.draw(painter, self.rect(), self._colour)
        painter.end()


def put(screen: ScreenUnderTest, widget: QWidget, where: QRect) -> None:
    widget.setGeometry(where)
    widget.show()
    screen.changed()


def write(screen: ScreenUnderTest, words: str, *, px: int = 0, colour: str = "ink") -> None:
    made = _Words(screen.look, words, px=px, colour=colour, parent=screen.page)
    put(screen, made, free_place(screen, 400, 60))


def free_place(screen: ScreenUnderTest, width: int, height: int) -> QRect:
    return QRect(screen.page.width() - width - 12, screen.page.height() - height - 12, width, height)
