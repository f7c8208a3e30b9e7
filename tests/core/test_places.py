# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A place is read from an answer and from what people write, and written as ODK's engines write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.gazetteer import Gazetteer, KnownPlace
from core.places import Point, corners, metres, points_of, typed, written
from core.text import LocalisedText

HALL, STATION, HARBOUR = Point(45.0012, -30.0021), Point(45.0068, -30.0102), Point(44.9971, -29.9968)


@pytest.mark.parametrize(
    ("point", "text"),
    [
        (HALL, "45.0012 -30.0021 0.0 0.0"),
        (Point(-45, 7), "-45.0 7.0 0.0 0.0"),
        (Point(0.0000001, 0), "0.0000001 0.0 0.0 0.0"),
        (Point(52.12345678901, 4.5), "52.1234568 4.5 0.0 0.0"),
    ],
)
def test_a_chosen_place_is_written_as_collect_writes_it(point: Point, text: str) -> None:
    assert point.written == text


def test_a_way_is_written_with_semicolons_and_an_area_ends_where_it_began() -> None:
    assert written((HALL, STATION)) == "45.0012 -30.0021 0.0 0.0; 45.0068 -30.0102 0.0 0.0"
    closed = written((HALL, STATION, HARBOUR), closed=True)
    assert points_of(closed) == (HALL, STATION, HARBOUR, HALL)
    assert corners(points_of(closed) or ()) == (HALL, STATION, HARBOUR)


def test_an_area_of_two_places_is_not_closed_yet() -> None:
    assert points_of(written((HALL, STATION), closed=True)) == (HALL, STATION)


@pytest.mark.parametrize(
    "text", ["60.17 24.94", "60.17 24.94 0 5", " 60.17  24.94 12.5 3 ", "60.17 24.94 0 5;"]
)
def test_a_place_of_an_answer_may_lack_what_machines_measure(text: str) -> None:
    assert points_of(text) == (Point(60.17, 24.94),)


@pytest.mark.parametrize(
    "text", ["", "town hall", "60.17", "91 0", "0 181", "nan 0", "inf 0 0 0", "1 2 3 4 5", "1 2;;3 4"]
)
def test_what_is_no_place_is_none(text: str) -> None:
    assert points_of(text) is None


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("51.9012 4.4801", Point(51.9012, 4.4801)),
        ("51.9012, -4.4801", Point(51.9012, -4.4801)),
        ("51,9012; 4,4801", Point(51.9012, 4.4801)),
        ("51.9° N 4.48° W", Point(51.9, -4.48)),
        ("4.48° E, 51.9° S", Point(-51.9, 4.48)),
        ("51° 4°", Point(51, 4)),
        ("٥١٫٩ ٤٫٤٨", Point(51.9, 4.48)),
        ("123.4 5.6", Point(123.4, 5.6)),
    ],
)
def test_numbers_of_a_phone_or_a_map_are_a_place(text: str, point: Point) -> None:
    assert typed(text) == point


@pytest.mark.parametrize("text", ["27", "12 27", "High Street 2", "51.9", "51.9 4.4 3.3", ""])
def test_a_house_number_is_no_place_in_degrees(text: str) -> None:
    assert typed(text) is None


def test_numbers_that_no_place_has_are_told_apart() -> None:
    point = typed("123.4 5.6")
    assert point is not None
    assert not point.is_on_earth


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_what_is_written_is_read_again_to_a_centimetre(latitude: float, longitude: float) -> None:
    found = points_of(Point(latitude, longitude).written)
    assert found is not None
    assert metres(found[0], Point(latitude, longitude)) < 0.2


@given(st.text())
def test_no_text_makes_reading_a_place_fail(text: str) -> None:
    points_of(text)
    typed(text)


def test_a_town_knows_the_place_at_a_point_and_the_nearest_within_five_hundred_metres() -> None:
    hall = KnownPlace(LocalisedText.of({"en": "Town Hall"}), HALL)
    known = Gazetteer.of([KnownPlace(LocalisedText.of({"en": "Harbour"}), HARBOUR), hall])
    assert known.at(Point(45.00120000001, -30.0021)) == hall
    assert known.at(STATION) is None
    assert known.near(Point(45.0013, -30.002)) == hall
    assert known.near(STATION) is None
    assert Gazetteer().near(HALL) is None
