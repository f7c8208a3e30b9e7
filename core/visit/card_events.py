# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with the settings they carry, and what the outside answers (STF-02)."""

from dataclasses import dataclass

from core.errors import Trouble
from core.ids import Language
from core.visit.by_person import ByPerson


@dataclass(frozen=True, slots=True)
class CardPressed(ByPerson):
    """My settings on a card."""


@dataclass(frozen=True, slots=True)
class CardPrintPressed(ByPerson):
    """Print the card."""


@dataclass(frozen=True, slots=True)
class CardSavePressed(ByPerson):
    """Save the settings as a file."""


@dataclass(frozen=True, slots=True)
class CodePressed(ByPerson):
    """I have a card or a code."""


@dataclass(frozen=True, slots=True)
class CodeTyped(ByPerson):
    """The whole text of the code's field now."""

    typed: str


@dataclass(frozen=True, slots=True)
class CodeEntered(ByPerson):
    """Use the code."""


@dataclass(frozen=True, slots=True)
class CardFilePressed(ByPerson):
    """Use the settings that were saved as a file."""


@dataclass(frozen=True, slots=True)
class CameraPressed(ByPerson):
    """Look for a card with the camera, or stop looking."""


@dataclass(frozen=True, slots=True)
class CardShown(ByPerson):
    """A card was held to a scanner or camera; `text` is whatever was in it, from a stranger's hand."""

    text: str


@dataclass(frozen=True, slots=True)
class CardTaken:
    """The settings of the card are in use. `language` is None where it brought none that is spoken here."""

    language: Language | None


@dataclass(frozen=True, slots=True)
class CardUnknown:
    """What was shown or typed holds no settings; nothing was changed."""


@dataclass(frozen=True, slots=True)
class CardKept:
    """The card is on paper, or in a file; or why not."""

    trouble: Trouble | None
    on_paper: bool = False


@dataclass(frozen=True, slots=True)
class NoCardFile:
    """No settings were saved as a file here, or what was saved cannot be read."""


@dataclass(frozen=True, slots=True)
class CameraEnded:
    """The camera looks no more, because of a trouble."""

    trouble: Trouble
