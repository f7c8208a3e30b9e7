# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One of many things that are to be done once: its words in a field, with a sign before them once it is done."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.shapes import box
from ui.parts.text import LaidText
from ui.parts.text_block import TextBlock

HIGH_MM = 15.0
"""The least height of a field: many stand under each other, and none of them is pressed."""


class Ticked(LaidText):
    """A field that cannot be pressed. The room for its sign is kept, so that nothing moves when it comes."""

    def __init__(
        self, look: Look, words: str, said: str, *, done: bool, parent: QWidget | None = None
    ) -> None:
        self._pad = look.space("s2")
        self._sign = min(look.icon_px, look.px(HIGH_MM / 2))
        self.done = done
        super().__init__(look, TextBlock(look, words, "strong"), parent)
        self.setAccessibleName(said)

    def tick(self, said: str, *, done: bool) -> None:
        """Show whether it is done, and what assistive technology says of it."""
        self.setAccessibleName(said)
        if done is not self.done:
            self.done = done
            self.update()

    def before_words(self) -> int:
        """See `LaidText`. The padding after the words counts, too."""
        return self._sign + 3 * self._pad

    def whole_height(self, width: int) -> int:
        """See `LaidText`."""
        return max(self.block.height(self._room(width)) + 2 * self._pad, self.look.px(HIGH_MM))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        look, rect = self.look, self.rect()
        painter = QPainter(self)
        fill, line = ("done_fill", "done") if self.done else ("ground", "line_soft")
        box(painter, rect, 0, look.color(fill), look.color(line), look.line_width)
        if self.done:
            sign = QRect(self._pad, (rect.height() - self._sign) // 2, self._sign, self._sign)
            ink = look.color("done")
            look.paint_picture(painter, look.place(sign, rect.width()), "check", ink, ink)
        room = self._room(rect.width())
        high = self.block.height(room)
        place = QRect(self._sign + 2 * self._pad, (rect.height() - high) // 2, room, high)
        ink = look.color("done" if self.done else "ink_soft")
        self.block.draw(painter, look.place(place, rect.width()), ink)
        painter.end()
