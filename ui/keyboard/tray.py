# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures a tray of keys: which sheets fit a width, and where each key lies, beside the number pad or without."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect

from accessibility.preferences import KeyboardOrder
from accessibility.qt.look import Look
from ui.keyboard.arrangement import (
    SHARE_OF_LETTERS,
    WORDS_BESIDE,
    Act,
    KeyRow,
    KeySpec,
    Wishes,
    broken,
    key_rows,
    letter_rows,
    pad_rows,
    spread,
)
from ui.keyboard.layouts import DIGITS, Sheet, alphabet, letter_sheets, other_sheets, pieces

ROW_MM: Final = {"wide": 19.5, "narrow": 15.0, "portrait": 17.0}
EDGE_MM: Final = {"wide": 5.0, "narrow": 3.0, "portrait": 4.0}
"""Free room above and below the keys."""

PAD_GAP_MM: Final = 8.0
PARTS: Final = {1: 1, 2: 1, 3: 1, 4: 2, 5: 3}
"""Into how many parts letters come at a text step (look.md section 12)."""

MOST_ROWS: Final = {"wide": 3, "narrow": 3, "portrait": 4}
"""Rows of letters; where they would need more, they come in halves."""

Place = tuple[KeySpec, QRect]


@dataclass(frozen=True, slots=True)
class Measure:
    """How large a key has to be: its natural width, and its height at a width, both in pixels."""

    width: Callable[[KeySpec], int]
    height: Callable[[KeySpec, int], int]


@dataclass(frozen=True, slots=True)
class Plan:
    """The sheets that fit a width, the wishes they are laid out by, and the width of the letters in pixels."""

    letters: tuple[Sheet, ...]
    others: tuple[Sheet, ...]
    wishes: Wishes
    pad: bool
    room: int


def plan(look: Look, language: str, order: KeyboardOrder, width: int, measure: Measure) -> Plan:
    """What a tray of `width` pixels can hold."""
    gap, room = look.target("gap"), width - 2 * _side(look)
    signs = alphabet(language).alphabetical
    least = max(look.target("key"), *(measure.width(KeySpec(Act.SIGN, one)) for one in signs))
    parts = PARTS[look.preferences.text_step]
    whole = letter_sheets(language, order, 1)[0]
    beside = round((room - look.px(PAD_GAP_MM)) * SHARE_OF_LETTERS)
    longest = max(len(row) for row in alphabet(language).local)
    pad = parts == 1 and not look.layout.portrait and _columns(beside, least, gap) >= longest
    columns = _columns(beside if pad else room, least, gap)
    cased = alphabet(language).cased
    crowded = len(letter_rows(whole, columns, not cased)) > MOST_ROWS[look.layout.kind]
    if parts == 1 and not pad and (crowded or columns < len(DIGITS)):
        parts = 2
    letters = letter_sheets(language, order, parts)
    if parts > 1:
        # Two rows: one long row of letters would make its keys no larger and the other sheets many.
        longest = -(-max(len(sheet.signs) for sheet in letters) // 2)
    below = parts > 1 or not cased
    columns = min(columns, longest)
    rows = max(len(letter_rows(sheet, columns, below)) for sheet in letters)
    wishes = Wishes(columns, rows, digits=parts == 1 and not pad, words_below=below, mirrored=look.rtl)
    most = columns * rows - (0 if below else WORDS_BESIDE)
    others = tuple(piece for sheet in other_sheets(language, parts > 1) for piece in pieces(sheet, most))
    return Plan(letters, others, wishes, pad, beside if pad else room)


def lay_tray(
    look: Look, made: Plan, sheet: Sheet, width: int, measure: Measure
) -> tuple[tuple[Place, ...], int]:
    """Where the keys of a sheet lie, in the order in which they are read, and how high the tray is."""
    edge, side = look.px(EDGE_MM[look.layout.kind]), _side(look)
    another_order = sheet in made.letters and len(made.letters) == 1
    rows = key_rows(sheet, made.wishes, Act.ORDER if another_order else Act.LETTERS)
    left = width - side - made.room if look.rtl else side
    places, height = _lay(look, rows, QRect(left, edge, made.room, 0), measure)
    if made.pad:
        pad_width = width - 2 * side - made.room - look.px(PAD_GAP_MM)
        pad_left = side if look.rtl else width - side - pad_width
        found, pad_height = _lay(look, pad_rows(), QRect(pad_left, edge, pad_width, 0), measure)
        places += found
        height = max(height, pad_height)
    return tuple(places), height + 2 * edge


def _side(look: Look) -> int:
    return look.sizes.scaled(look.layout.margin)


def _columns(width: int, least: int, gap: int) -> int:
    return max((width + gap) // (least + gap), 1)


def _lay(look: Look, rows: Sequence[KeyRow], place: QRect, measure: Measure) -> tuple[list[Place], int]:
    width, gap = place.width(), look.target("gap")
    lines = [
        line
        for row in rows
        for line in broken(row, [_least(key, width, measure) for key in row.keys], width, gap)
    ]
    found: list[Place] = []
    top = place.y()
    for line in lines:
        least = [_least(key, width, measure) for key in line.keys]
        spans = spread([key.weight for key in line.keys], least, width, gap)
        heights = [measure.height(key, span[1]) for key, span in zip(line.keys, spans, strict=True)]
        high = max(look.px(ROW_MM[look.layout.kind]), look.target("key"), *heights)
        for key, (left, wide) in zip(line.keys, spans, strict=True):
            if key.act is not Act.GAP:
                x = width - left - wide if line.from_right else left
                found.append((key, QRect(place.x() + x, top, wide, high)))
        top += high + gap
    return found, top - gap - place.y()


def _least(key: KeySpec, width: int, measure: Measure) -> int:
    return 0 if key.act is Act.GAP else min(measure.width(key), width)
