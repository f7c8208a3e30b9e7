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
    """Words that are said in one breath, in one language (BCP 47), already fit to be said.

    `place` is which item of the page they come from, `written` the words as they stand there. `private` are a person's
    own answers and numbers, which may only be heard by that person (accessibility.md SPK-06).
    """

    text: str
    language: str
    place: int = 0
    written: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class Manner:
    """How something is said: `pace` in per cent, `volume` from -2 to 2, and whether only this person hears it."""

    pace: int = USUAL
    volume: int = 0
    private_route: bool = False


class SpeechTrouble(Enum):
    """Why nothing is heard. The value is a key of the `trouble` catalogue."""

    NO_PROGRAM = "trouble.no_voice_program"
    NO_VOICE = "trouble.no_voice"
    SILENT = "trouble.voice_silent"


@dataclass(frozen=True, slots=True)
class Speaking:
    """The voice is at work, at the utterance with this place, from 0, in what it was given."""

    at: int


@dataclass(frozen=True, slots=True)
class Quiet:
    """Nothing is being said: all of it was, or it was stopped, or there is a trouble."""

    trouble: SpeechTrouble | None = None


Progress = Speaking | Quiet


class PrivacyError(Exception):
    """Something private was to be said where others hear it: a bug in whoever gathered the words."""


class SpeechSink(Protocol):
    """One voice. It says one thing at a time; to say another stops the first."""

    def can_speak(self, language: str) -> SpeechTrouble | None:
        """None when there is a voice for the language; else why not."""

    def prepare(self, language: str) -> None:
        """Somebody will soon want to hear this language."""

    def say(self, utterances: tuple[Utterance, ...], manner: Manner) -> Progress:
        """Begin to say them. Answers at once. With a language that has no voice, nothing of it is said.

        Raises `PrivacyError` when one of them is private and the route is not.
        """

    def play(self, sound: bytes, manner: Manner) -> Progress:
        """Begin to play a sound, a whole file of one, as loud as the voice. Answers at once."""

    def stop(self) -> None:
        """Be silent within 150 ms (accessibility.md SPK-03)."""

    def progress(self) -> Progress:
        """How far it is. Ask several times a second while it speaks."""

    def close(self) -> None:
        """Be silent, and let go of every process."""


def keep_private(utterances: tuple[Utterance, ...], manner: Manner) -> None:
    """Raise `PrivacyError` for private words on an open route: the last door, whatever went wrong before it."""
    if not manner.private_route and any(one.private for one in utterances):
        raise PrivacyError


@dataclass(slots=True)
class RecordingSink:
    """Keeps what it was given to say, and is silent; for a machine without sound, and for checks.

    It stays at the first utterance until `advance`, `finish` or `stop`. `languages` are those that it claims to speak.
    """

    languages: frozenset[str] = frozenset(VOICES)
    played: list[bytes] = field(default_factory=list)
    said: list[tuple[Utterance, ...]] = field(default_factory=list)
    manners: list[Manner] = field(default_factory=list)
    _now: Progress = field(default_factory=Quiet)

    def can_speak(self, language: str) -> SpeechTrouble | None:
        """See `SpeechSink`."""
        return None if language in self.languages else SpeechTrouble.NO_VOICE

    def prepare(self, language: str) -> None:
        """Nothing is needed."""

    def say(self, utterances: tuple[Utterance, ...], manner: Manner) -> Progress:
        """Record them."""
        keep_private(utterances, manner)
        self.stop()
        if any(self.can_speak(one.language) for one in utterances):
            self._now = Quiet(SpeechTrouble.NO_VOICE)
        elif utterances:
            self.said.append(utterances)
            self.manners.append(manner)
            self._now = Speaking(0)
        return self._now

    def play(self, sound: bytes, manner: Manner) -> Progress:
        """Record it."""
        self.stop()
        self.played.append(sound)
        self.manners.append(manner)
        self._now = Speaking(0)
        return self._now

    def stop(self) -> None:
        """Be silent."""
        self._now = Quiet()

    def advance(self) -> None:
        """Come to the next utterance, or to the end."""
        match self._now:
            case Speaking(at=at) if self.said and at + 1 < len(self.said[-1]):
                self._now = Speaking(at + 1)
            case _:
                self._now = Quiet()

    def finish(self) -> None:
        """Come to the end of what is being said."""
        self._now = Quiet()

    def progress(self) -> Progress:
        """Where it is."""
        return self._now

    def close(self) -> None:
        """Be silent."""
        self.stop()
