# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff sign in with: a number of three digits or a card, and a PIN that is not the first one to be guessed."""

import re
from enum import Enum
from typing import Final

NUMBERS: Final = range(100, 1_000)
"""The numbers of staff: easy to keep in mind, and none of them says how many there are."""

SHORTEST_PIN: Final = 6
LONGEST_PIN: Final = 12
SHORTEST_TOKEN: Final = 8
LONGEST_TOKEN: Final = 400

_DIGITS = re.compile(r"[0-9]+")
_RUNS: Final = ("01234567890123", "98765432109876")
_FEWEST_SIGNS: Final = 3


class PinFault(Enum):
    """Why a new PIN cannot be taken."""

    LENGTH = "length"
    EASY = "easy"


def pin_fault(pin: str) -> PinFault | None:
    """Why a new PIN cannot be taken: not 6 to 12 digits, or one of the first that anybody tries. None where it can."""
    if not _DIGITS.fullmatch(pin) or not SHORTEST_PIN <= len(pin) <= LONGEST_PIN:
        return PinFault.LENGTH
    if len(set(pin)) < _FEWEST_SIGNS or any(pin in run for run in _RUNS):
        return PinFault.EASY
    return None


def number_of(typed: str) -> int | None:
    """The number that was typed; None where it is none."""
    if not _DIGITS.fullmatch(typed) or len(typed) != len(str(NUMBERS[0])):
        return None
    number = int(typed)
    return number if number in NUMBERS else None


def is_token(text: str) -> bool:
    """Whether a card or a code may hold this: long enough not to be guessed by counting, and nothing unprintable."""
    return SHORTEST_TOKEN <= len(text) <= LONGEST_TOKEN and text.isprintable()
