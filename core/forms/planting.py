# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the instances of a repeat come and go in a tree, which stays a value: each change gives a new tree.

The form's own tree keeps one copy of every repeat as its pattern. In the tree of an entry the patterns keep their
numbers but hang nowhere; every instance is made of new nodes behind them, so that a number never means two things.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from core.forms.instance import Node, Tree


@dataclass(frozen=True, slots=True)
class Planting:
    """An instance of a repeat to be made: the pattern's node, texts by the pattern's leaves, instances inside it."""

    repeat: int
    given: Mapping[int, str] = field(default_factory=dict)
    inner: tuple["Planting", ...] = ()


@dataclass(frozen=True, slots=True)
class Planted:
    """A tree with new nodes. `nodes` are all that are new, `root` is the new instance's own."""

    tree: Tree
    root: int
    nodes: tuple[int, ...]


@dataclass(slots=True)
class _Growing:
    """A tree while it grows."""

    nodes: list[Node]
    repeats: frozenset[int]
    made: list[int] = field(default_factory=list)

    def copy_of(self, pattern: int, parent: int, planting: Planting) -> int:
        one = self.nodes[pattern]
        here = len(self.nodes)
        default = planting.given.get(pattern, one.default)
        self.nodes.append(
            replace(one, parent=parent, default=default, children=(), attribute_nodes=(), origin=pattern)
        )
        self.made.append(here)
        attributes = tuple([self.copy_of(inner, here, planting) for inner in one.attribute_nodes])
        children: list[int] = []
        for inner in one.children:
            if inner in self.repeats:
                inside = [each for each in planting.inner if each.repeat == inner]
                children.extend(self.copy_of(inner, here, each) for each in inside)
            else:
                children.append(self.copy_of(inner, here, planting))
        self.nodes[here] = replace(self.nodes[here], children=tuple(children), attribute_nodes=attributes)
        return here


def bare(pattern: Tree) -> Tree:
    """The form's own tree without any instance of its repeats; the tree itself when it has none."""
    if not pattern.repeats:
        return pattern
    nodes = [
        replace(one, children=tuple([child for child in one.children if child not in pattern.repeats]))
        if not pattern.repeats.isdisjoint(one.children)
        else one
        for one in pattern.nodes
    ]
    return replace(pattern, nodes=tuple(nodes), unique=False)


def plant(tree: Tree, pattern: Tree, parent: int, planting: Planting, at: int) -> Planted:
    """Make a new instance of a repeat the `at`-th of its kind (from 0) under a parent; `pattern` is the form's tree."""
    growing = _Growing([*pattern.nodes, *tree.nodes[len(pattern.nodes) :]], pattern.repeats)
    root = growing.copy_of(planting.repeat, parent, planting)
    nodes = [*tree.nodes, *growing.nodes[len(tree.nodes) :]]
    return Planted(
        hang(replace(tree, nodes=tuple(nodes)), pattern, parent, root, at), root, tuple(growing.made)
    )


def take_out(tree: Tree, root: int) -> Tree:
    """The tree without an instance. Its nodes keep their numbers, so that it can be put back."""
    parent = tree.nodes[root].parent
    nodes = list(tree.nodes)
    above = nodes[parent]
    nodes[parent] = replace(above, children=tuple([child for child in above.children if child != root]))
    return replace(tree, nodes=tuple(nodes))


def instances(tree: Tree, parent: int, repeat: int) -> Sequence[int]:
    """The instances of a repeat under a parent, in order."""
    return [child for child in tree.nodes[parent].children if tree.nodes[child].origin == repeat]


def hang(tree: Tree, pattern: Tree, parent: int, root: int, at: int) -> Tree:
    """The tree with an instance made or put back as the `at`-th of its kind, after what comes before it in the form."""
    nodes = list(tree.nodes)
    above = nodes[parent]
    repeat = nodes[root].origin
    order = {child: place for place, child in enumerate(pattern.nodes[tree.origin(parent)].children)}
    before = order[repeat]
    seen = place = 0
    for child in above.children:
        origin = tree.origin(child)
        if order[origin] > before or (origin == repeat and seen == at):
            break
        seen += origin == repeat
        place += 1
    nodes[parent] = replace(above, children=(*above.children[:place], root, *above.children[place:]))
    return replace(tree, nodes=tuple(nodes))


def concretes(tree: Tree, pattern: Tree, wanted: int, anchor: int, begin: int) -> Sequence[int]:
    """The nodes that are copies of the pattern's node `wanted`, below the copy of `anchor` that `begin` lies in.

    With an `anchor` that `begin` does not lie in, or -1, all of them.
    """
    at = begin
    while at >= 0 and tree.origin(at) != anchor:
        at = tree.nodes[at].parent
    way: list[int] = []
    step = wanted
    while step >= 0 and step != (anchor if at >= 0 else -1):
        way.append(step)
        step = pattern.nodes[step].parent
    if at < 0:
        at = 0
        way.pop()
    found = [at]
    for origin in reversed(way):
        attribute = pattern.nodes[origin].is_attribute
        found = [
            child
            for node in found
            for child in (tree.nodes[node].attribute_nodes if attribute else tree.nodes[node].children)
            if tree.origin(child) == origin
        ]
    return found
