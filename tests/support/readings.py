# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A converter whose choices can be read back into what was typed, so that tests see whether anything was lost."""

from collections.abc import Callable
from dataclasses import dataclass, field

from accessibility.typing.converter import Answer, Choice, Missing, Offer
from accessibility.typing.readings import family

WIDE = {letter: chr(ord(letter) + 0xFEE0) for letter in "abcdefghijklmnopqrstuvwxyz'"}
"""Letters a to z as full-width ones, which no reading is spelt with."""

NARROW = {wide: letter for letter, wide in WIDE.items()}


def widened(letters: str) -> str:
    """What this converter makes of letters; others stay."""
    return "".join(WIDE.get(letter, letter) for letter in letters)


def read_back(text: str) -> str:
    """What was typed to get a text."""
    return "".join(NARROW.get(sign, sign) for sign in text)


@dataclass
class WideConverter:
    """Offers the reading in full-width letters: whole, then ever shorter beginnings.

    `late`: answers wait until `come` brings them. `there`: whether the engine is there.
    """

    there: bool = True
    late: bool = False
    asked: list[str] = field(default_factory=list)
    _waiting: list[Callable[[], None]] = field(default_factory=list)

    def serves(self, language: str) -> bool:
        return bool(family(language))

    def ask(self, language: str, reading: str, answered: Callable[[Answer], None]) -> None:
        self.asked.append(reading)
        choices = tuple(Choice(widened(reading[:end]), end) for end in range(len(reading), 0, -1))
        answer: Answer = Offer(choices) if self.there else Missing()
        if self.late:
            self._waiting.append(lambda: answered(answer))
        else:
            answered(answer)

    def come(self) -> None:
        """All answers that wait."""
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            one()
