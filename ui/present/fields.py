# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: PLC0414 - one vocabulary in several files, and all of it can be said from here
"""What an answer field shows, one type for each kind of answer; the raw answer is read from and made for the form."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from core.text import Phrase
from ui.present.choosing import ChoiceContents as ChoiceContents
from ui.present.choosing import Option as Option
from ui.present.handed import FileContents
from ui.present.making import MakingContents
from ui.present.ordering import RankContents
from ui.present.placing import PlacesContents
from ui.present.signing import SignatureContents

LONGEST_ANSWER = 20_000
"""Characters a text field takes: more than a form allows, so that the form can say so and nothing is cut."""

LONGEST_PART = 12
"""Characters a box for a part of a date takes: enough to keep a month that somebody writes as a word."""

LONGEST_NUMBER = 40
"""Characters a number field takes."""

LETTERS, NUMBERS, NO_KEYS = "letters", "numbers", ""
"""Which keys a page shows on the screen."""

MANY_OPTIONS = 20
"""A list with more answers than this gets a field that shortens it."""


@dataclass(frozen=True, slots=True)
class TextContents:
    """A text. `name` is for those who do not see the question beside it; `lines` allows more than one line.

    `masked` while nobody is to read it; `instead` is then said of what was written. `make` reads it with the camera,
    and `wrong` is why that did not succeed.
    """

    raw: str
    name: str
    lines: bool
    masked: bool = False
    instead: str = ""
    make: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class NumberContents:
    """A number. `separator` is the sign before the decimals, empty for whole numbers.

    `minus` is the sign of numbers below zero, empty where the form takes none. `said` is what an amount is in words,
    None for numbers of which nothing is said.
    """

    raw: str
    name: str
    separator: str
    minus: str
    said: str | None = None

    @property
    def shown(self) -> str:
        """The number with the language's own decimal sign."""
        whole, point, decimals = self.raw.partition(".")
        plain = whole.lstrip("-").isdigit() and decimals.isdigit()
        return f"{whole}{self.separator}{decimals}" if point and plain and self.separator else self.raw

    def raw_of(self, typed: str) -> str:
        """What was typed, in the form's own writing: digits 0 to 9 and a point."""
        text = western_digits(typed).strip()
        signs = [sign for sign in text if sign in ".,٫"]
        return text.replace(signs[0], ".") if self.separator and len(signs) == 1 else text


class Part(Enum):
    """A part of a date or a time."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"

    @property
    def digits(self) -> int:
        """How many digits fill it."""
        return 4 if self is Part.YEAR else 2


@dataclass(frozen=True, slots=True)
class Box:
    """One of the boxes of a date or a time."""

    part: Part
    label: str
    text: str


class Shape(Enum):
    """How the parts of an answer are joined (XML Schema part 2: date, time, dateTime)."""

    DATE = "date"
    TIME = "time"
    DATE_TIME = "date_time"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A button that fills in a whole answer."""

    text: str
    raw: str


@dataclass(frozen=True, slots=True)
class SteppedContents:
    """A number of a scale, written or reached step by step. `told` says between which ends."""

    number: NumberContents
    told: str
    less: Shortcut
    more: Shortcut


@dataclass(frozen=True, slots=True)
class BoxesContents:
    """A date, a time, or both, in boxes. `said` tells it in words and what comes next, one line each.

    `boxes` stand in the order of the language; parts without a box are the first of their kind.
    """

    raw: str
    shape: Shape
    boxes: tuple[Box, ...]
    said: tuple[str, ...]
    shortcut: Shortcut | None

    def raw_of(self, typed: Iterable[str]) -> str:
        """What stands in the boxes, in their order, as the form keeps it; empty when all are empty."""
        texts = [western_digits(one).strip() for one in typed]
        if not any(texts):
            return ""
        parts = {box.part: text for box, text in zip(self.boxes, texts, strict=True)}
        date = "-".join(parts.get(part, "01") for part in (Part.YEAR, Part.MONTH, Part.DAY))
        time = ":".join(parts.get(part, "") for part in (Part.HOUR, Part.MINUTE))
        match self.shape:
            case Shape.DATE:
                return date
            case Shape.TIME:
                return time
            case Shape.DATE_TIME:
                return f"{date}T{time}"
            case _:
                assert_never(self.shape)


@dataclass(frozen=True, slots=True)
class NothingToAnswer:
    """A page that only tells something: `told`, one paragraph each. `value` is an answer that the form fixes."""

    value: Phrase | None = None
    told: tuple[Phrase, ...] = ()


FieldContents = (
    ChoiceContents
    | RankContents
    | TextContents
    | NumberContents
    | SteppedContents
    | BoxesContents
    | FileContents
    | MakingContents
    | SignatureContents
    | PlacesContents
    | NothingToAnswer
)


def western_digits(text: str) -> str:
    """The text with the decimal digits of every script written as 0 to 9."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)


def parts_of(raw: str, shape: Shape) -> dict[Part, str]:
    """A raw date or time as its parts, whole or not: `1950--3` has no month. Never fails."""
    date, between, time = raw.partition("T")
    if shape is Shape.TIME:
        date, time = "", raw
    elif shape is Shape.DATE and between:
        date, time = raw, ""
    year, month, day = (*date.split("-", 2), "", "", "")[:3]
    hour, minute = (*time.split(":", 2), "", "")[:2]
    return {
        Part.YEAR: year,
        Part.MONTH: month,
        Part.DAY: day,
        Part.HOUR: hour,
        Part.MINUTE: minute,
    }


def keys_for(field: FieldContents) -> str:
    """Which keys help with a field, on a machine that has none."""
    match field:
        case TextContents() | SignatureContents() | PlacesContents():
            return LETTERS
        case ChoiceContents(search=search):
            return LETTERS if search else NO_KEYS
        case NumberContents() | SteppedContents() | BoxesContents():
            return NUMBERS
        case RankContents() | FileContents() | MakingContents() | NothingToAnswer():
            return NO_KEYS
        case _:
            assert_never(field)
