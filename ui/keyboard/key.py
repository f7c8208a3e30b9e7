# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One key of the screen's keyboard: it types and never takes the focus from the field when it is touched."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Role
from ui.parts.control import Control
from ui.parts.shapes import box
from ui.parts.text_block import TextBlock

SIDE_MM = 2.0
"""Free room between a word and the edge of its key."""

LINE = 1.3


class Key(Control):
    """A key with a letter (role `key`), a number (role `title`) or words (role `strong`).

    The focus reaches it by Tab and arrows only: a touched key leaves it in the field, which is the echo line.
    Assistive technology reads the letter or the words on it.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        role: Role = "key",
        *,
        language: str | None = None,
        accessible_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, accessible_name or text, parent)
        self._role: Role = role
        self._language = language
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.words = text
        self.block = self._lay(text)

    def set_words(self, text: str, accessible_name: str = "") -> None:
        """Show other words or another letter."""
        if text == self.words:
            return
        self.words = text
        self.block = self._lay(text)
        self.setAccessibleName(accessible_name or text)
        self.update()

    def content_width(self) -> int:
        """See `Control`."""
        return self.block.natural_width() + 2 * self._side

    def least_width(self) -> int:
        """See `Control`."""
        return max(self.block.longest_word() + 2 * self._side, self.look.target("key"))

    def content_height(self, width: int) -> int:
        """See `Control`."""
        words = self.block.height(max(width - 2 * self._side, 1)) + self.look.px(1)
        return max(words, self.look.target("key"))

    @property
    def _side(self) -> int:
        return self.look.px(SIDE_MM if self._role == "strong" else 0.5)

    def _lay(self, text: str) -> TextBlock:
        look = self.look
        px = look.font(self._role, self._language).pixelSize()
        # Letters of a key stand alone: their line is as high as their marks need.
        line = round(px * LINE)
        return TextBlock(
            look, text, self._role, language=self._language, align="centre", bold=True, line_px=line
        )

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """See `Control`."""
        look = self.look
        ink = look.color("ground" if pressed else "ink")
        fill = look.color("ink" if pressed else "key")
        line = look.color("ink" if pressed else "key_line")
        box(painter, rect, self.ring_radius, fill, line, look.line_width)
        room = max(rect.width() - 2 * self._side, 1)
        height = self.block.height(room)
        self.block.draw(painter, QRect(self._side, (rect.height() - height) // 2, room, height), ink)
