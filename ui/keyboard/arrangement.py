# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the keys of a sheet into rows, and the rows into a width; numbers only, no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from ui.keyboard.layouts import DIGITS, Rows, Sheet, wrapped

WORD_WEIGHT: Final = 1.55
WIDE_WEIGHT: Final = 2.1
SPACE_WEIGHT: Final = 5.0
WORDS_BESIDE: Final = 4
"""Keys that have no room in a row because two keys with words stand at its ends."""

SHARE_OF_LETTERS: Final = 10 / 13.1
"""Letters and number pad share the width ten to three, with a little more for three keys in a row (look.css)."""


class Act(Enum):
    """What a key does."""

    SIGN = "sign"
    SPACE = "space"
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
class Wishes:
    """What the tray asks of the arrangement: keys side by side, rows of letters, numbers as a first row, and whether
    all keys with words stand below the letters instead of at the ends of their last row."""

    columns: int
    rows: int
    digits: bool
    words_below: bool
    mirrored: bool


PAD_ROWS: Final = ("123", "456", "789", "-0/")


def pad_rows() -> tuple[KeyRow, ...]:
    """The number pad beside the letters: 1 2 3 runs from the left in every language."""
    return tuple(KeyRow(tuple(KeySpec(Act.SIGN, sign, pad=True) for sign in row)) for row in PAD_ROWS)


def key_rows(sheet: Sheet, wishes: Wishes, leading: Act) -> tuple[KeyRow, ...]:
    """All rows of a sheet, from the top. `leading` is the first key of the last row: another order, or letters."""
    rows = [KeyRow(_keys(part)) for part in (wrapped(DIGITS, wishes.columns) if wishes.digits else ())]
    letters = list(letter_rows(sheet, wishes.columns, wishes.words_below))
    # Empty rows, so that keys with words stay in their places on every sheet.
    blank = len(letters) if wishes.words_below else len(letters) - 1
    letters[blank:blank] = [""] * (wishes.rows - len(letters))
    longest = max(map(len, letters))
    for number, letters_of_row in enumerate(letters):
        keys = _keys(letters_of_row)
        if number == len(letters) - 1 and not wishes.words_below:
            start = (KeySpec(Act.CAPITALS, weight=WORD_WEIGHT),) if sheet.cased else ()
            keys = (*start, *keys, KeySpec(Act.DELETE, weight=WORD_WEIGHT))
        elif len(keys) < longest:
            gap = KeySpec(Act.GAP, weight=(longest - len(keys)) / 2)
            keys = (gap, *keys, gap)
        rows.append(KeyRow(keys, sheet.rightward))
    rows.append(KeyRow(_word_keys(sheet, wishes, leading), wishes.mirrored))
    return tuple(rows)


def letter_rows(sheet: Sheet, columns: int, words_below: bool) -> Rows:
    """The signs in rows of at most `columns`; rows that people know stay as they are where they fit."""
    if sheet.familiar and all(len(row) <= columns for row in sheet.rows):
        return sheet.rows
    return wrapped(sheet.signs, columns, 0 if words_below else WORDS_BESIDE)


def _word_keys(sheet: Sheet, wishes: Wishes, leading: Act) -> tuple[KeySpec, ...]:
    keys = [
        KeySpec(leading, weight=WIDE_WEIGHT),
        KeySpec(Act.SHEET, weight=WORD_WEIGHT),
        KeySpec(Act.SPACE, weight=SPACE_WEIGHT),
    ]
    if wishes.words_below:
        if sheet.cased:
            keys.insert(-1, KeySpec(Act.CAPITALS, weight=WORD_WEIGHT))
        keys.append(KeySpec(Act.DELETE, weight=WORD_WEIGHT))
    keys.append(KeySpec(Act.PUT_AWAY, weight=WORD_WEIGHT if wishes.words_below else WIDE_WEIGHT))
    return tuple(keys)


def _keys(signs: str) -> tuple[KeySpec, ...]:
    return tuple(KeySpec(Act.SIGN, sign) for sign in signs)


def broken(row: KeyRow, least: Sequence[int], width: int, gap: int) -> list[KeyRow]:
    """The row, in as few lines as `width` asks for, none much longer than the others. `least`: each key's width."""
    lines = _lines(least, width, gap)
    narrow, wide = max(least), width
    while narrow < wide:
        middle = (narrow + wide) // 2
        if len(_lines(least, middle, gap)) > len(lines):
            narrow = middle + 1
        else:
            wide = middle
    lines = _lines(least, wide, gap)
    return [KeyRow(tuple(row.keys[number] for number in line), row.from_right) for line in lines]


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
