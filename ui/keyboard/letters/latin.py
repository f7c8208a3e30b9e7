# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters of languages that are written with the Latin alphabet, and the signs that all languages share."""

from typing import Final

from ui.keyboard.sheets import Alphabet, Rows, Sheet, row, rows

SMALL: Final = "a b c"
A_TO_Z: Final = row("abcdefghijklmnopqrstuvwxyz")
QWERTY: Final[Rows] = rows("qwertyuiop", "asdfghjkl", "zxcvbnm")

PUNCTUATION: Final = Sheet(". , ?", rows(".,-/'\":;()&+#@_?!¿¡%*="))
ACCENTS: Final = Sheet("é ü ñ", rows("áàâäãåæçéèêëíìîïñóòôöõøßúü"), cased=True)
MORE_ACCENTS: Final = Sheet("ł š ğ", rows("ąăāćčđďęěėēģğıįíķľłńňőœřśšşțťůűùûýÿźžż"), cased=True)
LATIN: Final = Sheet(SMALL, QWERTY, cased=True, familiar=True)
"""For names and addresses from elsewhere, beside letters of another script."""

ENGLISH: Final = Alphabet(SMALL, QWERTY, (A_TO_Z,), (ACCENTS, MORE_ACCENTS, PUNCTUATION), cased=True)

SPANISH: Final = Alphabet(
    SMALL,
    rows("qwertyuiop", "asdfghjklñ", "zxcvbnm"),
    rows("abcdefghijklmnñopqrstuvwxyz"),
    (
        Sheet("á é ü", rows("áéíóúüçàèìòùâêîôûäëïöãõåøß"), cased=True),
        MORE_ACCENTS,
        PUNCTUATION,
    ),
    cased=True,
)

FRENCH: Final = Alphabet(
    SMALL,
    rows("azertyuiop", "qsdfghjklm", "wxcvbn"),
    (A_TO_Z,),
    (
        Sheet("é è à", rows("éèêëàâçîïôùûüÿœæáíóúñäöåãõøß"), cased=True),
        MORE_ACCENTS,
        Sheet(". , ’", rows(".,’-/'\":;()&+#@_?!«»%*=€")),
    ),
    cased=True,
)

PORTUGUESE: Final = Alphabet(
    SMALL,
    rows("qwertyuiop", "asdfghjklç", "zxcvbnm"),
    rows("abcçdefghijklmnopqrstuvwxyz"),
    (
        Sheet("ã é ç", rows("ãõáéíóúâêôàüèìòùîûñäëïöåøß"), cased=True),
        MORE_ACCENTS,
        Sheet(". , ?", rows(".,-/'\":;()&+#@_?!ºª«»%*=€")),
    ),
    cased=True,
)

TONES: Final = row("\u0301\u0300\u0309\u0303\u0323")
"""The five marked tones of Vietnamese (sắc, huyền, hỏi, ngã, nặng): each is put on the vowel of the last word."""

VIETNAMESE: Final = Alphabet(
    SMALL,
    (
        row("qwertyuiopăâê"),
        row("asdfghjklđôơư"),
        (*row("zxcvbnm"), *TONES),
    ),
    ((*row("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"), *TONES),),
    (ACCENTS, MORE_ACCENTS, PUNCTUATION),
    cased=True,
)
