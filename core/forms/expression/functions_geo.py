# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The functions on places of ODK XForms ('XPath Functions', geographic); pure computation on a sphere."""

import math
from collections.abc import Sequence
from itertools import pairwise

from core.forms.expression.calling import MANY, Calling, Function
from core.forms.expression.trouble import EvaluationError
from core.forms.expression.values import NodeSet, Value, to_text
from core.places import RADIUS, Point, metres


def _places(values: Sequence[Value]) -> list[Point]:
    """The places of a trace (`latitude longitude altitude accuracy; …`), of several nodes, or of several arguments."""
    texts: list[str] = []
    for value in values:
        found = [to_text(one) for one in value.values()] if isinstance(value, NodeSet) else [to_text(value)]
        texts.extend(part for text in found for part in text.split(";") if part.strip())
    return [_place(text) for text in texts]


def _place(text: str) -> Point:
    try:
        latitude, longitude = (float(part) for part in text.split()[:2])
    except ValueError:
        raise EvaluationError("place", "a place is two numbers") from None
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        raise EvaluationError("place", "a place is two numbers")
    return Point(latitude, longitude)


def _distance(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    """Metres along all places, by the spherical law of cosines."""
    places = _places(arguments)
    calling.charge(len(places))
    return math.fsum(metres(one, other) for one, other in pairwise(places))


def _area(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    """Square metres inside a ring of places, laid flat around its first place."""
    places = _places(arguments)
    calling.charge(len(places))
    if len(places) < 3:
        return 0.0
    degree = 2 * math.pi * RADIUS / 360
    first = places[0]
    flat = [
        (
            (place.longitude - first.longitude) * degree * math.cos(math.radians(place.latitude)),
            (place.latitude - first.latitude) * degree,
        )
        for place in places[1:]
    ]
    doubled = math.fsum(y * next_x - x * next_y for (x, y), (next_x, next_y) in pairwise(flat))
    return abs(doubled) / 2


def _geofence(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    """Whether a place is inside a shape: a ray from it crosses the shape's edges an odd number of times."""
    spots, ring = _places(arguments[:1]), _places(arguments[1:])
    if len(spots) != 1 or len(ring) < 3:
        raise EvaluationError("place", "a place and a shape are needed")
    if (ring[0].latitude, ring[0].longitude) != (ring[-1].latitude, ring[-1].longitude):
        raise EvaluationError("place", "the shape ends where it does not begin")
    calling.charge(len(ring))
    spot, inside = spots[0], False
    for one, other in pairwise(ring):
        if (one.latitude > spot.latitude) != (other.latitude > spot.latitude):
            part = (spot.latitude - other.latitude) / (one.latitude - other.latitude)
            if spot.longitude < (one.longitude - other.longitude) * part + other.longitude:
                inside = not inside
    return inside


FUNCTIONS: tuple[Function, ...] = (
    Function("distance", 1, MANY, _distance),
    Function("area", 1, MANY, _area),
    Function("enclosed-area", 1, MANY, _area),
    Function("geofence", 2, 2, _geofence),
)
