# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers of a scale: which there are, and which comes before and after one; in decimals, so that 0.1 is 0.1."""

from dataclasses import dataclass
from decimal import Decimal

from core.forms.answers import read
from core.forms.binds import DataType
from core.forms.definition import Scale

_NEAR = Decimal("0.000001")
_LARGEST = 1e9


@dataclass(frozen=True, slots=True)
class Steps:
    """A scale's numbers as they are written in an answer. `least` and `most` are those that a step reaches."""

    start: str
    end: str
    step: str
    count: int

    @property
    def least(self) -> str:
        """The smaller end."""
        return min(self.start, self.end, key=Decimal)

    @property
    def most(self) -> str:
        """The larger end."""
        return max(self.start, self.end, key=Decimal)

    def all(self) -> tuple[str, ...]:
        """Every number, from the scale's start to its end."""
        start = Decimal(self.start)
        by = Decimal(self.step) if Decimal(self.end) >= start else -Decimal(self.step)
        return tuple(plain(start + place * by) for place in range(self.count))

    def beside(self, text: str, by: int) -> str:
        """The number so many steps above what is written, or below; without a number the start, never past the ends."""
        number = number_of(text)
        if number is None:
            return self.start
        bounded = max(Decimal(self.least), min(Decimal(self.most), number + by * Decimal(self.step)))
        return plain(bounded)


def steps(scale: Scale) -> Steps:
    """The numbers that a scale offers: from its start as far as whole steps go (ODK XForms, `range`)."""
    start, end, step = (Decimal(repr(one)) for one in (scale.start, scale.end, scale.step))
    count = int(abs(end - start) / step) + 1
    last = start + (count - 1) * step * (1 if end >= start else -1)
    return Steps(plain(start), plain(last), plain(step), count)


def whole_numbers(least: object, most: object) -> Scale | None:
    """The scale of the whole numbers between two ends, both included; None where there are none."""
    if isinstance(least, bool) or isinstance(most, bool):
        return None
    if not isinstance(least, int | float) or not isinstance(most, int | float):
        return None
    whole = abs(least) < _LARGEST and abs(most) < _LARGEST and least == int(least) and most == int(most)
    return Scale(float(least), float(most), 1.0) if whole and least < most else None


def is_on(scale: Scale, text: str) -> bool:
    """Whether a number is one of a scale's, as near as numbers with fractions can be told."""
    number = number_of(text)
    if number is None:
        return False
    start, end, step = (Decimal(repr(one)) for one in (scale.start, scale.end, scale.step))
    away = abs(number - start) / step
    return min(start, end) <= number <= max(start, end) and abs(away - round(away)) < _NEAR


def number_of(text: str) -> Decimal | None:
    """A number as answers may be written; None for what is none, and for one with an exponent."""
    written = read(text, DataType.DECIMAL, None).text
    return Decimal(written) if written else None


def plain(number: Decimal) -> str:
    """A number without an exponent and without zeros that say nothing."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
