# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a word may be parted with a hyphen, as its language does it: by the patterns that LibreOffice uses.

Arabic, Persian, Hindi, Chinese, Japanese, Korean, Vietnamese and Thai are never given a hyphen.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyphen import Pyphen

HYPHENATED: Final = ("LATIN", "CYRILLIC", "GREEK")
"""The scripts whose words are parted, as Unicode names their letters."""

PATTERNS: Final = {"en": ("en_GB", "en_US"), "pt": ("pt_PT",), "ru": ("ru", "en_GB"), "uk": ("uk", "en_GB")}
"""Whose spelling ours is, where the patterns tell countries apart; and what is asked where the first know no way: the
other English, or English for a word of the trade that came as it is."""

LEAST: Final = (2, 3)
"""The fewest letters before a hyphen and after it: with fewer, a line looks like a slip of the pen."""

LEAST_IN: Final = {"uk": (3, 3)}
"""Ukrainian keeps its prefixes whole; the shortest that end in a consonant have three letters."""

LEAST_OF_ALL: Final = (2, 2)
"""What has to do where a word has no other place."""

APOSTROPHES: Final = frozenset("'\u2019\u02bc")
"""Within a Ukrainian word, which is one; French and English words are parted beside theirs."""

UKRAINIAN: Final = "uk"
VOWELS: Final = frozenset("аеєиіїоуюяАЕЄИІЇОУЮЯ")
SONOROUS: Final = frozenset("вйлмнрВЙЛМНР")
"""Such a consonant before others closes the syllable before it; any other begins the next one."""


def syllables(word: str, language: str) -> tuple[str, ...]:
    """The pieces of a word, between which it may be parted; the whole where its language has no way."""
    known = _patterns(language.replace("-", "_"))
    if not known or not all(map(_is_hyphenated, word)):
        return (word,)
    ways = [_places(patterns, _as_written(word, language)) for patterns in known]
    if language == UKRAINIAN:
        ways[0] = list(_with_vowels(word, ways[0]))
    ways.append([place for place in range(1, len(word)) if word[place - 1] == word[place]])
    for before, after in (LEAST_IN.get(language, LEAST), LEAST_OF_ALL):
        for way in ways:
            if places := [place for place in way if before <= place <= len(word) - after]:
                return tuple(word[start:end] for start, end in pairwise([0, *places, len(word)]))
    return (word,)


@cache
def _patterns(language: str) -> "tuple[Pyphen, ...]":
    """The patterns of a language, read when its first word is too long for a line."""
    import pyphen

    names = PATTERNS.get(language) or [pyphen.language_fallback(language)]
    return tuple(pyphen.Pyphen(lang=name) for name in names if name)


def _places(patterns: "Pyphen", word: str) -> list[int]:
    """An apostrophe stays with the letter before it."""
    return sorted({int(place) + (word[place] in APOSTROPHES) for place in patterns.positions(word)})


@cache
def _is_hyphenated(letter: str) -> bool:
    return letter in APOSTROPHES or unicodedata.name(letter, "").startswith(HYPHENATED)


def _as_written(word: str, language: str) -> str:
    """An English word without accents, which its patterns do not know; as many letters as before."""
    if language.split("-", maxsplit=1)[0] != "en":
        return word
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in word)


def _with_vowels(word: str, places: Sequence[int]) -> Iterator[int]:
    """The places without those that leave a piece with no vowel in it: the Ukrainian patterns part any two consonants.

    Ukrainian orthography of 2019, section 36, with the rule of its syllables for the consonants between two vowels.
    """
    ends = [*places, len(word)]
    for number, place in enumerate(places):
        after = word[place : ends[number + 1]]
        before = word[ends[number - 1] if number else 0 : place]
        if not VOWELS.intersection(after) and after[0] in SONOROUS:
            continue
        if number and not VOWELS.intersection(before) and before[0] not in SONOROUS:
            continue
        yield place
