# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts the words of a layout that are wider than its lines: at a syllable with a hyphen, an address at its signs.

The signs are the layout's alone. Whatever is read, said, searched or copied is the text without them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QTextLayout, QTextLine

from i18n.syllables import syllables
from ui.parts import wrapping
from ui.parts.text_options import Run, formats, units

HYPHEN: Final = "\u00ad"
"""Qt draws it as a hyphen where a line ends at it, and nowhere else."""

PLACE: Final = "\u200b"
"""Here a line may end, and nothing is drawn."""

KEPT: Final = re.compile("[\u00a0\u202f]")
"""Spaces that keep a number and its word together, as long as both have room on a line."""

HALF_SPACE: Final = "\u200c"
"""Parts the halves of a Persian word; what is in one of them stays joined."""

HANGUL: Final = re.compile("[\uac00-\ud7af]")

LETTERS: Final = re.compile("[^\\W\\d_]+(?:['\u2019\u02bc](?=[\u0400-\u04ff])[^\\W\\d_]+)*")
"""A word; an apostrophe belongs to it in Cyrillic."""

ADDRESS: Final = re.compile(r"[\d@/\\_`]|\w[.:]\w|[a-z][A-Z]|^[A-Z]+-[A-Z]+")
"""What is in an address, a reference, the name of a file or of a setting: a hyphen would be taken for part of it."""

BETWEEN: Final = re.compile(r"(?<=\w)(?=[@._?#%&=~]\w)|(?<=[:/\\])(?=\w)")
"""Where an address is parted: before such a sign, so that the line after it is seen to go on, but after a slash."""


class LongWords:
    """The long words of one layout of `text`, which is in `language` and whose pieces of weight are `runs`."""

    def __init__(self, layout: QTextLayout, runs: Sequence[Run], language: str) -> None:
        self._layout = layout
        self._runs = runs
        self._language = language
        self._text = layout.text()
        self._signs: dict[int, str] = {}
        """The sign before each letter that has one, by the letter's number in the text."""
        self._spaces: set[int] = set()
        """The numbers of the spaces at which lines may end now, and else do not."""

    def whole(self) -> None:
        """Have all words whole again, for another width."""
        if self._signs or self._spaces:
            self._signs, self._spaces = {}, set()
            self._write()

    def part(self, lines: int, again: Callable[[], int]) -> int:
        """Part the words that were broken anywhere, and no others; how many lines there are then.

        `again` lays the lines out once more and tells how many it takes.
        """
        done: set[tuple[int, int]] = set()
        while pieces := set(self._broken(lines)) - done:
            done |= pieces
            for start, end in pieces:
                self._open(start, end)
            self._write()
            lines = again()
        return lines

    def laid(self, place: int) -> int:
        """Where a place in the text stands in the layout, both counted as Qt does."""
        if not self._signs:
            return place
        letter = _letters(self._text, place)
        return place + sum(1 for sign in self._signs if sign <= letter)

    def words_of(self, line: QTextLine) -> str:
        """What stands in a line, as it is written."""
        laid = self._layout.text()
        start, end = (
            _letters(laid, place) for place in (line.textStart(), line.textStart() + line.textLength())
        )
        return self._text[self._plain(start) : self._plain(end)]

    def _plain(self, letter: int) -> int:
        """The letter's number in the text, of one in the layout."""
        return letter - sum(1 for number, sign in enumerate(sorted(self._signs)) if sign + number < letter)

    def _broken(self, lines: int) -> Iterator[tuple[int, int]]:
        """The beginning and the end of each piece, from one place where a line may end to the next, that was broken."""
        laid = self._layout.text()
        may_end = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, laid)
        for number in range(1, lines):
            place = self._layout.lineAt(number).textStart()
            at = _letters(laid, place)
            may_end.setPosition(place)
            # At a space a line ends also where the standard would keep it, as before a French colon.
            if may_end.isAtBoundary() or laid[at - 1] in wrapping.BREAKS:
                continue
            end = _letters(laid, may_end.toNextBoundary())
            start = _letters(laid, may_end.toPreviousBoundary())
            spaces = [after for after in range(start + 1, end) if laid[after - 1] in wrapping.BREAKS]
            start = max([start, *(after for after in spaces if after <= at)])
            end = min([end, *(after for after in spaces if after > at)])
            yield self._plain(start), self._plain(end)

    def _open(self, start: int, end: int) -> None:
        """Let lines end within a piece: at spaces where they else do not; without any, within its word or address."""
        if spaces := {found.start() for found in KEPT.finditer(self._text, start, end)} - self._spaces:
            self._spaces |= spaces
            return
        first, last = _word_around(self._text, start)
        word = self._text[first:last]
        if HALF_SPACE in word:
            self._signs |= {
                first + place + 1: PLACE for place, letter in enumerate(word) if letter == HALF_SPACE
            }
            return
        if ADDRESS.search(word):
            self._signs |= {first + found.start(): PLACE for found in BETWEEN.finditer(word)}
            return
        if HANGUL.search(word):
            # Between two of its letters a line may end, but Qt looks for the nearest place only if it is told.
            self._signs.setdefault(start, PLACE)
        for found in LETTERS.finditer(self._text, start, end):
            place = found.start()
            for syllable in syllables(found.group(), self._language)[:-1]:
                place += len(syllable)
                self._signs[place] = HYPHEN

    def _write(self) -> None:
        """Give the layout its text with the signs in it, and the pieces of weight where they are now."""
        self._layout.setText(self._signed(0, self._text))
        at, runs = 0, []
        for piece, bold in self._runs:
            runs.append((self._signed(at, piece), bold))
            at += len(piece)
        self._layout.setFormats(formats(runs))

    def _signed(self, at: int, piece: str) -> str:
        """A piece of the text that begins at a letter, with the signs in it."""
        return "".join(
            self._signs.get(number, "") + (" " if number in self._spaces else letter)
            for number, letter in enumerate(piece, at)
        )


def _letters(text: str, place: int) -> int:
    """The number of a letter whose place Qt counts (UTF-16)."""
    if len(text) == units(text):
        return place
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))


def _word_around(text: str, letter: int) -> tuple[int, int]:
    """The beginning and the end of what is written without a space around a letter."""
    start = end = letter
    while start > 0 and not _parts(text[start - 1]):
        start -= 1
    while end < len(text) and not _parts(text[end]):
        end += 1
    return start, end


def _parts(letter: str) -> bool:
    return wrapping.may_end(letter) or KEPT.match(letter) is not None
