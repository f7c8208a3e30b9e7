# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans the fixed bar: the size of its letters and where its six places lie, for every word they may ever show.

The words of a place change (a person is called, the voice speaks), the places do not: each is planned for all of its
words at once (UND-03).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRect

from accessibility.qt.look import Look
from ui.parts.part import shared_widths
from ui.present.bar import BarContents
from ui.shell_bar_texts import BarTexts

BarPlace = Literal["back", "help", "read", "settings", "language", "finish"]
PLACES: Final[tuple[BarPlace, ...]] = ("back", "help", "read", "settings", "language", "finish")

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

Words = dict[BarPlace, tuple[str, ...]]
"""The words that each place may show."""

Rows = tuple[tuple[int, ...], ...]
"""The numbers of the places in each row."""


@dataclass(frozen=True, slots=True)
class BarPlan:
    """Letters in pixels; the six places, measured from the left; how wide the bar is, or how high at the foot."""

    letters: int
    cells: tuple[QRect, ...]
    thickness: int


def words_now(contents: BarContents, short: bool) -> dict[BarPlace, str]:
    """The words of the six places; an empty one has nothing to do on this page."""
    return {
        "back": contents.back,
        "help": contents.help_short if short else contents.help,
        "read": contents.read_short if short else contents.read,
        "settings": contents.settings,
        "language": contents.languages,
        "finish": contents.finish,
    }


def words_ever(look: Look, contents: BarContents) -> Words:
    """All words that each place may show in this look."""
    short = look.layout.short_words
    text, tail = look.texts.text, "_short" if short else ""
    keys: dict[BarPlace, tuple[str, ...]] = {
        "back": ("bar.back",),
        "help": (f"bar.help{tail}", f"bar.coming{tail}"),
        "read": (f"bar.read{tail}", f"bar.stop{tail}"),
        "settings": ("bar.settings",),
        "language": ("bar.language",),
        "finish": ("bar.finish",),
    }
    now = words_now(contents, short)
    return {
        place: tuple(
            dict.fromkeys([*(text(key) for key in keys[place]), *([now[place]] if now[place] else [])])
        )
        for place in PLACES
    }


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
    return look.px(8), look.px(3 if look.layout.portrait else 1)


def plan_rail(texts: BarTexts, words: Words, height: int) -> BarPlan:
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
    return BarPlan(letters, tuple(cells), wide + 2 * aside)


def plan_foot(texts: BarTexts, words: Words, width: int) -> BarPlan:
    """Six places at the foot: in equal cells where all words fit, else two in a row or fewer, as wide as they need."""
    look = texts.look
    (aside, above), gap = bar_edge(look), look.target("gap")
    inner = max(width - 2 * aside, 1)
    frame = 2 * bar_pad(look) + look.px(1)
    padding = look.px(1 if _fills_foot(look) else 4)
    nearly = look.font("strong").pixelSize() * NEARLY_PERCENT / 100
    found, best, fewest = BarPlan(1, (), 0), None, len(PLACES)
    for letters in _sizes(look):
        if best is not None and letters < nearly:
            return best
        needs = [_longest(texts, words[place], letters) + frame for place in PLACES]
        wished = [_natural(texts, words[place], letters) + frame for place in PLACES]
        for rows, widths in _ways(look, needs, wished, inner, gap):
            room = [wide - frame for line in widths for wide in line]
            shown = [(word, room[number]) for number, place in enumerate(PLACES) for word in words[place]]
            words_high = texts.height(letters, shown)
            high = max(look.px(CELL_MM), look.target("min"), words_high + padding)
            total = len(rows) * high + (len(rows) - 1) * gap + 2 * above
            cells = []
            for row, line in enumerate(widths):
                left = aside
                for wide in line:
                    cells.append(QRect(left, above + row * (high + gap), wide, high))
                    left += wide + gap
            found = BarPlan(letters, tuple(cells), total)
            if total <= look.screen.height_px * FOOT_SHARE:
                if best is None or len(rows) < fewest:
                    best, fewest = found, len(rows)
                if fewest * look.layout.bar_columns <= len(PLACES):
                    return best
                break
    return best or found


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
    return max(_narrowest(texts, word, letters, most) for place in PLACES for word in words[place])


def _narrowest(texts: BarTexts, word: str, letters: int, most: int) -> int:
    """The least width at which a word is not broken and its lines are not higher than `most`."""
    narrow, wide = texts.longest_word(word, letters), texts.natural_width(word, letters)
    if texts.block(word, letters, wide).height(wide) > most:
        return texts.look.screen.width_px
    while narrow < wide:
        middle = (narrow + wide) // 2
        if texts.block(word, letters, middle).height(middle) <= most:
            wide = middle
        else:
            narrow = middle + 1
    return wide


def _ways(
    look: Look, needs: Sequence[int], wished: Sequence[int], inner: int, gap: int
) -> Iterator[tuple[Rows, list[list[int]]]]:
    """Rows of places with their widths: equal ones, two in a row, or as many in a row as there is room for."""
    columns = look.layout.bar_columns
    for count in (columns, 2) if columns > 2 else (columns,):
        wide = (inner - (count - 1) * gap) // count
        if max(needs) <= wide:
            rows = _in_rows(count)
            yield rows, [[wide] * len(row) for row in rows]
    rows = _in_rows(2)
    if all(sum(needs[n] for n in row) + gap <= inner for row in rows):
        yield rows, [_shared(row, needs, wished, inner, gap) for row in rows]
    flowing: list[list[int]] = [[]]
    for number, need in enumerate(needs):
        if flowing[-1] and sum(needs[n] for n in flowing[-1]) + need + gap * len(flowing[-1]) > inner:
            flowing.append([])
        flowing[-1].append(number)
    if max(needs) <= inner:
        rows = tuple(tuple(row) for row in flowing)
        yield rows, [_shared(row, needs, wished, inner, gap) for row in rows]


def _in_rows(count: int) -> Rows:
    return tuple(tuple(range(start, start + count)) for start in range(0, len(PLACES), count))


def _shared(
    row: Sequence[int], needs: Sequence[int], wished: Sequence[int], inner: int, gap: int
) -> list[int]:
    """A row shared as its words need, those that would like to stand in one line first."""
    least = [needs[number] for number in row]
    return shared_widths(inner - gap * (len(row) - 1), [wished[number] for number in row], least)
