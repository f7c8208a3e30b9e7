# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page on which a place is shown on the town's map, over the question that asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.errors import Trouble
from core.town_map import Plan, Tile, View


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """`plan` and `view` are None until the map is open; with a `trouble` it never will be.

    `simple` leaves coming closer to the main button and going back to Back, after so many steps `closer`.
    `pictures` are the tiles that have come, empty ones for those that the map lacks; `asked` are all that were asked
    for.
    """

    plan: Plan | None = None
    view: View | None = None
    pictures: Mapping[Tile, bytes] = field(default_factory=dict, repr=False)
    asked: frozenset[Tile] = field(default=frozenset(), repr=False)
    trouble: Trouble | None = None
    simple: bool = False
    closer: int = 0
