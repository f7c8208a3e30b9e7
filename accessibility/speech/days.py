# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says dates as people say them: no machine's writing (ISO 8601), and each language's own way with day and year."""

import re
from datetime import date
from typing import Final

from accessibility.speech.clock import time_said
from i18n.formats import date_long

RAW: Final = re.compile(
    r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
"""A date as machines write it, with or without a time."""

_ENGLISH: Final = re.compile(
    r"(?i:(?<!the )(?<!\d))\b([1-9]|[12]\d|3[01]) (January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b"
)
_VIETNAMESE: Final = re.compile(r"(?<![\d.,])(?:ngày )?(\d{1,2}) tháng (\d{1,2})(?:, (\d{4}))?(?!\d)")
_YEAR_OF_SIGNS: Final = re.compile(r"(?<!\d)(\d{4})(?= ?年)")
_SIGNS: Final = "〇一二三四五六七八九"
_KOREAN_MONTH: Final = re.compile(r"(?<!\d)(6|10)월")
_KOREAN_MONTHS: Final = {"6": "유월", "10": "시월"}
_SLAVIC: Final = re.compile(
    r"(?<![\d.,])([1-9]|[12]\d|3[01])([ \u00a0])({months})(?: ((?:19|20)\d\d))?(?![\w])"
)
_MONTHS: Final = {
    "ru": "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "uk": "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
}
_ORDINALS: Final = {
    "ru": [
        "первого",
        "второго",
        "третьего",
        "четвёртого",
        "пятого",
        "шестого",
        "седьмого",
        "восьмого",
        "девятого",
        "десятого",
        "одиннадцатого",
        "двенадцатого",
        "тринадцатого",
        "четырнадцатого",
        "пятнадцатого",
        "шестнадцатого",
        "семнадцатого",
        "восемнадцатого",
        "девятнадцатого",
    ],
    "uk": [
        "першого",
        "другого",
        "третього",
        "четвертого",
        "п’ятого",
        "шостого",
        "сьомого",
        "восьмого",
        "дев’ятого",
        "десятого",
        "одинадцятого",
        "дванадцятого",
        "тринадцятого",
        "чотирнадцятого",
        "п’ятнадцятого",
        "шістнадцятого",
        "сімнадцятого",
        "вісімнадцятого",
        "дев’ятнадцятого",
    ],
}
_TENS: Final = {
    "ru": [
        "двадцать",
        "тридцать",
        "сорок",
        "пятьдесят",
        "шестьдесят",
        "семьдесят",
        "восемьдесят",
        "девяносто",
    ],
    "uk": ["двадцять", "тридцять", "сорок", "п’ятдесят", "шістдесят", "сімдесят", "вісімдесят", "дев’яносто"],
}
_ROUND: Final = {
    "ru": [
        "двадцатого",
        "тридцатого",
        "сорокового",
        "пятидесятого",
        "шестидесятого",
        "семидесятого",
        "восьмидесятого",
        "девяностого",
    ],
    "uk": [
        "двадцятого",
        "тридцятого",
        "сорокового",
        "п’ятдесятого",
        "шістдесятого",
        "сімдесятого",
        "вісімдесятого",
        "дев’яностого",
    ],
}
_CENTURIES: Final = {
    "ru": {19: ("тысяча девятьсот", "тысяча девятисотого"), 20: ("две тысячи", "двухтысячного")},
    "uk": {19: ("тисяча дев’ятсот", "тисяча дев’ятсотого"), 20: ("дві тисячі", "двотисячного")},
}
_OF_A_YEAR: Final = {"ru": "года", "uk": "року"}


def raw_date_said(found: re.Match[str], language: str) -> str | None:
    """A date that a machine wrote, in words; None for numbers that are no day."""
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    words = written_dates_said(date_long(day, language), language)
    if found[4] is None:
        return words
    time = time_said(int(found[4]), int(found[5]), language)
    return f"{words}, {time or f'{found[4]}:{found[5]}'}"


def written_dates_said(text: str, language: str) -> str:
    """Dates as our sentences write them, as the language says them; everything else as it is."""
    match language:
        case "en":
            return _ENGLISH.sub(lambda found: f"the {_ordinal(int(found[1]))} of {found[2]}", text)
        case "vi":
            return _VIETNAMESE.sub(
                lambda found: f"ngày {found[1]} tháng {found[2]}" + (f" năm {found[3]}" if found[3] else ""),
                text,
            )
        case "zh-Hans" | "zh-Hant":
            return _YEAR_OF_SIGNS.sub(lambda found: "".join(_SIGNS[int(one)] for one in found[1]), text)
        case "ko":
            return _KOREAN_MONTH.sub(lambda found: _KOREAN_MONTHS[found[1]], text)
        case "ru" | "uk":
            pattern = _SLAVIC.pattern.replace("{months}", _MONTHS[language])
            return re.sub(pattern, lambda found: _slavic(found, language), text)
        case _:
            return text


def _ordinal(day: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{'th' if 10 < day < 14 else ending}"


def _slavic(found: re.Match[str], language: str) -> str:
    """In the genitive, in which people say on which day something is, or until which."""
    said = f"{_ordinal_of(int(found[1]), language)} {found[3]}"
    if found[4] is None:
        return said
    before, alone = _CENTURIES[language][int(found[4][:2])]
    rest = int(found[4][2:])
    year = f"{before} {_ordinal_of(rest, language)}" if rest else alone
    return f"{said} {year} {_OF_A_YEAR[language]}"


def _ordinal_of(number: int, language: str) -> str:
    if number < 20:
        return _ORDINALS[language][number - 1]
    tens, ones = divmod(number, 10)
    if not ones:
        return _ROUND[language][tens - 2]
    return f"{_TENS[language][tens - 2]} {_ORDINALS[language][ones - 1]}"
