# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says a time of the day as people say it: `14:32` in the words of each language, never as two bare numbers.

Every form fits behind the words that our sentences put before a time (`a las`, `الساعة`, `с … до`), in any case.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

TIME: Final = re.compile(r"(?<![\d:.,])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])(?: बजे)?")
"""Hours and minutes. Seconds are for machines; Hindi's word for the hour belongs to the time."""

_ARABIC_HOURS: Final = (
    *("منتصف الليل", "الواحدة", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة"),
    *("التاسعة", "العاشرة", "الحادية عشرة", "الثانية عشرة", "الثالثة عشرة", "الرابعة عشرة", "الخامسة عشرة"),
    *("السادسة عشرة", "السابعة عشرة", "الثامنة عشرة", "التاسعة عشرة", "العشرين", "الحادية والعشرين"),
    *("الثانية والعشرين", "الثالثة والعشرين"),
)
_ARABIC_MINUTES: Final = ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_KOREAN_HOURS: Final = [
    "영",
    "한",
    "두",
    "세",
    "네",
    "다섯",
    "여섯",
    "일곱",
    "여덟",
    "아홉",
    "열",
    "열한",
    "열두",
]
_SPANISH_HOURS: Final = {1: "una", 21: "veintiuna"}
_FRENCH_HOURS: Final = {0: "zéro heure", 1: "une heure", 21: "vingt et une heures"}
_PORTUGUESE_HOURS: Final = {
    0: "zero hora",
    1: "uma hora",
    2: "duas horas",
    21: "vinte e uma horas",
    22: "vinte e duas horas",
}


def time_said(hour: int, minute: int, language: str) -> str | None:
    """The time in words and numbers that a voice of the language says rightly; None where no form is known."""
    say = _FORMS.get(language)
    return say(hour, minute) if say is not None else None


def _english(hour: int, minute: int) -> str:
    if not minute:
        return f"{hour} o'clock"
    return f"{hour} oh {minute}" if minute < 10 else f"{hour} {minute}"


def _spanish(hour: int, minute: int) -> str:
    said = _SPANISH_HOURS.get(hour, str(hour))
    return f"{said} y {minute}" if minute else f"{said} en punto"


def _french(hour: int, minute: int) -> str:
    said = _FRENCH_HOURS.get(hour, f"{hour} heures")
    return f"{said} {minute}" if minute else said


def _portuguese(hour: int, minute: int) -> str:
    said = _PORTUGUESE_HOURS.get(hour, f"{hour} horas")
    return f"{said} e {minute} minuto{'s' if minute != 1 else ''}" if minute else said


def _arabic(hour: int, minute: int) -> str:
    """The hour is an ordinal; what is counted in minutes is a feminine noun."""
    said = _ARABIC_HOURS[hour]
    match minute:
        case 0:
            return said
        case 1:
            return f"{said} ودقيقة"
        case 2:
            return f"{said} ودقيقتين"
        case _ if minute <= 10:
            return f"{said} و{_ARABIC_MINUTES[minute - 3]} دقائق"
        case _:
            return f"{said} و{minute} دقيقة"


def _persian(hour: int, minute: int) -> str:
    return f"{hour} و {minute} دقیقه" if minute else str(hour)


def _hindi(hour: int, minute: int) -> str:
    return f"{hour} बजकर {minute} मिनट" if minute else f"{hour} बजे"


def _russian(hour: int, minute: int) -> str:
    """As timetables are read out, so that no case is needed."""
    return _without_case(hour, minute, "ноль", "ноль-ноль")


def _ukrainian(hour: int, minute: int) -> str:
    return _without_case(hour, minute, "нуль", "нуль-нуль")


def _without_case(hour: int, minute: int, nought: str, noughts: str) -> str:
    if not minute:
        return f"{hour} {noughts}"
    return f"{hour} {nought} {minute}" if minute < 10 else f"{hour} {minute}"


def _vietnamese(hour: int, minute: int) -> str:
    return f"{hour} giờ {minute} phút" if minute else f"{hour} giờ"


def _simplified(hour: int, minute: int) -> str:
    return _chinese(hour, minute, "点", "两")


def _traditional(hour: int, minute: int) -> str:
    return _chinese(hour, minute, "點", "兩")


def _chinese(hour: int, minute: int, point: str, two: str) -> str:
    said = f"{ {0: '零', 2: two}.get(hour, hour) }{point}"
    return f"{said}{'零' if minute < 10 else ''}{minute}分" if minute else said


def _japanese(hour: int, minute: int) -> str:
    said = f"{hour or '零'}時"
    return f"{said}{minute}分" if minute else said


def _korean(hour: int, minute: int) -> str:
    """Up to twelve the hour is a number of Korean's own, then one that came from China, as all minutes are."""
    said = f"{_KOREAN_HOURS[hour] if hour < len(_KOREAN_HOURS) else hour} 시"
    return f"{said} {minute}분" if minute else said


_FORMS: Final[Mapping[str, Callable[[int, int], str]]] = MappingProxyType(
    {
        "en": _english,
        "es": _spanish,
        "fr": _french,
        "pt": _portuguese,
        "ar": _arabic,
        "fa": _persian,
        "hi": _hindi,
        "ru": _russian,
        "uk": _ukrainian,
        "vi": _vietnamese,
        "zh-Hans": _simplified,
        "zh-Hant": _traditional,
        "ja": _japanese,
        "ko": _korean,
    }
)
