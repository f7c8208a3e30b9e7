# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of the made-up town, drawn tile by tile: its coast, its greens and the streets between its few places."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen, QPolygonF

from core.places import Point
from core.town_map import Plan, Tile, position

PLAN: Final = Plan(
    Point(44.9929, -30.0164), Point(45.0131, -29.9905), 14, 16, Point(45.0025, -30.0035), "Map: Port Amity"
)
SIDE: Final = 256
"""Pixels of a tile."""

SEA, EARTH, GREEN, EDGE, ROAD = "#b5d3e7", "#f6f2e7", "#cfe3bd", "#8d8471", "#ffffff"
WIDE: Final = {14: 4, 15: 6, 16: 9}
"""Pixels of a street at each level."""

Line = tuple[tuple[float, float], ...]
LAND: Final[Line] = (
    (44.98, -30.03),
    (44.9945, -30.012),
    (44.995, -30.001),
    (44.9968, -29.9985),
    (44.9955, -29.996),
    (44.994, -29.992),
    (45.0, -29.9935),
    (45.02, -29.993),
    (45.02, -30.03),
)
GREENS: Final[tuple[Line, ...]] = (
    ((45.0, -30.0105), (45.0012, -30.009), (45.002, -30.0104)),
    ((45.0065, -30.0), (45.0092, -29.9995), (45.009, -29.9965), (45.0067, -29.9962)),
)
STREETS: Final[tuple[Line, ...]] = (
    ((45.001, -30.0068), (45.004, -30.0068), (45.0068, -30.0102)),
    ((45.0055, -30.0034), (45.0085, -30.0034)),
    ((45.0055, -30.0034), (45.0021, -30.0052), (45.001, -30.0068), (44.997, -30.007)),
    ((45.0021, -30.0052), (45.0012, -30.0021), (44.9971, -29.9968)),
    ((45.0012, -30.0021), (45.0055, -30.0034), (45.0068, -30.0102), (45.0085, -30.016)),
    ((45.0012, -30.0021), (45.006, -29.998), (45.0085, -30.0034)),
)


@cache
def tile_picture(tile: Tile) -> bytes:
    """One tile (PNG)."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(SEA))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(EDGE), 1.5))
    painter.setBrush(QColor(EARTH))
    painter.drawPolygon(_line(LAND, tile))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(GREEN))
    for green in GREENS:
        painter.drawPolygon(_line(green, tile))
    for colour, more in ((EDGE, 3), (ROAD, 0)):
        painter.setPen(QPen(QColor(colour), WIDE[tile.zoom] + more, c=Qt.PenCapStyle.RoundCap))
        for street in STREETS:
            painter.drawPolyline(_line(street, tile))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _line(places: Iterable[tuple[float, float]], tile: Tile) -> QPolygonF:
    at = (position(Point(*place), tile.zoom) for place in places)
    return QPolygonF([QPointF((left - tile.column) * SIDE, (top - tile.row) * SIDE) for left, top in at])
