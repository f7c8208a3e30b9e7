# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says what people copy sign by sign: telephone numbers, references, long numbers."""

import re
from typing import Final

REFERENCE: Final = re.compile(
    r"(?<![A-Za-z0-9_])(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{2,}(?![A-Za-z0-9_])"
)
JOINED_REFERENCE: Final = re.compile(
    r"(?<![\w-])(?=[A-Z0-9-]*\d)(?:[A-Z]{1,3}|[A-Z]*\d[A-Z\d]*)(?:-[A-Z0-9]*\d[A-Z0-9]*)+(?![\w-])"
)
"""Groups with dashes between: `PA-26-4T7`. A word before the dash (`COVID-19`) makes it a name."""
LONG_NUMBER: Final = re.compile(r"(?<![\d.,])\+?\d{5,}(?![\d.,]*\d)")
PHONE: Final = re.compile(
    r"(?<![\d.,:+])(?:\+\d{1,3}[ \u00a0-]?)?(?:\(\d{1,5}\)[ \u00a0-]?)?\d{2,}(?:[ \u00a0-]\d{2,})+(?![\d.,:-]*\d)"
)
_WORD: Final = re.compile(r"[^\W\d_]{2}[^\W\dA-Z_]")
"""Letters that make a word: nobody says `Civic Kiosk 0.1.0` letter by letter."""
_KEPT: Final = re.compile(r"\d{1,4}(?:[.,:]\d+)*|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?")
_APART: Final = re.compile(r"[\s\u00a0\-–—/.()]+")
_PLUS: Final = {
    "ar": "زائد",
    "fa": "مثبت",
    "zh-Hans": "加",
    "zh-Hant": "加",
    "ja": "プラス",
    "ko": "플러스",
    "uk": "плюс",
}
"""Where the voice would say the sign in English, or not at all."""

_LETTERS: Final = {
    "ja": dict(
        zip(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            [
                "エー",
                "ビー",
                "シー",
                "ディー",
                "イー",
                "エフ",
                "ジー",
                "エイチ",
                "アイ",
                "ジェー",
                "ケー",
                "エル",
                "エム",
                "エヌ",
                "オー",
                "ピー",
                "キュー",
                "アール",
                "エス",
                "ティー",
                "ユー",
                "ブイ",
                "ダブリュー",
                "エックス",
                "ワイ",
                "ゼット",
            ],
            strict=True,
        )
    ),
    "ko": dict(
        zip(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            [
                "에이",
                "비",
                "시",
                "디",
                "이",
                "에프",
                "지",
                "에이치",
                "아이",
                "제이",
                "케이",
                "엘",
                "엠",
                "엔",
                "오",
                "피",
                "큐",
                "아르",
                "에스",
                "티",
                "유",
                "브이",
                "더블유",
                "엑스",
                "와이",
                "제트",
            ],
            strict=True,
        )
    ),
}
"""The names of Latin letters, where the voice passes them over or takes them for English words."""


def keeps_its_shape(written: str) -> bool:
    """Whether this is a time, an amount or words, which are not said sign by sign."""
    return _KEPT.fullmatch(written) is not None or _WORD.search(written) is not None


def spelled_out(written: str, language: str) -> str:
    """Sign by sign, with a pause where the writing has a space or a dash: `PA 26` → `P A, 2 6`."""
    if keeps_its_shape(written):
        return written
    letters = _LETTERS.get(language, {})
    plus = _PLUS.get(language, "+")
    groups = [group for group in _APART.split(written) if group]
    return ", ".join(
        " ".join(plus if one == "+" else letters.get(one, one) for one in group) for group in groups
    )
