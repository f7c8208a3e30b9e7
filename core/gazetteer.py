# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places that a town knows by name: what people call them, and where they are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from core.places import Point, metres
from core.text import LocalisedText

NEAR = 500.0
"""Metres within which a place is said to be near another."""

DEGREE: Final = 110_000.0
"""Metres of a degree of latitude, rather too few than too many."""


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """What stands somewhere, a street, or a house: `house` is its number in the street `name`, and else empty."""

    name: LocalisedText
    point: Point
    house: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """All places there are to choose from, in the order in which they are offered."""

    places: tuple[KnownPlace, ...] = field(default=(), repr=False)
    _by_point: Mapping[str, KnownPlace] = field(default_factory=dict, repr=False)
    _northward: tuple[KnownPlace, ...] = field(default=(), repr=False)
    _latitudes: tuple[float, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, places: Iterable[KnownPlace]) -> "Gazetteer":
        """Make one. Of two places at one point the first gives it its name."""
        kept = tuple(places)
        northward = tuple(sorted(kept, key=lambda one: one.point.latitude))
        return cls(
            kept,
            {one.point.written: one for one in reversed(kept)},
            northward,
            tuple(one.point.latitude for one in northward),
        )

    def at(self, point: Point) -> KnownPlace | None:
        """The place at a point, to a centimetre."""
        return self._by_point.get(point.written)

    def near(self, point: Point) -> KnownPlace | None:
        """The nearest place within `NEAR`."""
        first = bisect_left(self._latitudes, point.latitude - NEAR / DEGREE)
        last = bisect_right(self._latitudes, point.latitude + NEAR / DEGREE)
        # A town has a hundred thousand houses, and a page says what is near each time it is drawn.
        nearest = min(self._northward[first:last], key=lambda one: metres(one.point, point), default=None)
        return nearest if nearest is not None and metres(nearest.point, point) <= NEAR else None


NOWHERE = Gazetteer()
"""What a machine knows whose town has given it no places."""
