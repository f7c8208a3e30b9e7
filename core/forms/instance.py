# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The nodes of a form's instances as a flat, frozen table; it holds no answers and knows no expressions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Node:
    """One element (or attribute) of an instance. `parent` is -1 for the root element.

    `path` is made of local names (`/data/child/name`); `space` is the namespace of the element, empty for the
    XForms namespace that instances inherit from the form. `attributes` are kept for the submission. `origin` is the
    node of the form's own tree that this one is a copy of, inside a repeat; -1 for a node that is none.
    """

    name: str
    space: str
    path: str
    parent: int
    default: str = ""
    children: tuple[int, ...] = ()
    attribute_nodes: tuple[int, ...] = ()
    is_attribute: bool = False
    attributes: tuple[tuple[str, str], ...] = ()
    origin: int = -1

    @property
    def is_leaf(self) -> bool:
        """Whether the node can hold an answer."""
        return not self.children


def upwards(nodes: Sequence[Node], node: int) -> Iterator[int]:
    """A node and all that it lies in, from the inside out; nothing for -1."""
    while node >= 0:
        yield node
        node = nodes[node].parent


Lookups = dict[tuple[int, str, str], tuple[int, Mapping[str, tuple[tuple[int, int], ...]]]]
"""Rows of a list by the texts of an element: see `lookups.rows_with`."""


@dataclass(frozen=True, slots=True)
class Tree:
    """An instance: its nodes in document order (node 0 is the root element) and where each path stands.

    `by_path` knows the first node of each path only. In a `unique` tree, such as the primary instance of a form
    without repeats, no path comes twice. `repeats` are the nodes that may come several times, each being the pattern of
    its instances; `repeated` are these and all that is in them. `lookups` are made as they are wanted.
    """

    id: str
    nodes: tuple[Node, ...]
    by_path: Mapping[str, int] = field(repr=False)
    unique: bool = False
    repeats: frozenset[int] = field(default=frozenset(), repr=False)
    repeated: frozenset[int] = field(default=frozenset(), repr=False)
    lookups: Lookups = field(default_factory=dict, repr=False, compare=False)

    def origin(self, node: int) -> int:
        """The node of the form's own tree that a node is, or is a copy of."""
        found = self.nodes[node].origin
        return node if found < 0 else found

    def live(self) -> Iterator[int]:
        """The nodes that are there, attributes included, in document order."""
        waiting = [0] if self.nodes else []
        while waiting:
            node = waiting.pop()
            yield node
            one = self.nodes[node]
            yield from one.attribute_nodes
            waiting.extend(reversed(one.children))

    def find(self, path: str) -> int | None:
        """The node at an absolute path of local names."""
        return self.by_path.get(path)

    def children(self, node: int, name: str) -> Sequence[int]:
        """The child elements with a local name; `*` for all. -1 stands for the document above the root."""
        if node < 0:
            return (0,) if name in ("*", self.nodes[0].name) else ()
        one = self.nodes[node]
        found = one.children
        if self.unique and name != "*":
            only = self.by_path.get(f"{one.path}/{name}")
            return () if only is None else (only,)
        return found if name == "*" else [child for child in found if self.nodes[child].name == name]

    def attributes(self, node: int, name: str) -> Sequence[int]:
        """The attributes with a local name; `*` for all."""
        if node < 0:
            return ()
        found = self.nodes[node].attribute_nodes
        return found if name == "*" else [one for one in found if self.nodes[one].name == name]
