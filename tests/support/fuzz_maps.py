# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What reads a town's map, for the guided search: the file of tiles, and what its process answers."""

from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from core.map_words import plain_attribution
from core.town_map import Tile
from kiosk.mapping.wire import asked, decode
from offline_cache.tile_file import BadTilesError, TileFile
from tests.support.tile_files import tile_file

ANSWER = b'{"places": [1, 2, 3, 4, 2, 3], "zooms": [0, 9], "by": "<b>A</b> &amp; B"}'


def _tiles(data: bytes) -> None:
    with NamedTemporaryFile(suffix=".mbtiles") as file:
        file.write(data)
        file.flush()
        try:
            tiles = TileFile(Path(file.name))
        except BadTilesError:
            return
        tiles.tile(Tile(15, 1, 1))
        tiles.close()


def _answer(data: bytes) -> None:
    decode(data)
    asked(data)
    plain_attribution(data.decode("utf-8", "replace"))


def _seed() -> bytes:
    with TemporaryDirectory() as folder:
        return tile_file(Path(folder) / "a.mbtiles", tiles={Tile(15, 1, 1): b"picture"}).read_bytes()


MAPS: dict[str, tuple[Callable[[bytes], object], tuple[bytes, ...]]] = {
    "tiles": (_tiles, (_seed(),)),
    "map-answer": (_answer, (ANSWER,)),
}
