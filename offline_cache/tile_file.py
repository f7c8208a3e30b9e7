# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a map's tiles from an MBTiles file (version 1.3, raster): a SQLite database that comes from elsewhere.

It is opened read-only and as it will stay (no journal, no lock), without triggers, functions or anything else that a
stranger's schema could bring along; every question has a budget.
"""

import math
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote

import apsw

from core.map_words import plain_attribution
from core.places import Point
from core.town_map import MOST_ZOOM, NORTHMOST, Plan, Tile, place_at

LARGEST_TILE: Final = 1_000_000
"""Bytes of one picture."""
LARGEST_FILE: Final = 16_000_000_000
"""Bytes: a large country at street level."""
LONGEST_TEXT: Final = 2_000
"""Characters of one entry of the metadata that is read."""
MOST_ENTRIES: Final = 100
OPERATIONS: Final = 1_000
BUDGET: Final = 5_000
"""One question may take so many times so many operations of the database's machine: a tenth of a second's work."""
RASTER: Final = frozenset(["png", "jpg", "jpeg", "webp"])

_HEADER: Final = b"SQLite format 3\0"
_LIMITS: Final = (
    (apsw.SQLITE_LIMIT_LENGTH, LARGEST_TILE),
    (apsw.SQLITE_LIMIT_SQL_LENGTH, 20_000),
    (apsw.SQLITE_LIMIT_COLUMN, 50),
    (apsw.SQLITE_LIMIT_ATTACHED, 0),
    (apsw.SQLITE_LIMIT_TRIGGER_DEPTH, 0),
    (apsw.SQLITE_LIMIT_WORKER_THREADS, 0),
)
_SETTINGS: Final = (
    (apsw.SQLITE_DBCONFIG_DEFENSIVE, 1),
    (apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
    (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
)
_READING: Final = frozenset([apsw.SQLITE_SELECT, apsw.SQLITE_READ])
_OWN_FUNCTIONS: Final = frozenset(["min", "max"])


class BadTilesError(Exception):
    """Why a file cannot be the town's map, in English, for staff."""


class TileFile:
    """An open file of tiles. Raises `BadTilesError` where it is none, or says nothing of how deep and how far it goes.

    Not for several threads at once.
    """

    def __init__(self, file: Path) -> None:
        self._steps = 0
        try:
            self._database = _opened(file)
            self._database.set_progress_handler(self._is_spent, OPERATIONS)
            self.plan: Final = self._plan()
        except apsw.Error as problem:
            raise BadTilesError(f"cannot be read as MBTiles: {problem}") from None

    def tile(self, tile: Tile) -> bytes:
        """The picture as it lies in the file; empty for one that is not there or cannot be read."""
        # In MBTiles rows are counted from the south.
        row = 2**tile.zoom - 1 - tile.row
        question = (
            "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1"
        )
        try:
            found = self._asked(question, (tile.zoom, tile.column, row))
        except apsw.Error:
            return b""
        content = found[0][0] if found else None
        return content if isinstance(content, bytes) else b""

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _is_spent(self) -> bool:
        self._steps += 1
        return self._steps > BUDGET

    def _asked(self, question: str, values: tuple[int, ...] = ()) -> list[tuple[object, ...]]:
        self._steps = 0
        try:
            return list(self._database.execute(question, values))
        except UnicodeDecodeError:
            # In a value, a name, or what SQLite itself says of a broken schema.
            raise apsw.CorruptError("text that is no UTF-8") from None

    def _plan(self) -> Plan:
        entries = self._asked("SELECT name, value FROM metadata LIMIT ?", (MOST_ENTRIES,))
        told = {
            name: value.strip()
            for name, value in entries
            if isinstance(name, str) and isinstance(value, str) and len(value) <= LONGEST_TEXT
        }
        kind = told.get("format", "png").lower()
        if kind not in RASTER:
            raise BadTilesError(
                f"has tiles of the format {kind[:20]!r}; only {', '.join(sorted(RASTER))} can be shown"
            )
        least, most = self._levels(told)
        south_west, north_east = _bounds(told) or self._covered(least)
        middle = Point(
            (south_west.latitude + north_east.latitude) / 2, (south_west.longitude + north_east.longitude) / 2
        )
        plan = Plan(
            south_west, north_east, least, most, middle, plain_attribution(told.get("attribution", ""))
        )
        start = _point(_numbers(told.get("center", ""), (2, 3)))
        if start is not None and plan.has(start):
            return Plan(south_west, north_east, least, most, start, plan.attribution)
        return plan

    def _levels(self, told: Mapping[str, str]) -> tuple[int, int]:
        """The levels that it says it has, or else those that it has."""
        said = [_numbers(told.get(name, ""), (1,)) for name in ("minzoom", "maxzoom")]
        if all(said):
            least, most = (int(one[0]) for one in said)
        else:
            (found,) = self._asked("SELECT min(zoom_level), max(zoom_level) FROM tiles")
            if not all(isinstance(one, int) for one in found):
                raise BadTilesError("has no tiles")
            least, most = (int(str(one)) for one in found)
        if not 0 <= least <= most <= MOST_ZOOM:
            raise BadTilesError(f"has levels from {least} to {most}, not from 0 to {MOST_ZOOM}")
        return least, most

    def _covered(self, zoom: int) -> tuple[Point, Point]:
        """The corners of the tiles there are, where the file does not name its own."""
        (found,) = self._asked(
            "SELECT min(tile_column), min(tile_row), max(tile_column), max(tile_row) FROM tiles"
            " WHERE zoom_level = ?",
            (zoom,),
        )
        if not all(isinstance(one, int) and 0 <= one < 2**zoom for one in found):
            raise BadTilesError(f"has no tiles of its level {zoom}")
        left, bottom, right, top = (int(str(one)) for one in found)
        rows = 2**zoom
        return place_at(left, rows - bottom, zoom), place_at(right + 1, rows - 1 - top, zoom)


def _opened(file: Path) -> apsw.Connection:
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):
            raise BadTilesError("is no file")
        with file.open("rb") as begin:
            head = begin.read(len(_HEADER))
    except OSError as problem:
        raise BadTilesError(f"cannot be opened: {problem.strerror}") from None
    if head != _HEADER:
        raise BadTilesError("is no MBTiles file: it does not begin as a SQLite database does")
    if found.st_size > LARGEST_FILE:
        raise BadTilesError(f"is larger than {LARGEST_FILE // 1_000_000_000} gigabytes")
    address = f"file:{quote(str(file.absolute()))}?mode=ro&immutable=1"
    database = apsw.Connection(address, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    for limit, most in _LIMITS:
        database.limit(limit, most)
    for setting, value in _SETTINGS:
        database.config(setting, value)
    database.execute(
        "PRAGMA cell_size_check = 1; PRAGMA mmap_size = 0; PRAGMA temp_store = 2; PRAGMA query_only = 1"
    )
    database.authorizer = _may
    return database


def _may(action: int, _: str | None, name: str | None, *__: str | None) -> int:
    """Reading tables and views, and nothing that a view could be made to do besides."""
    own = action == apsw.SQLITE_FUNCTION and (name or "").lower() in _OWN_FUNCTIONS
    return apsw.SQLITE_OK if action in _READING or own else apsw.SQLITE_DENY


def _numbers(text: str, counts: tuple[int, ...]) -> list[float]:
    """Numbers with commas between them; none where one of them is none."""
    try:
        found = [float(part) for part in text.split(",")]
    except ValueError:
        return []
    return found if len(found) in counts and all(map(math.isfinite, found)) else []


def _point(longitude_first: list[float]) -> Point | None:
    if not longitude_first:
        return None
    point = Point(longitude_first[1], longitude_first[0])
    return point if point.is_on_earth else None


def _bounds(told: Mapping[str, str]) -> tuple[Point, Point] | None:
    """The corners that it names; None where it names none that a map could have."""
    found = _numbers(told.get("bounds", ""), (4,))
    corners = (_point(found[:2]), _point(found[2:]))
    south_west, north_east = corners
    if south_west is None or north_east is None:
        return None
    within = all(abs(one.latitude) <= NORTHMOST for one in (south_west, north_east))
    ordered = south_west.latitude < north_east.latitude and south_west.longitude < north_east.longitude
    return (south_west, north_east) if within and ordered else None
