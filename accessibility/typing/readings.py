# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which signs spell a reading, and where a reading stands in what was typed."""

import re
from typing import Final

LONGEST: Final = 48
"""Signs of a reading that are converted together; what stands further ahead stays as it is typed."""

BOPOMOFO: Final = "ㄅ-ㄩ"
TONES: Final = "ˉˊˇˋ˙"
FIRST_TONE: Final = "ˉ"

_PINYIN: Final = "a-z'"
_SIGNS: Final = {
    "zh-hans": re.compile(rf"[{_PINYIN}]+\Z"),
    "zh-hant": re.compile(rf"(?:[{BOPOMOFO}{TONES}]+|[{_PINYIN}]+)\Z"),
    "ja": re.compile(rf"[ぁ-ゖ][ぁ-ゖー]*[{_PINYIN}]*\Z|[{_PINYIN}]+\Z"),
}
"""A reading at the end of a text. That of Japanese may end in letters that have not become kana yet."""

_TRADITIONAL: Final = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


def family(language: str) -> str:
    """`zh-hans`, `zh-hant` or `ja`; empty for languages that are typed as they are written."""
    tag = language.lower()
    if tag.startswith(_TRADITIONAL):
        return "zh-hant"
    base = tag.split("-", 1)[0]
    return {"zh": "zh-hans", "ja": "ja"}.get(base, "")


def reading_at_end(language: str, text: str) -> str:
    """The reading with which a text ends, at most `LONGEST` signs of it.

    Small letters that go on a word with a capital are no reading: that is a name in Latin letters.
    """
    signs = _SIGNS.get(family(language))
    found = signs.search(text) if signs is not None else None
    if found is None:
        return ""
    if found.group()[0].isascii() and goes_on_latin(text[: found.start()]):
        return ""
    return found.group()[-LONGEST:]


def goes_on_latin(before: str) -> bool:
    """Whether a letter after this text goes on a word that cannot be a reading."""
    return before[-1:].isascii() and before[-1:].isalpha()


def space_means(language: str, reading: str) -> str:
    """What the space types at the end of a reading: the first tone, where a syllable of bopomofo has none yet."""
    last = reading[-1:]
    unfinished = bool(last) and re.fullmatch(f"[{BOPOMOFO}]", last) is not None
    return FIRST_TONE if unfinished and family(language) == "zh-hant" else ""
