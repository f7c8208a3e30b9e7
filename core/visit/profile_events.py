# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff do with a profile, and what is answered to it."""

from dataclasses import dataclass

from core.breach import Breach
from core.errors import Trouble
from core.visit.by_person import ByPerson


@dataclass(frozen=True, slots=True)
class ProfileGroupChosen(ByPerson):
    """Show the settings of a group."""

    name: str


@dataclass(frozen=True, slots=True)
class ProfileChangesPressed(ByPerson):
    """Show what is different from the profile that runs."""


@dataclass(frozen=True, slots=True)
class ProfileSavePressed(ByPerson):
    """Save the profile, or say why that cannot be."""


@dataclass(frozen=True, slots=True)
class ProfileTryPressed(ByPerson):
    """Try the profile as a visitor would see it."""


@dataclass(frozen=True, slots=True)
class ProfileLeft(ByPerson):
    """Leave without saving."""


@dataclass(frozen=True, slots=True)
class ProfileJudged:
    """What does not fit together; answers `JudgeProfile`."""

    breaches: tuple[Breach, ...]


@dataclass(frozen=True, slots=True)
class ProfileSaved:
    """It is on the disk, whole; answers `SaveProfile`."""


@dataclass(frozen=True, slots=True)
class ProfileNotSaved:
    """The disk did not take it, and what was there is there still."""

    trouble: Trouble


ProfileAnswer = ProfileJudged | ProfileSaved | ProfileNotSaved
