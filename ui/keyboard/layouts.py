# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which letters a language is written with, in the orders that people know."""

from typing import Final

from accessibility.preferences import KeyboardOrder
from i18n.languages import LanguageInfo, language_info
from ui.keyboard.letters.arabic import ARABIC, PERSIAN
from ui.keyboard.letters.cyrillic import RUSSIAN, UKRAINIAN
from ui.keyboard.letters.devanagari import HINDI
from ui.keyboard.letters.east_asian import JAPANESE, KOREAN, SIMPLIFIED, TRADITIONAL
from ui.keyboard.letters.latin import (
    ACCENTS,
    ENGLISH,
    FRENCH,
    LATIN,
    MORE_ACCENTS,
    PORTUGUESE,
    PUNCTUATION,
    SPANISH,
    VIETNAMESE,
)
from ui.keyboard.sheets import LABEL_SIGNS, Alphabet, Sheet, Signs, balanced, capital, row, shown

DIGITS: Final = row("1234567890")
NUMBERS: Final = "1 2 3"

ALPHABETS: Final = {
    "ar": ARABIC,
    "en": ENGLISH,
    "es": SPANISH,
    "fa": PERSIAN,
    "fr": FRENCH,
    "hi": HINDI,
    "ja": JAPANESE,
    "ko": KOREAN,
    "pt": PORTUGUESE,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "vi": VIETNAMESE,
    "zh": SIMPLIFIED,
    "zh-hant": TRADITIONAL,
    "zh-hk": TRADITIONAL,
    "zh-mo": TRADITIONAL,
    "zh-tw": TRADITIONAL,
}
"""By language, script or region, in small letters."""


def alphabet(language: str) -> Alphabet:
    """The letters for a BCP 47 tag. Where none are known they are the Latin ones."""
    info = language_info(language)
    if info.letters:
        return _added(info)
    tag = language.lower()
    while tag:
        if tag in ALPHABETS:
            return ALPHABETS[tag]
        tag = tag.rpartition("-")[0]
    return ENGLISH


def _added(info: LanguageInfo) -> Alphabet:
    """The letters that a language pack tells. Names and addresses from elsewhere need Latin ones beside them."""
    latin = set("".join(info.letters)) & set("aeionrst") != set()
    return Alphabet(
        label=" ".join(shown(sign) for sign in info.letters[:LABEL_SIGNS]),
        local=info.rows or (info.letters,),
        alphabetical=(info.letters,),
        others=(ACCENTS, MORE_ACCENTS, PUNCTUATION) if latin else (LATIN, PUNCTUATION),
        cased=any(capital(sign) != sign for sign in info.letters),
        rightward=info.is_right_to_left,
    )


def letter_sheets(language: str, order: KeyboardOrder, parts: int) -> tuple[Sheet, ...]:
    """The letters of a language: all of them in the order asked for, or in `parts` by the alphabet."""
    letters = alphabet(language)
    if parts > 1:
        return _parts(letters, parts)
    by_alphabet = order == "alphabetical"
    rows = letters.alphabetical if by_alphabet else letters.local
    return (
        Sheet(
            letters.label,
            rows,
            letters.cased,
            letters.rightward and by_alphabet,
            familiar=not by_alphabet or len(rows) > 1,
            composed=letters.composed,
        ),
    )


def other_sheets(language: str, order: KeyboardOrder, numbers: bool) -> tuple[Sheet, ...]:
    """Everything else that people write; `numbers` where they do not stand beside the letters already."""
    letters = alphabet(language)
    more = letters.with_alphabetical if order == "alphabetical" else letters.with_local
    first = (Sheet(NUMBERS, ((*DIGITS, "-", "/"),)),) if numbers else ()
    return (*more, *first, *letters.others)


def _parts(letters: Alphabet, count: int) -> tuple[Sheet, ...]:
    return tuple(
        Sheet(_label(part), (part,), letters.cased, letters.rightward, composed=letters.composed)
        for part in balanced(letters.by_alphabet, count)
    )


def _label(part: Signs) -> str:
    return f"{shown(part[0])}–{shown(part[-1])}"
