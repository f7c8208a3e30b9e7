# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The operators of JSON logic whose operands are all worked out, with JavaScript's values (ECMA-262)."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from core.forms.formio.javascript_values import equal, javascript_text, to_number, truthy

_LONGEST: Final = 4_000
_BEGINNING: Final = re.compile(r"\s*([-+]?(?:\d{1,300}\.?\d{0,300}|\.\d{1,300})(?:[eE][-+]?\d{1,3})?)")


def _text(value: object) -> str:
    """`String(value)`; what is not there is `null` in JSON logic."""
    return "null" if value is None else javascript_text(value)


def _parsed(value: object) -> float:
    """`parseFloat(value)`: what a text begins with."""
    found = _BEGINNING.match(_text(value))
    return float(found[1]) if found is not None else math.nan


def _ordered(values: Sequence[object], holds: Callable[[float, float], bool]) -> bool:
    """Two texts are compared as texts, everything else as numbers; three values say between."""

    def pair(one: object, other: object) -> bool:
        one, other = (
            javascript_text(each) if isinstance(each, list | dict) else each for each in (one, other)
        )
        if isinstance(one, str) and isinstance(other, str):
            return holds(float(one > other) - float(one < other), 0.0)
        return holds(to_number(one), to_number(other))

    return len(values) > 1 and all(map(pair, values[:-1], values[1:]))


def _numbers(values: Sequence[object]) -> list[float]:
    return [to_number(one) for one in values]


def _product(values: Sequence[object]) -> object:
    """One value alone stays what it is."""
    return math.prod(map(_parsed, values)) if len(values) > 1 else values[0] if values else None


def _divided(values: Sequence[object]) -> float:
    one, other = _numbers(values)[:2]
    if other or math.isnan(other):
        return one / other
    return (
        math.nan if not one or math.isnan(one) else math.copysign(math.inf, one * math.copysign(1.0, other))
    )


def _remainder(values: Sequence[object]) -> float:
    one, other = _numbers(values)[:2]
    return math.fmod(one, other) if other and math.isfinite(one) else math.nan


def _outermost(values: Sequence[object], choose: Callable[[Sequence[float]], float], none: float) -> float:
    """The least or greatest number; none is, where one of them is no number."""
    found = _numbers(values)
    if any(map(math.isnan, found)):
        return math.nan
    return choose(found) if found else none


def _in(values: Sequence[object]) -> bool:
    if len(values) < 2:
        return False
    if isinstance(values[1], str):
        return javascript_text(values[0]) in values[1]
    return isinstance(values[1], list) and any(equal(values[0], one, strict=True) for one in values[1])


def _part(values: Sequence[object]) -> str:
    text = _text(values[0])
    start = _position(values[1])
    cut = text[start:] if start >= 0 else text[max(0, len(text) + start) :]
    if len(values) < 3:
        return cut
    length = _position(values[2])
    return cut[:length] if length >= 0 else cut[: max(0, len(cut) + length)]


def _position(value: object) -> int:
    """A number as a place in a text; 0 for what is none."""
    number = to_number(value)
    return 0 if math.isnan(number) else int(max(-_LONGEST, min(_LONGEST, number)))


def _less(values: Sequence[object]) -> float:
    found = _numbers(values)
    return -found[0] if len(found) == 1 else found[0] - found[1]


def _pair(values: Sequence[object]) -> tuple[object, object]:
    one, other, *_ = [*values, None, None]
    return one, other


OPERATORS: Final[Mapping[str, Callable[[Sequence[object]], object]]] = {
    "==": lambda values: equal(*_pair(values)),
    "!=": lambda values: not equal(*_pair(values)),
    "===": lambda values: equal(*_pair(values), strict=True),
    "!==": lambda values: not equal(*_pair(values), strict=True),
    "!": lambda values: not truthy(_pair(values)[0], logic=True),
    "!!": lambda values: truthy(_pair(values)[0], logic=True),
    "<": lambda values: _ordered(values, lambda one, other: one < other),
    "<=": lambda values: _ordered(values, lambda one, other: one <= other),
    ">": lambda values: _ordered(values, lambda one, other: one > other),
    ">=": lambda values: _ordered(values, lambda one, other: one >= other),
    "+": lambda values: sum(map(_parsed, values)),
    "*": _product,
    "-": _less,
    "/": _divided,
    "%": _remainder,
    "max": lambda values: _outermost(values, max, -math.inf),
    "min": lambda values: _outermost(values, min, math.inf),
    "in": _in,
    "cat": lambda values: "".join("" if one is None else javascript_text(one) for one in values)[:_LONGEST],
    "substr": _part,
    "merge": lambda values: [
        one for value in values for one in (value if isinstance(value, list) else [value])
    ],
}
