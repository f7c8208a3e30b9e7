# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds rows of a list by the text of one of their elements, for predicates such as `[name = /data/a]`."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from core.forms.expression.focus import Focus
from core.forms.expression.tree import (
    Axis,
    Binary,
    Call,
    Expression,
    Fixed,
    Literal,
    Operator,
    Path,
    Start,
    Step,
    Within,
)
from core.forms.expression.values import NodeSet, Value, scalar, to_boolean
from core.forms.instance import Tree

WORTH: Final = 32
"""Rows from which an index is made; fewer are looked through."""


class Rows(NamedTuple):
    """How many rows there are, and those with each text, each with its place from 1."""

    size: int
    with_text: Mapping[str, tuple[tuple[int, int], ...]]


class Wanted(NamedTuple):
    """The element that a predicate compares, and what with: an expression that means the same for every row."""

    name: str
    value: Expression


def wanted_of(predicate: Expression) -> Wanted | None:
    """What a predicate `name = value`, or one of several joined by `and`, compares; None for any other."""
    rest = predicate
    while isinstance(rest, Binary) and rest.operator is Operator.AND:
        if found := _compared(rest.right):
            return found
        rest = rest.left
    return _compared(rest)


def looked_up(
    tree: Tree, node: int, step: Step, value: Callable[[Expression, Focus], Value]
) -> Sequence[int] | None:
    """The rows of a long list for which the first predicate of a step holds; None to go through them all.

    `value` evaluates. What equals numbers and dates is more than the same text, so those go through them all.
    """
    wanted = wanted_of(step.predicates[0]) if step.axis is Axis.CHILD and step.predicates else None
    if wanted is None or node < 0 or len(tree.nodes[node].children) < WORTH:
        return None
    found = value(wanted.value, Focus(tree, node))
    if isinstance(found, NodeSet) and len(found.nodes) > 1:
        return None
    text = scalar(found)
    if not isinstance(text, str):
        return None
    rows = rows_with(tree, node, step.name, wanted.name)
    return [
        row
        for place, row in rows.with_text.get(text, ())
        if to_boolean(value(step.predicates[0], Focus(tree, row, place, rows.size)))
    ]


def rows_with(tree: Tree, node: int, name: str, key: str) -> Rows:
    """The children `name` of a node of a list, by the texts of their elements `key`.

    A row without the element is under the empty text, as a predicate takes it. They are found once for a list, which is
    never written to.
    """
    made, where = tree.lookups, (node, name, key)
    if where not in made:
        found: dict[str, list[tuple[int, int]]] = {}
        rows = tree.children(node, name)
        for place, row in enumerate(rows, 1):
            for text in {tree.nodes[one].default for one in tree.children(row, key)} or {""}:
                found.setdefault(text, []).append((place, row))
        made[where] = (len(rows), {text: tuple(places) for text, places in found.items()})
    return Rows(*made[where])


def _compared(part: Expression) -> Wanted | None:
    if not isinstance(part, Binary) or part.operator is not Operator.EQUAL:
        return None
    for one, other in ((part.left, part.right), (part.right, part.left)):
        name = _element(one)
        if name and _same_for_all(other):
            return Wanted(name, other)
    return None


def _element(part: Expression) -> str:
    match part:
        case Path(start=Start.CONTEXT, steps=(Step(axis=Axis.CHILD, name=name, predicates=()),)) if (
            name != "*"
        ):
            return name
        case _:
            return ""


def _same_for_all(part: Expression) -> bool:
    """Whether a value does not depend on the row that is looked at: it begins at the answers or at `current()`."""
    match part:
        case Fixed() | Literal():
            return True
        case Path(start=start):
            at_answers = isinstance(start, Within) or start in (Start.DOCUMENT, Start.CURRENT)
            return at_answers or (isinstance(start, Call) and start.name == "current")
        case _:
            return False
