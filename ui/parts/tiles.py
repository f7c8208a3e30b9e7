# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Large buttons: a language, a picture over its words, and a way on that fills its row."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.buttons import button_line
from ui.parts.control import Control
from ui.parts.shapes import box
from ui.parts.text_block import TextBlock

SECOND_LINE_SHARE = 1.45
"""Line of the words in other scripts, of the letters' size: it must hold Arabic and Chinese letters too."""


class LanguageButton(Control):
    """A language by its own name, drawn as strongly as every other: none is the default."""

    def __init__(self, look: Look, text: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent)
        self.words = text
        self.block = TextBlock(look, text, "title", language=language, align="centre")
        self._pad = look.space("s4")

    def content_width(self) -> int:
        """See `Control`."""
        return max(self.look.px(60), self.block.natural_width() + 2 * self._pad)

    def least_width(self) -> int:
        """See `Control`."""
        return self.block.longest_word() + 2 * self._pad

    def content_height(self, width: int) -> int:
        """See `Control`."""
        look = self.look
        text = self.block.height(max(width - 2 * self._pad, 1)) + 2 * look.space("s2")
        return max(look.px(20.5 if look.layout.kind == "narrow" else 27), text)

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """See `Control`."""
        look = self.look
        ink = look.color("on_primary_pressed" if pressed else "on_primary")
        fill = look.color("primary_pressed" if pressed else "primary")
        box(painter, rect, self.ring_radius, fill, ink if pressed else fill, look.line_width)
        room = max(rect.width() - 2 * self._pad, 1)
        text = self.block.height(room)
        self.block.draw(painter, QRect(self._pad, (rect.height() - text) // 2, room, text), ink)


class TileButton(Control):
    """A picture over its words, and perhaps the same words in a second language."""

    def __init__(
        self,
        look: Look,
        text: str,
        picture: str,
        *,
        second: str = "",
        second_language: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, f"{text} {second}".strip(), parent)
        self.words = text
        self._picture = picture
        line = button_line(look, None)
        self._blocks = [TextBlock(look, text, "strong", align="centre", line_px=line)]
        if second:
            self._blocks.append(
                TextBlock(
                    look,
                    second,
                    "strong",
                    language=second_language,
                    align="centre",
                    line_px=round(look.body_px * SECOND_LINE_SHARE),
                )
            )
        self._pad = look.space("s3")
        self._icon = look.px(min(14 * look.sizes.now.space_factor, 22))
        self._beside = look.layout.kind == "narrow" or look.preferences.text_step > 1

    def content_width(self) -> int:
        """See `Control`."""
        words = max(block.natural_width() for block in self._blocks)
        icon = self._icon + self._pad if self._beside else 0
        return max(self.look.px(60), words + icon + 2 * self._pad)

    def least_width(self) -> int:
        """See `Control`."""
        icon = self._icon + self._pad if self._beside else 0
        return max(block.longest_word() for block in self._blocks) + icon + 2 * self._pad

    def content_height(self, width: int) -> int:
        """See `Control`."""
        look = self.look
        if self._beside:
            words = self._words_height(width - self._icon - self._pad)
            return max(words, self._icon, look.target("primary")) + look.space("s2")
        return max(look.px(46), self._words_height(width) + self._icon + 3 * look.space("s2"))

    def _words_height(self, width: int) -> int:
        return sum(block.height(max(width - 2 * self._pad, 1)) for block in self._blocks)

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """See `Control`."""
        look = self.look
        ink = look.color("ground" if pressed else "ink")
        fill = look.color("ink" if pressed else "surface")
        box(painter, rect, self.ring_radius, fill, look.color("ink" if pressed else "line"), look.line_width)
        accent = fill if pressed else look.color("accent")
        if self._beside:
            self._paint_beside(painter, rect, ink, accent)
            return
        gap = look.space("s2")
        words = self._words_height(rect.width())
        top = (rect.height() - words - gap - self._icon) // 2
        icon = QRect((rect.width() - self._icon) // 2, top, self._icon, self._icon)
        look.paint_picture(painter, icon, self._picture, ink, accent)
        self._paint_words(painter, self._pad, top + self._icon + gap, rect.width() - 2 * self._pad, ink)

    def _paint_beside(self, painter: QPainter, rect: QRect, ink: QColor, accent: QColor) -> None:
        look, width = self.look, rect.width()
        icon = QRect(self._pad, (rect.height() - self._icon) // 2, self._icon, self._icon)
        look.paint_picture(painter, look.place(icon, width), self._picture, ink, accent)
        room = max(width - self._icon - 3 * self._pad, 1)
        left = look.place(QRect(self._icon + 2 * self._pad, 0, room, 1), width).x()
        words = sum(block.height(room) for block in self._blocks)
        self._paint_words(painter, left, (rect.height() - words) // 2, room, ink)

    def _paint_words(self, painter: QPainter, left: int, top: int, width: int, ink: QColor) -> None:
        for block in self._blocks:
            height = block.height(max(width, 1))
            block.draw(painter, QRect(left, top, width, height), ink)
            top += height


class RowButton(Control):
    """A way on that fills the row: picture, bold title, and a sentence under it."""

    def __init__(
        self, look: Look, picture: str, title: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, f"{title}. {text}" if text else title, parent)
        self.words = title
        self._picture = picture
        self._title = TextBlock(look, title, "strong")
        self._text = TextBlock(look, text)
        self._pad = look.space("s3")
        self._icon = round(look.icon_px * 1.2) if picture else 0

    def _beside(self, width: int) -> int:
        """The room of the picture with the gap after it: it goes before a word is broken."""
        wide = self._icon + self._pad if self._icon else 0
        words = max(self._title.longest_word(), self._text.longest_word())
        return wide if words <= width - 2 * self._pad - wide else 0

    def _room(self, width: int) -> int:
        return max(width - self._beside(width) - 2 * self._pad, 1)

    def content_width(self) -> int:
        """See `Control`."""
        words = max(self._title.natural_width(), self._text.natural_width())
        return words + (self._icon + self._pad if self._icon else 0) + 2 * self._pad

    def least_width(self) -> int:
        """See `Control`."""
        words = max(self._title.longest_word(), self._text.longest_word())
        return words + (self._icon + self._pad if self._icon else 0) + 2 * self._pad

    def content_height(self, width: int) -> int:
        """See `Control`."""
        room = self._room(width)
        words = self._title.height(room) + self._text.height(room)
        return max(words + 2 * self.look.space("s2"), self.look.target("choice"))

    def breaks(self, width: int) -> Sequence[int]:
        """See `Control`."""
        room = self._room(width)
        title, text = self._title.height(room), self._text.height(room)
        first = (self.content_height(width) - title - text) // 2
        found = [first + place for place in self._title.breaks(room)]
        return [*found, *(first + title + place for place in (0, *self._text.breaks(room)) if text)]

    def seams(self, width: int) -> Sequence[int]:
        """See `Control`."""
        room = self._room(width)
        title, text = self._title.height(room), self._text.height(room)
        first = (self.content_height(width) - title - text) // 2
        return [first + title] if text else []

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """See `Control`."""
        look, width = self.look, rect.width()
        ink = look.color("ground" if pressed else "ink")
        fill = look.color("ink" if pressed else "surface")
        box(painter, rect, self.ring_radius, fill, look.color("ink" if pressed else "line"), look.line_width)
        if self._picture and self._beside(width):
            icon = QRect(self._pad, (rect.height() - self._icon) // 2, self._icon, self._icon)
            colours = (ink, fill) if pressed else (None, None)
            look.paint_picture(painter, look.place(icon, width), self._picture, *colours)
        room = self._room(width)
        title, text = self._title.height(room), self._text.height(room)
        place = look.place(
            QRect(width - self._pad - room, (rect.height() - title - text) // 2, room, title), width
        )
        self.write(painter, self._title, place, ink)
        soft = ink if pressed else look.color("ink_soft")
        self.write(painter, self._text, QRect(place.x(), place.y() + title, room, text), soft)
