# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which voice speaks each language, and how fast: one measured speed each, and seven steps made from it.

accessibility.md SPK-04: the usual pace is 120 to 125 English words a minute, 180 to 200 Chinese characters. The usual
pace of the other languages is the one at which the same text takes as long as in English. The other steps stretch or
press that sound in time, with its pitch unchanged: espeak-ng's own slowest speed still says about 90 words a minute.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from i18n.languages import language_info

STEPS: Final = (50, 65, 80, 100, 130, 160, 200)
"""Per cent of the usual pace."""

USUAL: Final = 100


class Maker(Enum):
    """What makes the sound of a voice."""

    ESPEAK = "espeak-ng"
    OPEN_JTALK = "open-jtalk"


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that may be used: its name in `maker`, and the speed there that gives its usual pace.

    `usual` is that pace in words a minute, for Chinese in characters and for Japanese in kana a minute. `speed` is
    espeak-ng's `-s` (not quite words a minute), for Open JTalk a percentage.
    """

    maker: Maker
    name: str
    speed: int
    usual: int


def _espeak(name: str, speed: int, usual: int) -> Voice:
    return Voice(Maker.ESPEAK, name, speed, usual)


VOICES: Final = {
    "en": _espeak("en-gb", 110, 122),
    "es": _espeak("es", 122, 111),
    "ar": _espeak("ar", 128, 84),
    # The voice called plain `cmn` says characters in the letters of their Pinyin, with English sounds.
    "zh-Hans": _espeak("cmn-latn-pinyin", 165, 190),
    "fr": _espeak("fr-fr", 118, 119),
    "pt": _espeak("pt", 134, 118),
    "ru": _espeak("ru", 120, 106),
    "uk": _espeak("uk", 111, 105),
    "fa": _espeak("fa", 144, 114),
    "hi": _espeak("hi", 144, 148),
    "vi": _espeak("vi", 123, 162),
    "zh-Hant": _espeak("cmn-latn-pinyin", 165, 190),
    # espeak-ng's Japanese voice says 'Chinese letter' for every character that is no kana.
    "ja": Voice(Maker.OPEN_JTALK, "mei", 80, 263),
    "ko": _espeak("ko", 134, 76),
}
"""The voices that may be used, by language. Beside them only what a language pack names is tried (P31)."""


def voice_for(language: str) -> Voice | None:
    """The voice for a language tag, or for another region of the same language; None without one."""
    if found := VOICES.get(language):
        return found
    if name := language_info(language).voice:
        return unmeasured(name)
    tag = tag_for(language)
    return VOICES[tag] if tag is not None else None


@cache
def unmeasured(name: str) -> Voice:
    """espeak-ng's voice for an added language, at the speed of English: nobody has measured it on this machine."""
    return _espeak(name, VOICES["en"].speed, VOICES["en"].usual)


def tag_for(language: str) -> str | None:
    """The language of `VOICES` that a tag is spoken as."""
    if language in VOICES:
        return language
    base = language.split("-", 1)[0].lower()
    return next((tag for tag in VOICES if tag.split("-", 1)[0] == base), None)


def nearest_step(pace: int) -> int:
    """The step nearest to `pace` per cent."""
    return min(STEPS, key=lambda step: abs(step - pace))
