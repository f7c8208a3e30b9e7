# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sound card with a headphone socket, as `amixer` and `alsactl` tell of one: stand-ins that speak as they do."""

from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.profile.model import Profile
from kiosk.profile.voice_place import Private

CGET = "numid=22,iface=CARD,name='Headphone Jack'\n  ; type=BOOLEAN,access=r-------,values=1\n  : values={}\n"
CARD, SOCKET = "PCH", "Headphone Jack"


@dataclass(frozen=True, slots=True)
class SoundCard:
    """`folder` has the programs: it comes first in PATH. `says` is what the control is read as from now on."""

    folder: Path

    def install(self) -> None:
        """Put the programs there; nothing is plugged in."""
        self._values.write_text(CGET.format("off"))
        self._events.touch()
        for name, does in (
            ("amixer", f"cat {self._values}"),
            ("alsactl", f"exec tail -n 0 -s 0.05 -f {self._events}"),
        ):
            program = self.folder / name
            program.write_text(f"#!/bin/sh\n{does}\n")
            program.chmod(0o700)

    @property
    def path(self) -> str:
        """What PATH has to be."""
        return f"{self.folder}:/usr/bin:/bin"

    def plug(self, plugged: bool) -> None:
        """Headphones go in or out."""
        self.says(CGET.format("on" if plugged else "off"))

    def says(self, values: str) -> None:
        """Answer so from now on, and tell that something has changed."""
        self._values.write_text(values)
        with self._events.open("a") as events:
            events.write("node hw:0, #22 (0,0,0,Headphone Jack,0) VALUE\n")

    @property
    def _values(self) -> Path:
        return self.folder / "values"

    @property
    def _events(self) -> Path:
        return self.folder / "events"


def with_a_socket(profile: Profile) -> Profile:
    """A machine where the card's socket tells who hears the voice."""
    return replace(profile, voice=replace(profile.voice, private=Private.JACK, card=CARD, jack=SOCKET))
