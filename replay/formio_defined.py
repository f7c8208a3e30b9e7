# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a value of a government's own Form.io type has to be by the type's definition: a second opinion beside ours.

The engine's core does not know these types. Each definition is written out here from its source, apart from the
program's own checks, so that both can only agree when both are right.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from core.forms.formio.kinds import plain_type

OF_TYPES: Final = frozenset(
    {
        "",
        "email",
        "year",
        "month",
        "checkDigits",
        "pattern",
        "problem.date",
        "problem.decimal",
        "problem.time",
        "day",
    }
)
"""What we call a mistake against a type alone, and no mistake. A type may bring a pattern with it."""


def fits(kind: str, value: object) -> bool | None:
    """Whether a value is one of a type, by the type's name; None without a definition, or without a value."""
    judge = _DEFINED.get(plain_type({"type": kind}))
    return None if judge is None or value in (None, "") else judge(str(value).strip())


def _email(text: str) -> bool:
    """RFC 5321, 4.1.2: a name, one `@`, and a domain; the web wants a dot in it."""
    name, _, domain = text.partition("@")
    return bool(name) and "." in domain.strip(".") and not re.search(r"[\s@]", name + domain)


def _number(text: str) -> bool:
    """RFC 8259, 6; people write a comma too."""
    return re.fullmatch(r"[-+]?[0-9]+([.,][0-9]+)?([eE][-+]?[0-9]+)?", text) is not None


def _day(text: str) -> bool:
    """ISO 8601: a day of the calendar, alone or with its time."""
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(T[0-9:.]+(Z|[-+][0-9:]+)?)?", text)
    try:
        return found is not None and bool(date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:
        return False


def _month(text: str) -> bool:
    """ISO 8601: a month of a year."""
    year, _, month = text.partition("-")
    return len(year) == 4 and len(month) == 2 and (year + month).isdecimal() and 1 <= int(month) <= 12


def _year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal()


def _account(text: str) -> bool:
    """A Norwegian bank account: eleven digits, the last of modulus 11."""
    digits = _digits(text, 11)
    return bool(digits) and _modulus_11(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))


def _organisation(text: str) -> bool:
    """A Norwegian organisation number (Enhetsregisteret): nine digits, the last of modulus 11."""
    digits = _digits(text, 9)
    return bool(digits) and _modulus_11(digits, (3, 2, 7, 6, 5, 4, 3, 2, 1))


def _person(text: str) -> bool:
    """A Norwegian birth or D number (Skatteetaten): eleven digits, the last two of modulus 11."""
    digits = _digits(text, 11)
    return (
        bool(digits)
        and _modulus_11(digits[:10], (3, 7, 6, 1, 8, 9, 4, 5, 2, 1))
        and _modulus_11(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))
    )


def _citizen(text: str) -> bool:
    """A Dutch citizen service number: nine digits, whose weighted sum 11 divides, the last one taken away."""
    digits = _digits(text, 9)
    return bool(digits) and any(digits) and _modulus_11(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1))


def _plate(text: str) -> bool:
    """A Dutch number plate as Open Forms' type has it: three groups of letters or digits, with hyphens between."""
    groups = text.split("-")
    return len(groups) == 3 and all(1 <= len(one) <= 3 and one.isascii() and one.isalnum() for one in groups)


def _iban(text: str) -> bool:
    """ISO 13616 and ISO 7064: the first four behind the rest, letters as two digits; 97 leaves 1."""
    compact = text.replace(" ", "").upper()
    if re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", compact) is None:
        return False
    return int("".join(str(int(sign, 36)) for sign in compact[4:] + compact[:4])) % 97 == 1


def _digits(text: str, length: int) -> list[int]:
    """The digits of a number that is written with blanks or full stops; none where it is another."""
    compact = re.sub(r"[\s.-]", "", text)
    return [int(one) for one in compact] if re.fullmatch(f"[0-9]{{{length}}}", compact) else []


def _modulus_11(digits: Sequence[int], weights: Sequence[int]) -> bool:
    return sum(one * weight for one, weight in zip(digits, weights, strict=True)) % 11 == 0


_DEFINED: Final[Mapping[str, Callable[[str], bool]]] = {
    "email": _email,
    "number": _number,
    "currency": _number,
    "date": _day,
    "datetime": _day,
    "navdatepicker": _day,
    "monthpicker": _month,
    "year": _year,
    "bankaccount": _account,
    "orgnr": _organisation,
    "fnrfield": _person,
    "bsn": _citizen,
    "iban": _iban,
    "licenseplate": _plate,
}
