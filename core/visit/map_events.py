# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with the town's map, and what the process that reads it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.errors import Trouble
from core.places import Point
from core.town_map import Plan, Side, Tile
from core.visit.by_person import ByPerson


@dataclass(frozen=True, slots=True)
class MapPressed(ByPerson):
    """Let me show the place on a map; a `simple` one for who goes slowly, or reads large letters."""

    simple: bool = False


@dataclass(frozen=True, slots=True)
class MapMoved(ByPerson):
    """Go on to this side."""

    side: Side


@dataclass(frozen=True, slots=True)
class MapZoomed(ByPerson):
    """Closer by so many levels, or farther away."""

    levels: int


@dataclass(frozen=True, slots=True)
class MapAimed(ByPerson):
    """A press on the map itself: the cross goes there."""

    point: Point = field(repr=False)


@dataclass(frozen=True, slots=True)
class PlaceShown(ByPerson):
    """The place is under the cross."""


@dataclass(frozen=True, slots=True)
class MapOpened:
    """The map is there, and this is what it is."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class MapDrawn:
    """Tiles that were asked for; an empty one is not on the map."""

    pictures: Mapping[Tile, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class MapUnreadable:
    """There is no map after all."""

    trouble: Trouble


FromMap = MapOpened | MapDrawn | MapUnreadable
