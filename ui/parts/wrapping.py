# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the lines of a text may break: how wide its words are, and which width makes its lines even."""

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

BREAKS: Final = frozenset(" \t\n\u2028\u200b")
ALONE: Final = (("\u3040", "\u9fff"), ("\uff00", "\uffef"))
"""Between two Chinese or Japanese letters a line may break, also where words of another script stand beside them."""

NEW_LINE = "\u2028"

LONELY_SHARE = 0.4
"""A last line that is shorter than this share of the place looks forgotten."""

EVENED_LINES = 4
"""In a longer text a short last line does not look forgotten."""

LEAST_SHARE = 0.55
"""Lines are not even where one of them is shorter than this share of the narrower place."""

EVEN_TRIES = 7
"""How often the place is halved to find the narrowest one that needs no more lines: closer than a letter."""

JOINED = 1.03
"""Joined letters may be set a little wider than they are measured."""


def settled_width(
    layout: QTextLayout, break_at: Callable[[int], int], width: int, word: int, *, full: bool
) -> int:
    """The width at which the lines look right, where the whole `width` leaves the last of them with a word or two.

    `break_at` lays the text out at a width and tells how many lines it takes. There are never more of them, and no
    `word` is broken. `full` lines use as much of the place as the last one can spare; others are even.
    """
    lines = break_at(width)
    if not 1 < lines <= EVENED_LINES or not ends_lonely(layout, width):
        return width
    shortest = shortest_line(layout) / width
    even = _even_width(break_at, width, lines, word)
    break_at(even)
    share = shortest_line(layout) / even
    if share < LEAST_SHARE and share <= shortest:
        return width
    return _full_width(layout, break_at, even, width) if full else even


def _even_width(break_at: Callable[[int], int], width: int, lines: int, word: int) -> int:
    """The narrowest width that needs no more than `lines`."""
    least = max(width // 2, round(word * JOINED))
    while width - least > max(width >> EVEN_TRIES, 1):
        middle = (least + width) // 2
        if break_at(middle) > lines:
            least = middle
        else:
            width = middle
    return width


def _full_width(layout: QTextLayout, break_at: Callable[[int], int], even: int, width: int) -> int:
    """The widest width between both at which the last line is not lonely in the place."""
    least, most = even, width
    while most - least > max(width >> EVEN_TRIES, 1):
        middle = (least + most) // 2
        break_at(middle)
        if ends_lonely(layout, width):
            most = middle
        else:
            least = middle
    return least


def ended_lines(layout: QTextLayout) -> list[int]:
    """After how many lines the text itself asks for a new one; after the last of them in any case."""
    units = layout.text().encode("utf-16-le")
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    ends = [2 * (line.textStart() + line.textLength()) for line in lines]
    sign = NEW_LINE.encode("utf-16-le")
    return [number for number, end in enumerate(ends, 1) if number == len(ends) or units[:end].endswith(sign)]


def ends_lonely(layout: QTextLayout, width: int) -> bool:
    """Whether the last line holds little, and more could come down to it from the line above."""
    last = layout.lineAt(layout.lineCount() - 1)
    before = layout.lineAt(layout.lineCount() - 2)
    # A line's place is counted in UTF-16.
    end = layout.text().encode("utf-16-le")[: 2 * (before.textStart() + before.textLength())]
    ended = end.endswith(NEW_LINE.encode("utf-16-le"))
    return not ended and last.naturalTextWidth() < width * LONELY_SHARE


def shortest_line(layout: QTextLayout) -> float:
    """The width of the shortest line."""
    return min(layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount()))


def widest_word(text: str, font: QFont) -> float:
    """The width of the longest word of a text."""
    metrics = QFontMetricsF(font)
    if _unspaced(text):
        return max(metrics.horizontalAdvance(letter) for letter in text)
    # A no-break space belongs to its word: `str.split` without a sign would part there.
    words = [word for word in text.translate(_parted).split(" ") if word] or [""]
    if text.isascii():
        return max(metrics.horizontalAdvance(word) for word in words)
    # Joined letters are wider on a line than the sum that the metrics give.
    layout = QTextLayout(NEW_LINE.join(words), font)
    layout.beginLayout()
    widest = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1_000_000)
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return widest


def may_end(letter: str) -> bool:
    """Whether a line may end at this letter, whatever stands beside it."""
    return letter in BREAKS or _stands_alone(letter)


def _stands_alone(letter: str) -> bool:
    return any(first <= letter <= last for first, last in ALONE)


class _Parted(dict[int, str]):
    """Letters with a space for every place beside them where a line may break, each made when it is first met.

    For `str.translate`: Python needs longer to compile a pattern with so many letters than to load a page.
    """

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = " " if letter in BREAKS else f" {letter} " if _stands_alone(letter) else letter
        return self[code]


_parted: Final = _Parted()


def _unspaced(text: str) -> bool:
    """Whether lines may break between any two letters, as in Chinese."""
    return sum(1 for letter in text if "\u3000" <= letter <= "\u9fff") * 2 > len(text)
