# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places that a profile names are read whole, or why they cannot be used is said."""

import json
from pathlib import Path

import pytest

from core.ids import Language
from core.places import Point
from kiosk.profile.file import SHIPPED, BadProfile, load, shipped
from kiosk.profile.gazetteer_file import BadPlacesError, read_places
from kiosk.profile.model import Profile
from kiosk.session.places import places_of
from sandbox.form_files import FORMS_FOLDER


def feature(
    told: object, *, latitude: object = 45.0, longitude: object = -30.0, kind: str = "Point"
) -> object:
    return {
        "type": "Feature",
        "geometry": {"type": kind, "coordinates": [longitude, latitude]},
        "properties": told,
    }


def file_of(*features: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def test_a_house_has_the_names_of_its_street() -> None:
    street = feature({"street": "Ropewalk", "street:ar": "روب ووك"})
    house = feature({"street": "Ropewalk", "number": 27}, latitude=45.001)
    places = read_places(file_of(street, house)).places
    assert (places[1].house, places[1].point) == ("27", Point(45.001, -30.0))
    assert places[1].name.best(Language("ar")).text == "روب ووك"
    assert places[1].name.best(Language("fr")).text == "Ropewalk"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[]", "no GeoJSON FeatureCollection"),
        (file_of(1), "place 1 is no Feature"),
        (file_of(feature({"name": "A"}), feature({})), "place 2 has neither a name nor a street"),
        (file_of(feature({"name": "two\nlines"})), "place 1 has neither"),
        (file_of(feature({"name": "A"}, latitude=91)), "no Point with longitude and latitude"),
        (file_of(feature({"name": "A"}, latitude=True)), "no Point"),
        (file_of(feature({"name": "A"}, kind="LineString")), "no Point"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_place(content: bytes, says: str) -> None:
    with pytest.raises(BadPlacesError, match=says):
        read_places(content)


@pytest.mark.parametrize("name", shipped())
def test_the_town_of_the_shipped_profiles_knows_every_street_that_its_forms_ask_for(name: str) -> None:
    profile = load(name)
    assert isinstance(profile, Profile)
    known = {place.name.versions[0].text for place in places_of(profile.town.places)().places}
    lines = (FORMS_FOLDER / "complaint-media" / "streets.csv").read_text("utf-8").splitlines()[1:]
    assert {line.partition(",")[2].strip('"') for line in lines} <= known


def test_a_profile_names_a_file_that_is_there(tmp_path: Path) -> None:
    text = (SHIPPED / "home.toml").read_text("utf-8")
    file = tmp_path / "profile.toml"
    file.write_text(text.replace("port-amity.geojson", "nowhere.geojson"), "utf-8")
    read = load(str(file))
    assert isinstance(read, BadProfile)
    assert read.lines() == (
        f"{file}: town.places: is no file. Allowed: a GeoJSON file of the town's places.",
    )


def test_a_file_that_was_spoiled_later_costs_nobody_their_form(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "spoiled.geojson"
    file.write_bytes(b"{")
    assert places_of(file)().places == ()
    assert "spoiled.geojson is not JSON" in caplog.text
    caplog.clear()
