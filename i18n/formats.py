# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates, times, numbers and money as each language writes and says them (Unicode CLDR, through Babel).

Numbers are written with the digits 0 to 9 in every language, so that a reference or a date on paper is the
same for the citizen and for the office. Babel is imported where it is first needed, because its import takes
longer than the first page may.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Literal

from i18n.direction import NO_BREAK_SPACE, within
from i18n.languages import language_info

# CLDR ends Russian and Ukrainian dates with the abbreviation for "year", whose stop would end our sentences twice.
_LONG = {"ru": "d MMMM y", "uk": "d MMMM y"}
_WITH_WEEKDAY = {
    "en": "EEEE d MMMM y",
    "es": "EEEE d 'de' MMMM 'de' y",
    "ru": "EEEE, d MMMM y",
    "uk": "EEEE, d MMMM y",
}
_MONTH_AND_YEAR = {"ru": "LLLL y", "uk": "LLLL y"}
_FIRST_OF_MONTH = re.compile(r"(?<!\d)1 (?=\w)")
_NO_CURRENCY = frozenset({"XXX", "XTS"})
_WHOLE = Decimal(1)
_MANY = 10
"""A number of which every language has the plural."""
_ANY_LEAP_YEAR = 2028
_NO_LARGER_UNIT = 10**9

Unit = Literal["day", "hour"]


def locale_of(language: str) -> str:
    """The CLDR locale for a language tag. English is British: day before month, no comma before `and`."""
    tag = language.replace("_", "-")
    if tag == "en":
        return "en_GB"
    if tag == "und":
        return "en_GB"
    info = language_info(tag)
    return info.locale or info.folder


def language_name(tag: str, language: str) -> str:
    """What a language is called in another: `Spanish`. The tag itself where CLDR has no name for it."""
    from babel.core import Locale, UnknownLocaleError

    try:
        named = Locale.parse(tag, sep="-").get_display_name(locale_of(language))
    except (UnknownLocaleError, ValueError):
        return tag
    return named or tag


def date_long(day: date, language: str) -> str:
    """`23 November 2026`."""
    from babel.dates import format_date

    return _ordinal(format_date(day, _LONG.get(language, "long"), locale=locale_of(language)), language)


def date_in_words(day: date, language: str) -> str:
    """With its weekday: `Monday 23 November 2026`."""
    from babel.dates import format_date

    said = format_date(day, _WITH_WEEKDAY.get(language, "full"), locale=locale_of(language))
    return _ordinal(said, language)


def date_day(day: date, language: str) -> str:
    """Without its year: `23 November`."""
    from babel.dates import format_skeleton

    return _ordinal(format_skeleton("MMMMd", day, locale=locale_of(language)), language)


def _ordinal(said: str, language: str) -> str:
    """French says `1er novembre`, and every other day as a plain number."""
    return _FIRST_OF_MONTH.sub("1er ", said, 1) if language == "fr" else said


def date_so_far(year: int | None, month: int | None, day: int | None, language: str) -> str:
    """As much of a date as is there, in words: `14 December`, `December 2026`; empty for what is no date.

    A day alone is its number; a day that its month does not have gives the month alone.
    """
    if month is None or not 1 <= month <= 12:
        return str(day) if day is not None and month is None and year is None and 1 <= day <= 31 else ""
    if year is not None and not 1 <= year <= 9999:
        return ""
    from babel.dates import format_date, format_skeleton, get_month_names

    try:
        whole = date(_ANY_LEAP_YEAR if year is None else year, month, 1 if day is None else day)
    except ValueError:
        return ""
    if year is not None and day is not None:
        return date_long(whole, language)
    if year is None and day is None:
        return str(get_month_names("wide", context="stand-alone", locale=locale_of(language))[month])
    if year is None:
        return date_day(whole, language)
    if pattern := _MONTH_AND_YEAR.get(language):
        return format_date(whole, pattern, locale=locale_of(language))
    return format_skeleton("yMMMM", whole, locale=locale_of(language))


def weekday(day: date, language: str) -> str:
    """`Monday`."""
    from babel.dates import get_day_names

    return str(get_day_names("wide", context="stand-alone", locale=locale_of(language))[day.weekday()])


def time_short(moment: datetime | time, language: str) -> str:
    """`14:32`: the same in every language, and the same on paper. No leading zero in the hour."""
    return within(f"{moment.hour}:{moment.minute:02}", language)


def number(value: int | Decimal, language: str) -> str:
    """`1,250`, `1.250`: grouped, and with the language's own decimal sign."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale_of(language), decimal_quantization=False)


def file_size(size: int, language: str) -> str:
    """`310 kB`, `2.1 MB`: the size of a file in bytes, as its language writes it."""
    from babel.units import format_unit

    large = size >= 1_000_000
    value = Decimal(size // 100_000) / 10 if large else Decimal(max(1, size // 1_000))
    unit = "digital-megabyte" if large else "digital-kilobyte"
    return str(format_unit(value, unit, length="short", locale=locale_of(language)))


def with_unit(value: int | Decimal, unit: str, language: str) -> str:
    """`60 seconds`, `102 pixels per inch`: CLDR's words for a unit, its sign where the language has no words for it.

    `unit` is CLDR's name (`duration-second`); what is none is written behind the number as it is.
    """
    from babel.units import UnknownUnitError, format_unit

    for length in ("long", "short"):
        try:
            said = str(format_unit(value, unit, length=length, locale=locale_of(language)))
        except UnknownUnitError:
            break
        # Babel gives the name itself where CLDR has nothing in this length.
        if unit not in said:
            return said
    return f"{number(value, language)}{NO_BREAK_SPACE}{unit}"


def money(amount: Decimal, currency: str, language: str) -> str:
    """`12.50 euros`: the currency (ISO 4217) in words, because signs are read aloud badly. No `.00`.

    The codes that name no currency (`XXX`, and `XTS` for trials) leave the number alone.
    """
    from babel.numbers import format_currency

    if currency in _NO_CURRENCY:
        return number(amount.normalize() if amount % 1 else amount.quantize(_WHOLE), language)
    if amount == amount.to_integral_value():
        return format_currency(
            amount.quantize(_WHOLE),
            currency,
            "#,##0",
            locale=locale_of(language),
            format_type="name",
            currency_digits=False,
        )
    return format_currency(amount, currency, locale=locale_of(language), format_type="name")


def is_payable(amount: Decimal, currency: str) -> bool:
    """Whether an amount has no more decimals than its currency (ISO 4217) has coins for."""
    from babel.numbers import get_currency_precision

    return amount == round(amount, get_currency_precision(currency))


def currency_name(currency: str, language: str) -> str:
    """`euros`: a currency (ISO 4217) as it is counted; a code that has no name stays as it is."""
    from babel.numbers import get_currency_name

    return str(get_currency_name(currency, count=_MANY, locale=locale_of(language)))


def duration_days(days: int, language: str) -> str:
    """`5 days`."""
    return _duration(timedelta(days=days), "day", language)


def duration_hours(hours: int, language: str) -> str:
    """`2 hours`."""
    return _duration(timedelta(hours=hours), "hour", language)


def _duration(length: timedelta, unit: Unit, language: str) -> str:
    from babel.dates import format_timedelta

    return format_timedelta(length, granularity=unit, threshold=_NO_LARGER_UNIT, locale=locale_of(language))


def list_join(items: Sequence[str], language: str) -> str:
    """`a, b and c`. Spanish says `e` before an i sound (Real Academia Española, Diccionario panhispánico)."""
    from babel.lists import format_list

    if len(items) < 2:
        return "".join(items)
    isolated = [within(item, language) for item in items]
    joined = format_list(isolated, locale=locale_of(language))
    last = isolated[-1]
    if language == "es" and _begins_with_i(items[-1]) and joined.endswith(f" y {last}"):
        return f"{joined[: -len(last) - 3]} e {last}"
    return joined


def _begins_with_i(word: str) -> bool:
    folded = word.casefold().lstrip("¿¡«“\"'").replace("í", "i")
    return folded.startswith(("i", "hi")) and not folded.startswith(("hia", "hie", "hio", "ia", "ie", "io"))
