# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a voice can do, whatever makes the sound; nothing here ever waits for the sound to end."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from accessibility.speech.pace import USUAL, VOICES


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words that are said in one breath, in one language (BCP 47), already fit to be said."""

    text: str
    language: str


class SpeechTrouble(Enum):
    """Why nothing is heard. The value is a key of the `trouble` catalogue."""

    NO_PROGRAM = "trouble.no_voice_program"
    NO_VOICE = "trouble.no_voice"
    SILENT = "trouble.voice_silent"


@dataclass(frozen=True, slots=True)
class Speaking:
    """The voice is at work. `first` and `last` are the places, from 0, of the utterances being said."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Quiet:
    """Nothing is being said: all of it was, or it was stopped, or there is a trouble."""

    trouble: SpeechTrouble | None = None


Progress = Speaking | Quiet


class SpeechSink(Protocol):
    """One voice. It says one thing at a time; to say another stops the first."""

    def say(self, utterances: tuple[Utterance, ...], pace: int = USUAL, volume: int = 0) -> Progress:
        """Begin to say them. Answers at once. With a language that has no voice, nothing of it is said.

        `volume` is a step of `accessibility.preferences.VOLUMES`.
        """

    def stop(self) -> None:
        """Be silent within 150 ms (accessibility.md SPK-03)."""

    def progress(self) -> Progress:
        """How far it is. Ask several times a second while it speaks: asking also begins the next part."""


@dataclass(slots=True)
class RecordingSink:
    """Keeps what it was given to say, and is silent; for a machine without sound, and for checks.

    It stays at the first utterance until `finish` or `stop`. `languages` are those that it claims to speak.
    """

    languages: frozenset[str] = frozenset(VOICES)
    said: list[tuple[Utterance, ...]] = field(default_factory=list)
    paces: list[int] = field(default_factory=list)
    volumes: list[int] = field(default_factory=list)
    _now: Progress = field(default_factory=Quiet)

    def say(self, utterances: tuple[Utterance, ...], pace: int = USUAL, volume: int = 0) -> Progress:
        """Record them."""
        self.stop()
        if any(one.language not in self.languages for one in utterances):
            self._now = Quiet(SpeechTrouble.NO_VOICE)
        elif utterances:
            self.said.append(utterances)
            self.paces.append(pace)
            self.volumes.append(volume)
            self._now = Speaking(0, 0)
        return self._now

    def stop(self) -> None:
        """Be silent."""
        self._now = Quiet()

    def finish(self) -> None:
        """Come to the end of what is being said."""
        self._now = Quiet()

    def progress(self) -> Progress:
        """Where it is."""
        return self._now
