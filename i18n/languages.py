# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The languages people can choose, and what is known of any other language a text may come in."""

import gettext
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class Direction(Enum):
    """Which way a language is written."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class Script(Enum):
    """What a language's letters need on a screen: their size, line height and measure (look.md section 3)."""

    LATIN = "latin"
    ARABIC = "arabic"
    CJK = "cjk"
    DEVANAGARI = "devanagari"


@dataclass(frozen=True, slots=True)
class LanguageInfo:
    """A language: `tag` is BCP 47, `own_name` is how its speakers write it, `folder` is its gettext name.

    The rest is told by those who add a language, and empty where the program knows: `locale` is its name in CLDR,
    `font` the family in which its letters are looked for first, `voice` the name that espeak-ng has for it.
    `greeting` and `larger` are two words of the first page, `letters` its alphabet in order, `rows` its keyboard.
    `share` is how many of a hundred sentences there are; the others are said in English.
    """

    tag: str
    own_name: str
    direction: Direction
    script: Script
    locale: str = ""
    font: str = ""
    voice: str = ""
    greeting: str = ""
    larger: str = ""
    letters: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    share: int = 100

    @property
    def folder(self) -> str:
        """The name of the language's message folder, for example `zh_Hans`."""
        return self.tag.replace("-", "_")

    @property
    def is_right_to_left(self) -> bool:
        """Whether pages in this language are mirrored."""
        return self.direction is Direction.RIGHT_TO_LEFT


LANGUAGES: tuple[LanguageInfo, ...] = (
    LanguageInfo("en", "English", Direction.LEFT_TO_RIGHT, Script.LATIN),
    LanguageInfo("es", "Español", Direction.LEFT_TO_RIGHT, Script.LATIN),
    LanguageInfo("ar", "العربية", Direction.RIGHT_TO_LEFT, Script.ARABIC),
    LanguageInfo("zh-Hans", "简体中文", Direction.LEFT_TO_RIGHT, Script.CJK),
    LanguageInfo("fr", "Français", Direction.LEFT_TO_RIGHT, Script.LATIN),
    LanguageInfo("pt", "Português", Direction.LEFT_TO_RIGHT, Script.LATIN),
    LanguageInfo("ru", "Русский", Direction.LEFT_TO_RIGHT, Script.LATIN),
    LanguageInfo("uk", "Українська", Direction.LEFT_TO_RIGHT, Script.LATIN),
    LanguageInfo("fa", "فارسی", Direction.RIGHT_TO_LEFT, Script.ARABIC),
    LanguageInfo("hi", "हिन्दी", Direction.LEFT_TO_RIGHT, Script.DEVANAGARI),
    LanguageInfo("vi", "Tiếng Việt", Direction.LEFT_TO_RIGHT, Script.LATIN),
    LanguageInfo("zh-Hant", "繁體中文", Direction.LEFT_TO_RIGHT, Script.CJK),
    LanguageInfo("ja", "日本語", Direction.LEFT_TO_RIGHT, Script.CJK),
    LanguageInfo("ko", "한국어", Direction.LEFT_TO_RIGHT, Script.CJK),
)
"""What the program speaks. Cyrillic and Vietnamese letters are as high as Latin ones, so they share its measures."""

Sentences = Callable[[], gettext.NullTranslations]
"""Reads the sentences of a language that did not come with the program."""

_OFFERED: dict[str, LanguageInfo] = {info.tag: info for info in LANGUAGES}
_SENTENCES: dict[str, Sentences] = {}
_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-arab", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_ARABIC_LETTERS = frozenset({"ar", "ckb", "fa", "ks", "ps", "sd", "ug", "ur"})
_CHINESE_JAPANESE_KOREAN = frozenset({"ja", "ko", "yue", "zh"})
_DEVANAGARI_LETTERS = frozenset({"hi", "mai", "mr", "ne", "sa"})


def offer(info: LanguageInfo, sentences: Sentences) -> None:
    """Add a language for the rest of this process. ValueError for a tag that is offered already.

    What is known of languages is one table for the whole process, as the world has one: fonts, formats and pages
    look languages up by tag. It only grows, before the first page, from what lies on the disk.
    """
    if info.tag in _OFFERED:
        raise ValueError(f"{info.tag} is offered already")
    _OFFERED[info.tag] = info
    _SENTENCES[info.tag] = sentences


def withdraw(tag: str) -> None:
    """Take back a language that was added. KeyError for the program's own and for unknown ones."""
    del _SENTENCES[tag]
    del _OFFERED[tag]


def sentences_of(tag: str) -> Sentences | None:
    """Where the sentences of an added language are read. None for the program's own."""
    return _SENTENCES.get(tag)


def offered() -> tuple[LanguageInfo, ...]:
    """Every language people can choose: the program's own, then those that were added."""
    return tuple(_OFFERED.values())


def is_offered(tag: str) -> bool:
    """Whether the program's own words exist in this language."""
    return tag in _OFFERED


def language_info(tag: str) -> LanguageInfo:
    """What is known of a language. Always answers: a town's text may be in any language, or `und`."""
    if found := _OFFERED.get(tag):
        return found
    base = tag.lower().replace("_", "-").split("-", 1)[0]
    for info in LANGUAGES:
        if info.tag.split("-", 1)[0] == base:
            return LanguageInfo(tag, info.own_name, info.direction, info.script)
    direction = Direction.RIGHT_TO_LEFT if base in _RIGHT_TO_LEFT else Direction.LEFT_TO_RIGHT
    script = Script.LATIN
    if base in _ARABIC_LETTERS:
        script = Script.ARABIC
    elif base in _CHINESE_JAPANESE_KOREAN:
        script = Script.CJK
    elif base in _DEVANAGARI_LETTERS:
        script = Script.DEVANAGARI
    return LanguageInfo(tag, tag, direction, script)
