# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates and times in their XForms lexical forms, as numbers of days, and by ODK's format letters."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from types import MappingProxyType

EPOCH = date(1970, 1, 1).toordinal()
_SECONDS = 86_400

_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?")


def parse_date(text: str) -> date | None:
    """A `YYYY-MM-DD` date; month and day may lack their leading zero. None for anything else."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def parse_time(text: str) -> time | None:
    """A time `hh:mm[:ss[.fff]]` with or without an offset. None for anything else."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    micro = int((match[4] or "0").ljust(6, "0")[:6])
    try:
        return time(int(match[1]), int(match[2]), int(match[3] or 0), micro, tzinfo=_offset(match[5]))
    except ValueError:
        return None


def parse_moment(text: str, zone: tzinfo | None) -> date | datetime | None:
    """A date, or a date and time brought to `zone`. None for anything else.

    Without an offset the time is already local. Without a zone the offset is kept.
    """
    day, mark, rest = text.strip().partition("T")
    found = parse_date(day)
    if found is None or not mark:
        return found
    at = parse_time(rest)
    if at is None:
        return None
    moment = datetime.combine(found, at)
    if moment.tzinfo is None:
        return moment.replace(tzinfo=zone)
    try:
        return moment.astimezone(zone) if zone is not None else moment
    except OverflowError:
        return None


def day_number(value: date) -> float:
    """Days since 1970-01-01 by the local calendar; the time of day is the fraction (ODK XForms, dates as numbers)."""
    days = float(value.toordinal() - EPOCH)
    if not isinstance(value, datetime):
        return days
    into_day = timedelta(
        hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond
    )
    return days + into_day.total_seconds() / _SECONDS


def from_day_number(days: float, zone: tzinfo | None) -> date | None:
    """The inverse of `day_number`; a `datetime` when there is a fraction. None outside the years 1 to 9999."""
    if not math.isfinite(days):
        return None
    whole = math.floor(days)
    try:
        day = date.fromordinal(whole + EPOCH)
    except (ValueError, OverflowError):
        return None
    milliseconds = round((days - whole) * _SECONDS * 1000)
    if milliseconds == 0:
        return day
    try:
        return datetime.combine(day, time(), tzinfo=zone) + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None


def iso(value: date) -> str:
    """`YYYY-MM-DD`, or `YYYY-MM-DDThh:mm:ss.fff` with the offset where it is known (XML Schema dateTime)."""
    return value.isoformat(timespec="milliseconds") if isinstance(value, datetime) else value.isoformat()


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_LETTERS: Mapping[str, Callable[[datetime], str]] = MappingProxyType(
    {
        "Y": lambda at: f"{at.year:04d}",
        "y": lambda at: f"{at.year % 100:02d}",
        "m": lambda at: f"{at.month:02d}",
        "n": lambda at: str(at.month),
        "b": lambda at: _MONTHS[at.month - 1],
        "d": lambda at: f"{at.day:02d}",
        "e": lambda at: str(at.day),
        "a": lambda at: _DAYS[at.weekday()],
        "H": lambda at: f"{at.hour:02d}",
        "h": lambda at: str(at.hour),
        "M": lambda at: f"{at.minute:02d}",
        "S": lambda at: f"{at.second:02d}",
        "3": lambda at: f"{at.microsecond // 1000:03d}",
    }
)


def formatted(value: date, pattern: str) -> str | None:
    """The date by ODK's `format-date` letters; None for a letter that there is not.

    Names of days and months are English: the text becomes part of the answers, which do not change with the
    language on screen.
    """
    at = value if isinstance(value, datetime) else datetime.combine(value, time())
    out: list[str] = []
    rest = iter(pattern)
    for letter in rest:
        if letter != "%":
            out.append(letter)
            continue
        code = next(rest, "")
        if code == "%":
            out.append("%")
        elif code in _LETTERS:
            out.append(_LETTERS[code](at))
        else:
            return None
    return "".join(out)


def _offset(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-size if text[0] == "-" else size)
