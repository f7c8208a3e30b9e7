# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The town's map is read in a process of its own: its tiles are made anew, and a bad one costs only itself."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from core.places import Point
from core.town_map import Plan, Tile, position
from kiosk.command_line.findings import Verdict
from kiosk.command_line.place_check import look_at_map, map_or_stop
from kiosk.mapping import wire
from kiosk.mapping.map_process import MapProcess
from kiosk.profile.file import SHIPPED, BadProfile, load, shipped
from kiosk.profile.model import Profile
from tests.support.tile_files import GOOD, png, tile_file

TILE = Tile(14, 6826, 5890)
PLAN = Plan(Point(44.99, -30.02), Point(45.02, -29.99), 13, 15, Point(45.0, -30.01), "Map © The Map Makers")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><rect width="9" height="6"/></svg>'
DYING = (
    "import sys; from kiosk.mapping.wire import *; from kiosk.picturing.wire import *\n"
    "from core.town_map import *; from core.places import *\n"
    "plan = Plan(Point(44.9, -30.1), Point(45.1, -29.9), 1, 2, Point(45.0, -30.0))\n"
    "def say(a): sys.stdout.buffer.write(framed([a])); sys.stdout.buffer.flush()\n"
    "say(encode_plan(plan))\n"
    "while (q := unframed(sys.stdin.buffer, 99)) is not None:\n"
    "    if asked(q).row == 1: sys.exit(1)\n"
    "    say(b'drawn')\n"
)


def changed_profile(tmp_path: Path, name: str) -> Profile | BadProfile:
    text = (SHIPPED / "home.toml").read_text("utf-8")
    file = tmp_path / "profile.toml"
    file.write_text(text.replace("port-amity.mbtiles", name), "utf-8")
    return load(str(file))


def test_a_tile_is_a_picture_of_our_own_that_carries_nothing_but_pixels(tmp_path: Path) -> None:
    process = MapProcess(tile_file(tmp_path / "a.mbtiles", tiles={TILE: png(words=b"Author\0canary")}))
    assert process.plan() == PLAN
    made = process.tile(TILE)
    assert b"canary" not in made
    assert QImage.fromData(made).size().toTuple() == (256, 256)
    assert process.tile(TILE._replace(column=1)) == b""
    process.close()


def test_pictures_that_are_bombs_or_none_are_not_shown_and_the_others_are(tmp_path: Path) -> None:
    bad: dict[Tile, object] = {
        TILE._replace(column=1): png(said=(60_000, 60_000)),
        TILE._replace(column=2): png(1_025, 1_025),
        TILE._replace(column=3): SVG,
        TILE._replace(column=4): b"%PDF-1.7",
        TILE._replace(column=5): png()[:60],
        TILE._replace(column=6): b"",
    }
    process = MapProcess(tile_file(tmp_path / "a.mbtiles", tiles={**bad, TILE: png()}))
    shown = {tile for tile in (*bad, TILE) if not QImage.fromData(process.tile(tile)).isNull()}
    assert shown - {TILE._replace(column=5)} == {TILE}
    process.close()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "does not begin as a SQLite database does"),
        (b"SQLite format 3\0" + bytes(999), "cannot be read"),
    ],
)
def test_a_file_that_is_no_map_says_why(content: bytes, says: str, tmp_path: Path) -> None:
    file = tmp_path / "a.mbtiles"
    file.write_bytes(content)
    process = MapProcess(file)
    found = process.plan()
    assert isinstance(found, str)
    assert says in found
    assert process.tile(TILE) == b""
    process.close()


def test_a_process_that_ends_over_a_tile_costs_that_tile_only(caplog: pytest.LogCaptureFixture) -> None:
    process = MapProcess(Path("unread"), (sys.executable, "-c", DYING))
    found = [process.tile(Tile(2, 0, row)) for row in (0, 1, 2)]
    assert found == [b"drawn", b"", b"drawn"]
    caplog.clear()
    process.close()


def test_a_map_over_which_its_process_ends_again_and_again_is_given_up(
    caplog: pytest.LogCaptureFixture,
) -> None:
    process = MapProcess(Path("unread"), (sys.executable, "-c", DYING))
    found = [process.tile(Tile(2, 0, row)) for row in (1, 1, 1, 0)]
    assert found == [b"", b"", b"", b""]
    assert len([one for one in caplog.records if one.levelname == "ERROR"]) == 3
    caplog.clear()
    process.close()


def test_a_process_that_says_nothing_is_not_waited_for() -> None:
    process = MapProcess(Path("unread"), (sys.executable, "-c", "import time; time.sleep(60)"), patience=0.3)
    assert process.plan() == "is too much for the process that reads it"
    process.close()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"{}",
        b'{"places": [1, 2, 3, 4, 5, 6], "zooms": [0, 99], "by": ""}',
        b'{"places": [1, 2, 3, 4, 9, 9], "zooms": [0, 9], "by": ""}',
        b'{"places": [3, 4, 1, 2, 2, 3], "zooms": [0, 9], "by": ""}',
        b'{"places": [1, 2, NaN, 4, 2, 3], "zooms": [0, 9], "by": ""}',
        b'{"places": [1, 2, 3, 4, 2, 3], "zooms": [true, 9], "by": ""}',
        b'{"places": [1, 2, 3, 4, 2, 3], "zooms": [0, 9], "by": 1}',
    ],
)
def test_an_answer_that_is_no_map_is_none(answer: bytes) -> None:
    assert isinstance(wire.decode(answer), str)


def test_plan_and_tiles_come_over_the_wire_as_they_were() -> None:
    assert wire.decode(wire.encode_plan(PLAN)) == PLAN
    assert wire.asked(wire.question(TILE)) == TILE


@pytest.mark.parametrize("name", shipped())
def test_the_map_of_the_shipped_profiles_shows_every_place_that_they_name(name: str) -> None:
    from kiosk.session.places import places_of

    profile = load(name)
    assert isinstance(profile, Profile)
    assert profile.town.map is not None
    assert look_at_map(profile).verdict is Verdict.FINE
    process = MapProcess(profile.town.map)
    plan = process.plan()
    assert isinstance(plan, Plan)
    places = places_of(profile.town.places)().places
    assert [one.name.versions[0].text for one in places if not plan.has(one.point)] == []
    pictures = [process.tile(tile) for tile in sorted(plan.tiles(plan.begun(places[0].point)))]
    assert all(not QImage.fromData(one).isNull() for one in pictures)
    left, top = position(places[0].point, plan.most)
    assert Tile(plan.most, int(left), int(top)) in plan.tiles(plan.begun(places[0].point))
    process.close()


def test_a_profile_names_a_map_that_is_there(tmp_path: Path) -> None:
    read = changed_profile(tmp_path, "nowhere.mbtiles")
    assert isinstance(read, BadProfile)
    assert "town.map: is no file. Allowed: an MBTiles file with pictures as tiles." in read.lines()[0]


def test_the_doctor_says_that_a_map_cannot_be_read_and_how_to_mend_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tile_file(tmp_path / "town.mbtiles", {**GOOD, "format": "pbf"})
    profile = changed_profile(tmp_path, "town.mbtiles")
    assert isinstance(profile, Profile)
    found = "\n".join(look_at_map(profile).lines())
    assert "bad   map: town.mbtiles has tiles of the format 'pbf'" in found
    assert "take `map` out of [town]" in found
    with pytest.raises(SystemExit):
        map_or_stop(profile)
    assert "town.mbtiles: has tiles of the format 'pbf'" in capsys.readouterr().err


def test_without_a_map_nothing_is_amiss(tmp_path: Path) -> None:
    text = (SHIPPED / "home.toml").read_text("utf-8").replace('map = "port-amity.mbtiles"\n', "")
    (tmp_path / "profile.toml").write_text(text, "utf-8")
    profile = load(str(tmp_path / "profile.toml"))
    assert isinstance(profile, Profile)
    assert look_at_map(profile).verdict is Verdict.FINE
    assert map_or_stop(profile) == "no map"
