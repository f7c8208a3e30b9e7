# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says a date or a time in words while it is being written, and what comes next."""

from collections.abc import Mapping
from datetime import date, time

from i18n.formats import date_in_words, date_so_far, time_short
from i18n.messages import Messages
from ui.present.fields import Part, western_digits

_NEXT = {
    Part.DAY: "field.date_needs_day",
    Part.MONTH: "field.date_needs_month",
    Part.YEAR: "field.date_needs_year",
}
_DAYS_OF_A_MONTH = 31
_HOURS, _MINUTES = 24, 60


def said(parts: Mapping[Part, str], shown: tuple[Part, ...], texts: Messages) -> tuple[str, ...]:
    """What has been written, in words, one line each; then what is missing. `shown` are the parts asked for."""
    lines = _date(parts, shown, texts) if Part.YEAR in shown else ()
    return (*lines, *(_time(parts, texts) if Part.HOUR in shown else ()))


def _date(parts: Mapping[Part, str], shown: tuple[Part, ...], texts: Messages) -> tuple[str, ...]:
    asked = [part for part in shown if part in _NEXT]
    if not any(parts[part] for part in asked):
        return (texts.text("field.date_none"),)
    numbers = {part: _number(parts[part], part) for part in asked}
    missing = next((part for part in asked if numbers[part] is None), None)
    if missing is None:
        return (_whole(numbers, texts),)
    if parts[missing] and missing is not Part.YEAR:
        return (texts.text("field.date_not"),)
    words = date_so_far(
        numbers.get(Part.YEAR), numbers.get(Part.MONTH), numbers.get(Part.DAY), texts.language
    )
    so_far = (texts.text("field.date_so_far", date=words),) if words else ()
    return (*so_far, texts.text(_NEXT[missing]))


def _whole(numbers: Mapping[Part, int | None], texts: Messages) -> str:
    year, month, day = (numbers.get(part) for part in (Part.YEAR, Part.MONTH, Part.DAY))
    if day is None:
        words = date_so_far(year, month, None, texts.language) if month is not None else str(year)
        return texts.text("field.date_is", date=words)
    try:
        whole = date(year or 0, month or 0, day)
    except ValueError:
        return texts.text("field.date_not")
    return texts.text("field.date_is", date=date_in_words(whole, texts.language))


def _time(parts: Mapping[Part, str], texts: Messages) -> tuple[str, ...]:
    hour, minute = (_number(parts[part], part) for part in (Part.HOUR, Part.MINUTE))
    if hour is None or minute is None:
        return (texts.text("field.time_none"),)
    return (texts.text("field.time_is", time=time_short(time(hour, minute), texts.language)),)


def _number(text: str, part: Part) -> int | None:
    """The number of a part, if it is one of that part's; the year needs all four digits."""
    written = western_digits(text)
    if not written.isdecimal() or len(written) > part.digits:
        return None
    number = int(written)
    match part:
        case Part.YEAR:
            return number if len(written) == part.digits and number >= 1 else None
        case Part.MONTH:
            return number if 1 <= number <= 12 else None
        case Part.DAY:
            return number if 1 <= number <= _DAYS_OF_A_MONTH else None
        case Part.HOUR:
            return number if number < _HOURS else None
        case Part.MINUTE:
            return number if number < _MINUTES else None
