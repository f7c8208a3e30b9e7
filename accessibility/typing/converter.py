# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a converter of readings can do, whatever does the converting: a reading in, texts to choose from out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Choice:
    """A text that the beginning of a reading may stand for; `taken` counts the signs of that beginning."""

    text: str
    taken: int


@dataclass(frozen=True, slots=True)
class Offer:
    """The texts to choose from, the likeliest first; none where the reading means nothing."""

    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """Nothing on this machine converts the language."""


Answer = Offer | Missing


class Converter(Protocol):
    """Converts readings piece by piece: the first pieces of a reading are chosen, the rest is asked for anew.

    It keeps nothing between two questions and learns from none (PRV-04).
    """

    def serves(self, language: str) -> bool:
        """Whether readings of a language (BCP 47) are to be converted, if the machine has what it takes."""

    def ask(self, language: str, reading: str, answered: Callable[[Answer], None]) -> None:
        """Convert a reading. `answered` is called on the caller's thread, at once or later.

        An empty reading asks whether the language can be converted at all.
        """


class NoConverter:
    """For machines and fields without any: readings stay as they are typed."""

    def serves(self, language: str) -> bool:
        """See `Converter.serves`."""
        del language
        return False

    def ask(self, language: str, reading: str, answered: Callable[[Answer], None]) -> None:
        """See `Converter.ask`."""
        del language, reading
        answered(Missing())
