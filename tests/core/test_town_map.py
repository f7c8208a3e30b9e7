# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map is looked at step by step, never beyond its edges, and asks for no more tiles than are shown."""

import math

import pytest

from core.map_words import LONGEST, plain_attribution
from core.places import Point, metres
from core.town_map import REACH, Plan, Side, Tile, View, place_at, position

TOWN = Plan(Point(44.9929, -30.0164), Point(45.0131, -29.9905), 14, 16, Point(45.0025, -30.0035))
WORLD = Plan(Point(-85.0, -180.0), Point(85.0, 180.0), 0, 4, Point(0.0, 0.0))


def test_positions_are_those_of_every_tiled_map() -> None:
    # Bing's own example of the tile system: tile (3, 5) of level 3 holds this corner.
    assert place_at(3, 5, 3) == pytest.approx((-40.97989806962013, -45.0))
    assert position(Point(0.0, 0.0), 1) == pytest.approx((1.0, 1.0))
    assert position(Point(85.05112877980659, -180.0), 0) == pytest.approx((0.0, 0.0), abs=1e-9)


@pytest.mark.parametrize("point", [Point(45.0, -30.0), Point(-33.9, 151.2), Point(84.9, 179.9)])
def test_a_position_leads_back_to_its_place(point: Point) -> None:
    assert place_at(*position(point, 18), 18) == pytest.approx(point)


def test_one_begins_with_all_of_the_map_and_near_a_place_that_was_chosen() -> None:
    assert TOWN.begun(None) == View(TOWN.start, TOWN.overview)
    held = Point(45.001, -30.002)
    assert TOWN.begun(held) == View(held, TOWN.closest)
    assert TOWN.begun(Point(52.0, 13.0)) == View(TOWN.start, TOWN.overview)


def test_the_whole_map_is_seen_at_first() -> None:
    left, below = position(TOWN.south_west, TOWN.overview)
    right, above = position(TOWN.north_east, TOWN.overview)
    assert max(right - left, below - above) <= 2.5
    assert WORLD.overview == 1


@pytest.mark.parametrize("side", Side)
def test_a_press_moves_to_its_side_and_the_opposite_one_moves_back(side: Side) -> None:
    view = TOWN.zoomed(TOWN.begun(None), 2)
    moved = TOWN.moved(view, side)
    east, north = moved.point.longitude - view.point.longitude, moved.point.latitude - view.point.latitude
    signs = {Side.UP: (0, 1), Side.DOWN: (0, -1), Side.LEFT: (-1, 0), Side.RIGHT: (1, 0)}
    assert (round(east * 1_000), round(north * 1_000)) != (0, 0)
    assert tuple((value > 1e-9) - (value < -1e-9) for value in (east, north)) == signs[side]
    back = {Side.UP: Side.DOWN, Side.DOWN: Side.UP, Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}[side]
    assert TOWN.moved(moved, back).point == pytest.approx(view.point)


def test_from_near_a_press_moves_by_metres() -> None:
    view = TOWN.begun(TOWN.start)
    assert 5 < metres(TOWN.moved(view, Side.UP).point, view.point) < 25


@pytest.mark.parametrize("side", Side)
def test_no_number_of_presses_leaves_the_map(side: Side) -> None:
    view = TOWN.begun(None)
    for _ in range(40):
        view = TOWN.moved(view, side)
    assert TOWN.has(view.point)
    assert TOWN.moved(view, side) == view


def test_looking_closer_and_farther_stops_at_both_ends() -> None:
    view = TOWN.begun(None)
    assert TOWN.zoomed(view, -1) == view
    assert TOWN.zoomed(view, 99).zoom == TOWN.closest == TOWN.most + 2


def test_a_press_beyond_the_edge_means_the_edge() -> None:
    view = TOWN.aimed(TOWN.begun(None), Point(50.0, -30.0))
    assert view.point == Point(45.0131, -30.0)


def test_tiles_are_those_within_reach_that_the_map_has() -> None:
    view = TOWN.zoomed(TOWN.begun(None), 2)
    tiles = TOWN.tiles(view)
    middle = position(view.point, 16)
    assert {tile.zoom for tile in tiles} == {16}
    assert Tile(16, *map(math.floor, middle)) in tiles
    assert len(tiles) <= (2 * REACH + 1) ** 2
    assert all(abs(tile.column + 0.5 - middle[0]) <= REACH + 0.5 for tile in tiles)


def test_beyond_the_deepest_tiles_these_are_made_larger() -> None:
    tiles = TOWN.tiles(TOWN.begun(TOWN.start))
    assert {tile.zoom for tile in tiles} == {16}
    assert 0 < len(tiles) <= 4


def test_at_the_edge_of_the_world_there_are_no_tiles_beyond_it() -> None:
    view = WORLD.zoomed(View(Point(85.0, 180.0), 0), 2)
    assert all(0 <= tile.column < 2**tile.zoom and 0 <= tile.row < 2**tile.zoom for tile in WORLD.tiles(view))
    assert len(WORLD.tiles(view)) > 0


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('© <a href="https://example.org/">The Map Makers</a> &amp; others', "© The Map Makers & others"),
        ("two\nlines\u202eand more", "two lines and more"),
        ("<script>", ""),
        ("&lt;b&gt;", "<b>"),
    ],
)
def test_the_makers_of_a_map_are_named_in_plain_text(written: str, shown: str) -> None:
    assert plain_attribution(written) == shown


def test_a_long_name_of_a_maker_is_cut() -> None:
    assert len(plain_attribution("x " * 999)) <= LONGEST
