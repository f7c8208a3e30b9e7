# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `pulldata()` and `position()` look up among the nodes of an instance."""

from collections.abc import Callable

from core.forms.expression.lookups import rows_with
from core.forms.expression.trouble import EvaluationError
from core.forms.expression.values import NodeSet
from core.forms.expression.world import NAMES_A_STEP
from core.forms.instance import Tree


def pulled(tree: Tree, column: str, key: str, wanted: str, charge: Callable[[int], None]) -> str:
    """A value of the first row of a list in which `key` has a value; nothing without one (ODK `pulldata()`)."""
    for _, item in rows_with(tree, 0, "*", key).with_text.get(wanted, ()):
        charge(1)
        keys = tree.children(item, key)
        if keys and tree.nodes[keys[0]].default == wanted:
            values = tree.children(item, column)
            return tree.nodes[values[0]].default if values else ""
    return ""


def place_among_siblings(found: NodeSet, charge: Callable[[int], None]) -> float:
    """The position of a node among its like siblings (ODK `position(node)`).

    Raises `EvaluationError` for no node.
    """
    if not found.nodes:
        raise EvaluationError("nodes", "no node to count from")
    node, nodes = found.nodes[0], found.tree.nodes
    if nodes[node].parent >= 0:
        charge(len(nodes[nodes[node].parent].children) // NAMES_A_STEP)
    alike = found.tree.children(nodes[node].parent, nodes[node].name)
    return float(list(alike).index(node) + 1)
