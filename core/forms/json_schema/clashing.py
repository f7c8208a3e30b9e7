# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the members that two choices between objects would each ask for: only one of two answers could be sent."""

from collections.abc import Sequence
from itertools import combinations

from core.forms.json_schema.conditions import conditions
from core.forms.json_schema.documents import Schema
from core.forms.json_schema.parts import Asks, asks, members, merged


def asked_twice(choices: Sequence[Sequence[Schema]], always: frozenset[str]) -> bool:
    """Whether objects of two choices have a member of the same name that either of them asks for.

    `always` are the members that are there anyway: choices only narrow them. Two constants ask for nothing.
    """
    brought = [_together([_brought(one) for one in of]) for of in choices]
    return any(
        one[name] or other[name]
        for one, other in combinations(brought, 2)
        for name in (one.keys() & other.keys()) - always
    )


def _brought(part: Schema) -> dict[str, bool]:
    """The members that a part may bring, at once or under conditions, and whether it asks for each."""
    own = {name: asks(merged(one)) is not Asks.CONSTANT for name, one in members(part).items()}
    return _together([own, *[_brought(when.part) for when in conditions(part)]])


def _together(several: Sequence[dict[str, bool]]) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for one in several:
        for name, asked in one.items():
            found[name] = asked or found.get(name, False)
    return found
