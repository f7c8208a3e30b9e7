# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said between a program and its process for the map, which has read a file that comes from elsewhere."""

import json
import math
import struct
from typing import Final

from core.map_words import plain_attribution
from core.places import Point
from core.town_map import MOST_ZOOM, NORTHMOST, Plan, Tile

LONGEST_REASON: Final = 300
LARGEST_ANSWER: Final = 8_000_000
"""Bytes of a picture made anew."""

_ASKED: Final = struct.Struct(">BII")
ASKED_BYTES: Final = _ASKED.size


def question(tile: Tile) -> bytes:
    """A tile, as it is asked for."""
    return _ASKED.pack(*tile)


def asked(content: bytes) -> Tile:
    """The tile that is asked for; one that no map has for anything else."""
    if len(content) != ASKED_BYTES:
        return Tile(0, 1, 1)
    zoom, column, row = _ASKED.unpack(content)
    return Tile(min(zoom, MOST_ZOOM), column, row)


def encode_plan(plan: Plan) -> bytes:
    """What map it is."""
    places = [*plan.south_west, *plan.north_east, *plan.start]
    return json.dumps({"places": places, "zooms": [plan.least, plan.most], "by": plan.attribution}).encode()


def encode_reason(reason: str) -> bytes:
    """Why there is no map."""
    return json.dumps({"reason": reason[:LONGEST_REASON]}).encode()


def decode(content: bytes) -> Plan | str:
    """The map, or why there is none."""
    try:
        told = json.loads(content)
    except ValueError:
        return "is answered for with something that is no JSON"
    if not isinstance(told, dict):
        return "is answered for with something else"
    reason = told.get("reason")
    if isinstance(reason, str):
        return " ".join(reason[:LONGEST_REASON].split())
    return _plan(told) or "is answered for with no map"


def _plan(told: dict[str, object]) -> Plan | None:
    places, zooms, by = told.get("places"), told.get("zooms"), told.get("by")
    if not isinstance(places, list) or not isinstance(zooms, list) or not isinstance(by, str):
        return None
    if len(places) != 6 or not all(isinstance(one, int | float) and math.isfinite(one) for one in places):
        return None
    if len(zooms) != 2 or not all(type(one) is int for one in zooms):
        return None
    south_west, north_east, start = (Point(*map(float, places[at : at + 2])) for at in (0, 2, 4))
    plan = Plan(south_west, north_east, zooms[0], zooms[1], start, plain_attribution(by))
    ordered = south_west.latitude < north_east.latitude and south_west.longitude < north_east.longitude
    on_earth = all(
        one.is_on_earth and abs(one.latitude) <= NORTHMOST + 1e-6 for one in (south_west, north_east)
    )
    deep = 0 <= plan.least <= plan.most <= MOST_ZOOM
    return plan if ordered and on_earth and deep and plan.has(start) else None
