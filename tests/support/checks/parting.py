# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parting: a word is broken only where it is wider than its line, and then as its language does it."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QFont, QFontMetricsF, QTextLine

from tests.support.checks.painting import Drawn, as_drawn
from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import SLACK, named
from ui.parts.text_options import units

SOFT, NOTHING = "\u00ad", "\u200b"
SPACES = " \u2028\u00a0\u202f"
UNHYPHENATED = frozenset({"ar", "fa", "hi", "ja", "ko", "th", "vi", "zh-Hans", "zh-Hant"})
"""What is written without hyphens at the end of a line."""

ADDRESS = re.compile(r"[0-9@/\\_`]|\w\.\w")
"""A reference, an address, a name of a file: nobody may take a hyphen for a part of it."""

PART_OF_ADDRESS = re.compile(r"[^\W_]+")


def words_parted(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-04: no line ends within a word but at a visible hyphen, and only where the word is wider than the line."""
    found: list[str] = []

    def seen(one: Drawn) -> None:
        found.extend(f"{fault} in {named(one.owner)}" for fault in faults(one, screen.look.language))

    as_drawn(screen.shell, seen)
    yield from found


def faults(one: Drawn, language: str) -> Iterator[str]:
    """What is wrong with the ends of the lines that are drawn."""
    laid = one.block._layout.text()
    assert len(laid) == units(laid), "the places of lines are counted otherwise in such a text"
    may_end = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, laid)
    for line in one.lines:
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
            if _wide(one, word, end - 1) <= line.width() - SLACK:
                yield f"{word!r} is hyphenated and has room"
        elif laid[end - 1] == NOTHING:
            if not ADDRESS.search(word):
                yield f"{word!r} is broken without a hyphen"
        elif not (may_end.isAtBoundary() or laid[end - 1].isspace()) and not _has_to(one, laid, end, line.width()):
            yield f"{word!r} is broken"


def _has_to(one: Drawn, laid: str, end: int, room: float) -> bool:
    """Whether a group of signs of an address is wider than any line."""
    if not ADDRESS.search(_word(laid, end - 1)):
        return False
    groups = (found for found in PART_OF_ADDRESS.finditer(laid) if found.start() < end < found.end())
    return any(_wide(one, group.group(), end) > room - SLACK for group in groups)


def _word(laid: str, place: int) -> str:
    """The word around a place, as it is written."""
    start = max((laid.rfind(space, 0, place) for space in SPACES), default=-1) + 1
    ends = [at for space in SPACES if (at := laid.find(space, place)) >= 0]
    return laid[start : min(ends, default=len(laid))].replace(SOFT, "").replace(NOTHING, "")


def _wide(one: Drawn, word: str, place: int) -> float:
    """How wide a word is in one line, with the weight that it has at this place."""
    font = QFont(one.block._font)
    runs = one.block._layout.formats()
    font.setBold(font.bold() or any(run.start <= place < run.start + run.length for run in runs))
    return QFontMetricsF(font).horizontalAdvance(word)


def _ends_with_a_hyphen(line: QTextLine) -> bool:
    """Whether the last shape that is drawn is that of a hyphen."""
    runs = [run for run in line.glyphRuns() if run.glyphIndexes()]
    last = max(runs, key=lambda run: max(at.x() for at in run.positions()))
    hyphens = {index for sign in "-\u2010" for index in last.rawFont().glyphIndexesForString(sign)}
    return last.glyphIndexes()[-1] in hyphens
