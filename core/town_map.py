# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A map of square pictures (tiles), and what of it is looked at: Web Mercator as all tiled maps have it (EPSG:3857)."""

import math
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final, NamedTuple

from core.places import Point

MOST_ZOOM: Final = 22
"""Tiles of a deeper level are smaller than anything that is mapped."""

NORTHMOST: Final = 85.05112877980659
"""The square map of the world ends there."""

MAGNIFIED: Final = 2
"""Levels that are looked at beyond the deepest tiles, by making these larger: for eyes and for a steady press."""

OVERVIEW: Final = 2.5
"""Tiles that the whole map may take across when one begins to look at it."""

STEP, FINE_STEP = 0.5, 0.125
"""How far one press moves, in tiles; the fine one where nothing closer can be seen."""

REACH: Final = 2.0
"""Tiles to each side of the middle that are ever shown."""


class Tile(NamedTuple):
    """One of the pictures: `column` is counted from the date line eastward, `row` from the north."""

    zoom: int
    column: int
    row: int


class Side(Enum):
    """Where to go on the map. It is never mirrored: left is west in every language."""

    UP = (0, -1)
    DOWN = (0, 1)
    LEFT = (-1, 0)
    RIGHT = (1, 0)


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at: the place in the middle, and how close."""

    point: Point
    zoom: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A map: its corners, the levels for which it has tiles, where to begin, and whom to name as its maker."""

    south_west: Point
    north_east: Point
    least: int
    most: int
    start: Point
    attribution: str = ""

    @property
    def closest(self) -> int:
        """The closest that one can look."""
        return min(self.most + MAGNIFIED, MOST_ZOOM)

    @property
    def overview(self) -> int:
        """The closest level that still shows all of it."""
        for zoom in range(self.closest, self.least, -1):
            left, below = position(self.south_west, zoom)
            right, above = position(self.north_east, zoom)
            if max(right - left, below - above) <= OVERVIEW:
                return zoom
        return self.least

    def has(self, point: Point) -> bool:
        """Whether a place is on the map."""
        return (
            self.south_west.latitude <= point.latitude <= self.north_east.latitude
            and self.south_west.longitude <= point.longitude <= self.north_east.longitude
        )

    def begun(self, held: Point | None) -> View:
        """The first look: at the place that was chosen before, from near; else at all of it."""
        if held is not None and self.has(held):
            return View(held, self.closest)
        return View(self.start, self.overview)

    def moved(self, view: View, side: Side) -> View:
        """One press further to a side, as far as the map goes."""
        step = FINE_STEP if view.zoom >= self.closest else STEP
        left, top = position(view.point, view.zoom)
        across, down = side.value
        return self.aimed(view, place_at(left + across * step, top + down * step, view.zoom))

    def aimed(self, view: View, point: Point) -> View:
        """The same with another place in the middle; one beyond the edge is the nearest on the map."""
        (south, west), (north, east) = self.south_west, self.north_east
        inside = Point(min(max(point.latitude, south), north), min(max(point.longitude, west), east))
        return replace(view, point=inside)

    def zoomed(self, view: View, levels: int) -> View:
        """Closer by so many levels, or farther away."""
        return replace(view, zoom=min(max(view.zoom + levels, self.overview), self.closest))

    def tiles(self, view: View) -> frozenset[Tile]:
        """What has to be there for a view."""
        zoom = min(view.zoom, self.most)
        reach = REACH / 2 ** (view.zoom - zoom)
        middle, down = position(view.point, zoom)
        left, below = position(self.south_west, zoom)
        right, above = position(self.north_east, zoom)
        columns = _between(middle, reach, left, right, zoom)
        rows = _between(down, reach, above, below, zoom)
        return frozenset(Tile(zoom, column, row) for column in columns for row in rows)


def position(point: Point, zoom: int) -> tuple[float, float]:
    """Where a place lies on the map of the world, in tiles of a level from its upper left corner."""
    latitude = math.radians(min(max(point.latitude, -NORTHMOST), NORTHMOST))
    count = 2.0**zoom
    return (
        (point.longitude + 180) / 360 * count,
        (1 - math.asinh(math.tan(latitude)) / math.pi) / 2 * count,
    )


def place_at(left: float, top: float, zoom: int) -> Point:
    """The place at a position; the nearest one for what is off the map of the world."""
    count = 2.0**zoom
    left, top = min(max(left, 0.0), count), min(max(top, 0.0), count)
    latitude = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * top / count))))
    return Point(latitude, left / count * 360 - 180)


def _between(middle: float, reach: float, first: float, last: float, zoom: int) -> range:
    """The tiles within reach that the map has, and the world."""
    begin = math.floor(max(middle - reach, first, 0))
    end = math.floor(min(middle + reach, last, 2**zoom - 1))
    return range(begin, end + 1)
