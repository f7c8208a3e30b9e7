# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges the numbers that a type names, such as a citizen service number, by their check digits (python-stdnum)."""

from collections.abc import Callable, Mapping
from typing import Final


def _bsn(value: str) -> bool:
    from stdnum.nl import bsn

    return bool(bsn.is_valid(value))


def _iban(value: str) -> bool:
    from stdnum import iban

    return bool(iban.is_valid(value))


def _fnr(value: str) -> bool:
    """The two check digits alone: whether the day of birth in it is past depends on the day on which it is asked."""
    from stdnum.no import fodselsnummer

    compact = str(fodselsnummer.compact(value))
    if len(compact) != 11 or not (compact.isascii() and compact.isdigit()):
        return False
    digits = (fodselsnummer.calc_check_digit1(compact), fodselsnummer.calc_check_digit2(compact))
    return compact[-2:] == "".join(digits)


def _orgnr(value: str) -> bool:
    from stdnum.no import orgnr

    return bool(orgnr.is_valid(value))


def _kontonr(value: str) -> bool:
    from stdnum.no import kontonr

    return bool(kontonr.is_valid(value))


# The library is loaded with the first number, as few forms have one.
JUDGES: Final[Mapping[str, Callable[[str], bool]]] = {
    "bsn": _bsn,
    "iban": _iban,
    "fnrfield": _fnr,
    "orgnr": _orgnr,
    "bankaccount": _kontonr,
}
"""Whether a text is such a number, by the type in small letters. Blanks, strokes and full stops in it do not matter."""
