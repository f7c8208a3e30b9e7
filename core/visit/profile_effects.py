# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the changing of a profile asks the program to do."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.ids import Language
from core.visit.guiding_state import SetUpStep

if TYPE_CHECKING:
    from core.forms.entry import Entry


@dataclass(frozen=True, slots=True)
class JudgeProfile:
    """Read it as a start would. Answered by `ProfileJudged`."""

    entry: "Entry"


@dataclass(frozen=True, slots=True)
class SaveProfile:
    """Put it on the disk, if a start would take it.

    Answered by `ProfileSaved` or `ProfileNotSaved`, and by `ProfileJudged` where a start would not.
    """

    entry: "Entry"


@dataclass(frozen=True, slots=True)
class TryProfile:
    """Open the welcome page of a machine with this profile; nothing is kept and nothing is sent."""

    entry: "Entry"


@dataclass(frozen=True, slots=True)
class KeepSetUp:
    """Remember how far a first set-up has come, good or not, so that it can be gone on with later."""

    entry: "Entry"
    step: SetUpStep


@dataclass(frozen=True, slots=True)
class LookForSetUp:
    """See how it stands with what a step is about: say something, print something, ask who answers at `address`.

    Answered by `SetUpSeen`. `language` is that of whoever is there.
    """

    step: SetUpStep
    entry: "Entry"
    language: Language
    address: str = ""


@dataclass(frozen=True, slots=True)
class WalkForms:
    """Do each form of the services to its end, and remember how that went. Answered by `SetUpSeen`, form by form."""

    entry: "Entry"


SetUpEffect = KeepSetUp | LookForSetUp | WalkForms
ProfileEffect = JudgeProfile | SaveProfile | TryProfile | SetUpEffect
