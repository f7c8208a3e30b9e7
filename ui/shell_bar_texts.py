# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the fixed bar as texts: each is made once for a size of letters, however often the bar is planned."""

import math
from collections.abc import Sequence
from typing import Final, Literal

from accessibility.qt.look import Look
from ui.parts.text_block import TextBlock

BarAlign = Literal["centre", "start"]
Words = Sequence[tuple[str, int]]
"""Words, each with the width that it has."""

LINE_SHARE: Final = 1.14
"""The least distance of two lines, in letters."""


class BarTexts:
    """Lines are as close as the script allows, and a single line is closer still.

    `strong` letters are bold; the others are those of running text, a tenth narrower.
    """

    def __init__(self, look: Look, *, strong: bool = True) -> None:
        self.look = look
        self._strong = strong
        self._made: dict[tuple[str, int, BarAlign, bool], TextBlock] = {}

    def block(self, words: str, letters: int, width: int, align: BarAlign = "centre") -> TextBlock:
        """Words as they are set in a width, in letters of that many pixels."""
        several = self._text(words, letters, align, several=True)
        return (
            several if several.lines(max(width, 1)) > 1 else self._text(words, letters, align, several=False)
        )

    def longest_word(self, words: str, letters: int) -> int:
        """The width below which a word would have to be broken."""
        return self._text(words, letters, "centre", several=False).longest_word()

    def natural_width(self, words: str, letters: int) -> int:
        """The width at which the words stand on one line."""
        return self._text(words, letters, "centre", several=False).natural_width()

    def reach(self, letters: int, shown: Words) -> tuple[float, float]:
        """How far strokes of any of these words reach up and down from the middle of their lines."""
        up = down = 0.0
        for words, width in shown:
            block = self.block(words, letters, width)
            half = block.lines(width) * block.line_px / 2
            above, below = block.reach(width)
            up, down = max(up, half + above), max(down, half + below)
        return up, down

    def height(self, letters: int, shown: Words) -> int:
        """The height in which all of these words are whole where their middles stand on one line."""
        high = max(self.block(words, letters, width).height(width) for words, width in shown)
        return max(high, math.ceil(sum(self.reach(letters, shown))))

    def forget_others(self, letters: int) -> None:
        """Keep only what is set in letters of that size."""
        self._made = {key: text for key, text in self._made.items() if key[1] == letters}

    def _text(self, words: str, letters: int, align: BarAlign, *, several: bool) -> TextBlock:
        key = (words, letters, align, several)
        made = self._made.get(key)
        if made is None:
            line = self._line(letters) if several else letters
            made = TextBlock(
                self.look, words, "strong", align=align, line_px=line, px=letters, bold=self._strong
            )
            self._made[key] = made
        return made

    def _line(self, letters: int) -> int:
        look = self.look
        share = look.line_px("title") / look.font("title").pixelSize() - 0.06
        return round(letters * max(LINE_SHARE, share))
