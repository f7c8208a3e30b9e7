# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the places of an answer as a geometry of GeoJSON (RFC 7946, section 3.1): longitude first, rings closed."""

from core.forms.binds import Kind
from core.places import Point, corners, points_of

GEOMETRIES = frozenset({Kind.POINT, Kind.LINE, Kind.AREA})


def geometry(kind: Kind, text: str) -> dict[str, object] | None:
    """The geometry of that kind; None for what is no place."""
    points = points_of(text) if text.strip() else None
    if not points:
        return None
    if kind is Kind.POINT:
        return {"type": kind.value, "coordinates": _position(points[0])}
    if kind is Kind.LINE:
        return {"type": kind.value, "coordinates": [_position(one) for one in points]}
    ring = corners(points)
    return {"type": kind.value, "coordinates": [[_position(one) for one in (*ring, ring[0])]]}


def _position(point: Point) -> list[float]:
    return [point.longitude, point.latitude]
