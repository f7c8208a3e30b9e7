# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the copies of a form's node among the instances of its repeats, as paths and `indexed-repeat()` mean them."""

from collections.abc import Iterable, Sequence

from core.forms.expression.tree import Indexed
from core.forms.instance import Tree


def lying_in(tree: Tree, node: int, wanted: int) -> int:
    """The copy of the form's node `wanted` that a node lies in; -1 when it lies in none."""
    at = node
    while at >= 0 and tree.origin(at) != wanted:
        at = tree.nodes[at].parent
    return at


def nearest(tree: Tree, node: int, wanted: int) -> int:
    """The copy of the form's node `wanted` that a node shares the innermost instance with; -1 when there is none.

    A node in no repeat is itself.
    """
    if wanted not in tree.repeated:
        return wanted
    way: list[int] = []
    step = wanted
    while step >= 0:
        own = lying_in(tree, node, step)
        if own >= 0:
            return _below(tree, own, reversed(way))
        way.append(step)
        step = tree.nodes[step].parent
    return -1


def _below(tree: Tree, node: int, way: Iterable[int]) -> int:
    """The first copies of these nodes, one below the other."""
    for origin in way:
        found = [child for child in tree.nodes[node].children if tree.origin(child) == origin]
        if not found:
            return -1
        node = found[0]
    return node


def copies(tree: Tree, begin: int, call: Indexed, numbers: Sequence[float]) -> tuple[Tree, Sequence[int]]:
    """What `indexed-repeat()` leads to (ODK XForms, 'XPath functions'): nothing for a number without an instance.

    A repeat whose number is not told is that in which `begin` lies, else its first instance.
    """
    way: list[int] = []
    # A pattern keeps its place below its parent, so that the way up is in the numbers of the form's nodes.
    step = call.node
    while step > 0:
        way.append(step)
        step = tree.nodes[step].parent
    told = dict(zip(call.repeats, numbers, strict=True))
    at = 0
    for origin in reversed(way):
        found = [child for child in tree.nodes[at].children if tree.origin(child) == origin]
        if origin in told:
            place = told[origin]
            chosen = found[int(place) - 1 : int(place)] if place >= 1 else []
        else:
            own = lying_in(tree, begin, origin)
            chosen = [own] if own in found else found[:1]
        if not chosen:
            return tree, ()
        at = chosen[0]
    return tree, (at,)
