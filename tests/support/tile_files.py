# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of tiles for tests: good ones, and such as nobody should have to open."""

import sqlite3
import struct
import zlib
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

from core.town_map import Tile

GOOD: Final[Mapping[str, str]] = {
    "format": "png",
    "bounds": "-30.02,44.99,-29.99,45.02",
    "center": "-30.01,45.0,14",
    "minzoom": "13",
    "maxzoom": "15",
    "attribution": 'Map © <a href="https://example.org/copyright">The Map Makers</a>',
}
TABLE: Final = (
    "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB,"
    " PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID"
)


def tile_file(
    path: Path,
    told: Mapping[str, object] = GOOD,
    tiles: Mapping[Tile, object] | None = None,
    schema: str = TABLE,
) -> Path:
    """Write one. Tiles are named as a map counts them, and stored as MBTiles counts them."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        database.executemany("INSERT INTO metadata VALUES (?, ?)", told.items())
        database.executescript(schema)
        for tile, content in (tiles or {}).items():
            values = (tile.zoom, tile.column, 2**tile.zoom - 1 - tile.row, content)
            database.execute("INSERT INTO tiles VALUES (?, ?, ?, ?)", values)
        database.commit()
    return path


def png(wide: int = 256, high: int = 256, said: tuple[int, int] | None = None, words: bytes = b"") -> bytes:
    """A grey picture. `said` is a size that its head claims; `words` are a comment in it."""
    head = struct.pack(">IIBBBBB", *(said or (wide, high)), 8, 0, 0, 0, 0)
    body = zlib.compress((b"\0" + b"\x99" * wide) * high)
    chunks = [(b"IHDR", head), *([(b"tEXt", words)] if words else []), (b"IDAT", body), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
