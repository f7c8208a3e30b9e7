# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Qt is told of a text that it lays out: its direction and side, its bold pieces, and how it counts letters."""

import re
from collections.abc import Sequence
from typing import Any, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from accessibility.qt.look import Look
from i18n.languages import language_info

Align = Literal["start", "centre", "end"]
Run = tuple[str, bool]
"""A piece of a text, and whether it is bold."""

JOINED = frozenset(map(chr, range(0x0600, 0x0700)))
"""Arabic letters and their signs."""

NOT_LATIN = re.compile("[\u0900-\u097f\u3040-\u9fff\uac00-\ud7af]")
LATIN = re.compile("[A-Za-z]")
"""Letters that all stand alike on their line, and letters whose strokes may reach below those."""


def units(text: str) -> int:
    """How many numbers Qt counts for a text (UTF-16)."""
    return len(text.encode("utf-16-le")) // 2


def across(line: QTextLine, place: int) -> float:
    """How far from the left of a line a place in its text stands."""
    # PySide6 gives the place back beside the result, and its types do not tell so.
    at: Any = line.cursorToX(place)
    return float(at[0] if isinstance(at, tuple) else at)


def stroke_ends(line: QTextLine) -> tuple[float, float]:
    """The highest and the lowest stroke of a line, measured from the top of its text."""
    baseline = line.y() + line.ascent()
    tops, bottoms = [baseline], [baseline]
    for run in line.glyphRuns():
        shapes = run.rawFont()
        for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            box = shapes.boundingRect(glyph)
            if not box.isEmpty():
                tops.append(at.y() + box.top())
                bottoms.append(at.y() + box.bottom())
    return min(tops), max(bottoms)


def is_joined(text: str) -> bool:
    """Whether there is Arabic in a text."""
    return any(letter in JOINED for letter in text)


def strokes(text: str, font: QFont) -> tuple[float, float]:
    """The highest and the lowest stroke of a text, measured from its baseline."""
    if not is_joined(text) and not (NOT_LATIN.search(text) and LATIN.search(text)):
        ink = QFontMetricsF(font).tightBoundingRect(text)
        return ink.top(), ink.bottom()
    # The metrics leave out what joined letters reach, and signs that stand over a tall one; and of two scripts they
    # give the taller one's height under the higher one's top.
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1_000_000)
    layout.endLayout()
    baseline = line.y() + line.ascent()
    top, bottom = stroke_ends(line)
    return top - baseline, bottom - baseline


def option(look: Look, language: str, align: Align) -> QTextOption:
    """How a text in a language breaks, which way it runs, and at which side its lines stand."""
    made = look.text_options.get((language, align))
    if made is None:
        made = look.text_options[language, align] = _option(look, language, align)
    return made


def _option(look: Look, language: str, align: Align) -> QTextOption:
    made = QTextOption()
    made.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    right = language_info(language).is_right_to_left
    made.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    if align == "centre":
        side = Qt.AlignmentFlag.AlignHCenter
    elif (align == "start") is not look.rtl:
        side = Qt.AlignmentFlag.AlignLeft
    else:
        side = Qt.AlignmentFlag.AlignRight
    # The side is the page's, whatever way the text in it runs.
    made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    return made


def formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    """The bold pieces of a text."""
    found, start = [], 0
    for piece, bold in runs:
        if bold and piece:
            made = QTextLayout.FormatRange()
            made.start, made.length = start, units(piece)
            strong = QTextCharFormat()
            strong.setFontWeight(QFont.Weight.Bold)
            made.format = strong
            found.append(made)
        start += units(piece)
    return found
