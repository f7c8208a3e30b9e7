# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One key of the screen's keyboard: it types and never takes the focus from the field when it is touched."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Role
from ui.keyboard.measure import drawn, key_block, least_low_px, lift_px, side_px
from ui.parts.control import Control
from ui.parts.shapes import box


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
        lift: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, accessible_name or text, parent)
        self._role: Role = role
        self._language = language
        self._low = lift is not None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.words = text
        self._lift = lift_px(look, role, language) if lift is None else lift
        self.block = key_block(self.look, text, self._role, self._language, low=self._low)

    def set_words(self, text: str, accessible_name: str = "") -> None:
        """Show other words or another letter."""
        name = accessible_name or text
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if text != self.words:
            self.words = text
            self.block = key_block(self.look, text, self._role, self._language, low=self._low)
            self.update()

    def content_width(self) -> int:
        """See `Control`."""
        return self.block.natural_width() + 2 * self._side

    def least_width(self) -> int:
        """See `Control`."""
        return max(self.block.longest_word() + 2 * self._side, self.look.target("key"))

    def content_height(self, width: int) -> int:
        """See `Control`."""
        room = max(width - 2 * self._side, 1)
        words = self.block.height(room) + self.look.px(1)
        if self._low:
            more = (self.block.lines(room) - 1) * self.block.line_px
            words = drawn(self.look, [self.words], self._role, self._language)[0] + more
            return max(words, least_low_px(self.look))
        return max(words, self.look.target("key"))

    @property
    def _side(self) -> int:
        return side_px(self.look, self._role)

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """See `Control`."""
        look = self.look
        ink = look.color("ground" if pressed else "ink")
        fill = look.color("ink" if pressed else "key")
        line = look.color("ink" if pressed else "key_line")
        box(painter, rect, self.ring_radius, fill, line, look.line_width)
        room = max(rect.width() - 2 * self._side, 1)
        height = self.block.lines(room) * self.block.line_px if self._low else self.block.height(room)
        top = (rect.height() - height) // 2 - self._lift
        self.block.draw(painter, QRect(self._side, top, room, height), ink)
