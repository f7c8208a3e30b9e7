# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages on which a person makes the machine comfortable, and takes their settings along or brings them."""

from dataclasses import dataclass
from enum import Enum

from core.errors import Trouble


class ComfortPart(Enum):
    """What settings belong together on a page, so that none holds too much to press (UND-01)."""

    SEEING = "seeing"
    VOICE = "voice"
    LETTERS = "letters"
    PACE = "pace"


@dataclass(frozen=True, slots=True)
class Comfort:
    """Make it comfortable: the parts of the settings, or one of them."""

    part: ComfortPart | None = None


@dataclass(frozen=True, slots=True)
class SettingsCard:
    """The settings as a code to scan and as eight signs. `kept` once they are on paper or in a file."""

    busy: bool = False
    kept: bool = False
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """A field for a code. `asked` is the text that held no settings; `looking` while a camera looks for a card."""

    typed: str = ""
    asked: str = ""
    looking: bool = False
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class CardRead:
    """A card was shown. `known`: its settings are in use; `speaks`: it said in which language."""

    known: bool
    speaks: bool = False
