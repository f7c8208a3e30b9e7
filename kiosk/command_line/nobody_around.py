# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What surrounds a visit on the command line: no voice, no paper, no people, and none who could ask for them."""

from core.visit.effects import (
    Aloud,
    CallPerson,
    CardEffect,
    FileEffect,
    MapEffect,
    PaperEffect,
    PlaySound,
    Remind,
    Speak,
    StaffEffect,
    StopSpeaking,
)


class NobodyAround:
    """As much of `kiosk.around.Surroundings` as is never asked for there: who asks all the same is a bug."""

    def speak(self, what: Aloud) -> None:
        """Nobody asks for the voice here."""
        del what
        raise RuntimeError(Speak.__name__)

    def play(self, sound: bytes) -> None:
        """Nobody asks for a recording here."""
        del sound
        raise RuntimeError(PlaySound.__name__)

    def stop_speaking(self, *, pause: bool) -> None:
        """There is no voice here."""
        del pause
        raise RuntimeError(StopSpeaking.__name__)

    def remind(self) -> None:
        """No time runs out here."""
        raise RuntimeError(Remind.__name__)

    def print_paper(self, effect: PaperEffect) -> None:
        """Nobody asks for paper here."""
        raise RuntimeError(type(effect).__name__)

    def call_person(self, *, wanted: bool) -> None:
        """Nobody asks for a person here."""
        raise RuntimeError(f"{CallPerson.__name__} {wanted}")

    def card(self, effect: CardEffect) -> None:
        """Nobody carries settings here."""
        raise RuntimeError(type(effect).__name__)

    def staff(self, effect: StaffEffect) -> None:
        """Nobody works here."""
        raise RuntimeError(type(effect).__name__)

    def file(self, effect: FileEffect) -> None:
        """Nobody looks for files here: the answers name them."""
        raise RuntimeError(type(effect).__name__)

    def map(self, effect: MapEffect) -> None:
        """Nobody looks at a map here."""
        raise RuntimeError(type(effect).__name__)
