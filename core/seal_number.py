# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own number for a sealed submission: short, sayable, and able to notice a slip of the pen.

Eight characters of Crockford's base 32 alphabet (no I, L, O or U) carry 40 random bits; a ninth checks them.
Crockford's own check character comes from 37 signs, five of which (`*~$=U`) are on no number pad and are hard
to say aloud. Ours is a sum over the field of 32 elements with a different factor for each place, so it stays
in the alphabet and still notices every single wrong character and every swap of two characters.
"""

import unicodedata
from dataclasses import dataclass
from functools import reduce

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_BYTES = 5
LENGTH = 9

_BITS_PER_CHARACTER = 5
# x^5 + x^2 + 1 is primitive: the powers of x run through all 31 non-zero elements, so no places share one.
_FIELD_POLYNOMIAL = 0b100101
_HEARD_ALIKE = {"I": "1", "L": "1", "O": "0"}


@dataclass(frozen=True, slots=True)
class SealProblem:
    """Why something typed is no seal number. `key` names a message of the `trouble` catalogue."""

    key: str


def make(random: bytes) -> str:
    """A seal number from five random bytes. ValueError for any other number of bytes (a caller's bug)."""
    if len(random) != RANDOM_BYTES:
        raise ValueError(f"a seal number is made of {RANDOM_BYTES} random bytes, not {len(random)}")
    number = int.from_bytes(random)
    places = range(LENGTH - 2, -1, -1)
    body = "".join(ALPHABET[number >> (_BITS_PER_CHARACTER * place) & 31] for place in places)
    return body + _check_character(body)


def normalise(typed: str) -> str | SealProblem:
    """What someone typed or scanned, as the seal number it means.

    Case, spaces, dashes, invisible controls, digits of other scripts and the look-alikes I, L and O are
    forgiven. Otherwise: `seal.empty`, `seal.length`, `seal.character` or `seal.check` (a slip somewhere).
    """
    text = "".join(_HEARD_ALIKE.get(character, character) for character in fold(typed).upper())
    if not text:
        return SealProblem("seal.empty")
    if any(character not in ALPHABET for character in text):
        return SealProblem("seal.character")
    if len(text) != LENGTH:
        return SealProblem("seal.length")
    if _check_character(text[:-1]) != text[-1]:
        return SealProblem("seal.check")
    return text


def fold(reference: str) -> str:
    """Any reference, an agency's too, reduced to what two spellings of it have in common.

    Compatibility forms and case are folded, decimal digits of any script become ASCII digits, and spaces,
    dashes and invisible characters go.
    """
    kept = []
    for character in unicodedata.normalize("NFKC", reference):
        category = unicodedata.category(character)
        if category == "Nd":
            kept.append(str(unicodedata.decimal(character)))
        elif category[0] not in "ZC" and category != "Pd":
            kept.append(character)
    return unicodedata.normalize("NFKC", "".join(kept).casefold())


def _check_character(body: str) -> str:
    # Horner's rule in the field: each further character multiplies what stands before it by x once more.
    total = reduce(lambda sum_, character: _times_x(sum_) ^ ALPHABET.index(character), body, 0)
    return ALPHABET[_times_x(total)]


def _times_x(element: int) -> int:
    doubled = element << 1
    return doubled ^ _FIELD_POLYNOMIAL if doubled & 32 else doubled
