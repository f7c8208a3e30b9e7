# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the comparing and computing operators do with two values; the logical ones are the evaluator's own."""

import math
from collections.abc import Callable

from core.forms.expression.tree import Operator
from core.forms.expression.values import NodeSet, Value, equal, scalar, to_number, unequal

_COMPARED = frozenset([Operator.LESS, Operator.LESS_OR_EQUAL, Operator.GREATER, Operator.GREATER_OR_EQUAL])


def applied(operator: Operator, left: Value, right: Value, charge: Callable[[int], None]) -> Value:
    """The result of an operator but `and` and `or` (XPath 1.0 sections 3.4 and 3.5).

    A comparison with a node-set is true when it is for any of its nodes; `charge` pays for the pairs.
    """
    if operator is Operator.EQUAL:
        return equal(left, right)
    if operator is Operator.UNEQUAL:
        return unequal(left, right)
    if operator in _COMPARED and (isinstance(left, NodeSet) or isinstance(right, NodeSet)):
        ours = left.values() if isinstance(left, NodeSet) and left.nodes else [scalar(left)]
        theirs = right.values() if isinstance(right, NodeSet) and right.nodes else [scalar(right)]
        charge(len(ours) * len(theirs))
        return any(_compare(operator, to_number(one), to_number(other)) for one in ours for other in theirs)
    one, other = to_number(left), to_number(right)
    return _compare(operator, one, other) if operator in _COMPARED else _compute(operator, one, other)


def _compare(operator: Operator, left: float, right: float) -> bool:
    if operator is Operator.LESS:
        return left < right
    if operator is Operator.LESS_OR_EQUAL:
        return left <= right
    return left > right if operator is Operator.GREATER else left >= right


def _compute(operator: Operator, left: float, right: float) -> float:
    """IEEE 754 arithmetic (XPath 1.0 section 3.5): a division by zero is infinite, `mod` truncates."""
    match operator:
        case Operator.PLUS:
            return left + right
        case Operator.MINUS:
            return left - right
        case Operator.TIMES:
            return left * right
        case Operator.DIVIDE if right == 0:
            undefined = left == 0 or math.isnan(left)
            return math.nan if undefined else math.copysign(math.inf, left) * math.copysign(1, right)
        case Operator.DIVIDE:
            return left / right
        case _:
            return math.fmod(left, right) if right != 0 and math.isfinite(left) else math.nan
