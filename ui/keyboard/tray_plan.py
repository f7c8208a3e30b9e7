# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans a tray of keys: which sheets fit a width, and how high its rows are, beside the number pad or without."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from accessibility.preferences import STEPS, KeyboardOrder
from accessibility.qt.look import Look
from ui.keyboard.arrangement import (
    SHARE_OF_LETTERS,
    WORDS_BESIDE,
    Act,
    Grid,
    broken,
    fewest_lines,
    letter_rows,
    pad_rows,
    word_keys,
)
from ui.keyboard.layouts import DIGITS, alphabet, letter_sheets, other_sheets
from ui.keyboard.measure import KeyMeasure
from ui.keyboard.sheets import Alphabet, Sheet, Signs, capital, pieces, shown, wrapped
from ui.keyboard.tray_heights import Height
from ui.keyboard.wording import words_of_keys

EDGE_MM: Final = {"wide": 5.0, "narrow": 3.0, "portrait": 4.0}
"""Free room above and below the keys."""

LOW_EDGE_MM: Final = 2.0
"""The same, and beside them, where each millimetre is needed."""

PAD_GAP_MM: Final = 8.0
PARTS: Final = {1: 1, 2: 1, 3: 1, 4: 2, 5: 3}
"""Into how many parts letters come at a text step (look.md section 12)."""

MOST_ROWS: Final = {"wide": 3, "narrow": 3, "portrait": 4}
"""Rows of letters; where they would need more, they come in halves."""

PART_ROWS: Final = 2
"""Rows of a part of the letters; where a part would need more, there are more parts."""

HIGHEST: Final = {"wide": 0.62, "narrow": 0.62, "portrait": 0.56}
"""The share of the glass that letters with a row of choices may take: the field stays in sight above them."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The sheets that fit a width, their grid, whether the pad stands beside them, and sizes in pixels: the width
    of the letters, the heights of a row and of a row of words, the least width of each key with words, and the
    height of the row of choices on top, 0 where there is none, the room around the keys, and
    at the lowest how far signs and words on them are moved up. `merged`: one key leads on through all sheets."""

    letters: tuple[Sheet, ...]
    others: tuple[Sheet, ...]
    grid: Grid
    pad: bool
    room: int
    row: int
    word_row: int
    least: Mapping[Act, int]
    edge: int
    lifts: tuple[int, int] | None = None
    merged: bool = False
    choices: int = 0

    def after(self, sheet: Sheet, part: int) -> Sheet:
        """Where the key with letters leads from a sheet: to their next part, or from other signs back to `part`."""
        sheets = (*self.letters, *self.others) if self.merged else self.letters
        return sheets[(sheets.index(sheet) + 1) % len(sheets)] if sheet in sheets else self.letters[part]


def plan(
    look: Look,
    language: str,
    order: KeyboardOrder,
    width: int,
    *,
    choosing: bool = False,
    height: Height = "usual",
) -> Plan:
    """What a tray of `width` pixels can hold. `choosing`: texts to choose from stand above the letters."""
    low, lowest = height != "usual", height in ("lowest", "least")
    parts = PARTS[look.preferences.text_step]
    most = look.screen.height_px * HIGHEST[look.layout.kind]
    if not choosing:
        if height == "least" and parts > 1:
            return _turning(look, language, order, width, parts)
        rows = 1 if low and parts > 1 else PART_ROWS
        return _plan(look, language, order, width, parts, part_rows=rows, low=lowest)
    # The row takes the room of a row of letters, which then come in more parts.
    for number in () if low else (parts, parts + 1):
        made = _with_choices(_plan(look, language, order, width, number))
        if tray_height(look, made) <= most:
            return made
    return _with_choices(_plan(look, language, order, width, parts + 1, part_rows=1, low=lowest))


def _turning(look: Look, language: str, order: KeyboardOrder, width: int, parts: int) -> Plan:
    """The lowest, with as many letters in a row as there is room for beside the key that turns the sheets."""
    made, turner = _plan(look, language, order, width, parts, part_rows=1, low=True), 0
    while (needed := max(made.least[Act.LETTERS], made.least[Act.SHEET])) > turner:
        turner = needed
        made = _plan(look, language, order, width, parts, part_rows=1, low=True, turner=turner)
    return made


def _with_choices(made: Plan) -> Plan:
    return replace(made, choices=made.row)


def _plan(
    look: Look,
    language: str,
    order: KeyboardOrder,
    width: int,
    parts: int,
    part_rows: int = PART_ROWS,
    *,
    low: bool = False,
    turner: int = 0,
) -> Plan:
    measure = KeyMeasure(look, language)
    gap, room = look.target("gap"), width - 2 * side(look, low=low)
    known = alphabet(language)
    least = measure.widest_sign(_signs(known))
    whole = letter_sheets(language, order, 1)[0]
    beside = round((room - look.px(PAD_GAP_MM)) * SHARE_OF_LETTERS)
    longest = max(len(row) for row in known.local)
    pad = parts == 1 and not look.layout.portrait and _columns(beside, least, gap) >= longest
    letters_width = beside if pad else room
    columns = _columns(letters_width - (turner + gap if turner else 0), least, gap)

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
    made = Plan(
        sheets,
        others,
        grid,
        pad,
        letters_width,
        measure.row,
        word_row,
        widths,
        look.px(EDGE_MM[look.layout.kind]),
    )
    if not low:
        return made
    all_words = [one for key in keys for one in words[key.act]]
    return _lowest(look, made, measure, known, all_words, turning=turner > 0)


def _lowest(
    look: Look,
    made: Plan,
    measure: KeyMeasure,
    known: Alphabet,
    words: Sequence[str],
    *,
    turning: bool = False,
) -> Plan:
    """The same with rows no higher than what stands on them, and as few of them as can be."""
    forms = [form for sign in _signs(known) for form in (shown(sign), capital(sign))]
    row, lift = measure.low_row(forms, "key", look.screen.width_px)
    word_row, lift_words = measure.low_row(words, "strong", made.room)
    made = replace(made, row=row, word_row=word_row, edge=look.px(LOW_EDGE_MM), lifts=(lift, lift_words))
    keys = [key for line in made.grid.words for key in line if key.act is not Act.SHEET]
    keys.sort(key=lambda key: key.act not in (Act.LETTERS, Act.SPACE))
    least = {**made.least, Act.LETTERS: max(made.least[Act.LETTERS], made.least[Act.SHEET])}
    gap = look.target("gap")
    if turning:
        keys = [key for key in keys if key.act is not Act.LETTERS]
        keys = fewest_lines(keys, [least[key.act] for key in keys], made.room, gap)
    lines = broken(keys, [least[key.act] for key in keys], made.room, gap)
    if turning:
        grid = replace(made.grid, words=lines, turning=True)
        return replace(made, grid=grid, least=least, merged=True)
    if len(made.letters) < 2 or len(lines) >= len(made.grid.words):
        return made
    return replace(made, grid=replace(made.grid, words=lines), least=least, merged=True)


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
    return height + 2 * made.edge + above(look, made)


def above(look: Look, made: Plan) -> int:
    """The height of what stands above the keys."""
    return made.choices + look.target("gap") if made.choices else 0


def side(look: Look, *, low: bool = False) -> int:
    """The free room beside the keys: the page's, or less where the largest letters would need another row."""
    if look.layout.portrait and look.preferences.text_step == STEPS:
        return look.px(LOW_EDGE_MM if low else EDGE_MM[look.layout.kind])
    return look.sizes.scaled(look.layout.margin)


def _columns(width: int, least: int, gap: int) -> int:
    return max((width + gap) // (least + gap), 1)
