# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What letters of a keyboard are: signs, rows, sheets and alphabets; and how many go into a row."""

import unicodedata
from dataclasses import dataclass, replace
from typing import Final

Signs = tuple[str, ...]
"""Each sign is one key and types exactly this text; most are one letter."""

Rows = tuple[Signs, ...]

LABEL_SIGNS: Final = 3
DOTTED: Final = "\u25cc"
HALF_SPACE: Final = "\u200c"
"""Zero width non-joiner: divides a word of Persian without a gap."""

DIVIDER: Final = "¦"
"""What stands for the half space, which nobody can see."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Signs that are shown together. `label` is what the key that leads here shows.

    `cased`: there are capitals of these letters. `rightward`: the first sign of a row stands at its right, as the
    letters of Arabic follow each other. `familiar`: rows that people know by heart, kept where they fit.
    `composed`: what is typed is a reading, for example pinyin, not text yet.
    """

    label: str
    rows: Rows
    cased: bool = False
    rightward: bool = False
    familiar: bool = False
    composed: bool = False

    @property
    def signs(self) -> Signs:
        """All of them, in order."""
        return tuple(sign for row in self.rows for sign in row)


@dataclass(frozen=True, slots=True)
class Alphabet:
    """A language's letters in the usual order of its keyboards and by the alphabet, and all other signs.

    Where the alphabet has several rows they are kept as they are; a single one is divided as there is room.

    `with_local` and `with_alphabetical` are sheets that only one of the two orders needs. `switch` is what the key
    that changes the order shows, to the alphabet and back, where the program's own words would be wrong.
    `half_space`: words are divided by a mark of no width as well (U+200C).
    """

    label: str
    local: Rows
    alphabetical: Rows
    others: tuple[Sheet, ...]
    cased: bool = False
    rightward: bool = False
    composed: bool = False
    with_local: tuple[Sheet, ...] = ()
    with_alphabetical: tuple[Sheet, ...] = ()
    switch: tuple[str, str] | None = None
    half_space: bool = False

    @property
    def by_alphabet(self) -> Signs:
        """The letters in the order of the alphabet."""
        return tuple(sign for row in self.alphabetical for sign in row)

    @property
    def letters(self) -> Signs:
        """Every sign that the letters show, in either order."""
        return (*(sign for row in self.local for sign in row), *self.by_alphabet)


def rows(*lines: str) -> Rows:
    """Rows of single letters, one string a row; where a string has spaces, they stand between its signs."""
    return tuple(tuple(line.split()) if " " in line else tuple(line) for line in lines)


def row(line: str) -> Signs:
    """See `rows`."""
    return rows(line)[0]


def balanced(signs: Signs, parts: int) -> Rows:
    """The signs in that many rows; the first ones are longer where they do not come out even."""
    each, more = divmod(len(signs), parts)
    found, start = [], 0
    for number in range(parts):
        end = start + each + (1 if number < more else 0)
        found.append(signs[start:end])
        start = end
    return tuple(found)


def wrapped(signs: Signs, longest: int, less: int = 0) -> Rows:
    """The signs in as few rows of at most `longest` as they need, evenly filled; the last one holds `less` fewer."""
    if not signs:
        return ()
    room = len(signs) + less
    places = balanced(signs + ("",) * less, max(-(-room // max(longest, 1)), 1))
    return tuple(kept for kept in (tuple(sign for sign in line if sign) for line in places) if kept)


def pieces(sheet: Sheet, most: int) -> tuple[Sheet, ...]:
    """The sheet, in pieces of at most `most` signs that are told apart by their first ones."""
    if len(sheet.signs) <= most:
        return (sheet,)
    parts = balanced(sheet.signs, -(-len(sheet.signs) // max(most, 1)))
    labels = [sheet.label, *(" ".join(shown(sign) for sign in part[:LABEL_SIGNS]) for part in parts[1:])]
    return tuple(
        replace(sheet, label=label, rows=(part,), familiar=False)
        for label, part in zip(labels, parts, strict=True)
    )


def shown(sign: str) -> str:
    """What stands on the key of a sign: marks that need a letter below or beside them stand on a dotted circle."""
    if sign == HALF_SPACE:
        return DIVIDER
    return f"{DOTTED}{sign}" if unicodedata.category(sign[0]).startswith("M") else sign


def capital(sign: str) -> str:
    """The capital of a letter; a sign that has none, or more than one letter, stays."""
    upper = sign.upper()
    return upper if len(sign) == len(upper) == 1 else sign
