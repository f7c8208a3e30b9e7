# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The functions on numbers of XPath 1.0 (section 4.4) and ODK XForms ('XPath Functions'); pure computation."""

import math
from collections.abc import Callable
from decimal import Decimal, localcontext

from core.forms.expression.calling import MANY, Calling, Function
from core.forms.expression.functions_text import flattened
from core.forms.expression.values import Value, number_text, to_number, to_text

_MOST_PLACES = 30


def _numbers(arguments: tuple[Value, ...]) -> list[float]:
    """The numbers among the arguments; an empty answer counts as nothing, not as zero."""
    return [to_number(one) for one in flattened(arguments) if one != ""]


def _least(_: Calling, arguments: tuple[Value, ...]) -> Value:
    found = _numbers(arguments)
    return min(found) if found and not any(map(math.isnan, found)) else math.nan


def _most(_: Calling, arguments: tuple[Value, ...]) -> Value:
    found = _numbers(arguments)
    return max(found) if found and not any(map(math.isnan, found)) else math.nan


def _round(_: Calling, arguments: tuple[Value, ...]) -> Value:
    """`round(number, places?)`: a half goes up, towards positive infinity (XPath 1.0 section 4.4).

    Counted on the decimal digits that are shown, so that 12345.15 to one place is 12345.2.
    """
    number = to_number(arguments[0])
    places = to_number(arguments[1]) if len(arguments) > 1 else 0.0
    if not math.isfinite(number) or math.isnan(places):
        return number if not math.isnan(places) else math.nan
    whole = int(max(-_MOST_PLACES, min(_MOST_PLACES, places)))
    with localcontext() as context:
        context.prec = 400
        shifted = Decimal(number_text(number)).scaleb(whole) + Decimal("0.5")
        return float(Decimal(math.floor(shifted)).scaleb(-whole))


def _whole(_: Calling, arguments: tuple[Value, ...]) -> Value:
    number = to_number(arguments[0])
    return float(math.trunc(number)) if math.isfinite(number) else number


def _floor(_: Calling, arguments: tuple[Value, ...]) -> Value:
    number = to_number(arguments[0])
    return float(math.floor(number)) if math.isfinite(number) else number


def _ceiling(_: Calling, arguments: tuple[Value, ...]) -> Value:
    number = to_number(arguments[0])
    return float(math.ceil(number)) if math.isfinite(number) else number


def _real(compute: Callable[..., float]) -> Callable[[Calling, tuple[Value, ...]], Value]:
    """The function on numbers; outside its domain it is not a number, beyond the largest number it is infinite."""

    def run(_: Calling, arguments: tuple[Value, ...]) -> Value:
        try:
            return compute(*[to_number(one) for one in arguments])
        except ValueError:
            return math.nan
        except (OverflowError, ZeroDivisionError):
            return math.inf

    return run


def _logarithm(compute: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: -math.inf if number == 0 else compute(number)


def _random(calling: Calling, _: tuple[Value, ...]) -> Value:
    return int.from_bytes(calling.random_bytes()[:6], "big") / 2**48


def _as_number(_: Calling, arguments: tuple[Value, ...]) -> Value:
    return to_number(arguments[0])


def _from_string(_: Calling, arguments: tuple[Value, ...]) -> Value:
    return to_text(arguments[0]).lower() in ("true", "1")


FUNCTIONS: tuple[Function, ...] = (
    Function("number", 1, 1, _as_number),
    Function("int", 1, 1, _whole),
    Function("round", 1, 2, _round),
    Function("floor", 1, 1, _floor),
    Function("ceiling", 1, 1, _ceiling),
    Function("abs", 1, 1, _real(abs)),
    Function("pow", 2, 2, _real(math.pow)),
    Function("sqrt", 1, 1, _real(math.sqrt)),
    Function("exp", 1, 1, _real(math.exp)),
    Function("exp10", 1, 1, _real(lambda number: math.pow(10.0, number))),
    Function("log", 1, 1, _real(_logarithm(math.log))),
    Function("log10", 1, 1, _real(_logarithm(math.log10))),
    Function("sin", 1, 1, _real(math.sin)),
    Function("cos", 1, 1, _real(math.cos)),
    Function("tan", 1, 1, _real(math.tan)),
    Function("asin", 1, 1, _real(math.asin)),
    Function("acos", 1, 1, _real(math.acos)),
    Function("atan", 1, 1, _real(math.atan)),
    Function("atan2", 2, 2, _real(math.atan2)),
    Function("pi", 0, 0, lambda _, __: math.pi),
    Function("min", 1, MANY, _least),
    Function("max", 1, MANY, _most),
    Function(
        "sum", 1, 1, lambda _, a: math.fsum(_numbers(a)) if all(map(math.isfinite, _numbers(a))) else math.nan
    ),
    Function("random", 0, 0, _random),
    Function("boolean-from-string", 1, 1, _from_string),
)
