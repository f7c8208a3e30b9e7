# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of tiles comes from elsewhere: a good one is read, and whatever else it is costs a reason or one tile."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from core.places import Point
from core.town_map import Plan, Tile
from offline_cache.tile_file import LARGEST_TILE, BadTilesError, TileFile
from tests.support.tile_files import GOOD, png, tile_file

TILE = Tile(14, 6826, 5890)
ENDLESS = (
    "CREATE VIEW tiles AS WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more)"
    " SELECT 14 AS zoom_level, n AS tile_column, 0 AS tile_row, 'x' AS tile_data FROM more WHERE n < 0"
)
LARGE_IN_A_VIEW = (
    "CREATE VIEW tiles AS SELECT 14 AS zoom_level, 6826 AS tile_column, 10493 AS tile_row,"
    " zeroblob(900000) AS tile_data"
)


def without(*names: str, **told: str) -> dict[str, str]:
    return {name: value for name, value in {**GOOD, **told}.items() if name not in names}


def test_a_good_file_says_what_map_it_is_and_gives_its_tiles(tmp_path: Path) -> None:
    picture = png()
    tiles = TileFile(tile_file(tmp_path / "a.mbtiles", tiles={TILE: picture}))
    assert tiles.plan == Plan(
        Point(44.99, -30.02), Point(45.02, -29.99), 13, 15, Point(45.0, -30.01), "Map © The Map Makers"
    )
    assert tiles.tile(TILE) == picture
    assert tiles.tile(TILE._replace(row=TILE.row + 1)) == b""
    tiles.close()


def test_what_a_file_does_not_say_is_seen_from_its_tiles(tmp_path: Path) -> None:
    told = without("bounds", "center", "minzoom", "attribution")
    tiles = TileFile(tile_file(tmp_path / "a.mbtiles", told, {TILE: png(), Tile(15, 13652, 11780): png()}))
    plan = tiles.plan
    assert (plan.least, plan.most, plan.attribution) == (14, 15, "")
    assert plan.has(plan.start)
    corners = (plan.south_west.longitude, plan.north_east.longitude)
    assert corners == pytest.approx((6826 / 2**14 * 360 - 180, 6827 / 2**14 * 360 - 180))
    tiles.close()


def test_tiles_behind_a_view_are_read_as_makers_of_maps_store_them(tmp_path: Path) -> None:
    schema = (
        "CREATE TABLE map (zoom_level, tile_column, tile_row, tile_id);"
        "CREATE TABLE images (tile_id, tile_data);"
        "INSERT INTO map VALUES (14, 6826, 10493, 'a'); INSERT INTO images VALUES ('a', x'0102');"
        "CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data FROM map JOIN images"
        " ON images.tile_id = map.tile_id"
    )
    tiles = TileFile(tile_file(tmp_path / "a.mbtiles", schema=schema))
    assert tiles.tile(TILE) == b"\1\2"
    tiles.close()


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (without(format="pbf"), "has tiles of the format 'pbf'; only jpeg, jpg, png, webp can be shown"),
        (without("minzoom", "maxzoom"), "has no tiles"),
        (without(minzoom="15", maxzoom="13"), "has levels from 15 to 13"),
        (without(maxzoom="1e9"), "has levels from 13 to 1000000000"),
        (without(maxzoom="nan"), "has no tiles"),
        (without(bounds="1,2,3"), "has no tiles of its level 13"),
        (without(bounds="-29.99,45.02,-30.02,44.99"), "has no tiles of its level 13"),
    ],
)
def test_a_map_that_cannot_be_shown_is_refused_with_the_reason(
    told: dict[str, str], says: str, tmp_path: Path
) -> None:
    with pytest.raises(BadTilesError, match=says):
        TileFile(tile_file(tmp_path / "a.mbtiles", told))


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    text, fifo = tmp_path / "a.mbtiles", tmp_path / "fifo"
    text.write_bytes(b"no database" * 99)
    os.mkfifo(fifo)
    for file, says in (
        (text, "is no MBTiles file"),
        (fifo, "is no file"),
        (tmp_path, "is no file"),
        (tmp_path / "nowhere", "cannot be opened"),
    ):
        with pytest.raises(BadTilesError, match=says):
            TileFile(file)


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.mbtiles"
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE other (name TEXT)")
    with pytest.raises(BadTilesError, match="no such table: metadata"):
        TileFile(file)


@pytest.mark.parametrize("kept", [16, 100, 4_096, 9_000])
def test_a_file_that_is_cut_off_is_refused_or_gives_no_tile(kept: int, tmp_path: Path) -> None:
    file = tile_file(tmp_path / "a.mbtiles", tiles={TILE: png()})
    file.write_bytes(file.read_bytes()[:kept])
    try:
        tiles = TileFile(file)
    except BadTilesError:
        return
    assert tiles.tile(TILE) in (b"", png())
    tiles.close()


def test_a_tile_that_is_no_picture_of_usual_size_is_none(tmp_path: Path) -> None:
    huge, text = TILE._replace(column=1), TILE._replace(column=2)
    tiles = TileFile(
        tile_file(tmp_path / "a.mbtiles", tiles={huge: bytes(LARGEST_TILE + 1), text: "words", TILE: png()})
    )
    assert (tiles.tile(huge), tiles.tile(text), tiles.tile(TILE)) == (b"", b"", png())
    tiles.close()


def test_a_schema_that_never_ends_costs_no_more_than_its_budget(tmp_path: Path) -> None:
    tiles = TileFile(tile_file(tmp_path / "a.mbtiles", schema=ENDLESS))
    before = time.process_time()
    assert tiles.tile(TILE) == b""
    assert time.process_time() - before < 10
    tiles.close()


def test_a_schema_cannot_call_functions(tmp_path: Path) -> None:
    tiles = TileFile(tile_file(tmp_path / "a.mbtiles", schema=LARGE_IN_A_VIEW))
    assert tiles.tile(TILE) == b""
    tiles.close()


def test_metadata_of_any_length_and_kind_is_passed_over(tmp_path: Path) -> None:
    told: dict[str, object] = {**GOOD, "description": "x" * 900_000, "json": b"\0\1", "attribution": 7}
    tiles = TileFile(tile_file(tmp_path / "a.mbtiles", told))
    assert tiles.plan.attribution == "7"
    tiles.close()


def test_text_that_is_no_utf_8_refuses_the_file_or_its_tile(tmp_path: Path) -> None:
    latin = "CAST(x'4D61724520A9' AS TEXT)"
    good = tile_file(tmp_path / "a.mbtiles", tiles={TILE: png()})
    with closing(sqlite3.connect(good)) as database:
        database.execute(f"INSERT INTO metadata VALUES ('by', {latin})")
        database.commit()
    with pytest.raises(BadTilesError, match="no UTF-8"):
        TileFile(good)
    view = f"CREATE VIEW tiles AS SELECT 14 AS zoom_level, 6826 AS tile_column, 10493 AS tile_row, {latin} AS tile_data"
    tiles = TileFile(tile_file(tmp_path / "b.mbtiles", schema=view))
    assert tiles.tile(TILE) == b""
    tiles.close()


def test_the_file_is_never_written_and_nothing_appears_beside_it(tmp_path: Path) -> None:
    file = tile_file(tmp_path / "a.mbtiles", tiles={TILE: png()})
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode = WAL")
    before = file.read_bytes()
    file.chmod(0o444)
    tiles = TileFile(file)
    tiles.tile(TILE)
    tiles.close()
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.mbtiles"]
