# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The operators of Form.io's new simple conditions, as @formio/core 2 compares (`utils/operators`)."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from core.forms.formio.javascript_values import javascript_text, to_number, truthy

Operator = Callable[[object, object], bool]


_TRUTHS: Final[Mapping[str, bool]] = {"true": True, "false": False}
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?")


def _same(value: object, wanted: object) -> bool:
    """Equal in type and value. A text to compare with is read as JSON where the answer is a number or a truth."""
    if (
        isinstance(value, dict)
        and isinstance(wanted, str)
        and all(isinstance(one, bool) for one in value.values())
    ):
        return value.get(wanted) is True
    if (
        isinstance(wanted, str)
        and wanted
        and not isinstance(value, str)
        and (value is False or truthy(value))
    ):
        if wanted not in _TRUTHS and not _NUMBER.fullmatch(wanted):
            return False
        wanted = _TRUTHS[wanted] if wanted in _TRUTHS else float(wanted)
    return isinstance(value, bool) is isinstance(wanted, bool) and value == wanted


def _empty(value: object) -> bool:
    """Nothing, blanks alone, an unticked box, and a group in which all is so."""
    match value:
        case dict():
            return all(map(_empty, value.values()))
        case list():
            return all(isinstance(one, dict) and _empty(one) for one in value)
        case str():
            return not value.strip()
        case _:
            return value is None or value is False


def _includes(value: object, wanted: object) -> bool:
    match value:
        case str():
            return javascript_text(wanted) in value
        case dict():
            return any(_same(one, wanted) for one in value.values())
        case _:
            return False


def _text(value: object) -> str:
    return "" if value is None else javascript_text(value)


def _by_number(test: Callable[[float, float], bool], *, or_same: bool = False) -> Operator:
    """Only a number is larger or smaller than anything."""

    def compare(value: object, wanted: object) -> bool:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        other = float("nan") if wanted is None else to_number(wanted)
        return test(float(value), other) or (or_same and _same(value, wanted) and not isinstance(wanted, str))

    return compare


_AMERICAN: Final = re.compile(r"(\d\d)/(\d\d)/(\d{4})$")


def month_first(value: object) -> object:
    """A day that is written day first (`DD/MM/YYYY`) as the operators take it; everything else as it is."""
    written = _AMERICAN.match(value) if isinstance(value, str) else None
    return "/".join((written[2], written[1], written[3])) if written else value


def _moment(value: object) -> str:
    """An ISO 8601 text that sorts as its moment; empty for what is no date. A day alone stays one."""
    text = _text(value)
    if written := _AMERICAN.match(text):
        month, day, year = written.groups()
        text = f"{year}-{month}-{day}"
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return ""
    return text


def _by_date(test: Callable[[int], bool]) -> Operator:
    """What is no date is neither before nor after another. A day is compared with the day of a moment."""

    def compare(value: object, wanted: object) -> bool:
        first, second = _moment(value), _moment(wanted)
        if not first or not second:
            return False
        one, other = datetime.fromisoformat(first), datetime.fromisoformat(second)
        if one.tzinfo is not None and other.tzinfo is not None:
            return test((one > other) - (one < other))
        size = min(len(first), len(second))
        return test((first[:size] > second[:size]) - (first[:size] < second[:size]))

    return compare


def _not(operator: Operator) -> Operator:
    return lambda value, wanted: not operator(value, wanted)


def _of_one(operator: Operator) -> Operator:
    """Of several answers one has to do."""
    return lambda value, wanted: (
        any(operator(one, wanted) for one in value) if isinstance(value, list) else operator(value, wanted)
    )


ON_DATES: Final[Mapping[str, Operator]] = {
    "isDateEqual": _by_date(lambda order: order == 0),
    "isNotDateEqual": _not(_by_date(lambda order: order == 0)),
    "dateGreaterThan": _by_date(lambda order: order > 0),
    "dateGreaterThanOrEqual": _by_date(lambda order: order >= 0),
    "dateLessThan": _by_date(lambda order: order < 0),
    "dateLessThanOrEqual": _by_date(lambda order: order <= 0),
}

_ON_ONE: Final[Mapping[str, Operator]] = {
    "isEqual": _same,
    "isNotEqual": _not(_same),
    "includes": _includes,
    "notIncludes": _not(_includes),
    "startsWith": lambda value, wanted: _text(value).startswith(javascript_text(wanted)),
    "endsWith": lambda value, wanted: _text(value).endswith(javascript_text(wanted)),
    "greaterThan": _by_number(float.__gt__),
    "greaterThanOrEqual": _by_number(float.__gt__, or_same=True),
    "lessThan": _by_number(float.__lt__),
    "lessThanOrEqual": _by_number(float.__lt__, or_same=True),
    **ON_DATES,
}

OPERATORS: Final[Mapping[str, Operator]] = {
    "isEmpty": lambda value, _: _empty(value),
    "isNotEmpty": lambda value, _: not _empty(value),
    **{name: _of_one(operator) for name, operator in _ON_ONE.items()},
}
"""Each takes an answer as it is in the data and what the form compares it with."""
