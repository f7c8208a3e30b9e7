# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures a tray of keys: which sheets fit a width, and where each key lies, beside the number pad or without."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRect

from accessibility.preferences import STEPS, KeyboardOrder
from accessibility.qt.look import Look
from ui.keyboard.arrangement import (
    SHARE_OF_LETTERS,
    WORDS_BESIDE,
    Act,
    Grid,
    KeyRow,
    KeySpec,
    broken,
    key_rows,
    letter_rows,
    pad_rows,
    spread,
    word_keys,
)
from ui.keyboard.layouts import DIGITS, alphabet, letter_sheets, other_sheets
from ui.keyboard.measure import KeyMeasure
from ui.keyboard.sheets import Alphabet, Sheet, Signs, pieces, wrapped
from ui.keyboard.wording import words_of_keys

EDGE_MM: Final = {"wide": 5.0, "narrow": 3.0, "portrait": 4.0}
"""Free room above and below the keys."""

PAD_GAP_MM: Final = 8.0
PARTS: Final = {1: 1, 2: 1, 3: 1, 4: 2, 5: 3}
"""Into how many parts letters come at a text step (look.md section 12)."""

MOST_ROWS: Final = {"wide": 3, "narrow": 3, "portrait": 4}
"""Rows of letters; where they would need more, they come in halves."""

PART_ROWS: Final = 2
"""Rows of a part of the letters; where a part would need more, there are more parts."""

HIGHEST: Final = {"wide": 0.62, "narrow": 0.62, "portrait": 0.56}
"""The share of the glass that letters with a row of choices may take: the field stays in sight above them."""

Place = tuple[KeySpec, QRect]


@dataclass(frozen=True, slots=True)
class Plan:
    """The sheets that fit a width, their grid, whether the pad stands beside them, and sizes in pixels: the width
    of the letters, the heights of a row and of a row of words, the least width of each key with words, and the
    height of the row of choices on top, 0 where there is none."""

    letters: tuple[Sheet, ...]
    others: tuple[Sheet, ...]
    grid: Grid
    pad: bool
    room: int
    row: int
    word_row: int
    least: Mapping[Act, int]
    choices: int = 0


def plan(
    look: Look, language: str, order: KeyboardOrder, width: int, *, choosing: bool = False, low: bool = False
) -> Plan:
    """What a tray of `width` pixels can hold. `choosing`: texts to choose from stand above the letters. `low`: letters
    that come in parts come in more of them, each in one row."""
    parts = PARTS[look.preferences.text_step]
    most = look.screen.height_px * HIGHEST[look.layout.kind]
    if not choosing:
        return _plan(look, language, order, width, parts, part_rows=1 if low and parts > 1 else PART_ROWS)
    # The row takes the room of a row of letters, which then come in more parts.
    for number in () if low else (parts, parts + 1):
        made = _with_choices(_plan(look, language, order, width, number))
        if tray_height(look, made) <= most:
            return made
    return _with_choices(_plan(look, language, order, width, parts + 1, part_rows=1))


def _with_choices(made: Plan) -> Plan:
    return replace(made, choices=made.row)


def _plan(
    look: Look, language: str, order: KeyboardOrder, width: int, parts: int, part_rows: int = PART_ROWS
) -> Plan:
    measure = KeyMeasure(look, language)
    gap, room = look.target("gap"), width - 2 * _side(look)
    known = alphabet(language)
    least = measure.widest_sign(_signs(known))
    whole = letter_sheets(language, order, 1)[0]
    beside = round((room - look.px(PAD_GAP_MM)) * SHARE_OF_LETTERS)
    longest = max(len(row) for row in known.local)
    pad = parts == 1 and not look.layout.portrait and _columns(beside, least, gap) >= longest
    letters_width = beside if pad else room
    columns = _columns(letters_width, least, gap)

    words = words_of_keys(look, known)
    # ABC and Delete stand at the ends of the last row of letters, where that leaves letters between them.
    last = max(len(known.local[-1]), min(columns, longest) - WORDS_BESIDE)
    ends = measure.words(words[Act.CAPITALS]) + measure.words(words[Act.DELETE]) + gap
    below = not known.cased or ends + last * (least + gap) > letters_width
    crowded = len(letter_rows(whole, columns, below)) > MOST_ROWS[look.layout.kind]
    if parts == 1 and not pad and (crowded or columns < len(DIGITS)):
        parts = 2
    if parts > 1:
        below = True
        while len(wrapped(max(_parts(language, order, parts), key=len), columns)) > part_rows:
            parts += 1
        # Even rows: one long row of letters would make its keys no larger and the other sheets many.
        longest = -(-len(max(_parts(language, order, parts), key=len)) // part_rows)
    sheets = letter_sheets(language, order, parts)
    columns = min(columns, longest)
    rows = max(len(letter_rows(sheet, columns, below)) for sheet in sheets)
    most = columns * rows - (0 if below else WORDS_BESIDE)
    signs = other_sheets(language, order if parts == 1 else "alphabetical", parts > 1)
    others = tuple(piece for sheet in signs for piece in pieces(sheet, most))
    words[Act.LETTERS] = [sheet.label for sheet in sheets] + (words[Act.ORDER] if parts == 1 else [])
    words[Act.SHEET] = [sheet.label for sheet in others]
    widths = {act: min(measure.words(texts), letters_width) for act, texts in words.items()}
    cased = any(sheet.cased for sheet in (*sheets, *others))
    keys = word_keys(below=below, cased=cased)
    lines = broken(keys, [widths[key.act] for key in keys], letters_width, gap)
    if known.half_space:
        keys = word_keys(below=below, cased=cased, half_space=True)
        longer = broken(keys, [widths[key.act] for key in keys], letters_width, gap)
        # Where it would cost a row it is found among the other signs only.
        lines = longer if len(longer) == len(lines) else lines
    grid = Grid(columns, rows, parts == 1 and not pad, below, look.rtl, lines)
    word_row = measure.row_of_words((one for key in keys for one in words[key.act]), letters_width)
    widths |= {Act.SIGN: measure.least, Act.GAP: 0}
    return Plan(sheets, others, grid, pad, letters_width, measure.row, word_row, widths)


def _parts(language: str, order: KeyboardOrder, parts: int) -> list[Signs]:
    return [sheet.signs for sheet in letter_sheets(language, order, parts)]


def _signs(known: Alphabet) -> Signs:
    """All that may stand on one of its keys."""
    sheets = (*known.with_local, *known.with_alphabetical, *known.others)
    return (*known.letters, *(sign for sheet in sheets for sign in sheet.signs))


def tray_height(look: Look, made: Plan) -> int:
    """The height of the tray in pixels, the same for all its sheets."""
    grid, gap = made.grid, look.target("gap")
    rows = grid.rows + (len(wrapped(DIGITS, grid.columns)) if grid.digits else 0)
    height = rows * (made.row + gap) + len(grid.words) * (made.word_row + gap) - gap
    if made.pad:
        height = max(height, len(pad_rows()) * (made.row + gap) - gap)
    return height + 2 * look.px(EDGE_MM[look.layout.kind]) + _above(look, made)


def choices_place(look: Look, made: Plan, width: int) -> QRect:
    """Where the row of choices lies."""
    side = _side(look)
    return QRect(side, look.px(EDGE_MM[look.layout.kind]), width - 2 * side, made.choices)


def _above(look: Look, made: Plan) -> int:
    return made.choices + look.target("gap") if made.choices else 0


def lay_tray(look: Look, made: Plan, sheet: Sheet, width: int) -> tuple[Place, ...]:
    """Where the keys of a sheet lie, in the order in which they are read."""
    top, side = look.px(EDGE_MM[look.layout.kind]) + _above(look, made), _side(look)
    leading = Act.ORDER if sheet in made.letters and len(made.letters) == 1 else Act.LETTERS
    rows = key_rows(sheet, made.grid, leading)
    heights = [made.row] * (len(rows) - len(made.grid.words)) + [made.word_row] * len(made.grid.words)

    left = width - side - made.room if look.rtl else side
    places = _lay(look, rows, heights, QRect(left, top, made.room, 0), made.least)
    if made.pad:
        pad_width = width - 2 * side - made.room - look.px(PAD_GAP_MM)
        left = side if look.rtl else width - side - pad_width
        pad = pad_rows()
        places += _lay(look, pad, [made.row] * len(pad), QRect(left, top, pad_width, 0), made.least)
    return tuple(places)


def _side(look: Look) -> int:
    """The free room beside the keys: the page's, or less where the largest letters would need another row."""
    if look.layout.portrait and look.preferences.text_step == STEPS:
        return look.px(EDGE_MM[look.layout.kind])
    return look.sizes.scaled(look.layout.margin)


def _columns(width: int, least: int, gap: int) -> int:
    return max((width + gap) // (least + gap), 1)


def _lay(
    look: Look, rows: Sequence[KeyRow], heights: Sequence[int], place: QRect, least: Mapping[Act, int]
) -> list[Place]:
    gap = look.target("gap")
    found: list[Place] = []
    top = place.y()
    for row, high in zip(rows, heights, strict=True):
        spans = spread(
            [key.weight for key in row.keys], [least[key.act] for key in row.keys], place.width(), gap
        )
        for key, (left, wide) in zip(row.keys, spans, strict=True):
            if key.act is not Act.GAP:
                x = place.width() - left - wide if row.from_right else left
                found.append((key, QRect(place.x() + x, top, wide, high)))
        top += high + gap
    return found
