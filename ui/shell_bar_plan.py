# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans the fixed bar: the size of its letters and where its six places lie, for every word they may ever show.

The words of a place change (a person is called, the voice speaks), the places do not: each is planned for all of its
words at once (UND-03).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect

from accessibility.qt.look import Look
from ui.shell_bar_rows import Rows, ways
from ui.shell_bar_texts import BarTexts
from ui.shell_bar_words import PLACES, Words

LARGEST: Final = 5
"""The text step at which six words and the gaps between them need all the height there is."""

NEARLY_PERCENT: Final = 98
"""Letters this large are as large as those of body text (SEE-03): a row less is worth more."""

LEAST_PERCENT: Final = 50
"""Letters in the bar shrink to this share of body text at most, rather than break a word."""

FOOT_SHARE: Final = 0.5
"""Of the height of upright glass, what the bar takes at most."""

RAIL_SHARE: Final = 0.42
"""Of the width of glass that lies, what the bar takes at most."""

CELL_MM: Final = 20
INSET_MM: Final = 0.2
"""Above and below the words, whose lines have some room of their own."""


@dataclass(frozen=True, slots=True)
class BarPlan:
    """Letters in pixels, and the texts that they are set in; the six places, measured from the left; how wide the bar
    is, or how high at the foot."""

    texts: BarTexts
    letters: int
    cells: tuple[QRect, ...]
    thickness: int


def bar_pad(look: Look) -> int:
    """The room at the sides of a word."""
    return look.px(1.2 if _fills_foot(look) else 1.6)


def _fills_foot(look: Look) -> bool:
    """Whether the largest letters stand at the foot: there each millimetre decides over a row more."""
    return look.layout.portrait and look.preferences.text_step == LARGEST


def bar_edge(look: Look) -> tuple[int, int]:
    """The room around the six places: at the sides, and above and below.

    Assisted, nothing to press lies close to the frame around the glass; the largest letters need that height more.
    """
    if not look.preferences.assisted:
        return look.px(2.5 if _fills_foot(look) else 3), look.px(3)
    if look.preferences.text_step < LARGEST:
        return look.px(8), look.px(8)
    return look.px(8), look.px(2 if look.layout.portrait else 1)


def plan_bar(strong: BarTexts, light: BarTexts, words: Words, length: int) -> BarPlan:
    """The bar in bold letters; where those would have to be smaller than running text, in letters of its weight."""
    look = strong.look
    plan = _plan_foot if look.layout.portrait else _plan_rail
    bold = plan(strong, words, length)
    if look.preferences.text_step < LARGEST or bold.letters >= _nearly(look):
        return bold
    lighter = plan(light, words, length)
    return lighter if lighter.letters > bold.letters else bold


def _plan_rail(texts: BarTexts, words: Words, height: int) -> BarPlan:
    """Six places one under the other at the start edge, as wide as their words need."""
    look = texts.look
    (aside, above), gap = bar_edge(look), look.target("gap")
    high = max((height - 2 * above - (len(PLACES) - 1) * gap) // len(PLACES), 1)
    frame = 2 * bar_pad(look) + look.px(1)
    widest = round(look.screen.width_px * RAIL_SHARE) - 2 * aside - frame
    usual = look.px(look.layout.rail) - 2 * aside
    letters, room = 1, 1
    for letters in _sizes(look):
        room = max(_room_for(texts, words, letters, high), usual - frame)
        if room <= widest:
            break
    wide = min(room, widest) + frame
    cells = [QRect(aside, above + number * (high + gap), wide, high) for number in range(len(PLACES))]
    return BarPlan(texts, letters, tuple(cells), wide + 2 * aside)


def _plan_foot(texts: BarTexts, words: Words, width: int) -> BarPlan:
    """Six places at the foot: in equal cells where all words fit, else two in a row or fewer, as wide as they need.

    The largest letters take so much of the glass that of all ways the lowest is the best.
    """
    look = texts.look
    found, best, fewest = BarPlan(texts, 1, (), 0), None, len(PLACES)
    for letters in _sizes(look):
        if best is not None and letters < _nearly(look):
            return best
        fitting = []
        for rows, widths in _set_in_rows(texts, words, letters, width):
            found = _in_cells(texts, words, letters, widths)
            if found.thickness <= look.screen.height_px * FOOT_SHARE:
                fitting.append((found, rows))
        if not fitting:
            continue
        if _fills_foot(look):
            # Two in a row, as at most sizes, wherever they fit so.
            usual = [way for way in fitting if max(map(len, way[1])) <= look.layout.bar_columns]
            lowest = min((plan for plan, _ in usual or fitting), key=lambda plan: plan.thickness)
            # Letters a little smaller are worth a line less.
            if best is None or lowest.thickness + letters < best.thickness:
                best = lowest
            continue
        plan, rows = fitting[0]
        if best is None or len(rows) < fewest:
            best, fewest = plan, len(rows)
        if fewest * look.layout.bar_columns <= len(PLACES):
            return best
    return best or found


def _set_in_rows(
    texts: BarTexts, words: Words, letters: int, width: int
) -> Iterator[tuple[Rows, list[list[int]]]]:
    look = texts.look
    inner, gap = max(width - 2 * bar_edge(look)[0], 1), look.target("gap")
    frame = 2 * bar_pad(look) + look.px(1)
    needs = [_longest(texts, words[place], letters) + frame for place in PLACES]
    wished = [_natural(texts, words[place], letters) + frame for place in PLACES]
    yield from ways(look.layout.bar_columns, needs, wished, inner, gap)


def _in_cells(texts: BarTexts, words: Words, letters: int, widths: list[list[int]]) -> BarPlan:
    """The rows one under the other, all as high as the words of the highest."""
    look = texts.look
    (aside, above), gap = bar_edge(look), look.target("gap")
    frame = 2 * bar_pad(look) + look.px(1)
    room = [wide - frame for line in widths for wide in line]
    shown = [(word, room[number]) for number, place in enumerate(PLACES) for word in words[place]]
    words_high = texts.height(letters, shown) + look.px(1 if _fills_foot(look) else 4)
    high = max(look.px(CELL_MM), look.target("min"), words_high)
    cells = []
    for row, line in enumerate(widths):
        left = aside
        for wide in line:
            cells.append(QRect(left, above + row * (high + gap), wide, high))
            left += wide + gap
    return BarPlan(texts, letters, tuple(cells), len(widths) * high + (len(widths) - 1) * gap + 2 * above)


def _nearly(look: Look) -> float:
    return look.font("strong").pixelSize() * NEARLY_PERCENT / 100


def _sizes(look: Look) -> Iterator[int]:
    body = look.font("strong").pixelSize()
    least = body * LEAST_PERCENT // 100
    yield from range(body, least - 1, -1)


def _longest(texts: BarTexts, words: Sequence[str], letters: int) -> int:
    return max(texts.longest_word(word, letters) for word in words)


def _natural(texts: BarTexts, words: Sequence[str], letters: int) -> int:
    return max(texts.natural_width(word, letters) for word in words)


def _room_for(texts: BarTexts, words: Words, letters: int, high: int) -> int:
    """The width at which every word fits into cells of this height."""
    most = high - 2 * texts.look.px(INSET_MM)
    all_words = [word for place in PLACES for word in words[place]]
    room = max(_narrowest(texts, word, letters, most) for word in all_words)
    # Their lines stand at one height in all cells: the highest and the deepest letter of all have to be whole there.
    whole = sum(texts.reach(letters, [(word, room) for word in all_words])) <= most
    return room if whole else texts.look.screen.width_px


def _narrowest(texts: BarTexts, word: str, letters: int, most: int) -> int:
    """The least width at which a word is not broken and its lines are not higher than `most`."""
    narrow, wide = texts.longest_word(word, letters), texts.natural_width(word, letters)
    if sum(texts.reach(letters, [(word, wide)])) > most:
        return texts.look.screen.width_px
    while narrow < wide:
        middle = (narrow + wide) // 2
        if texts.block(word, letters, middle).height(middle) <= most:
            wide = middle
        else:
            narrow = middle + 1
    return wide
