# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Joins letters of Korean into syllables as they are typed (The Unicode Standard, section 3.12)."""

from typing import Final

FIRST: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
MIDDLE: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
LAST: Final = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
PAIRS: Final = {
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ",
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
"""Two letters that are written as one: in the middle of a syllable, and at its end."""

APART: Final = {joint: pair for pair, joint in PAIRS.items()}
FIRST_SYLLABLE: Final = 0xAC00
LAST_SYLLABLE: Final = 0xD7A3


def joined(before: str, letter: str) -> str:
    """The last letter or syllable with one more letter: one syllable where they join, else both."""
    parts = _parts(before)
    if parts is None:
        if before in FIRST and letter in MIDDLE:
            return _syllable(before, letter, "")
        pair = PAIRS.get(before + letter, "")
        return pair if pair and pair in MIDDLE else before + letter
    first, middle, last = parts
    if letter in MIDDLE:
        if not last:
            pair = PAIRS.get(middle + letter, "")
            return _syllable(first, pair, "") if pair else before + letter
        kept, moved = ("", last) if last not in APART else (APART[last][0], APART[last][1])
        return _syllable(first, middle, kept) + _syllable(moved, letter, "")
    wanted = PAIRS.get(last + letter, "") if last else letter
    return _syllable(first, middle, wanted) if wanted and wanted in LAST else before + letter


def shortened(before: str) -> str:
    """The last letter or syllable without the letter that was typed last."""
    parts = _parts(before)
    if parts is None:
        return APART[before][0] if before in APART else ""
    first, middle, last = parts
    if last:
        return _syllable(first, middle, APART[last][0] if last in APART else "")
    return _syllable(first, APART[middle][0], "") if middle in APART else first


def _parts(syllable: str) -> tuple[str, str, str] | None:
    number = ord(syllable) - FIRST_SYLLABLE
    if not 0 <= number <= LAST_SYLLABLE - FIRST_SYLLABLE:
        return None
    ahead, last = divmod(number, len(LAST))
    first, middle = divmod(ahead, len(MIDDLE))
    return FIRST[first], MIDDLE[middle], LAST[last]


def _syllable(first: str, middle: str, last: str) -> str:
    ahead = FIRST.index(first) * len(MIDDLE) + MIDDLE.index(middle)
    return chr(FIRST_SYLLABLE + ahead * len(LAST) + LAST.index(last))
