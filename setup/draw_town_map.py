# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the map of Port Amity from its places and its made-up ground, into a file of tiles (MBTiles 1.3, raster).

`python -m setup.draw_town_map PLACES.geojson TILES.mbtiles`. The program never needs it: the file is part of it.
"""

import json
import math
import os
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPainterPath, QPen, QPolygonF

from setup.map_colours import (
    EARTH,
    EDGE,
    GREEN,
    HOUSE,
    LETTERS,
    PAVED,
    QUAY,
    RAIL,
    ROAD,
    SIGN,
)
from setup.map_drawing import Drawing
from setup.port_amity_ground import BOUNDS, GREENS, LAND, QUAYS, RAILWAY, ROADS, SQUARES, Line

LEVELS: Final = (14, 15, 16)

ROAD_METRES: Final = 10.0
HOUSE_METRES: Final = 7.5
LEAST_ROAD: Final = 5.0
"""Pixels."""

STREET_LETTERS: Final = {15: 21, 16: 26}
SIGN_LETTERS: Final = {14: 25, 15: 28, 16: 30}
"""Pixels; no street is named on the whole map."""


def main() -> None:
    """Draw every level."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    places, target = Path(sys.argv[1]), Path(sys.argv[2])
    features = json.loads(places.read_text("utf-8"))["features"]
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target)) as database:
        database.executescript(
            "PRAGMA page_size = 1024; CREATE TABLE metadata (name TEXT, value TEXT);"
            "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB,"
            " PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID;"
        )
        database.executemany("INSERT INTO metadata VALUES (?, ?)", _metadata())
        for level in LEVELS:
            drawing = Drawing(level)
            _draw(drawing, features)
            rows = ((level, column, 2**level - 1 - row, content) for column, row, content in drawing.tiles())
            database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
        database.commit()
        database.execute("VACUUM")
    application.quit()


def _metadata() -> list[tuple[str, str]]:
    return [
        ("name", "Port Amity"),
        ("format", "webp"),
        ("type", "baselayer"),
        ("bounds", ",".join(map(str, BOUNDS))),
        ("center", f"-30.0035,45.0025,{LEVELS[0]}"),
        ("minzoom", str(LEVELS[0])),
        ("maxzoom", str(LEVELS[-1])),
        ("attribution", "Map: Port Amity, drawn by its own town hall"),
    ]


def _draw(drawing: Drawing, features: Sequence[dict[str, dict[str, object]]]) -> None:
    painter = QPainter(drawing.image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    streets, houses, signs = _sorted(features)
    painter.setPen(QPen(QColor(EDGE), 2))
    _fill(painter, drawing, [LAND], EARTH)
    painter.setPen(Qt.PenStyle.NoPen)
    _fill(painter, drawing, GREENS, GREEN)
    _fill(painter, drawing, SQUARES, PAVED)
    for quay in QUAYS:
        _stroke(painter, drawing.line(quay), QUAY, max(drawing.metre * 9, 3))
    lines = [*ROADS, *streets.values()]
    wide = max(drawing.metre * ROAD_METRES, LEAST_ROAD)
    for colour, more in ((EDGE, 3.0), (ROAD, 0.0)):
        for line in lines:
            _stroke(painter, drawing.line(line), colour, wide + more)
    _stroke(painter, drawing.line(RAILWAY), RAIL, 5)
    _stroke(painter, drawing.line(RAILWAY), ROAD, 2, dashes=[5, 5])
    if drawing.level > LEVELS[0]:
        painter.setPen(QPen(QColor(EDGE), 1))
        painter.setBrush(QColor(HOUSE))
        side = drawing.metre * HOUSE_METRES
        for house in houses:
            at = drawing.at(house)
            painter.drawRect(QRectF(at.x() - side / 2, at.y() - side / 2, side, side))
    for name, place in signs:
        _sign(painter, drawing, name, drawing.at(place))
    if drawing.level in STREET_LETTERS:
        for name, line in streets.items():
            _name_along(painter, drawing, name, drawing.line(line))
    painter.end()


def _sorted(
    features: Sequence[dict[str, dict[str, object]]],
) -> tuple[dict[str, Line], list[Sequence[float]], list[tuple[str, Sequence[float]]]]:
    """Streets as lines between their first and their last houses; houses; and what stands somewhere."""
    rows: dict[str, list[Sequence[float]]] = defaultdict(list)
    signs: list[tuple[str, Sequence[float]]] = []
    for feature in features:
        told, place = feature["properties"], feature["geometry"]["coordinates"]
        assert isinstance(place, list)
        if "number" in told:
            rows[str(told["street"])].append(place)
        elif "name" in told:
            signs.append((str(told["name"]), place))
    streets: dict[str, Line] = {name: (_middle(row[:2]), _middle(row[-2:])) for name, row in rows.items()}
    return streets, [house for row in rows.values() for house in row], signs


def _middle(pair: Sequence[Sequence[float]]) -> tuple[float, float]:
    return sum(one[0] for one in pair) / len(pair), sum(one[1] for one in pair) / len(pair)


def _fill(painter: QPainter, drawing: Drawing, areas: Iterable[Line], colour: str) -> None:
    painter.setBrush(QColor(colour))
    for area in areas:
        painter.drawPolygon(drawing.line(area))


def _stroke(
    painter: QPainter, line: QPolygonF, colour: str, width: float, dashes: Sequence[float] = ()
) -> None:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashes else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern(dashes)
    painter.setPen(pen)
    painter.drawPolyline(line)


def _sign(painter: QPainter, drawing: Drawing, name: str, at: QPointF) -> None:
    """A mark with what stands there below it."""
    painter.setPen(QPen(QColor(ROAD), 3))
    painter.setBrush(QColor(SIGN))
    painter.drawEllipse(at, 11, 11)
    path = _letters(name, SIGN_LETTERS[drawing.level], QFont.Weight.Bold)
    room = path.boundingRect()
    path.translate(at.x() - room.center().x(), at.y() + 18 - room.top())
    _lettered(painter, path, SIGN)
    drawing.taken.append(path.boundingRect().adjusted(-8, -40, 8, 8))


def _name_along(painter: QPainter, drawing: Drawing, name: str, line: QPolygonF) -> None:
    """The name of a street along it, read from the left; none where a sign stands or the street is too short."""
    first, last = sorted((line.at(0), line.at(1)), key=QPointF.x)
    path = _letters(name, STREET_LETTERS[drawing.level], QFont.Weight.Medium)
    room, length = path.boundingRect(), math.hypot(last.x() - first.x(), last.y() - first.y())
    middle = (first + last) / 2
    turned = math.degrees(math.atan2(last.y() - first.y(), last.x() - first.x()))
    half = room.width() / 2
    across, down = half * abs(math.cos(math.radians(turned))), half * abs(math.sin(math.radians(turned)))
    place = QRectF(middle.x() - across, middle.y() - down, 2 * across, 2 * down).adjusted(-14, -14, 14, 14)
    if room.width() > length * 1.5 + 20 or any(one.intersects(place) for one in drawing.taken):
        return
    drawing.taken.append(place)
    path.translate(-room.center().x(), -room.center().y())
    painter.save()
    painter.translate(middle)
    painter.rotate(turned)
    _lettered(painter, path, LETTERS)
    painter.restore()


def _letters(words: str, size: int, weight: QFont.Weight) -> QPainterPath:
    font = QFont("Noto Sans")
    font.setPixelSize(size)
    font.setWeight(weight)
    path = QPainterPath()
    path.addText(0, 0, font, words)
    return path


def _lettered(painter: QPainter, path: QPainterPath, colour: str) -> None:
    """Letters with a rim, so that they can be read over a line."""
    painter.strokePath(path, QPen(QColor(ROAD), 7, j=Qt.PenJoinStyle.RoundJoin))
    painter.fillPath(path, QColor(colour))


if __name__ == "__main__":
    main()
