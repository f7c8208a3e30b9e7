# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works out a formula of a Form.io script as JavaScript would (ECMA-262); each part of it once."""

import math
import operator
from collections.abc import Callable, Mapping
from typing import Final, assert_never

from core.forms.expression.trouble import EvaluationError
from core.forms.formio.formula import Constant, Formula, Length, Operation, Variable
from core.forms.formio.javascript_values import equal, javascript_text, to_number, truthy

Find = Callable[[str], object]

LONGEST: Final = 4_000
"""Characters of a text that a formula makes."""


def value_of_formula(formula: Formula, find: Find) -> object:
    """The value, for answers that are found by their names. Raises `EvaluationError` as JavaScript would."""
    match formula:
        case Constant(value=value):
            return value
        case Variable(name=name):
            return find(name)
        case Length(inner=inner):
            found = value_of_formula(inner, find)
            if found is None:
                raise EvaluationError("nothing", "the length of no answer")
            return float(len(found)) if isinstance(found, str | list) else None
        case Operation(operator=sign, operands=operands):
            return _operation(sign, operands, find)
        case _:
            assert_never(formula)


def _operation(sign: str, operands: tuple[Formula, ...], find: Find) -> object:
    first = value_of_formula(operands[0], find)
    match sign:
        case "?":
            return value_of_formula(operands[1 if truthy(first) else 2], find)
        case "||":
            return first if truthy(first) else value_of_formula(operands[1], find)
        case "&&":
            return value_of_formula(operands[1], find) if truthy(first) else first
        case "!":
            return not truthy(first)
        case "-1":
            return -_number(first)
        case "+1":
            return _number(first)
    second = value_of_formula(operands[1], find)
    match sign:
        case "==" | "===":
            return equal(first, second, strict=sign == "===")
        case "!=" | "!==":
            return not equal(first, second, strict=sign == "!==")
        case "includes":
            return _includes(first, second)
        case "+" if isinstance(first, str | list | dict) or isinstance(second, str | list | dict):
            return (javascript_text(first) + javascript_text(second))[:LONGEST]
    if sign in _COMPARED:
        if isinstance(first, str) and isinstance(second, str):
            return _COMPARED[sign](float(first > second) - float(first < second), 0.0)
        return _COMPARED[sign](_number(first), _number(second))
    return _COUNTED[sign](_number(first), _number(second))


def _includes(value: object, wanted: object) -> bool:
    if isinstance(value, str):
        return javascript_text(wanted) in value
    if isinstance(value, list):
        return any(equal(one, wanted, strict=True) for one in value)
    raise EvaluationError("nothing", "includes of no answer")


def _number(value: object) -> float:
    """A number; what is not there is none."""
    return math.nan if value is None else to_number(value)


def _divided(one: float, other: float) -> float:
    if other:
        return one / other
    return math.nan if not one or math.isnan(one) else math.copysign(math.inf, one)


def _remainder(one: float, other: float) -> float:
    return math.fmod(one, other) if other and math.isfinite(one) else math.nan


_COMPARED: Final[Mapping[str, Callable[[float, float], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_COUNTED: Final[Mapping[str, Callable[[float, float], float]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _divided,
    "%": _remainder,
}
