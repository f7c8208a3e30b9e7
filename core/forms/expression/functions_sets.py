# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The functions on choices and node-sets of ODK XForms ('XPath Functions'); pure computation."""

import math

from core.forms.expression.calling import MANY, Calling, Function
from core.forms.expression.functions_text import flattened
from core.forms.expression.trouble import EvaluationError
from core.forms.expression.values import NodeSet, Scalar, Value, scalar, to_boolean, to_number, to_text


def _nodes(value: Value) -> NodeSet:
    if not isinstance(value, NodeSet):
        raise EvaluationError("nodes", "a path is needed here")
    return value


def _selected(_: Calling, arguments: tuple[Value, ...]) -> Value:
    return to_text(arguments[1]).strip() in to_text(arguments[0]).split()


def _selected_at(_: Calling, arguments: tuple[Value, ...]) -> Value:
    chosen, place = to_text(arguments[0]).split(), to_number(arguments[1])
    return chosen[int(place)] if 0 <= place < len(chosen) else ""


def _coalesce(_: Calling, arguments: tuple[Value, ...]) -> Value:
    """The first of the values that is not empty; not-a-number counts as empty, as in JavaRosa."""
    for argument in arguments:
        value = scalar(argument)
        if value != "" and not (isinstance(value, float) and math.isnan(value)):
            return value
    return scalar(arguments[-1])


def _non_empty(_: Calling, arguments: tuple[Value, ...]) -> Value:
    return float(sum(1 for value in _nodes(arguments[0]).values() if value != ""))


def _checklist(_: Calling, arguments: tuple[Value, ...]) -> Value:
    true = sum(1.0 for value in flattened(arguments[2:]) if _said_yes(value))
    return _between(true, arguments[0], arguments[1])


def _weighted(_: Calling, arguments: tuple[Value, ...]) -> Value:
    values, weights = arguments[2::2], arguments[3::2]
    if len(values) != len(weights):
        raise EvaluationError("nodes", "each value needs a weight")
    pairs = zip(flattened(values), flattened(weights), strict=False)
    return _between(
        math.fsum(to_number(weight) for value, weight in pairs if _said_yes(value)), *arguments[:2]
    )


def _said_yes(value: Scalar) -> bool:
    return value if isinstance(value, bool) else to_boolean(value) and value not in ("0", "false", "no")


def _between(amount: float, least: Value, most: Value) -> bool:
    low, high = to_number(least), to_number(most)
    return (low == -1 or amount >= low) and (high == -1 or amount <= high)


FUNCTIONS: tuple[Function, ...] = (
    Function("true", 0, 0, lambda _, __: True),
    Function("false", 0, 0, lambda _, __: False),
    Function("not", 1, 1, lambda _, a: not to_boolean(a[0])),
    Function("boolean", 1, 1, lambda _, a: to_boolean(a[0])),
    Function("selected", 2, 2, _selected),
    Function("selected-at", 2, 2, _selected_at),
    Function("count-selected", 1, 1, lambda _, a: float(len(to_text(a[0]).split()))),
    Function("coalesce", 2, MANY, _coalesce),
    Function("count", 1, 1, lambda _, a: float(len(_nodes(a[0]).nodes))),
    Function("count-non-empty", 1, 1, _non_empty),
    Function("checklist", 3, MANY, _checklist),
    Function("weighted-checklist", 4, MANY, _weighted),
)
