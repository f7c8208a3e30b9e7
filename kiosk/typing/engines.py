# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which engine converts which language; each is opened when it is first needed."""

from collections.abc import Callable
from typing import Protocol

from accessibility.typing.converter import Answer, Choice, Missing, Offer
from accessibility.typing.readings import family
from kiosk.typing.bopomofo import Bopomofo
from kiosk.typing.kanji import Kanji
from kiosk.typing.libraries import PACKAGES, AbsentError
from kiosk.typing.pinyin import Pinyin
from kiosk.typing.traditional import Traditional


class Engine(Protocol):
    """Converts readings of one kind."""

    def choices(self, reading: str) -> tuple[Choice, ...]:
        """The texts that the beginning of a reading may stand for, the likeliest first."""


class Engines:
    """All engines of this machine; one that is absent is looked for once."""

    def __init__(self) -> None:
        self._opened: dict[str, Engine | None] = {}

    def answer(self, language: str, reading: str) -> Answer:
        """Convert a reading. Missing where what its signs need is not installed."""
        engine = self._engine(language, reading)
        if engine is None:
            return Missing()
        return Offer(engine.choices(reading)) if reading else Offer()

    def _engine(self, language: str, reading: str) -> Engine | None:
        match family(language):
            case "zh-hans":
                return self._open("pinyin", Pinyin)
            case "zh-hant":
                if reading[:1].isascii() and reading:
                    return self._open("traditional", self._traditional)
                return self._open("bopomofo", Bopomofo)
            case "ja":
                return self._open("kanji", Kanji)
            case _:
                return None

    def _traditional(self) -> Engine:
        pinyin = self._open("pinyin", Pinyin)
        if not isinstance(pinyin, Pinyin):
            raise AbsentError("libpinyin")
        return Traditional(pinyin)

    def _open(self, name: str, make: Callable[[], Engine]) -> Engine | None:
        if name not in self._opened:
            try:
                self._opened[name] = make()
            except AbsentError:
                self._opened[name] = None
        return self._opened[name]


PROBES = {"zh-Hans": ("ni",), "zh-Hant": ("ㄋㄧˇ", "ni"), "ja": ("に",)}
"""For each language, a reading of each kind in which it is typed."""


def packages_missing(language: str, answer: Callable[[str, str], Answer]) -> tuple[str, ...]:
    """The Debian packages to install before a language can be typed whole; none where it can, or needs no engine."""
    tag = next((known for known in PROBES if family(known) == family(language)), "")
    complete = all(isinstance(answer(language, one), Offer) for one in PROBES.get(tag, ()))
    return () if complete else PACKAGES[tag]
