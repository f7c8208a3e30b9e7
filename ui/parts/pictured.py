# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words with a picture before their first line, which may have bold parts."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.text import LaidText
from ui.parts.text_block import TextBlock
from ui.parts.text_options import Run


class Pictured(LaidText):
    """A wrapped text with a picture before its first line. `ink` is the role of its colour."""

    def __init__(
        self, look: Look, block: TextBlock, picture: str, icon: int, ink: str, parent: QWidget | None = None
    ) -> None:
        self._ink = ink
        self._picture = picture
        self._icon = icon if picture else 0
        self._gap = look.px(3) if picture else 0
        super().__init__(look, block, parent)

    def before_words(self) -> int:
        """See `LaidText`."""
        return self._icon + self._gap

    def least_height(self) -> int:
        """See `LaidText`."""
        return self._icon

    def width_in_lines(self, lines: int) -> int:
        """The least width in which the words take so many lines, if none of them has to break."""
        low, high = self.block.longest_word(), max(self.block.natural_width(), self.block.longest_word())
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self.block.lines(middle) <= lines else (middle + 1, high)
        return low + self.before_words()

    def breaks(self, width: int) -> list[int]:
        """The heights between two lines, where a page may end."""
        return self.block.breaks(self._room(width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        self.paint_into(painter, self.rect(), pressed=False)
        painter.end()

    def words_place(self, rect: QRect) -> QRect:
        """Where in `rect` the words stand."""
        room = self._room(rect.width())
        words = self.drawn.height_of_lines(self._lines_shown(room)[1])
        top = max((rect.height() - words) // 2, 0)
        place = self.look.place(QRect(self.before_words(), top, room, words), rect.width())
        return place.translated(rect.topLeft())

    def paint_into(
        self, painter: QPainter, rect: QRect, *, pressed: bool, only: tuple[int, int] | None = None
    ) -> None:
        """Paint into `rect`, also of a control that shows this text; `pressed` is inverse video.

        `only` are the lines that can be seen there, the first and how many, where a page parts that control.
        """
        look, place = self.look, self.words_place(rect)
        ink = look.color("ground" if pressed else self._ink)
        first, count = self._lines_shown(place.width())
        if only is not None:
            place.translate(0, (only[0] - first) * self.drawn.line_px)
            first, count = only
        if not count:
            return
        if self._picture and first == 0:
            down = place.y() - rect.y() + max((self.drawn.line_px - self._icon) // 2, 0)
            icon = look.place(QRect(0, down, self._icon, self._icon), rect.width())
            self.paint_sign(painter, icon.translated(rect.topLeft()), ink, pressed=pressed)
        self.drawn.draw(painter, place, ink, first, count)

    def paint_sign(self, painter: QPainter, place: QRect, ink: QColor, *, pressed: bool) -> None:
        """Paint the picture."""
        colours = (ink, ink) if pressed else (None, None)
        self.look.paint_picture(painter, place, self._picture, *colours)


class Sentence(Pictured):
    """A wrapped sentence with bold parts, and a picture before its first line."""

    def __init__(
        self,
        look: Look,
        runs: Sequence[Run],
        *,
        picture: str | None = None,
        color: str = "ink_soft",
        language: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._language, self._runs = language, tuple(runs)
        block = TextBlock(look, runs, language=language)
        super().__init__(look, block, picture or "", round(look.body_px * 1.15), color, parent)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Say something else."""
        self._runs = tuple(runs)
        self._exchange(TextBlock(self.look, runs, language=self._language))

    def _runs_of(self) -> Sequence[Run]:
        return self._runs

    def _lay_runs(self, runs: Sequence[Run]) -> TextBlock:
        return TextBlock(self.look, runs, language=self._language)
