# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the answers that conditions name: by their path in the data, from the row they stand in, or by their key."""

from dataclasses import dataclass

from core.forms.binds import Kind
from core.forms.built import Built
from core.forms.instance import upwards


@dataclass(frozen=True, slots=True)
class Place:
    """A node, and the way on inside its JSON value (names with dots between; empty for the value itself).

    `reads` is the node that is read with all that is in it. `day_first`: it is a day that is written so.
    """

    node: int
    rest: str
    reads: int
    day_first: bool = False


class Places:
    """The nodes that hold data, by their paths and keys. It is made when all nodes are."""

    def __init__(self, built: Built) -> None:
        self._built = built
        self._paths: dict[str, list[int]] = {}
        self._keys: dict[str, list[int]] = {}
        self._below: dict[int, tuple[int, ...]] = {}
        self._ways: list[str] = []
        for node, one in enumerate(built.nodes):
            above = self._ways[one.parent] if one.parent >= 0 else ""
            way = f"{above}.{one.name}" if above else one.name
            self._ways.append("" if node == 0 else way)
            if node and node in built.shapes:
                self._paths.setdefault(way, []).append(node)
                self._keys.setdefault(one.name, []).append(node)

    def below(self, node: int) -> tuple[int, ...]:
        """A node and all that is in it."""
        if node not in self._below:
            self._below[node] = self._built.below(node)
        return self._below[node]

    def find(self, name: str, near: int) -> Place | None:
        """The place that a name means for what stands beside the children of `near`; None when there is none."""
        prefix, _, rest = name.partition(".")
        if prefix == "data" and rest and "data" not in self._paths:
            return self._along(rest, near)
        if prefix == "row" and rest and "row" not in self._paths:
            above = self._ways[near]
            return self._along(f"{above}.{rest}" if above else rest, near)
        return self._along(name, near) or self._by_key(name, near)

    def exactly(self, way: tuple[str, ...], near: int) -> tuple[Place, int] | None:
        """The place that the longest beginning of a script's way has, and how many of its steps lead there.

        `row` is what stands beside the children of `near`, `data` what stands in the form.
        """
        above = self._ways[near] if way[0] == "row" else ""
        for length in range(len(way) - 1, 0, -1):
            inner = ".".join(way[1 : length + 1])
            found = self._paths.get(f"{above}.{inner}" if above else inner)
            if found:
                return self._reached(self._nearest(found, near), "", near), length
        return None

    def _along(self, path: str, near: int) -> Place | None:
        """The longest beginning of a path that is a node's; the numbers of rows are left out by forms' authors."""
        steps = path.split(".")
        for length in range(len(steps), 0, -1):
            found = self._paths.get(".".join(steps[:length]))
            if found:
                node = self._nearest(found, near)
                if self._lacks(node, steps[length:]):
                    return None
                return self._reached(node, ".".join(steps[length:]), near)
        return None

    def _lacks(self, node: int, steps: list[str]) -> bool:
        """Whether an object has no member that the steps lead to: its members are nodes, and there are no others."""
        if self._built.shapes[node].kind is not Kind.OBJECT:
            return False
        name = next((one for one in steps if not one.isdecimal()), None)
        members = (one.name for one in self._built.nodes if one.parent == node)
        return name is not None and name not in members

    def _by_key(self, name: str, near: int) -> Place | None:
        found = self._keys.get(name)
        return self._reached(self._nearest(found, near), "", near) if found else None

    def _reached(self, node: int, rest: str, near: int) -> Place:
        """A list is read whole from outside, as a member of what is around it."""
        one = self._built.nodes[node]
        inside = node in upwards(self._built.nodes, near)
        if node in self._built.repeating and not inside:
            return Place(one.parent, f"{one.name}.{rest}".rstrip("."), node)
        shape = self._built.shapes.get(node)
        return Place(node, rest, node, day_first=shape is not None and shape.day_first)

    def _nearest(self, nodes: list[int], near: int) -> int:
        """That which shares most with the place; the first of those that share as much."""
        built = self._built.nodes
        around = set(upwards(built, near))
        return max(nodes, key=lambda node: (len(around.intersection(upwards(built, node))), -node))
