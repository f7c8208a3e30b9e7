# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff do with a profile, and what is answered to it."""

from dataclasses import dataclass

from core.breach import Breach
from core.catalogue import Catalogue
from core.errors import Trouble
from core.visit.by_person import ByPerson
from core.visit.guiding_state import FoundAgency, Seen, SetUpStep


@dataclass(frozen=True, slots=True)
class ProfileGroupChosen(ByPerson):
    """Show the settings of a group."""

    name: str


@dataclass(frozen=True, slots=True)
class ProfileOrderPressed(ByPerson):
    """Show the order of what a setting of this group holds."""


@dataclass(frozen=True, slots=True)
class ProfilePlaced(ByPerson):
    """Those that were given a place so far, in order."""

    raw: str


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
class SetUpStretched(ByPerson):
    """Make the bar on the screen longer, or shorter."""

    longer: bool


@dataclass(frozen=True, slots=True)
class SetUpLookPressed(ByPerson):
    """Have the machine do what the step is about: say, print, ask."""


@dataclass(frozen=True, slots=True)
class SetUpAnswered(ByPerson):
    """Whether it was heard, or has come out of the printer."""

    yes: bool


@dataclass(frozen=True, slots=True)
class SetUpAddressPressed(ByPerson):
    """Give the address of an agency."""


@dataclass(frozen=True, slots=True)
class SetUpKeyPressed(ByPerson):
    """Give the key for an agency's address."""

    endpoint: str


@dataclass(frozen=True, slots=True)
class SetUpWalkPressed(ByPerson):
    """Have every form done to its end, as five kinds of people would."""


@dataclass(frozen=True, slots=True)
class SetUpEventChosen(ByPerson):
    """Show a life event first, or no longer. It is known by its picture."""

    picture: str


@dataclass(frozen=True, slots=True)
class SetUpSeen:
    """What the machine saw; answers `LookForSetUp` and `WalkForms`.

    `joins` where it comes beside what was seen there before, and `goes_on` while there is more to come.
    """

    step: SetUpStep
    seen: tuple[Seen, ...]
    found: FoundAgency | None = None
    catalogue: Catalogue | None = None
    joins: bool = False
    goes_on: bool = False


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


ProfileAnswer = ProfileJudged | ProfileSaved | ProfileNotSaved | SetUpSeen
