# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a key changes what was typed before it: tones of Vietnamese, syllables of Korean, kana of Japanese."""

import unicodedata
from dataclasses import dataclass
from typing import Final

from ui.keyboard import hangul, kana
from ui.keyboard.letters.east_asian import KANA_MARKS
from ui.keyboard.letters.latin import TONES

VOWELS: Final = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Change:
    """Take away so many letters before the caret, then write `text`."""

    deleted: int
    text: str


def typed(language: str, before: str, sign: str, *, reading: bool, going_on: bool) -> Change:
    """What a sign does after the text `before`.

    `reading`: it stands on the sheet of letters that spell a reading. `going_on`: the last letter was typed just now,
    so that it may still become another one.
    """
    base = language.split("-", 1)[0].lower()
    if base == "vi" and sign in TONES:
        return _toned(before, sign)
    if base == "ko" and going_on and before:
        return Change(1, hangul.joined(before[-1], sign))
    if base == "ja" and sign in KANA_MARKS:
        changed = kana.marked(before[-1], sign) if before else ""
        return Change(1, changed) if changed else Change(0, "")
    if base == "ja" and reading and going_on:
        letters = kana.unread(before)
        return Change(len(letters), kana.read(letters + sign))
    if base == "ja" and reading:
        return Change(0, kana.read(sign))
    return Change(0, sign)


def deleted(language: str, before: str, *, going_on: bool) -> Change:
    """What Delete does: a syllable of Korean that is still being typed loses its last letter only."""
    if language.split("-", 1)[0].lower() == "ko" and going_on and before:
        return Change(1, hangul.shortened(before[-1]))
    return Change(1, "")


def _toned(before: str, tone: str) -> Change:
    """The tone is put on the last vowel of the last word; another one takes its place, the same one goes away."""
    for place in range(len(before) - 1, -1, -1):
        letter = before[place]
        if not letter.isalpha():
            break
        apart = unicodedata.normalize("NFD", letter)
        if apart[0].lower() in VOWELS:
            kept = "".join(mark for mark in apart if mark not in TONES)
            made = unicodedata.normalize("NFC", kept if tone in apart else kept + tone)
            return Change(len(before) - place, made + before[place + 1 :])
    return Change(0, "")
