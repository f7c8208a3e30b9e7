# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the lines of a laid out text end: a word is broken only where it has no room, and as its language does it."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QFont, QFontMetricsF, QTextLine

from tests.support.measuring import SLACK
from ui.parts.text_block import TextBlock
from ui.parts.text_options import units

SOFT, NOTHING = "\u00ad", "\u200b"
SPACES = " \u2028\u00a0\u202f"
UNHYPHENATED = frozenset({"ar", "fa", "hi", "ja", "ko", "th", "vi", "zh-Hans", "zh-Hant"})
"""What is written without hyphens at the end of a line."""

ADDRESS = re.compile(r"[0-9@/\\_`]|\w\.\w")
"""A reference, an address, a name of a file: nobody may take a hyphen for a part of it."""

PARTED = re.compile(ADDRESS.pattern + "|\u200c|[\uac00-\ud7af]")
"""The same, a Persian word of two halves, and Korean: parted without a sign."""

PART_OF_ADDRESS = re.compile(r"[^\W_]+")


def wrong_ends(block: TextBlock, lines: Sequence[QTextLine], language: str) -> Iterator[str]:
    """What is wrong with the ends of these lines of a text in a language."""
    laid = block._layout.text()
    if block._layout.lineCount() < 2:
        return
    assert len(laid) == units(laid), "the places of lines are counted otherwise in such a text"
    may_end = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, laid)
    for line in lines:
        end = line.textStart() + line.textLength()
        if end >= len(laid):
            continue
        word = _word(laid, end - 1)
        may_end.setPosition(end)
        if laid[end - 1] == SOFT:
            if not _ends_with_a_hyphen(line):
                yield f"{word!r} goes on without a hyphen"
            if language in UNHYPHENATED or ADDRESS.search(word):
                yield f"{word!r} is hyphenated"
            if _wide(block, word, end - 1) <= line.width() - SLACK:
                yield f"{word!r} is hyphenated and has room"
        elif laid[end - 1] == NOTHING:
            if not PARTED.search(word):
                yield f"{word!r} is broken without a hyphen"
        elif not (may_end.isAtBoundary() or laid[end - 1].isspace() or _has_to(block, end, line.width())):
            yield f"{word!r} is broken"


def _has_to(block: TextBlock, end: int, room: float) -> bool:
    """Whether a group of signs of an address is wider than any line."""
    laid = block._layout.text()
    if not ADDRESS.search(_word(laid, end - 1)):
        return False
    groups = (found for found in PART_OF_ADDRESS.finditer(laid) if found.start() < end < found.end())
    return any(_wide(block, group.group(), end) > room - SLACK for group in groups)


def _word(laid: str, place: int) -> str:
    """The word around a place, as it is written."""
    start = max((laid.rfind(space, 0, place) for space in SPACES), default=-1) + 1
    ends = [at for space in SPACES if (at := laid.find(space, place)) >= 0]
    return laid[start : min(ends, default=len(laid))].replace(SOFT, "").replace(NOTHING, "")


def _wide(block: TextBlock, word: str, place: int) -> float:
    """How wide a word is in one line, with the weight that it has at this place."""
    font = QFont(block._font)
    runs = block._layout.formats()
    font.setBold(font.bold() or any(run.start <= place < run.start + run.length for run in runs))
    return QFontMetricsF(font).horizontalAdvance(word)


def _ends_with_a_hyphen(line: QTextLine) -> bool:
    """Whether the last shape that is drawn is that of a hyphen."""
    runs = [run for run in line.glyphRuns() if run.glyphIndexes()]
    last = max(runs, key=lambda run: max(at.x() for at in run.positions()))
    hyphens = {index for sign in "-\u2010" for index in last.rawFont().glyphIndexesForString(sign)}
    return last.glyphIndexes()[-1] in hyphens
