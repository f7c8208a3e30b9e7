# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of the nodes of an instance, and what lies below and beside one; numbers tell no order among repeats."""

from collections.abc import Callable, Sequence

from core.forms.expression.tree import Axis
from core.forms.expression.trouble import EvaluationError
from core.forms.expression.values import NodeSet
from core.forms.instance import Tree


def below(tree: Tree, node: int) -> Sequence[int]:
    """The elements in a node, all levels, in document order. -1 is the document above the root element."""
    found: list[int] = []
    waiting = list(reversed(tree.children(node, "*")))
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting.extend(reversed(tree.nodes[one].children))
    return found


def beside(tree: Tree, node: int, axis: Axis) -> Sequence[int]:
    """The siblings after a node, or those before it, nearest first (XPath 1.0 section 2.4); an attribute has none."""
    if node < 0 or tree.nodes[node].parent < 0 or tree.nodes[node].is_attribute:
        return ()
    children = tree.nodes[tree.nodes[node].parent].children
    if node not in children:
        return ()
    place = children.index(node)
    return children[place + 1 :] if axis is Axis.FOLLOWING_SIBLING else children[:place][::-1]


def joined(found: Sequence[NodeSet], charge: Callable[[int], None]) -> NodeSet:
    """The nodes of all of these, each once, in document order.

    Raises `EvaluationError` for nodes of several instances: there is no order between them.
    """
    first = next((one for one in found if one.nodes), found[0])
    if any(one.nodes and one.tree is not first.tree for one in found):
        raise EvaluationError("nodes", "a union of several instances")
    nodes = {node for one in found for node in one.nodes}
    tree = first.tree
    if len(nodes) < 2 or not tree.repeats:
        return NodeSet(tree, sorted(nodes), first.answers)
    charge(len(tree.nodes))
    return NodeSet(tree, [node for node in tree.live() if node in nodes], first.answers)
