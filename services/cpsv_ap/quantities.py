# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the written forms of durations, amounts, currencies, languages and hours that catalogues use."""

import math
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

from core.catalogue import Hours
from core.ids import Language
from services.cpsv_ap import vocabulary as v
from services.cpsv_ap.graph import Graph, Node

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LARGEST_AMOUNT = Decimal(10**9)
MOST_DAYS = 36_500

_DURATION = re.compile(
    r"P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?"
    r"(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:\.\d+)?S)?)?"
)
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?")
_CURRENCY = re.compile(r"[A-Z]{3}")

# EU Publications Office, authority table "language" (ISO 639-2/3), as far as it is in everyday use.
_LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "ARA": "ar", "BUL": "bg", "CAT": "ca", "CES": "cs", "DAN": "da", "DEU": "de", "ELL": "el",
        "ENG": "en", "EST": "et", "EUS": "eu", "FIN": "fi", "FRA": "fr", "GLE": "ga", "GLG": "gl",
        "HRV": "hr", "HUN": "hu", "ISL": "is", "ITA": "it", "LAV": "lv", "LIT": "lt", "MLT": "mt",
        "NLD": "nl", "NOR": "no", "POL": "pl", "POR": "pt", "RON": "ro", "RUS": "ru", "SLK": "sk",
        "SLV": "sl", "SPA": "es", "SQI": "sq", "SRP": "sr", "SWE": "sv", "TUR": "tr", "UKR": "uk",
        "ZHO": "zh",
    }
)  # fmt: skip


def days(duration: str) -> int | None:
    """An ISO 8601 duration in whole days, rounded up; None when it is none, empty or absurd.

    A month counts 30 days and a year 365: what is promised to people is an estimate anyway.
    """
    found = _DURATION.fullmatch(duration)
    if found is None or not any(found.groups()):
        return None
    years, months, weeks, whole, hours, minutes, seconds = (float(part or 0) for part in found.groups())
    total = years * 365 + months * 30 + weeks * 7 + whole
    total += hours / 24 + minutes / 1440 + seconds / 86_400
    return math.ceil(total) if total <= MOST_DAYS else None


def amount(written: str) -> Decimal | None:
    """A cost that can be shown: a number from zero on; None for anything else."""
    try:
        value = Decimal(written)
    except InvalidOperation:
        return None
    return value if value.is_finite() and 0 <= value < LARGEST_AMOUNT else None


def currency(written: str) -> str:
    """An ISO 4217 code from a code or from the IRI of one; the euro when there is none (CPSV-AP: Europe)."""
    code = last_part(written).upper()
    return code if _CURRENCY.fullmatch(code) else "EUR"


def language(written: str) -> Language | None:
    """A language from the EU's authority table or a BCP 47 tag; None when it is neither."""
    code = last_part(written)
    if code.upper() in _LANGUAGES:
        return Language(_LANGUAGES[code.upper()])
    return Language(code.lower()) if re.fullmatch(r"[a-zA-Z]{2}", code) else None


def hours(graph: Graph, owner: Node) -> tuple[Hours, ...]:
    """The opening hours of a channel or contact point, where days and times are given as data.

    schema.org's OpeningHoursSpecification on the node that CPSV-AP names; hours in words are passed over.
    """
    found = []
    for node in graph.linked(owner, v.OPENING_HOURS):
        named = [last_part(day).title() for day in graph.codes(node, v.DAY_OF_WEEK)]
        weekdays = tuple(sorted({DAYS.index(day) + 1 for day in named if day in DAYS}))
        opens, closes = (_TIME.fullmatch(graph.word(node, name)) for name in (v.OPENS, v.CLOSES))
        if weekdays and opens and closes:
            found.append(Hours(weekdays, f"{opens[1]}:{opens[2]}", f"{closes[1]}:{closes[2]}"))
    return tuple(found)


def last_part(iri: str) -> str:
    """What stands after the last slash, hash or colon: the name within a code list."""
    return re.split(r"[/#:]", iri.rstrip("/"))[-1]
