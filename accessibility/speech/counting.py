# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says how many as Korean and Chinese count: with numbers of their own before most of what is counted."""

import re
from typing import Final

_KOREAN: Final = re.compile(r"(?<![\d.,])([1-9]\d?)( ?)(시간|개(?!월)|가지|명|곳|장|번째|사람)")
_KOREAN_ONES: Final = ("", *["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"])
_KOREAN_TENS: Final = ("", *["열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"])
_CHINESE: Final = re.compile(
    r"(?<![\d.,第])(?<!第 )2( ?)(?=[个個天项項页頁张張次位种種步件份周週]|小时|小時|分钟|分鐘|年(?!\d))"
)
_TWO: Final = {"zh-Hans": "两", "zh-Hant": "兩"}


def counted(text: str, language: str) -> str:
    """The text with what is counted in words, where the voice would take the wrong kind of number."""
    if language == "ko":
        return _KOREAN.sub(lambda found: f"{_korean(int(found[1]))} {found[3]}", text)
    if language in _TWO:
        return _CHINESE.sub(_TWO[language], text)
    return text


def _korean(number: int) -> str:
    if number == 20:
        return "스무"
    return _KOREAN_TENS[number // 10] + _KOREAN_ONES[number % 10]
