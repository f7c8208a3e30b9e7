# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet on which one level of a map is drawn, and the tiles into which it is cut."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPolygonF

from core.places import Point
from core.town_map import position
from setup.map_colours import SEA, palette
from setup.port_amity_ground import BOUNDS

SIDE: Final = 512
"""Pixels of a tile: twice the usual, for glass with small pixels."""

METRES_ROUND: Final = 40_075_017.0


class Drawing:
    """The whole map at one level."""

    def __init__(self, level: int) -> None:
        self.level = level
        left, below = position(Point(BOUNDS[1], BOUNDS[0]), level)
        right, above = position(Point(BOUNDS[3], BOUNDS[2]), level)
        self.columns = range(math.floor(left), math.floor(right) + 1)
        self.rows = range(math.floor(above), math.floor(below) + 1)
        self.image = QImage(len(self.columns) * SIDE, len(self.rows) * SIDE, QImage.Format.Format_RGB32)
        self.image.fill(QColor(SEA))
        self.metre = 2**level * SIDE / (METRES_ROUND * math.cos(math.radians(BOUNDS[1])))
        self.taken: list[QRectF] = []

    def at(self, place: Sequence[float]) -> QPointF:
        """Where a place lies in the picture."""
        across, down = position(Point(place[1], place[0]), self.level)
        return QPointF((across - self.columns[0]) * SIDE, (down - self.rows[0]) * SIDE)

    def line(self, places: Iterable[Sequence[float]]) -> QPolygonF:
        """Several of them."""
        return QPolygonF([self.at(place) for place in places])

    def tiles(self) -> Iterator[tuple[int, int, bytes]]:
        """Column, row and picture of each tile, in few colours."""
        colours = [colour.rgb() for colour in palette()]
        flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
        for across, column in enumerate(self.columns):
            for down, row in enumerate(self.rows):
                part = self.image.copy(across * SIDE, down * SIDE, SIDE, SIDE)
                yield column, row, _webp(part.convertToFormat(QImage.Format.Format_Indexed8, colours, flags))


def _webp(image: QImage) -> bytes:
    """Without loss, which of such a drawing is two thirds of what a PNG would be."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"webp")
    writer.setQuality(100)
    writer.write(image)
    return bytes(buffer.data().data())
