# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a visit's effects ask of the program around it: a window's, or a stand-in on the command line."""

from typing import Protocol

from core.visit import effects as fx


class Surroundings(Protocol):
    """What only the program around a visit can do: voice, paper, people, and the end of the process."""

    def speak(self, what: fx.Aloud) -> None:
        """Read the page that is shown aloud, or what is asked for; answer with `SpeechEnded`."""

    def play(self, sound: bytes) -> None:
        """Play a sound once; answer with `SpeechEnded`."""

    def stop_speaking(self, *, pause: bool) -> None:
        """Be silent at once; with `pause` remember where."""

    def remind(self) -> None:
        """Say the page aloud and ring, because time is running out."""

    def print_paper(self, effect: fx.PaperEffect) -> None:
        """Print; answer with `Printed`."""

    def call_person(self, *, wanted: bool) -> None:
        """Ask somebody to come, or tell them that nobody needs to."""

    def card(self, effect: fx.CardEffect) -> None:
        """Read a card, keep one, or look for one."""

    def file(self, effect: fx.FileEffect) -> None:
        """Look for files that a citizen brought, take one, or make one."""

    def staff(self, effect: fx.StaffEffect) -> None:
        """Do what those who work here ask for."""

    def map(self, effect: fx.MapEffect) -> None:
        """Open the town's map, or bring tiles of it."""

    def end_visit(self, ending: fx.Ending) -> None:
        """Forget everything."""
