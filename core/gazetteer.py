# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places that a town knows by name: what people call them, and where they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.places import Point, metres
from core.text import LocalisedText

NEAR = 500.0
"""Metres within which a place is said to be near another."""


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

    @classmethod
    def of(cls, places: Iterable[KnownPlace]) -> "Gazetteer":
        """Make one. Of two places at one point the first gives it its name."""
        kept = tuple(places)
        return cls(kept, {one.point.written: one for one in reversed(kept)})

    def at(self, point: Point) -> KnownPlace | None:
        """The place at a point, to a centimetre."""
        return self._by_point.get(point.written)

    def near(self, point: Point) -> KnownPlace | None:
        """The nearest place within `NEAR`."""
        nearest = min(self.places, key=lambda one: metres(one.point, point), default=None)
        return nearest if nearest is not None and metres(nearest.point, point) <= NEAR else None


NOWHERE = Gazetteer()
"""What a machine knows whose town has given it no places."""
