# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Strokes: every letter is whole, with its dots and its tails, in what it is painted into."""

from collections.abc import Iterator

from PySide6.QtGui import QFontMetrics, QTextLayout, QTextLine
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.support.checks.painting import Drawn, as_drawn
from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import named

BLUR = 2.0
"""Pixels: the soft edge of a stroke, and what a shape reaches beyond its letter's own box."""


def whole_letters(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-04: no stroke reaches over the upper or lower edge of its button, its line or its field."""
    for text, owner, over in (*_painted(screen.shell), *_written(screen.shell)):
        if over > BLUR:
            yield f"{over:.0f} px of its letters are cut: {text!r} in {named(owner)}"


def _painted(window: QWidget) -> list[tuple[str, QWidget, float]]:
    """Every painted line, and how far its strokes reach out of the widget that paints it."""
    found: list[tuple[str, QWidget, float]] = []

    def seen(one: Drawn) -> None:
        down = one.down + one.transform.dy()
        for line in one.lines:
            top, bottom = _strokes(line)
            found.append((one.words(line), one.owner, max(-(top + down), bottom + down - one.owner.height())))

    as_drawn(window, seen)
    return found


def _written(window: QWidget) -> Iterator[tuple[str, QWidget, float]]:
    """What is written in fields: Qt sets the line in the middle of its field."""
    for field in window.findChildren(QLineEdit):
        if not field.isVisible() or not field.displayText():
            continue
        layout = QTextLayout(field.displayText(), field.font())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1_000_000)
        layout.endLayout()
        metrics = QFontMetrics(field.font())
        top, bottom = _strokes(line)
        # The baseline of the letters, where Qt puts it.
        at = (field.height() - metrics.height() + 1) // 2 + metrics.ascent()
        above, below = line.y() + line.ascent() - top, bottom - line.y() - line.ascent()
        yield field.displayText(), field, max(above - at, at + below - field.height())


def _strokes(line: QTextLine) -> tuple[float, float]:
    """The highest and the lowest stroke of a line, as it lies in its text."""
    tops, bottoms = [line.y() + line.ascent()], [line.y() + line.ascent()]
    for run in line.glyphRuns():
        shapes = run.rawFont()
        for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            box = shapes.boundingRect(glyph)
            if not box.isEmpty():
                tops.append(at.y() + box.top())
                bottoms.append(at.y() + box.bottom())
    return min(tops), max(bottoms)
