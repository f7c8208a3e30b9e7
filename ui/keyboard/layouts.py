# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which letters a language is written with, in the orders that people know; data only."""

from dataclasses import dataclass
from typing import Final

from accessibility.preferences import KeyboardOrder

Rows = tuple[str, ...]
"""One string a row: each sign in it is one key."""

DIGITS: Final = "1234567890"
SMALL: Final = "a b c"
NUMBERS: Final = "1 2 3"
LABEL_SIGNS: Final = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """Signs that are shown together. `label` is what the key that leads here shows.

    `cased`: there are capitals of these letters. `rightward`: the first sign of a row stands at its right, as the
    letters of Arabic follow each other. `familiar`: rows that people know by heart, kept where they fit.
    """

    label: str
    rows: Rows
    cased: bool = False
    rightward: bool = False
    familiar: bool = False

    @property
    def signs(self) -> str:
        """All of them, in order."""
        return "".join(self.rows)


@dataclass(frozen=True, slots=True)
class Alphabet:
    """A language's letters in the order of its keyboards and in that of its alphabet, and the other signs."""

    label: str
    local: Rows
    alphabetical: str
    cased: bool
    rightward: bool
    others: tuple[Sheet, ...]


PUNCTUATION: Final = Sheet(". , ?", (".,-/'\":;()&+#@_?!¿¡%*=",))
ACCENTS: Final = Sheet("é ü ñ", ("áàâäãåæçéèêëíìîïñóòôöõøßúü",), cased=True)
MORE_ACCENTS: Final = Sheet("ł š ğ", ("ąăāćčđďęěėğģıįķľłńňőœřśšșţťůűùûýÿźž",), cased=True)
LATIN: Final = Sheet(SMALL, ("qwertyuiop", "asdfghjkl", "zxcvbnm"), cased=True, familiar=True)
HAMZA: Final = Sheet("أ إ آ ؟", ("أإآٱپچڤگ؟،؛.!:«»",), rightward=True)

ENGLISH: Final = Alphabet(
    SMALL, LATIN.rows, "abcdefghijklmnopqrstuvwxyz", True, False, (ACCENTS, MORE_ACCENTS, PUNCTUATION)
)
SPANISH: Final = Alphabet(
    SMALL,
    ("qwertyuiop", "asdfghjklñ", "zxcvbnm"),
    "abcdefghijklmnñopqrstuvwxyz",
    True,
    False,
    (
        Sheet("á é ü", ("áéíóúüçàèìòùâêîôûäëïöãõåøß",), cased=True),
        MORE_ACCENTS,
        PUNCTUATION,
    ),
)
ARABIC: Final = Alphabet(
    "ا ب ت",
    ("ضصثقفغعهخحج", "شسيبلاتنمكط", "ذئءؤرىةوزظد"),
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءةىؤئ",
    False,
    True,
    (HAMZA, LATIN, PUNCTUATION),
)

_BY_BASE: Final = {"ar": ARABIC, "es": SPANISH}


def alphabet(language: str) -> Alphabet:
    """The letters for a BCP 47 tag. Where none are known, and for Chinese, they are the Latin ones."""
    return _BY_BASE.get(language.split("-", 1)[0].lower(), ENGLISH)


def letter_sheets(language: str, order: KeyboardOrder, parts: int) -> tuple[Sheet, ...]:
    """The letters of a language: all of them in the order asked for, or in `parts` by the alphabet."""
    letters = alphabet(language)
    if parts > 1:
        return _parts(letters, parts)
    if order == "alphabetical":
        return (Sheet(letters.label, (letters.alphabetical,), letters.cased, letters.rightward),)
    return (Sheet(letters.label, letters.local, letters.cased, familiar=True),)


def other_sheets(language: str, numbers: bool) -> tuple[Sheet, ...]:
    """Everything else that people write; `numbers` where they do not stand beside the letters already."""
    others = alphabet(language).others
    return (Sheet(NUMBERS, (DIGITS + "-/",)), *others) if numbers else others


def pieces(sheet: Sheet, most: int) -> tuple[Sheet, ...]:
    """The sheet, in pieces of at most `most` signs that are told apart by their first ones."""
    if len(sheet.signs) <= most:
        return (sheet,)
    parts = _balanced(sheet.signs, -(-len(sheet.signs) // max(most, 1)))
    found = [Sheet(sheet.label, (parts[0],), sheet.cased, sheet.rightward)]
    found.extend(
        Sheet(" ".join(part[:LABEL_SIGNS]), (part,), sheet.cased, sheet.rightward) for part in parts[1:]
    )
    return tuple(found)


def _parts(letters: Alphabet, count: int) -> tuple[Sheet, ...]:
    found = []
    for part in _balanced(letters.alphabetical, count):
        label = f"{part[0]}–{part[-1]}"
        found.append(Sheet(label, (part,), letters.cased, letters.rightward))
    return tuple(found)


def _balanced(signs: str, rows: int) -> Rows:
    """The signs in that many rows; the first ones are longer where they do not come out even."""
    each, more = divmod(len(signs), rows)
    found, start = [], 0
    for number in range(rows):
        end = start + each + (1 if number < more else 0)
        found.append(signs[start:end])
        start = end
    return tuple(found)


def wrapped(signs: str, longest: int, less: int = 0) -> Rows:
    """The signs in as few rows of at most `longest` as they need, evenly filled; the last one holds `less` fewer."""
    if not signs:
        return ()
    rows = _balanced(signs + " " * less, max(-(-(len(signs) + less) // max(longest, 1)), 1))
    return tuple(row for row in (row.rstrip() for row in rows) if row)
