# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sign is called when it is spoken: a letter is its own name, a mark is named in its own language."""

from collections.abc import Callable
from typing import Final

from ui.keyboard.sheets import HALF_SPACE

NAMES: Final = {
    ".": "keyboard.sign.full_stop",
    ",": "keyboard.sign.comma",
    "-": "keyboard.sign.hyphen",
    "/": "keyboard.sign.slash",
    "'": "keyboard.sign.apostrophe",
    "’": "keyboard.sign.apostrophe",
    '"': "keyboard.sign.quotation_mark",
    ":": "keyboard.sign.colon",
    ";": "keyboard.sign.semicolon",
    "(": "keyboard.sign.open_bracket",
    ")": "keyboard.sign.close_bracket",
    "&": "keyboard.sign.and",
    "+": "keyboard.sign.plus",
    "#": "keyboard.sign.hash",
    "@": "keyboard.sign.at",
    "_": "keyboard.sign.underline",
    "?": "keyboard.sign.question_mark",
    "!": "keyboard.sign.exclamation_mark",
    "¿": "keyboard.sign.open_question_mark",
    "¡": "keyboard.sign.open_exclamation_mark",
    "%": "keyboard.sign.percent",
    "*": "keyboard.sign.star",
    "=": "keyboard.sign.equals",
    "€": "keyboard.sign.euro",
    "₹": "keyboard.sign.rupee",
    "№": "keyboard.sign.number",
    "«": "keyboard.sign.open_quotation",
    "»": "keyboard.sign.close_quotation",
    "“": "keyboard.sign.open_quotation",
    "”": "keyboard.sign.close_quotation",
    "‘": "keyboard.sign.open_quotation",
    "—": "keyboard.sign.dash",
    "…": "keyboard.sign.dots",
    "·": "keyboard.sign.middle_dot",
    "،": "keyboard.sign.comma",
    "؛": "keyboard.sign.semicolon",
    "؟": "keyboard.sign.question_mark",
    "٪": "keyboard.sign.percent",
    "٫": "keyboard.sign.decimal",
    "ـ": "keyboard.sign.lengthener",
    "।": "keyboard.sign.full_stop",
    "॥": "keyboard.sign.double_stop",
    "॰": "keyboard.sign.short_form",
    "。": "keyboard.sign.full_stop",
    "，": "keyboard.sign.comma",
    "、": "keyboard.sign.list_comma",
    "？": "keyboard.sign.question_mark",
    "！": "keyboard.sign.exclamation_mark",
    "：": "keyboard.sign.colon",
    "；": "keyboard.sign.semicolon",
    "（": "keyboard.sign.open_bracket",
    "）": "keyboard.sign.close_bracket",
    "「": "keyboard.sign.open_quotation",
    "」": "keyboard.sign.close_quotation",
    "《": "keyboard.sign.open_title",
    "》": "keyboard.sign.close_title",
    " ": "keyboard.space",
}
"""Message keys of the names of signs that are no letters."""

OWN_NAMES: Final = {
    "\u0301": "dấu sắc",
    "\u0300": "dấu huyền",
    "\u0309": "dấu hỏi",
    "\u0303": "dấu ngã",
    "\u0323": "dấu nặng",
    HALF_SPACE: "نیم‌فاصله",
    "ा": "आ की मात्रा",
    "ि": "इ की मात्रा",
    "ी": "ई की मात्रा",
    "ु": "उ की मात्रा",
    "ू": "ऊ की मात्रा",
    "ृ": "ऋ की मात्रा",
    "े": "ए की मात्रा",
    "ै": "ऐ की मात्रा",
    "ो": "ओ की मात्रा",
    "ौ": "औ की मात्रा",
    "ॅ": "ऍ की मात्रा",
    "ॉ": "ऑ की मात्रा",
    "ं": "अनुस्वार",
    "ँ": "चंद्रबिंदु",
    "ः": "विसर्ग",
    "्": "हलंत",
    "़": "नुक़्ता",
    "र्": "रेफ",
    "゛": "濁点",
    "゜": "半濁点",
    "小": "小さい文字",
    "ー": "のばす音",
    "ˉ": "一聲",
    "ˊ": "二聲",
    "ˇ": "三聲",
    "ˋ": "四聲",
    "˙": "輕聲",
}
"""Names of marks that belong to one language, in that language."""


def spoken_name(sign: str, text: Callable[[str], str]) -> str:
    """The name of a sign; `text` finds a message of the program. A letter, a digit, or text is its own name."""
    if sign in NAMES:
        return text(NAMES[sign])
    return OWN_NAMES.get(sign, sign)
