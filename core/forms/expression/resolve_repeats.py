# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a path means inside a repeat: which instances it leads to, and how far up a rule has to look."""

from collections.abc import Sequence

from core.forms.expression.tree import Axis, Expression, Indexed, Step
from core.forms.instance import Tree, upwards


class Spread:
    """Collects what one rule reads. For a rule outside all repeats there is nothing to tell apart."""

    def __init__(self, tree: Tree, node: int) -> None:
        self._tree = tree
        self._tells_apart = node in tree.repeated
        self.reads: dict[int, int] = {}

    def read(self, nodes: Sequence[int], highest: int) -> None:
        """Note that the rule reads these nodes, all copies below the copy of `highest` that it lies in."""
        for node in nodes:
            known = self.reads.get(node)
            self.reads[node] = highest if known is None else self.higher(known, (highest,))

    def higher(self, highest: int, nodes: Sequence[int]) -> int:
        """The node nearest to the root."""
        if not self._tells_apart:
            return -1
        return min((highest, *nodes), key=self._depth)

    def _depth(self, node: int) -> int:
        depth = -1
        while node >= 0:
            depth += 1
            node = self._tree.nodes[node].parent
        return depth


def sharing(steps: Sequence[Step], tree: Tree, node: int) -> tuple[int, int] | None:
    """How much of an absolute path a rule inside a repeat shares with its own place: the node, and the count of steps.

    Inside a repeat `/data/person/age` means the age of the same person (ODK XForms, 'Relative paths in repeats'). The
    repeat itself as the end of a path means all of its instances, so that they can be counted.
    """
    if node not in tree.repeated:
        return None
    above = set(upwards(tree.nodes, node))
    shared = -1
    count = 0
    for place, step in enumerate(steps):
        reached = tree.children(shared, step.name) if step.axis is Axis.CHILD and not step.predicates else ()
        last = place == len(steps) - 1
        if len(reached) != 1 or reached[0] not in above or (last and reached[0] in tree.repeats):
            break
        shared, count = reached[0], place + 1
    return (shared, count) if shared in tree.repeated else None


def indexed(paths: Sequence[Sequence[int]], numbers: Sequence[Expression]) -> Indexed | None:
    """`indexed-repeat(node, repeat, number, …)` with its paths resolved; None when one does not lead to one node."""
    if len(paths) != len(numbers) + 1 or any(len(one) != 1 for one in paths):
        return None
    nodes = [one[0] for one in paths]
    return Indexed(nodes[0], tuple(nodes[1:]), tuple(numbers))
