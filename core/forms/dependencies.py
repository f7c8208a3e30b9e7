# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which rule depends on which answer, and an order to compute them in; it computes none of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from core.forms.instance import Tree


class Rule(IntEnum):
    """The two rules whose results other rules can read. The others are computed when somebody asks."""

    RELEVANT = 0
    CALCULATE = 1


class Reader(NamedTuple):
    """A rule that reads a node, and the node below whose copy it reads all copies; -1 for all in the whole instance."""

    rule: int
    anchor: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The order of all rules of a form.

    A rule of a node has the number `2 * node + rule`. `order` lists the numbers so that each comes after what it
    reads, and `rank` is a number's place in it. `readers` of a node are the rules that read it. In a repeat, a rule
    stands for that of every instance.
    """

    order: tuple[int, ...] = field(repr=False)
    rank: tuple[int, ...] = field(repr=False)
    readers: tuple[tuple[Reader, ...], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Cycle:
    """Nodes that depend on themselves, in document order."""

    nodes: tuple[int, ...]


def plan(
    tree: Tree, relevant: Mapping[int, Mapping[int, int]], calculate: Mapping[int, Mapping[int, int]]
) -> Plan | Cycle:
    """Order the rules. The mappings tell what the `relevant` and `calculate` of a node read, as `Resolved.reads` does.

    Relevance is inherited: every node's is computed after its parent's. A node's value is computed whether it is
    relevant or not, so `calculate` does not wait for the node's own `relevant`.
    """
    count = 2 * len(tree.nodes)
    waits_for: list[set[int]] = [set() for _ in range(count)]
    readers: list[set[Reader]] = [set() for _ in tree.nodes]
    for node, one in enumerate(tree.nodes):
        if one.parent >= 0:
            waits_for[2 * node].add(2 * one.parent)
    for rule, reads in ((Rule.RELEVANT, relevant), (Rule.CALCULATE, calculate)):
        for node, sources in reads.items():
            for source, anchor in sources.items():
                waits_for[2 * node + rule].update((2 * source, 2 * source + 1))
                readers[source].add(Reader(2 * node + rule, anchor))
    order = _sorted(waits_for)
    if len(order) < count:
        return Cycle(_circle(waits_for, set(order)))
    rank = [0] * count
    for place, number in enumerate(order):
        rank[number] = place
    return Plan(
        tuple(order),
        tuple(rank),
        tuple([tuple(sorted(found, key=lambda one: rank[one.rule])) for found in readers]),
    )


def _sorted(waits_for: Sequence[set[int]]) -> list[int]:
    """Kahn's algorithm; what stands on or behind a circle is left out."""
    waiting: list[list[int]] = [[] for _ in waits_for]
    open_count = [len(sources) for sources in waits_for]
    for number, sources in enumerate(waits_for):
        for source in sources:
            waiting[source].append(number)
    ready = [number for number, left in enumerate(open_count) if left == 0]
    for number in ready:
        for follower in waiting[number]:
            open_count[follower] -= 1
            if open_count[follower] == 0:
                ready.append(follower)
    return ready


def _circle(waits_for: Sequence[set[int]], done: set[int]) -> tuple[int, ...]:
    """One circle: from any rule that is left, go on to one that it waits for until one comes again."""
    at = next(number for number in range(len(waits_for)) if number not in done)
    way: list[int] = []
    while at not in way:
        way.append(at)
        at = min(source for source in waits_for[at] if source not in done)
    return tuple(sorted({number // 2 for number in way[way.index(at) :]}))
