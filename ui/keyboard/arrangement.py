# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the keys of a sheet into rows, and the rows into a width; numbers only, no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import permutations
from typing import Final

from ui.keyboard.layouts import DIGITS
from ui.keyboard.sheets import Rows, Sheet, Signs, wrapped

WORD_WEIGHT: Final = 1.55
WIDE_WEIGHT: Final = 2.1
SPACE_WEIGHT: Final = 5.0
WORDS_BESIDE: Final = 4
"""Keys that have no room in a row because two keys with words stand at its ends."""

SHARE_OF_LETTERS: Final = 10 / 13.1
"""Letters and number pad share the width ten to three, with a little more for three keys in a row (look.css)."""

MANY: Final = 99
"""Rows without end."""


class Act(Enum):
    """What a key does."""

    SIGN = "sign"
    SPACE = "space"
    HALF_SPACE = "half_space"
    DELETE = "delete"
    CAPITALS = "capitals"
    LETTERS = "letters"
    SHEET = "sheet"
    ORDER = "order"
    PUT_AWAY = "put_away"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class KeySpec:
    """A key: what it does, the sign it types if it types one, its share of the row's width, and whether it stands
    on the number pad."""

    act: Act
    sign: str = ""
    weight: float = 1.0
    pad: bool = False

    @property
    def name(self) -> str:
        """What tells this key from the others of the tray."""
        return f"{'pad' if self.pad else 'key'}.{self.sign or self.act.value}"


@dataclass(frozen=True, slots=True)
class KeyRow:
    """Keys of one row. `from_right`: the first one stands at the right edge."""

    keys: tuple[KeySpec, ...]
    from_right: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """What all sheets of a tray have in common, so that nothing moves between them.

    `columns` keys side by side, `rows` of letters, `digits`: numbers as the first rows. `below`: all keys with words
    stand below the letters instead of at the ends of their last row, in `words`, line by line. `turning`: but the one
    that leads to the next sheet stands at the end of the letters.
    """

    columns: int
    rows: int
    digits: bool
    below: bool
    mirrored: bool
    words: tuple[tuple[KeySpec, ...], ...]
    turning: bool = False


CAPITALS: Final = KeySpec(Act.CAPITALS, weight=WORD_WEIGHT)
DELETE: Final = KeySpec(Act.DELETE, weight=WORD_WEIGHT)
PAD_ROWS: Final = ("123", "456", "789", "-0/")


def pad_rows() -> tuple[KeyRow, ...]:
    """The number pad beside the letters: 1 2 3 runs from the left in every language."""
    return tuple(KeyRow(tuple(KeySpec(Act.SIGN, sign, pad=True) for sign in row)) for row in PAD_ROWS)


def key_rows(sheet: Sheet, grid: Grid, leading: Act) -> tuple[KeyRow, ...]:
    """All rows of a sheet, from the top. `leading` is the first key with words: another order, or letters."""
    rows = [KeyRow(_keys(part)) for part in (wrapped(DIGITS, grid.columns) if grid.digits else ())]
    letters = list(letter_rows(sheet, grid.columns, grid.below, grid.rows))
    # Empty rows, so that keys with words stay in their places on every sheet.
    blank = len(letters) if grid.below else len(letters) - 1
    letters[blank:blank] = [()] * (grid.rows - len(letters))
    longest = max(map(len, letters))
    for number, letters_of_row in enumerate(letters):
        keys = _keys(letters_of_row)
        if number == len(letters) - 1 and not grid.below:
            start = (CAPITALS,) if sheet.cased else ()
            keys = (*start, *keys, DELETE)
        elif number == len(letters) - 1 and grid.turning:
            free = (KeySpec(Act.GAP),) * (grid.columns - len(keys))
            keys = (*keys, *free, KeySpec(leading, weight=WORD_WEIGHT))
        elif len(keys) < longest:
            gap = KeySpec(Act.GAP, weight=(longest - len(keys)) / 2)
            keys = (gap, *keys, gap)
        rows.append(KeyRow(keys, sheet.rightward))
    for line in grid.words:
        shown = (replace(key, act=leading) if key.act is Act.LETTERS else key for key in line)
        keys = tuple(key for key in shown if sheet.cased or key.act is not Act.CAPITALS)
        rows.append(KeyRow(keys or (KeySpec(Act.GAP),), grid.mirrored))
    return tuple(rows)


def letter_rows(sheet: Sheet, columns: int, below: bool, most: int = MANY) -> Rows:
    """The signs in rows of at most `columns`; rows that people know stay as they are where `most` are enough."""
    fits = len(sheet.rows) <= most and all(len(row) <= columns for row in sheet.rows)
    if sheet.familiar and fits:
        return sheet.rows
    return wrapped(sheet.signs, columns, 0 if below else WORDS_BESIDE)


def word_keys(*, below: bool, cased: bool, half_space: bool = False) -> tuple[KeySpec, ...]:
    """The keys with words that stand below the letters."""
    keys = [KeySpec(Act.LETTERS, weight=WIDE_WEIGHT), KeySpec(Act.SHEET, weight=WORD_WEIGHT)]
    if below and cased:
        keys.append(CAPITALS)
    if half_space:
        keys.append(KeySpec(Act.HALF_SPACE, weight=WORD_WEIGHT))
    keys.append(KeySpec(Act.SPACE, weight=SPACE_WEIGHT))
    if below:
        keys.append(DELETE)
    keys.append(KeySpec(Act.PUT_AWAY, weight=WORD_WEIGHT if below else WIDE_WEIGHT))
    return tuple(keys)


def _keys(signs: Signs) -> tuple[KeySpec, ...]:
    return tuple(KeySpec(Act.SIGN, sign) for sign in signs)


def broken(
    keys: Sequence[KeySpec], least: Sequence[int], width: int, gap: int
) -> tuple[tuple[KeySpec, ...], ...]:
    """The keys in as few lines as `width` asks for, none much longer than the others. `least`: each one's width."""
    most = len(_lines(least, width, gap))
    narrow, wide = max(least), max(width, *least)
    while narrow < wide:
        middle = (narrow + wide) // 2
        if len(_lines(least, middle, gap)) > most:
            narrow = middle + 1
        else:
            wide = middle
    return tuple(tuple(keys[number] for number in line) for line in _lines(least, wide, gap))


def fewest_lines(keys: Sequence[KeySpec], least: Sequence[int], width: int, gap: int) -> list[KeySpec]:
    """The keys in the order that takes the fewest lines; in their own where no other takes fewer."""
    orders = permutations(range(len(keys)))
    best = min(orders, key=lambda order: len(_lines([least[number] for number in order], width, gap)))
    return [keys[number] for number in best]


def _lines(least: Sequence[int], width: int, gap: int) -> list[list[int]]:
    found: list[list[int]] = [[]]
    used = 0
    for number, wide in enumerate(least):
        if found[-1] and used + gap + wide > width:
            found.append([])
            used = 0
        used += wide + (gap if found[-1] else 0)
        found[-1].append(number)
    return found


def spread(weights: Sequence[float], least: Sequence[int], width: int, gap: int) -> list[tuple[int, int]]:
    """(left, width) of each key in pixels: shared by weight, and no key narrower than its least width."""
    room = width - gap * max(len(weights) - 1, 0)
    held: dict[int, int] = {}
    while True:
        free = room - sum(held.values())
        parts = sum(weight for number, weight in enumerate(weights) if number not in held) or 1.0
        short = [
            number
            for number, weight in enumerate(weights)
            if number not in held and weight * free / parts < least[number]
        ]
        if not short:
            break
        held.update((number, least[number]) for number in short)
    found = []
    left = 0.0
    for number, weight in enumerate(weights):
        wide = held.get(number, weight * free / parts)
        # Both edges are rounded, so that rows end on the same pixel.
        found.append((round(left), round(left + wide) - round(left)))
        left += wide + gap
    return found
