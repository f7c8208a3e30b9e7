# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes what is said for a page from what stands on it: in the same order, each text in its own language."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from accessibility.speech.saying import sayable
from accessibility.speech.sentences import sentences
from accessibility.speech.sink import Utterance

LONGEST: Final = 240
"""Characters of one utterance: about twenty seconds, after which a person may want to hear it again."""

FIRST_LANGUAGE: Final = "en"
UNKNOWN: Final = "und"
"""The BCP 47 tag of a text whose language nobody knows."""

_WEAK_ENDS = re.compile(r"(?<=[,;:،؛])\s+|(?<=[，；：、])")
_STOPS = {"zh": "。", "ja": "。", "hi": "।"}
_ENDS = ".!?؟。！？।,;:،؛，；：、"
_SCRIPTS = {
    "ARABIC LETTER": ("ar", "fa"),
    "CJK UNIFIED": ("zh-Hans", "zh-Hant", "ja"),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "HANGUL": ("ko",),
    "CYRILLIC": ("ru", "uk"),
    "DEVANAGARI": ("hi",),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a page, in reading order, with the language it is really in (BCP 47).

    `spell` is for numbers that people copy: they are said sign by sign. `place` is which item of the page it belongs
    to, and `private` whether only this person may hear it.
    """

    text: str
    language: str
    spell: bool = False
    place: int = 0
    private: bool = False


def transcript(parts: Iterable[Part]) -> tuple[Utterance, ...]:
    """What is said for these parts, sentence by sentence. No words are left out.

    An office's own words may come without a language (`und`). They are said in the language of their letters;
    Latin letters in that of the text before them, because a page that holds them would otherwise be silent.
    """
    said: list[Utterance] = []
    around = FIRST_LANGUAGE
    for part in parts:
        language = part.language
        if language.split("-", 1)[0] == UNKNOWN:
            language = _by_letters(part.text, around)
        else:
            around = language
        said.extend(_utterances(part, language))
    return tuple(said)


def _by_letters(text: str, around: str) -> str:
    for letter in text:
        name = unicodedata.name(letter, "")
        for script, languages in _SCRIPTS.items():
            if name.startswith(script):
                return around if around in languages else languages[0]
    return around


def _utterances(part: Part, language: str) -> Iterable[Utterance]:
    for written in sentences(part.text):
        text = f"\u2066{written}\u2069" if part.spell else written
        for line in sayable(text, language).split("\n"):
            for piece in _pieces(line.strip()):
                yield Utterance(_closed(piece, language), language, part.place, written.strip(), part.private)


def _pieces(sentence: str) -> Iterable[str]:
    if not sentence:
        return
    if len(sentence) <= LONGEST:
        yield sentence
        return
    held = ""
    for clause in _WEAK_ENDS.split(sentence):
        for word in _short_enough(clause):
            if held and len(held) + 1 + len(word) > LONGEST:
                yield held
                held = word
            else:
                held = f"{held} {word}".strip()
    if held:
        yield held


def _short_enough(clause: str) -> Iterable[str]:
    if len(clause) <= LONGEST:
        yield clause
        return
    for word in clause.split(" "):
        for at in range(0, len(word), LONGEST):
            yield word[at : at + LONGEST]


def _closed(text: str, language: str) -> str:
    # Without a stop, a synthesiser runs a heading into what follows it.
    return text if text.endswith(tuple(_ENDS)) else text + _STOPS.get(language.split("-", 1)[0], ".")
