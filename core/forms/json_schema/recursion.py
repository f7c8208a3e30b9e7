# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ends a schema that contains itself: what is deeper than is asked is taken out, and what cannot be without it, too.

A list of more of the same is empty at the deepest level. The answers still fit the schema as it was written.
"""

from collections.abc import Iterator, Mapping
from typing import Final

LEVELS: Final = 3
"""How often a part is asked inside itself: people, their children, and theirs. A form of pages has no use for more."""

DEEPER: Final[Mapping[str, object]] = {"$comment": "deeper than is asked"}
"""Stands where a part would come once more inside itself."""

_NONE: Final[Mapping[str, object]] = {"const": []}
"""A list with nothing in it, which is sent where an object needs it."""


class Pruning:
    """Takes what is too deep out of a schema, and notes where."""

    def __init__(self) -> None:
        self.places: list[str] = []

    def schema(self, part: object, place: str) -> object:
        """The part without what is too deep; `DEEPER` for one that cannot be filled then."""
        if part is DEEPER or not isinstance(part, Mapping):
            return part
        found: dict[str, object] = {}
        only: list[object] = []
        for key, value in part.items():
            here = f"{place}/{key}"
            match key:
                case "properties" if isinstance(value, Mapping):
                    members = self._members(value, part.get("required"), here)
                    if members is None:
                        return DEEPER
                    found[key] = members
                case "items":
                    items = self.schema(value, here)
                    if items is DEEPER:
                        self.places.append(place)
                        least = part.get("minItems")
                        return DEEPER if isinstance(least, int) and least > 0 else _NONE
                    found[key] = items
                case "oneOf" | "anyOf" if isinstance(value, list):
                    several = list(self._several(value, here))
                    if not several:
                        return DEEPER
                    if len(several) == 1 < len(value):
                        only.extend(several)
                    else:
                        found[key] = several
                case "allOf" if isinstance(value, list):
                    several = list(self._several(value, here))
                    if len(several) < len(value):
                        return DEEPER
                    found[key] = several
                case "then" | "else":
                    inner = self.schema(value, here)
                    if inner is not DEEPER:
                        found[key] = inner
                case _:
                    found[key] = value
        # Where one of several is left there is nothing to choose.
        every = found.get("allOf")
        return {**found, "allOf": [*(every if isinstance(every, list) else ()), *only]} if only else found

    def _members(
        self, members: Mapping[str, object], required: object, place: str
    ) -> Mapping[str, object] | None:
        """The members of an object; None where one that it needs cannot be filled."""
        needed = frozenset(map(str, required)) if isinstance(required, list) else frozenset[str]()
        found: dict[str, object] = {}
        for name, one in members.items():
            inner = self.schema(one, f"{place}/{name}")
            if inner is DEEPER and name in needed:
                return None
            if inner is DEEPER:
                self.places.append(f"{place}/{name}")
            elif inner is not _NONE or name in needed:
                found[name] = inner
        return found

    def _several(self, parts: list[object], place: str) -> Iterator[object]:
        for number, one in enumerate(parts):
            inner = self.schema(one, f"{place}/{number}")
            if inner is not DEEPER:
                yield inner
