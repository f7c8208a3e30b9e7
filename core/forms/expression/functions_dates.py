# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The functions on dates of ODK XForms ('XPath Functions'); the moment they count from is an argument."""

import math
from datetime import date, datetime

from core.forms.expression.calling import Calling, Function
from core.forms.expression.dates import day_number, formatted, from_day_number, parse_moment, parse_time
from core.forms.expression.trouble import EvaluationError
from core.forms.expression.values import Value, scalar, to_number, to_text


def _moment(calling: Calling, value: Value) -> date | None:
    """The date that a value stands for; None for an empty one.

    Raises `EvaluationError` for a text that is no date, as the ODK engines do.
    """
    value = scalar(value)
    match value:
        case date():
            return value
        case str() if not value.strip():
            return None
        case str():
            found = parse_moment(value, calling.now.tzinfo)
        case _:
            number = to_number(value)
            if math.isnan(number):
                return None
            found = from_day_number(number, calling.now.tzinfo)
    if found is None:
        raise EvaluationError("date", "not a date")
    return found


def _date(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    """The day without its time; an empty text for none, and not-a-number stays what it is."""
    value = scalar(arguments[0])
    if isinstance(value, float) and math.isnan(value):
        return value
    found = _moment(calling, value)
    if found is None:
        return ""
    return found.date() if isinstance(found, datetime) else found


def _date_time(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    found = _moment(calling, arguments[0])
    return "" if found is None else found


def _days(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    found = _moment(calling, arguments[0])
    return "" if found is None else day_number(found)


def _time_of_day(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    """The fraction of the day. ODK XForms takes a time; a date with a time serves as well (JavaRosa)."""
    value = scalar(arguments[0])
    if value == "":
        return ""
    at = parse_time(value) if isinstance(value, str) else None
    if at is not None:
        return day_number(datetime.combine(date(1970, 1, 1), at))
    found = _moment(calling, value)
    if not isinstance(found, datetime):
        raise EvaluationError("date", "not a time")
    return day_number(found) % 1.0


def _formatted(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    found = _moment(calling, arguments[0])
    if found is None:
        return ""
    text = formatted(found, to_text(arguments[1]))
    if text is None:
        raise EvaluationError("date", "unknown letter in a date format")
    return text


def _now(calling: Calling, _: tuple[Value, ...]) -> Value:
    return calling.now


def _today(calling: Calling, _: tuple[Value, ...]) -> Value:
    return calling.today


FUNCTIONS: tuple[Function, ...] = (
    Function("today", 0, 0, _today),
    Function("now", 0, 0, _now),
    Function("date", 1, 1, _date),
    Function("date-time", 1, 1, _date_time),
    Function("decimal-date-time", 1, 1, _days),
    Function("decimal-time", 1, 1, _time_of_day),
    Function("format-date", 2, 2, _formatted),
    Function("format-date-time", 2, 2, _formatted),
)
