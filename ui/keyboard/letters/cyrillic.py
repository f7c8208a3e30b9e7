# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters of Russian and Ukrainian."""

from typing import Final

from ui.keyboard.letters.latin import LATIN, MORE_ACCENTS
from ui.keyboard.sheets import Alphabet, Sheet, rows

LABEL: Final = "а б в"
SIGNS: Final = Sheet(". , №", rows(".,-/'\":;()&+#@_?!«»№%*="))

RUSSIAN: Final = Alphabet(
    LABEL,
    rows("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбюё"),
    rows("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    (LATIN, SIGNS, Sheet("і ї ґ", rows("іїєґўәғқңөұүһ"), cased=True), MORE_ACCENTS),
    cased=True,
)

UKRAINIAN: Final = Alphabet(
    LABEL,
    rows("йцукенгшщзхї", "фівапролджє", "ячсмитьбюґ’"),
    rows("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’"),
    (LATIN, SIGNS, Sheet("ы э ё", rows("ыэёъўәғқңөұүһ"), cased=True), MORE_ACCENTS),
    cased=True,
)
