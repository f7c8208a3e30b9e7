# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of the made-up town, drawn tile by tile: its coast, its greens and the streets between its few places."""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from core.places import Point
from core.town_map import Plan, Tile, position
from ui.registry_pictures import png

PLAN: Final = Plan(
    Point(44.9929, -30.0164), Point(45.0131, -29.9905), 14, 16, Point(45.0025, -30.0035), "Map: Port Amity"
)
SIDE: Final = 256
"""Pixels of a tile."""

COLOURS: Final = bytes.fromhex("b5d3e7 f6f2e7 cfe3bd 8d8471 ffffff")
SEA, EARTH, GREEN, EDGE, ROAD = range(5)
WIDE: Final = {14: 4, 15: 6, 16: 9}
"""Pixels of a street at each level."""

Line = tuple[tuple[float, float], ...]
Dots = Sequence[tuple[float, float]]
"""Places on a tile, in pixels from its left and its top."""

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
    """One tile (PNG of five colours)."""
    rows = [bytearray([SEA]) * SIDE for _ in range(SIDE)]
    land = _dots(LAND, tile)
    _fill(rows, land, EARTH)
    _draw(rows, [*land, land[0]], 1.5, EDGE)
    for green in GREENS:
        _fill(rows, _dots(green, tile), GREEN)
    for colour, more in ((EDGE, 3), (ROAD, 0)):
        for street in STREETS:
            _draw(rows, _dots(street, tile), WIDE[tile.zoom] + more, colour)
    return png(SIDE, SIDE, b"".join(b"\0" + row for row in rows), COLOURS)


def _dots(line: Line, tile: Tile) -> list[tuple[float, float]]:
    at = (position(Point(*place), tile.zoom) for place in line)
    return [((left - tile.column) * SIDE, (top - tile.row) * SIDE) for left, top in at]


def _fill(rows: list[bytearray], area: Dots, colour: int) -> None:
    for number, row in enumerate(rows):
        sides = sorted(_crossed(area, number + 0.5))
        for left, right in zip(sides[::2], sides[1::2], strict=True):
            begin, end = max(math.ceil(left - 0.5), 0), min(math.ceil(right - 0.5), SIDE)
            if begin < end:
                row[begin:end] = bytes([colour]) * (end - begin)


def _crossed(area: Dots, height: float) -> Iterator[float]:
    """Where the sides of an area cross a height."""
    for (left, top), (right, bottom) in pairwise([*area, area[0]]):
        if (top <= height) is not (bottom <= height):
            yield left + (height - top) * (right - left) / (bottom - top)


def _draw(rows: list[bytearray], line: Dots, wide: float, colour: int) -> None:
    """A line with round ends and corners."""
    half = wide / 2
    for (left, top), (right, bottom) in pairwise(line):
        far = math.hypot(right - left, bottom - top) or 1.0
        across, down = (bottom - top) / far * half, (left - right) / far * half
        corners = [(left + across, top + down), (right + across, bottom + down)]
        _fill(rows, [*corners, (right - across, bottom - down), (left - across, top - down)], colour)
    for left, top in line:
        turns = (turn * math.pi / 8 for turn in range(16))
        _fill(rows, [(left + math.cos(one) * half, top + math.sin(one) * half) for one in turns], colour)
