# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters of Arabic and Persian; their rows begin at the left, as on the keyboards that people know."""

from typing import Final

from ui.keyboard.letters.latin import LATIN, PUNCTUATION
from ui.keyboard.sheets import HALF_SPACE, Alphabet, Sheet, row, rows

ARABIC: Final = Alphabet(
    "ا ب ت",
    rows("ضصثقفغعهخحج", "شسيبلاتنمكط", "ذئءؤرىةوزظد"),
    rows("ابتثجحخدذرزسشصضطظعغفقكلمنهويءةىؤئ"),
    (
        Sheet("أ إ آ ؟", rows("أإآٱپچڤگ؟،؛.!:«»"), rightward=True),
        Sheet("١ ٢ ٣", rows("١٢٣٤٥٦٧٨٩٠٪٫")),
        LATIN,
        PUNCTUATION,
    ),
    rightward=True,
)

PERSIAN: Final = Alphabet(
    "ا ب پ",
    rows("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپوژآ"),
    rows("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"),
    (
        Sheet("ئ أ ؟", ((*row("ئءأإؤةكي؟،؛.!:«»ـ"), HALF_SPACE),), rightward=True),
        Sheet("۱ ۲ ۳", rows("۱۲۳۴۵۶۷۸۹۰٪٫/-")),
        LATIN,
        PUNCTUATION,
    ),
    rightward=True,
    half_space=True,
)
