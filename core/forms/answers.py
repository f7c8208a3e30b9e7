# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what was typed: its value for the form's rules, or the problem with it; nothing typed is ever changed."""

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import assert_never

from core.forms.binds import DataType
from core.forms.expression.dates import from_day_number, iso, parse_date, parse_moment, parse_time
from core.forms.expression.values import Scalar, number_text, to_number, to_text
from core.places import points_of

LONGEST = 4_000
"""Characters of one answer. A page of a letter has about 3,000."""

_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (section 2.2) cannot carry or discourages. Bidi controls, joiners and emoji are part of people's names
and words: they are kept."""

_INTEGER = re.compile(r"[+-]?\d{1,15}")
_DECIMAL = re.compile(r"[+-]?(?:\d{1,30}(?:[.٫]\d{0,30})?|[.٫]\d{1,30})")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed text means.

    `text` is the lexical form that is sent (digits of any script become ASCII digits), `value` the typed value for
    expressions. Both are empty while there is a `problem`, a key of the `fill` catalogue.
    """

    text: str = ""
    value: Scalar = ""
    problem: str = ""


NOTHING = Reading()


def read(raw: str, kind: DataType, zone: tzinfo | None) -> Reading:
    """Read a typed or given text as a value of a data type (XML Schema lexical forms; XForms 1.1 section 5).

    Blanks alone are no answer. Accepted beyond XML Schema: digits of other scripts, the Arabic decimal separator,
    months and days without a leading zero. A comma in a number is refused, because it means a fraction to some
    people and thousands to others.
    """
    if problem := _unfit(raw):
        return Reading(problem=problem)
    text = raw.strip()
    if not text:
        return NOTHING
    match kind:
        case DataType.TEXT | DataType.ANY:
            kept = raw.replace("\r\n", "\n").replace("\r", "\n")
            return Reading(kept, kept)
        case DataType.CHOICES:
            chosen = " ".join(text.split())
            return Reading(chosen, chosen)
        case DataType.INTEGER:
            if not _INTEGER.fullmatch(text):
                return Reading(problem="problem.integer")
            return Reading(str(int(text)), float(int(text)))
        case DataType.DECIMAL:
            if not _DECIMAL.fullmatch(text):
                return Reading(problem="problem.decimal")
            plain = _ascii_digits(text).removeprefix("+")
            return Reading(plain, float(plain))
        case DataType.DATE:
            return _day(text)
        case DataType.TIME:
            plain = _ascii_digits(text)
            if parse_time(plain) is None:
                return Reading(problem="problem.time")
            return Reading(plain, plain)
        case DataType.DATE_TIME:
            plain = _ascii_digits(text)
            moment = parse_moment(plain, zone)
            return Reading(plain, moment) if moment is not None else Reading(problem="problem.date")
        case DataType.PLACE | DataType.PLACES:
            return _places(text, one=kind is DataType.PLACE)
        case _:
            assert_never(kind)


def _unfit(raw: str) -> str:
    """Why no answer of any kind is written so; empty where one may be."""
    if len(raw) > LONGEST:
        return "problem.too_long"
    return "problem.characters" if _NOT_ALLOWED.search(raw) else ""


def _day(text: str) -> Reading:
    day = parse_date(_ascii_digits(text))
    return Reading(iso(day), day) if day is not None else Reading(problem="problem.date")


def _places(text: str, *, one: bool) -> Reading:
    """A place, or several; both stay texts, which the functions on places take apart again."""
    found = points_of(text)
    if found is None or (one and len(found) > 1):
        return Reading(problem="problem.place")
    return Reading(text, text)


def computed(value: Scalar, kind: DataType, zone: tzinfo | None) -> Reading:
    """The result of a calculation as a value of the node's type.

    Not-a-number is no value. Yes and no are written as 1 and 0 whatever the type, and stay yes and no for other
    rules; a number for a date is a number of days, a fraction is cut off for an integer (JavaRosa).
    A result that does not fit the type is kept as a text, so that the agency sees what its form computed.
    """
    if isinstance(value, float) and math.isnan(value):
        return NOTHING
    if isinstance(value, bool):
        return _text("1" if value else "0", value)
    match kind:
        case DataType.INTEGER if not isinstance(value, str | date):
            number = to_number(value)
            return (
                _text(number_text(math.trunc(number)), float(math.trunc(number)))
                if math.isfinite(number)
                else NOTHING
            )
        case DataType.DATE | DataType.DATE_TIME if isinstance(value, float):
            moment = from_day_number(value, zone)
            return computed(moment, kind, zone) if moment is not None else NOTHING
        case DataType.DATE if isinstance(value, datetime):
            return _text(iso(value.date()), value.date())
        case DataType.DATE_TIME if isinstance(value, date) and not isinstance(value, datetime):
            moment = datetime(value.year, value.month, value.day, tzinfo=zone)
            return _text(iso(moment), moment)
        case DataType.TEXT:
            return _text(to_text(value), to_text(value))
        case DataType.ANY:
            return _text(to_text(value), value)
        case _:
            shown = to_text(value)
            found = read(shown, kind, zone)
            return found if not found.problem else _text(shown, shown)


def _text(text: str, value: Scalar) -> Reading:
    """A computed text within the same bounds as a typed one."""
    if len(text) <= LONGEST and not _NOT_ALLOWED.search(text):
        return Reading(text, value) if text else NOTHING
    cut = _NOT_ALLOWED.sub("", text)[:LONGEST]
    return Reading(cut, cut if isinstance(value, str) else value)


def _ascii_digits(text: str) -> str:
    return "".join(
        str(int(letter)) if letter.isdecimal() else "." if letter == "٫" else letter for letter in text
    )


def sendable(text: str) -> str:
    """The text without what XML cannot carry."""
    return _NOT_ALLOWED.sub("", text)
