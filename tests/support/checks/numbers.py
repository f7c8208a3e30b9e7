# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers as they are drawn: where a page runs from right to left, each still stands as people read it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtGui import QTextLayout, QTextLine

from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import named
from ui.parts.text_options import units

GROUPED = re.compile(r"\u2066[^\u2069]*\u2069|[0-9A-Z]+(?:[-./:,\u00a0][0-9A-Z]+)*")
"""A number, a date, a time, a telephone or a reference, with what stands between its groups: a space only where the
whole is kept together from left to right. Numbers of their own stand in the order of the sentence.
"""

DIGIT = re.compile(r"[0-9]")
SAME_PX = 0.5


def numbers_stand(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-14: every sign of a number stands to the right of the one before it, in whatever sentence."""
    for text in screen.painted():
        if text.block is None:
            continue
        layout = text.block._layout
        for number in range(layout.lineCount()):
            for words in _turned(layout, layout.lineAt(number)):
                yield f"{words!r} is drawn in another order: {text.text!r} in {named(text.owner)}"


def _turned(layout: QTextLayout, line: QTextLine) -> Iterator[str]:
    """The numbers of a line whose signs do not follow each other from the left."""
    start, end = line.textStart(), line.textStart() + line.textLength()
    written = layout.text()
    for found in GROUPED.finditer(written):
        words = found.group()
        places = [units(written[:at]) for at in range(*found.span()) if DIGIT.match(written, at)]
        seen = [_across(line, place) for place in places if start <= place < end]
        if any(after < before + SAME_PX for before, after in pairwise(seen)):
            yield words


def _across(line: QTextLine, place: int) -> float:
    """How far from the left the sign at a place in the text is drawn."""
    (run,) = line.glyphRuns(place, 1)
    return run.positions()[0].x()
