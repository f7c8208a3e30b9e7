# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text as words that can be found: folded, without what people leave out when they type, Chinese in pairs."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from core.ids import Language
from offline_cache.stems import arabic_stem, english_stem, spanish_stem, without_article

_HAN = "\u2e80-\u2fdf\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUNS = re.compile(rf"(?P<han>[{_HAN}]+)|(?P<word>(?:(?![{_HAN}])[^\W_])+)")
_ARABIC = re.compile("[\u0600-\u06ff]")
# Combining marks, Arabic vowel signs and Koran marks, and the tatweel that only stretches a word.
_MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
# What canonical decomposition leaves apart although people type one for the other.
_ALIKE = str.maketrans({
    "\u0671": "\u0627",  # alef wasla: alef
    "\u0649": "\u064a",  # alef maksura: ya
    "\u06cc": "\u064a",  # Persian ya
    "\u06a9": "\u0643",  # Persian kaf
    "\u0629": "\u0647",  # ta marbuta: ha
    "\u0621": None,  # hamza by itself
    "\u0142": "l",
    "\u00f8": "o",
    "\u0111": "d",
    "\u0131": "i",
    "\u00e6": "ae",
    "\u0153": "oe",
})  # fmt: skip
LONGEST_WORD = 40


class Script(Enum):
    """How a run of characters is cut into words."""

    HAN = "han"
    ARABIC = "arabic"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Run:
    """One folded word, or one run of Chinese without spaces."""

    text: str
    script: Script


def fold(text: str) -> str:
    """Compatibility forms, case, accents, vowel signs and letter variants folded away (NFKC, then NFD)."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return _MARKS.sub("", apart).translate(_ALIKE)


def runs(text: str) -> tuple[Run, ...]:
    """The words of a text in their order, folded, each at most `LONGEST_WORD` characters."""
    found = []
    for match in _RUNS.finditer(fold(text)):
        word = match.group()[:LONGEST_WORD]
        if match.lastgroup == "han":
            found.append(Run(word, Script.HAN))
        else:
            found.append(Run(word, Script.ARABIC if _ARABIC.search(word) else Script.OTHER))
    return tuple(found)


def pairs(run: str) -> tuple[str, ...]:
    """The overlapping pairs of a Chinese run; a single character is itself."""
    return (run,) if len(run) == 1 else tuple(run[place : place + 2] for place in range(len(run) - 1))


def stem(run: Run, language: Language) -> str:
    """The word without endings, by its script and the text's language; unchanged where we know no rule."""
    if run.script is Script.ARABIC:
        return arabic_stem(run.text)
    if run.script is Script.HAN:
        return run.text
    match language.split("-", 1)[0]:
        case "en":
            return english_stem(run.text)
        case "es":
            return spanish_stem(run.text)
        case _:
            return run.text


def index_words(run: Run, language: Language) -> tuple[str, ...]:
    """Everything under which one run of a text can be found."""
    match run.script:
        case Script.HAN:
            return tuple(dict.fromkeys((*run.text, *pairs(run.text))))
        case Script.ARABIC:
            return tuple(dict.fromkeys((run.text, without_article(run.text, 2), arabic_stem(run.text))))
        case Script.OTHER:
            return tuple(dict.fromkeys((run.text, stem(run, language))))


def plain_word(run: Run) -> str:
    """The word as it is compared for ranking: without an Arabic article."""
    return without_article(run.text, 2) if run.script is Script.ARABIC else run.text
