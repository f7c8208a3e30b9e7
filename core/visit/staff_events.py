# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What those who work here do, and what the stores and devices answer them."""

from dataclasses import dataclass, field
from enum import Enum

from core.errors import Trouble
from core.staff.finding import Found
from core.staff.form_walk import FormWalk
from core.staff.machine_state import GivenUp, Held, MachineState
from core.staff.member import Member, NotSignedIn
from core.visit.by_person import ByPerson


class StaffButton(Enum):
    """A button of the staff's pages."""

    OPEN = "open"
    OUT = "out"
    RESTART = "restart"
    PRINT_DAY = "print"
    FREE = "free"
    LOOKED = "looked"
    HELD = "held"
    FINDINGS = "findings"
    PRINT_FOUND = "print-found"
    EXPORT_LOG = "log"
    CHECKPOINT = "checkpoint"
    EDIT = "edit"
    TOUCH = "touch"
    KEYS = "keys"
    SHOW_CODES = "show-codes"
    READ_CODES = "read-codes"
    NEXT_CODE = "next-code"
    LOOK = "look"
    DEVICES = "devices"
    AGAIN = "again"
    ASK = "ask"
    EXPORT = "export"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class StaffPressed(ByPerson):
    """That button."""

    button: StaffButton


@dataclass(frozen=True, slots=True)
class StaffTyped(ByPerson):
    """The whole text of the field now, from keys, fingers or a scanner."""

    typed: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StaffEntered(ByPerson):
    """Go on with what stands in the field."""


@dataclass(frozen=True, slots=True)
class HeldChosen(ByPerson):
    """One of those that need a person."""

    held: Held


@dataclass(frozen=True, slots=True)
class ReasonChosen(ByPerson):
    """Why it is given up."""

    reason: GivenUp


@dataclass(frozen=True, slots=True)
class StaffAnswered:
    """Who signed in; answers `StaffSignIn`."""

    answer: Member | NotSignedIn


@dataclass(frozen=True, slots=True)
class StaffStateHere:
    """What the machine holds; answers `StaffDescribe`."""

    state: MachineState


@dataclass(frozen=True, slots=True)
class StaffDone:
    """It was done, or why not."""

    button: StaffButton
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class StaffDiscarded:
    """Two people have given it up, or it was not done; answers `StaffDiscard`."""

    answer: Trouble | NotSignedIn | None


@dataclass(frozen=True, slots=True)
class FindingsHere:
    """What the machine found out about itself, and of the forms that it has to try first; answers `StaffLook`."""

    found: tuple[Found, ...]
    walks: tuple[FormWalk, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckpointHere:
    """The log's signature over so many records, as the text of a code to scan; answers `StaffSignLog`."""

    records: int
    code: str


@dataclass(frozen=True, slots=True)
class CodesHere:
    """The machine's signed settings as a set of codes; answers `StaffMakeCodes`."""

    codes: tuple[str, ...] = field(repr=False)


StaffAnswer = (
    StaffAnswered | StaffStateHere | StaffDone | StaffDiscarded | FindingsHere | CheckpointHere | CodesHere
)
