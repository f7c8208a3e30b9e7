# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs with words: the mark of a service, the panel of a notice, and the sentence at a field."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.part import Part
from ui.parts.pictured import Pictured
from ui.parts.shapes import box
from ui.parts.text import PlainText
from ui.parts.text_block import TextBlock
from ui.parts.text_options import Run

MarkKind = Literal["done", "wait", "soft", "error"]
NoticeKind = Literal["done", "wait", "error", "plain"]
EDGE = 2.6
"""mm of a notice's start edge."""


class Mark(Pictured):
    """A drawing and a word, in the colour of what they mean."""

    def __init__(
        self,
        look: Look,
        text: str,
        kind: MarkKind,
        picture: str,
        *,
        language: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._language = language
        block = TextBlock(look, text, "strong", language=language)
        icon = look.px(min(look.sizes.now.icon, 14))
        super().__init__(look, block, picture, icon, "ink_soft" if kind == "soft" else kind, parent)

    def _lay_runs(self, runs: Sequence[Run]) -> TextBlock:
        words = "".join(words for words, _ in runs)
        return TextBlock(self.look, words, "strong", language=self._language)

    def set_text(self, text: str) -> None:
        """Say something else, in the same language."""
        if text != self.block.text:
            self._exchange(TextBlock(self.look, text, "strong", language=self._language))

    def paint_sign(self, painter: QPainter, place: QRect, ink: QColor, *, pressed: bool) -> None:
        """See `Pictured`."""
        accent = ink if pressed else self.look.color("accent" if self._ink == "ink_soft" else "surface")
        if self._picture == "sealed" and not pressed:
            accent = ink
        self.look.paint_picture(painter, place, self._picture, ink, accent)


class Problem(Mark):
    """What is wrong with an entry, at the field: a triangle and the sentence."""

    def __init__(
        self, look: Look, text: str, *, language: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, text, "error", "problem", language=language, parent=parent)


class Notice(Part):
    """A panel with a thick start edge: a title, a sentence, a drawing. `plain` has no colour of its own."""

    def __init__(
        self,
        look: Look,
        kind: NoticeKind,
        picture: str,
        title: str,
        text: str = "",
        *,
        language: str | None = None,
        text_language: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._ink = "line" if kind == "plain" else kind
        self._fill = "surface" if kind == "plain" else f"{kind}_fill"
        self._picture = picture
        self._title = PlainText(look, title, "strong", language=language, parent=self)
        self._text = PlainText(look, text, language=text_language or language, parent=self)
        self._text.setVisible(bool(text))
        self._edge = look.px(EDGE)
        self._pad = look.sizes.scaled(5)
        self._pad_y = look.space("s3")
        self._icon = look.icon_px if picture else 0
        self._gap = look.space("s3") if picture else 0
        self.setAccessibleName(f"{title} {text}".strip())

    def _before(self) -> int:
        return self._edge + self._pad + self._icon + self._gap

    def content_width(self) -> int:
        """See `Part`."""
        words = max(self._title.sizeHint().width(), self._text.sizeHint().width())
        return self._before() + words + self._pad

    def least_width(self) -> int:
        """See `Part`."""
        words = max(self._title.minimumSizeHint().width(), self._text.minimumSizeHint().width())
        return self._before() + words + self._pad

    def _room(self, width: int) -> int:
        """The width of the words: all there is for one line each, else what can be followed (look.md section 3)."""
        room = max(width - self._before() - self._pad, 1)
        one_line = max(part.block.natural_width() for part in (self._title, self._text)) <= room
        return room if one_line else min(room, self.look.measure_px())

    def content_height(self, width: int) -> int:
        """See `Part`."""
        room = self._room(width)
        words = self._title.heightForWidth(room)
        if not self._text.isHidden():
            words += self._text.heightForWidth(room)
        return max(words, self._icon) + 2 * self._pad_y

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        width = self.width()
        room = self._room(width)
        self._title.setMaximumWidth(room)
        self._text.setMaximumWidth(room)
        title = self._title.heightForWidth(room)
        place = QRect(self._before(), self._pad_y, room, title)
        self._title.setGeometry(self.look.place(place, width))
        place = QRect(self._before(), self._pad_y + title, room, self._text.heightForWidth(room))
        self._text.setGeometry(self.look.place(place, width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        look, width, height = self.look, self.width(), self.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look.px(look.sizes.tokens.radius_card)
        ink = look.color(self._ink)
        box(painter, self.rect(), radius, look.color(self._fill), ink, look.line_width)
        shape = QPainterPath()
        shape.addRoundedRect(self.rect(), radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(look.place(QRect(0, 0, self._edge, height), width), ink)
        painter.setClipping(False)
        if self._picture:
            top = self._pad_y + max((self._title.block.line_px - self._icon) // 2, 0)
            icon = look.place(QRect(self._edge + self._pad, top, self._icon, self._icon), width)
            accent = look.color("accent" if self._fill == "surface" else self._fill)
            colour = look.color("picture_ground" if self._ink == "line" else self._ink)
            look.paint_picture(painter, icon, self._picture, colour, accent)
        painter.end()
