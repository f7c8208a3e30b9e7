# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the choices of a filtered list without looking through it, for the filter that nearly all lists have."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.forms.expression.tree import Axis, Binary, Expression, Fixed, Literal, Operator, Path, Start, Step
from core.forms.instance import Tree


@dataclass(frozen=True, slots=True)
class ChoiceIndex:
    """The items of a list by the texts of some of their elements.

    `wanted` are the expressions that those texts have to equal, in the order of the keys of `items`.
    """

    wanted: tuple[Expression, ...]
    items: Mapping[tuple[str, ...], tuple[int, ...]]


def index(tree: Tree, items: Iterable[int], predicate: Expression) -> ChoiceIndex | None:
    """The index for a predicate `name = answer and …`; None for any other, and for lists with doubled elements.

    An element that is missing counts as an empty text, as it does in the predicate.
    """
    conditions = _conditions(predicate)
    if conditions is None:
        return None
    found: dict[tuple[str, ...], list[int]] = {}
    for item in items:
        key: list[str] = []
        for name in conditions:
            children = tree.children(item, name)
            if len(children) > 1:
                return None
            key.append(tree.nodes[children[0]].default if children else "")
        found.setdefault(tuple(key), []).append(item)
    return ChoiceIndex(tuple(conditions.values()), {key: tuple(value) for key, value in found.items()})


def _conditions(predicate: Expression) -> Mapping[str, Expression] | None:
    found: dict[str, Expression] = {}
    rest = predicate
    while isinstance(rest, Binary) and rest.operator is Operator.AND:
        if not _add(rest.right, found):
            return None
        rest = rest.left
    return found if _add(rest, found) else None


def _add(part: Expression, found: dict[str, Expression]) -> bool:
    match part:
        case Binary(
            operator=Operator.EQUAL,
            left=Path(start=Start.CONTEXT, steps=(Step(axis=Axis.CHILD, name=name, predicates=()),)),
            right=Fixed() | Literal() as wanted,
        ) if name != "*" and name not in found:
            found[name] = wanted
            return True
        case _:
            return False
