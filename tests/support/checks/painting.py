# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sees what is really painted: every text with its letters, its place and its owner, and the pixels under it."""

from collections.abc import Callable
from dataclasses import dataclass
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QRegion, QTextLine, QTransform
from PySide6.QtWidgets import QLineEdit, QWidget

from accessibility.qt.look import Look
from tests.support.checks.line_ends import wrong_ends
from tests.support.measuring import place
from ui.parts.text_block import TextBlock

Rgb = NDArray[np.uint8]
Pixels = Rgb
"""Height × width × (red, green, blue)."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A text as it was painted: `lines` are the rectangles of its lines in the window, in its pixels."""

    text: str
    font: QFont
    owner: QWidget
    lines: tuple[QRect, ...]
    block: TextBlock | None
    wrong_ends: tuple[str, ...] = ()
    """What is wrong with the places at which its lines end."""

    @property
    def where(self) -> QRect:
        """All of its lines."""
        whole = QRect()
        for line in self.lines:
            whole = whole.united(line)
        return whole


def pixels(window: QWidget, times: int) -> Pixels:
    """The window, drawn so many times as large."""
    image = QImage(window.size() * times, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(times)
    image.fill(QColor("magenta"))
    window.render(image, QPoint(0, 0), QRegion(window.rect()))
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].copy().reshape(plain.height(), plain.width(), 3)


def _ink(line: QTextLine, side: Qt.AlignmentFlag) -> QRectF:
    """Where a line's letters stand. Qt's own rectangle is some pixels off in lines that run from the right."""
    wide, room = line.naturalTextWidth(), line.width()
    if side & Qt.AlignmentFlag.AlignHCenter:
        left = (room - wide) / 2
    else:
        left = room - wide if side & Qt.AlignmentFlag.AlignRight else 0.0
    return QRectF(line.x() + left, line.y(), wide, line.height())


def _seen_font(block: TextBlock) -> QFont:
    """The font of a text; bold where all of its runs are set so."""
    seen = QFont(block._font)
    runs = block._layout.formats()
    if sum(run.length for run in runs if run.format.fontWeight() >= QFont.Weight.Bold) >= len(block.text):
        seen.setBold(True)
    return seen


@dataclass(frozen=True, slots=True)
class Drawn:
    """Lines of a text that a widget paints, `left` and `down` from where the painter stands."""

    block: TextBlock
    owner: QWidget
    lines: tuple[QTextLine, ...]
    left: int
    down: int
    transform: QTransform

    def words(self, line: QTextLine) -> str:
        """What stands in one of the lines, as it is written."""
        return self.block._long_words.words_of(line)


def as_drawn(window: QWidget, seen: Callable[[Drawn], None]) -> None:
    """Draw the window onto next to nothing, and show each text as it is painted."""
    draw = TextBlock.draw

    def recorded(
        block: TextBlock,
        painter: QPainter,
        where: QRect,
        colour: QColor,
        first: int = 0,
        count: int | None = None,
    ) -> None:
        draw(block, painter, where, colour, first, count)
        owner = painter.device()
        assert isinstance(owner, QWidget), owner
        if owner.window() is not window:
            # A sample is drawn into a picture of its own, at the moment when it gets its size.
            return
        layout = block._layout
        last = layout.lineCount() if count is None else min(first + count, layout.lineCount())
        lines = tuple(layout.lineAt(number) for number in range(first, last))
        down = where.y() - first * block.line_px
        seen(Drawn(block, owner, lines, where.x(), down, painter.worldTransform()))

    with patch.object(TextBlock, "draw", recorded):
        window.render(QImage(1, 1, QImage.Format.Format_RGB32), QPoint(0, 0), QRegion(window.rect()))


def painted(window: QWidget, language: str) -> tuple[Painted, ...]:
    """Every text that is painted when the window is drawn."""
    found: list[Painted] = []

    def seen(one: Drawn) -> None:
        lines, words = [], []
        layout = one.block._layout
        for line in one.lines:
            ink = _ink(line, layout.textOption().alignment()).translated(one.left, one.down)
            lines.append(one.transform.mapRect(ink).toAlignedRect().translated(place(one.owner).topLeft()))
            words.append(one.words(line))
        if any(word.strip() for word in words):
            wrong = tuple(wrong_ends(one.block, one.lines, language))
            seen_as = _seen_font(one.block)
            found.append(Painted("".join(words), seen_as, one.owner, tuple(lines), one.block, wrong))

    as_drawn(window, seen)
    found += [
        Painted(field.displayText(), field.font(), field, (place(field),), None)
        for field in window.findChildren(QLineEdit)
        if field.isVisible() and field.displayText()
    ]
    return tuple(found)


def pictures(window: QWidget) -> tuple[tuple[str, QWidget, QRect], ...]:
    """Every pictogram that is painted when the window is drawn: its name, its owner and its place in the window."""
    found: list[tuple[str, QWidget, QRect]] = []
    paint = Look.paint_picture

    def recorded(
        look: Look,
        painter: QPainter,
        where: QRect,
        name: str,
        ink: QColor | None = None,
        accent: QColor | None = None,
        stroke: float = 0,
    ) -> None:
        paint(look, painter, where, name, ink, accent, stroke)
        owner = painter.device()
        assert isinstance(owner, QWidget), owner
        seen = painter.worldTransform().mapRect(where)
        found.append((name, owner, seen.translated(place(owner).topLeft())))

    with patch.object(Look, "paint_picture", recorded):
        pixels(window, 1)
    return tuple(found)
