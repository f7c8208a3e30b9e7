# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kana of Japanese: read from Latin letters as they are typed, voiced and made small by keys of their own."""

import re
import unicodedata
from typing import Final

from ui.keyboard.letters.east_asian import HALF_VOICED, VOICED

_ROWS: Final = {
    "": "あいうえお", "k": "かきくけこ", "s": "さしすせそ", "t": "たちつてと", "n": "なにぬねの",
    "h": "はひふへほ", "m": "まみむめも", "r": "らりるれろ", "g": "がぎぐげご", "z": "ざじずぜぞ",
    "d": "だぢづでど", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ",
}  # fmt: skip
_SOFT: Final = {"ya": "ゃ", "yu": "ゅ", "yo": "ょ"}
_OTHERS: Final = {
    "ya": "や", "yu": "ゆ", "yo": "よ", "wa": "わ", "wo": "を", "n'": "ん",
    "shi": "し", "chi": "ち", "tsu": "つ", "fu": "ふ", "ji": "じ",
    "sha": "しゃ", "shu": "しゅ", "sho": "しょ", "cha": "ちゃ", "chu": "ちゅ", "cho": "ちょ",
    "ja": "じゃ", "ju": "じゅ", "jo": "じょ", "fa": "ふぁ", "fi": "ふぃ", "fe": "ふぇ", "fo": "ふぉ",
}  # fmt: skip
READ: Final = (
    {
        start + vowel: sign
        for start, signs in _ROWS.items()
        for vowel, sign in zip("aiueo", signs, strict=True)
    }
    | {start + end: signs[1] + soft for start, signs in _ROWS.items() if start for end, soft in _SOFT.items()}
    | _OTHERS
)
"""Kana by the letters that spell them (Hepburn, and the spelling of schools)."""

_SMALL: Final = dict(zip("あいうえおつやゆよわ", "ぁぃぅぇぉっゃゅょゎ", strict=True))
_LARGE: Final = {small: large for large, small in _SMALL.items()}
_MARKS: Final = {VOICED: "\u3099", HALF_VOICED: "\u309a"}


def read(letters: str) -> str:
    """Latin letters with the kana that they spell; what may still become kana stays as it is."""
    if letters in READ:
        return READ[letters]
    first, rest = letters[:1], letters[1:]
    if first and rest and first == rest[0] and first not in "aiueon":
        return "っ" + read(rest)
    if first == "n" and rest and rest[0] not in "aiueoy'":
        return "ん" + read(rest)
    return letters


def unread(text: str) -> str:
    """The Latin letters at the end of a text, which have not become kana yet."""
    found = re.search(r"[a-z']*\Z", text)
    return found.group() if found else ""


def spells(language: str, letter: str) -> bool:
    """Whether a letter of a plugged-in keyboard spells kana."""
    return language.split("-", 1)[0].lower() == "ja" and re.fullmatch("[a-z']", letter) is not None


def marked(sign: str, mark: str) -> str:
    """A kana with a mark, or without it if it has it already; empty where the mark does not fit."""
    apart = unicodedata.normalize("NFD", sign)
    if mark not in _MARKS:
        return _SMALL.get(sign) or _LARGE.get(sign, "")
    added = _MARKS[mark]
    made = apart[0] if added in apart else unicodedata.normalize("NFC", apart[0] + added)
    return made if len(made) == 1 else ""
