# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the pictograms in the colours of the theme, each rendered once for its size."""

import re
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

PICTOGRAMS: Final = Path(__file__).parents[1] / "pictograms"

ACCENT: Final = "#DE6E45"
"""The fill of the one lit part in every drawing; replaced by the theme's accent."""

MIRROR: Final = 'data-mirror="rtl"'
STROKE = re.compile(r'stroke-width="[0-9.]+"')


@cache
def _source(name: str) -> str:
    return (PICTOGRAMS / f"{name}.svg").read_text("utf-8")


def exists(name: str) -> bool:
    """Whether there is a drawing of that name."""
    return (PICTOGRAMS / f"{name}.svg").is_file()


class Pictures:
    """Drawings as pixmaps, kept for as long as the look that uses them.

    `mirrored` is the direction of the page: only drawings that are marked for it are mirrored.
    """

    def __init__(self, mirrored: bool, pixel_ratio: float = 1.0) -> None:
        self._mirrored = mirrored
        self._ratio = pixel_ratio
        self._made: dict[tuple[str, int, str, str, float], QPixmap] = {}

    def pixmap(self, name: str, size: int, ink: QColor, accent: QColor, stroke: float = 0) -> QPixmap:
        """The drawing, `size` logical pixels square. `stroke` (of 48) replaces the drawing's own line width.

        FileNotFoundError for a name that does not exist: names from outside are checked by who presents them.
        """
        key = (name, size, ink.name(), accent.name(), stroke)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(name, size, ink, accent, stroke)
        return found

    def paint(
        self, painter: QPainter, place: QRect, name: str, ink: QColor, accent: QColor, stroke: float = 0
    ) -> None:
        """Paint the drawing in the middle of `place`, as large as fits."""
        size = min(place.width(), place.height())
        if size <= 0:
            return
        left = place.x() + (place.width() - size) // 2
        top = place.y() + (place.height() - size) // 2
        painter.drawPixmap(left, top, self.pixmap(name, size, ink, accent, stroke))

    def _make(self, name: str, size: int, ink: QColor, accent: QColor, stroke: float) -> QPixmap:
        # QtSvg is loaded with the first drawing, not with the program.
        from PySide6.QtSvg import QSvgRenderer

        source = _source(name)
        mirror = self._mirrored and MIRROR in source
        drawn = source.replace("currentColor", ink.name()).replace(ACCENT, accent.name())
        if stroke:
            drawn = STROKE.sub(f'stroke-width="{stroke}"', drawn)
        side = round(size * self._ratio)
        made = QPixmap(side, side)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        if mirror:
            painter.setTransform(QTransform(-1, 0, 0, 1, side, 0))
        QSvgRenderer(QByteArray(drawn.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        made.setDevicePixelRatio(self._ratio)
        return made
