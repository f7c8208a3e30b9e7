# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the voice of a machine sounds, who hears it, and how it begins."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Private(Enum):
    """When only the person at the machine hears the voice. What is not known counts as heard by all (SPK-06)."""

    NEVER = "never"
    JACK = "jack"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class VoicePlace:
    """Where the voice sounds: `device` is an ALSA name, empty for the default one.

    With `private = "jack"` the control `jack` of the sound card `card` tells whether headphones are plugged in.
    `loudest_dba` was measured at the loudest step, 0 when nobody has. `recorded` and `neural` are folders of recordings
    and of Piper's voices. A visit begins with `volume` and `speed`, in the steps of `Preferences`.
    """

    device: str = ""
    private: Private = Private.NEVER
    card: str = ""
    jack: str = ""
    loudest_dba: float = 0.0
    recorded: Path | None = None
    neural: Path | None = None
    volume: int = 0
    speed: int = 0
