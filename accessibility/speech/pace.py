# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast the voice speaks: seven measured steps, because espeak-ng's own numbers are not words a minute.

accessibility.md SPK-04: the usual pace is 120 to 125 English words a minute, 180 to 200 Chinese characters.
At `-s 80` espeak-ng still says about 90 words a minute. What is slower than that gets longer gaps between
words, and the pitch stays as it is. The usual pace of the other languages is the one at which the same text takes as
long as in English.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from i18n.languages import language_info

STEPS: Final = (50, 65, 80, 100, 130, 160, 200)
"""Per cent of the usual pace."""

USUAL: Final = 100


@dataclass(frozen=True, slots=True)
class Tempo:
    """espeak-ng's `-s` (a speed, not quite words a minute) and `-g` (gap between words, in units of 10 ms)."""

    speed: int
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that may be used: its espeak-ng name, and the tempo for each of `STEPS`.

    `usual` is its usual pace in words a minute, for Chinese in characters and for Japanese in kana a minute.
    """

    name: str
    usual: int
    tempos: tuple[Tempo, ...]

    def tempo(self, pace: int) -> Tempo:
        """The tempo nearest to `pace` per cent."""
        nearest = min(range(len(STEPS)), key=lambda at: abs(STEPS[at] - pace))
        return self.tempos[nearest]


def _voice(name: str, usual: int, *tempos: tuple[int, int]) -> Voice:
    return Voice(name, usual, tuple(Tempo(speed, gap) for speed, gap in tempos))


VOICES: Final = {
    "en": _voice("en-gb", 122, (80, 9), (80, 2), (86, 0), (110, 0), (140, 0), (170, 0), (212, 0)),
    "es": _voice("es", 113, (80, 8), (80, 0), (98, 0), (122, 0), (164, 0), (200, 0), (260, 0)),
    "ar": _voice("ar", 85, (80, 11), (80, 0), (104, 0), (128, 0), (170, 0), (206, 0), (254, 0)),
    "zh-Hans": _voice("cmn", 190, (116, 0), (152, 0), (182, 0), (224, 0), (290, 0), (368, 0), (446, 0)),
    "fr": _voice("fr-fr", 119, (80, 9), (80, 1), (97, 0), (118, 0), (152, 0), (186, 0), (227, 0)),
    "pt": _voice("pt", 116, (80, 6), (89, 0), (108, 0), (134, 0), (170, 0), (209, 0), (254, 0)),
    "ru": _voice("ru", 104, (80, 12), (80, 4), (94, 0), (120, 0), (158, 0), (200, 0), (271, 0)),
    "uk": _voice("uk", 104, (80, 13), (80, 4), (88, 0), (111, 0), (149, 0), (189, 0), (250, 0)),
    "fa": _voice("fa", 113, (80, 3), (97, 0), (117, 0), (144, 0), (183, 0), (223, 0), (276, 0)),
    "hi": _voice("hi", 148, (80, 2), (98, 0), (118, 0), (144, 0), (183, 0), (220, 0), (270, 0)),
    "vi": _voice("vi", 159, (80, 6), (80, 0), (100, 0), (123, 0), (154, 0), (186, 0), (223, 0)),
    "zh-Hant": _voice("cmn", 190, (118, 0), (151, 0), (183, 0), (227, 0), (290, 0), (368, 0), (450, 0)),
    "ja": _voice("ja", 255, (80, 37), (80, 6), (97, 0), (118, 0), (149, 0), (180, 0), (215, 0)),
    "ko": _voice("ko", 75, (80, 8), (91, 0), (109, 0), (134, 0), (169, 0), (206, 0), (251, 0)),
}
"""The voices that may be used, by language. Beside them only what a language pack names is tried (P31)."""


def voice_for(language: str) -> Voice | None:
    """The voice for a language tag, or for another region of the same language; None without one."""
    if found := VOICES.get(language):
        return found
    if name := language_info(language).voice:
        return _unmeasured(name)
    base = language.split("-", 1)[0].lower()
    return next((voice for tag, voice in VOICES.items() if tag.split("-", 1)[0] == base), None)


@cache
def _unmeasured(name: str) -> Voice:
    """The voice of an added language, with English tempos: nobody has measured it on this machine."""
    return Voice(name, VOICES["en"].usual, VOICES["en"].tempos)


def faster(pace: int) -> int:
    """The next step up; the last one stays."""
    return next((step for step in STEPS if step > pace), STEPS[-1])


def slower(pace: int) -> int:
    """The next step down; the first one stays."""
    return next((step for step in reversed(STEPS) if step < pace), STEPS[0])
