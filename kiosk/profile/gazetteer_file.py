# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the places that a town knows: GeoJSON (RFC 7946) with members as OpenAddresses and OpenStreetMap name them."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from core.gazetteer import Gazetteer, KnownPlace
from core.places import Point
from core.text import LocalisedText

MOST_BYTES: Final = 50_000_000
MOST_PLACES: Final = 100_000
LONGEST: Final = 100
"""Characters of a name."""


class BadPlacesError(Exception):
    """The file cannot be used. Says where and why, for staff."""


def read_places(content: bytes) -> Gazetteer:
    """The places of a file, in its order: points with `name`, or with `street` and for a house `number`.

    `name:ar` and `street:ar` are the names in another language; those of a street count for its houses too. Raises
    `BadPlacesError`.
    """
    if len(content) > MOST_BYTES:
        raise BadPlacesError(f"is larger than {MOST_BYTES // 1_000_000} megabytes")
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError) as problem:
        raise BadPlacesError(f"is not JSON: {problem}") from None
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list):
        raise BadPlacesError("is no GeoJSON FeatureCollection")
    if len(features) > MOST_PLACES:
        raise BadPlacesError(f"has more than {MOST_PLACES} places")
    return Gazetteer.of(_places(features))


def _places(features: list[object]) -> Iterator[KnownPlace]:
    streets: dict[str, LocalisedText] = {}
    for number, feature in enumerate(features, 1):
        where = f"place {number}"
        if not isinstance(feature, dict):
            raise BadPlacesError(f"{where} is no Feature")
        told = feature.get("properties")
        point = _point(feature.get("geometry"))
        if not isinstance(told, dict) or point is None:
            raise BadPlacesError(f"{where} has no properties, or no Point with longitude and latitude")
        name = _names(told, "name")
        if name:
            yield KnownPlace(name, point)
            continue
        street = _names(told, "street")
        if not street:
            raise BadPlacesError(f"{where} has neither a name nor a street of at most {LONGEST} characters")
        yield KnownPlace(
            streets.setdefault(street.versions[0].text, street), point, _text(told.get("number"))
        )


def _point(geometry: object) -> Point | None:
    found = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if not isinstance(found, list) or len(found) < 2 or not isinstance(geometry, dict):
        return None
    if geometry.get("type") != "Point" or not all(
        isinstance(one, int | float) and not isinstance(one, bool) for one in found
    ):
        return None
    point = Point(float(found[1]), float(found[0]))
    return point if point.is_on_earth else None


def _names(told: Mapping[str, object], key: str) -> LocalisedText:
    """The name as its sign has it, which is of no language, and those in other languages."""
    own = _text(told.get(key))
    others = {
        name.partition(":")[2]: _text(text) for name, text in told.items() if name.startswith(f"{key}:")
    }
    return LocalisedText.of(
        {"und": own, **{tag: text for tag, text in others.items() if text}} if own else {}
    )


def _text(value: object) -> str:
    """A text on one line; empty for anything else."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    return text.strip() if isinstance(text, str) and text.isprintable() and len(text) <= LONGEST else ""
