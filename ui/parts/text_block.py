# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays out and paints one plain text: wrapped between words, with the look's line height, in any direction."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout

from accessibility.qt.look import Look
from accessibility.tokens import Role
from i18n.messages import language_of
from ui.parts import wrapping
from ui.parts.long_words import LongWords
from ui.parts.text_options import Align, Run, across, formats, is_joined, option, stroke_ends, strokes, units
from ui.parts.text_parting import place_of

UNBOUNDED = 1_000_000

MOST, MOST_ASSISTED = 80, 60
"""Letters in a line of running text (SEE-11)."""


class TextBlock:
    """A text in one rank. Nothing in it is read as markup.

    Where a word is wider than the place, letters of a rank above running text are set smaller, down to running
    text. Only then is the word broken: it is never cut and never runs out (SEE-04).
    """

    def __init__(
        self,
        look: Look,
        text: str | Sequence[Run],
        role: Role = "body",
        *,
        language: str | None = None,
        align: Align = "start",
        bold: bool | None = None,
        line_px: int = 0,
        px: int = 0,
    ) -> None:
        tag = language or look.language
        tag = language_of(text, tag) if isinstance(text, str) else tag
        runs = [(text, False)] if isinstance(text, str) else list(text)
        self.text = "".join(piece for piece, _ in runs)
        self._font = QFont(look.font(role, tag))
        self._font.setPixelSize(px or self._font.pixelSize())
        if bold is not None:
            self._font.setBold(bold)
        self._never_bold = bold is False  # else a word may be said with weight later, and needs its width
        self.line_px = line_px or look.line_px(role, tag)
        if px and not line_px:
            self.line_px = round(self.line_px * px / look.font(role, tag).pixelSize())
        self._layout = QTextLayout(self.text.replace("\n", wrapping.NEW_LINE), self._font)
        self._layout.setCacheEnabled(True)
        self._whole_px, self._whole_line = self._font.pixelSize(), self.line_px
        self._whole_apart = self._font.letterSpacing()
        self._least_px = min(look.font("body", tag).pixelSize(), self._whole_px)
        self._layout.setTextOption(option(look, tag, align))
        if len(runs) > 1 or runs[0][1]:
            self._layout.setFormats(formats(runs))
        self._long_words = LongWords(self._layout, runs, tag)
        self._width = -1
        self._longest: int | None = None
        self._natural: int | None = None
        # A page asks for the same few widths in turn: where no width changes the letters, breaking once is enough.
        self._same_letters = self._whole_px == self._least_px and not self._whole_apart
        self._counted, self._lines = dict[int, int](), 0
        # Keys are too narrow for lines to be evened out.
        self._evened = role != "key"
        # Running text uses the width of its place; a heading and what is pressed are set in even lines.
        self._full = role == "body" and align != "centre"
        self._most = MOST_ASSISTED if look.preferences.assisted else MOST
        self._align = align if align == "centre" else "start" if (align == "start") is not look.rtl else "end"
        # A key's one line stands in its middle, with room below.
        self._above, self._below = self._ink_beyond() if role != "key" else (0, 0)

    def height(self, width: int) -> int:
        """Pixels of height at a width of `width` pixels."""
        return self.height_of_lines(self.lines(width))

    def height_of_lines(self, count: int) -> int:
        """Pixels of height of that many lines, with room for what reaches over the first and below the last."""
        return count * self.line_px + (self._above + self._below if count else 0)

    def breaks(self, width: int) -> list[int]:
        """The heights between two lines, where a page may end."""
        return [number * self.line_px + self._above + self._below for number in range(1, self.lines(width))]

    def lines_in(self, height: int) -> int:
        """How many lines fit in a height; at least one."""
        return max((height - self._above - self._below) // self.line_px, 1)

    def lines(self, width: int) -> int:
        """How many lines the text takes at that width."""
        known = self._counted.get(width) if self._same_letters else None
        if known is None:
            self._lay(width)
            known = self._counted[width] = self._lines
        return known

    def ended_lines(self, width: int) -> list[int]:
        """After how many lines the text itself begins a new one, at that width."""
        self._lay(width)
        return wrapping.ended_lines(self._layout)

    def natural_width(self) -> int:
        """The width at which nothing has to wrap."""
        if self._natural is None:
            before = self._width
            self._lay(UNBOUNDED)
            lines = (self._layout.lineAt(n) for n in range(self._layout.lineCount()))
            self._natural = math.ceil(max((line.naturalTextWidth() for line in lines), default=0)) + 1
            if before > 0:
                self._lay(before)
        return self._natural

    def reach(self, width: int) -> tuple[float, float]:
        """How far strokes reach over the first line and under the last; below 0 where they leave room."""
        self._lay(width)
        if not self._lines:
            return 0, 0
        first, last = self._layout.lineAt(0), self._layout.lineAt(self._layout.lineCount() - 1)
        return -stroke_ends(first)[0], stroke_ends(last)[1] - self._layout.lineCount() * self.line_px

    def longest_word(self) -> int:
        """The width of the longest word, below which words would have to be parted."""
        if self._longest is None:
            self._longest = self._widest_word(apart=True)
        return self._longest

    def _widest_word(self, *, apart: bool) -> int:
        bold = QFont(self._font)
        bold.setBold(not self._never_bold)
        bold.setPixelSize(self._whole_px)
        bold.setLetterSpacing(bold.letterSpacingType(), self._whole_apart if apart else 0)
        return math.ceil(wrapping.widest_word(self.text, bold)) + 1

    def draw(
        self, painter: QPainter, place: QRect, colour: QColor, first: int = 0, count: int | None = None
    ) -> None:
        """Paint the lines from `first` on, at most `count`, from the top of `place` down."""
        self._lay(place.width())
        painter.setPen(colour)
        last = self._layout.lineCount() if count is None else min(first + count, self._layout.lineCount())
        for number in range(first, last):
            line = self._layout.lineAt(number)
            line.draw(painter, QPointF(place.x(), place.y() - first * self.line_px))

    def where(self, words: str, width: int) -> list[QRect]:
        """Where these words stand at that width, one rectangle a line; none when they are not in the text."""
        begin, end = place_of(words, self.text)
        if begin == end:
            return []
        self._lay(width)
        first = self._long_words.laid(units(self.text[:begin]))
        last = self._long_words.laid(units(self.text[:end]))
        found = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            begin, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if begin < end:
                sides = sorted((across(line, begin), across(line, end)))
                wide = max(round(sides[1] - sides[0]), 1)
                found.append(QRect(round(sides[0]), self._above + number * self.line_px, wide, self.line_px))
        return found

    def _ink_beyond(self) -> tuple[int, int]:
        """How far letters reach over their line and below it: where lines are closer than the font's own, or the
        tails of Arabic reach out of those as well."""
        metrics = QFontMetricsF(self._font)
        if not self.text or (self.line_px >= metrics.height() and not is_joined(self.text)):
            return 0, 0
        baseline = (self.line_px - metrics.height()) / 2 + metrics.ascent()
        top, bottom = strokes(self.text, self._font)
        above, below = -math.floor(baseline + top), math.ceil(baseline + bottom) - self.line_px
        return max(above, 0), max(below, 0)

    def _fit_letters(self, width: int) -> None:
        """Choose the size of the letters for a width, and how far apart they stand."""
        px = self._whole_px
        if px > self._least_px and self.longest_word() > width:
            px = max(math.floor(px * width / self.longest_word()), self._least_px)
        # What a person sets further apart stays so, of the letters' size.
        apart = self._whole_apart * px / self._whole_px
        if apart and self.longest_word() * px > width * self._whole_px:
            apart *= self._share_apart(width * self._whole_px / px)
        if (px, apart) == (self._font.pixelSize(), self._font.letterSpacing()):
            return
        self._font.setPixelSize(px)
        if self._whole_apart:
            self._font.setLetterSpacing(self._font.letterSpacingType(), apart)
        self.line_px = round(self._whole_line * px / self._whole_px)
        self._above, self._below = self._ink_beyond()
        self._layout.setFont(self._font)

    def _share_apart(self, width: float) -> float:
        """How far its letters stand apart, of what is wished: closer where a word would be broken (SEE-10)."""
        close = self._widest_word(apart=False)
        return max(min((width - close - 1) / (self.longest_word() - close), 1), 0)

    def _lay(self, width: int) -> None:
        """Break the text into lines, as few as the width asks for and, where the last would be lonely, even ones."""
        if width == self._width:
            return
        self._width = width
        self._long_words.whole()
        self._fit_letters(width)
        wide = max(width, 1)
        self._lines = self._break(wide)
        # Narrow letters: more of them in the same width than an eye can follow (SEE-11).
        while self._full and width < UNBOUNDED and (most := self._most_in_a_line()) > self._most:
            wide = wide * self._most // most
            self._lines = self._break(wide, self._beside(width - wide))
        if self._lines > 1 and self.longest_word() > wide > self.line_px:  # narrower is not laid out yet
            left = self._beside(max(width, 1) - wide)
            self._lines = self._long_words.part(self._lines, lambda: self._break(wide, left))
        if self._evened and self._lines > 1:
            settled = wrapping.settled_width(
                self._layout, self._break, wide, self.longest_word(), full=self._full
            )
            self._break(settled, self._beside(max(width, 1) - settled))
        if not self.text:
            self._lines = 0

    def _break(self, width: int, left: float = 0) -> int:
        """Lay the lines out at a width, `left` from the side; how many there are."""
        self._layout.beginLayout()
        number = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            top = self._above + number * self.line_px
            line.setPosition(QPointF(left, top + (self.line_px - line.height()) / 2))
            number += 1
        self._layout.endLayout()
        return number

    def _most_in_a_line(self) -> int:
        """The letters of the fullest of several lines; 0 where there is one."""
        count = self._layout.lineCount()
        return max((self._layout.lineAt(number).textLength() for number in range(count)), default=0) * (
            count > 1
        )

    def _beside(self, spare: int) -> float:
        """The room to the left of lines that do not take all the width."""
        return {"start": 0, "centre": spare / 2, "end": spare}[self._align]
