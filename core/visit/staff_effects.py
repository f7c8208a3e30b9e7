# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages of those who work here ask the program to do."""

from dataclasses import dataclass, field

from core.ids import Language
from core.staff.finding import Found, Gravity
from core.staff.log_events import LogEvent
from core.staff.machine_state import GivenUp, Held, MachineState
from core.staff.member import Member, Shown
from core.staff.roles import Role
from core.visit.self_test_pages import StaffTested


@dataclass(frozen=True, slots=True)
class StaffSignIn:
    """Answered by `StaffAnswered`."""

    shown: Shown = field(repr=False)


@dataclass(frozen=True, slots=True)
class StaffDescribe:
    """Answered by `StaffStateHere`."""


@dataclass(frozen=True, slots=True)
class StaffNote:
    """Write into the log of staff what needs nothing else done. `why` stands beside it."""

    event: LogEvent
    role: Role
    why: str = ""


@dataclass(frozen=True, slots=True)
class StaffNoteTest:
    """Write into the log of staff how many of what people touch or press were asked for, and how many kept silent."""

    event: LogEvent
    role: Role
    asked: int
    silent: int


@dataclass(frozen=True, slots=True)
class StaffExport:
    """Put a sealed application on a stick. Answered by `StaffDone`."""

    role: Role
    held: Held


@dataclass(frozen=True, slots=True)
class StaffDiscard:
    """Give an application up, if a second person signs in for it. Answered by `StaffDiscarded`."""

    first: Member
    second: Shown = field(repr=False)
    held: Held
    reason: GivenUp


@dataclass(frozen=True, slots=True)
class StaffExportLog:
    """Put the log of staff on a stick. Answered by `StaffDone`."""

    role: Role


@dataclass(frozen=True, slots=True)
class StaffSignLog:
    """Sign the log of staff where it stands. Answered by `CheckpointHere`."""

    role: Role


@dataclass(frozen=True, slots=True)
class StaffPrintDay:
    """Print the day's counts. Answered by `StaffDone`."""

    role: Role
    state: MachineState
    language: Language


@dataclass(frozen=True, slots=True)
class StaffPrintFound:
    """Print what the machine found, and what came of the tests of glass and keys. Answered by `StaffDone`.

    `as_of` is when the list of services was made, in epoch seconds.
    """

    role: Role
    found: tuple[Found, ...]
    tested: tuple[StaffTested, ...]
    as_of: float | None
    language: Language

    @property
    def problems(self) -> int:
        """How many of what was found are not fit for people."""
        return sum(one.gravity is Gravity.BAD for one in self.found)


@dataclass(frozen=True, slots=True)
class StaffFreePrinter:
    """Let the printer go on, without the sheets that wait. Answered by `StaffDone`."""

    role: Role


@dataclass(frozen=True, slots=True)
class StaffLookedForPaper:
    """They have looked in the printer for what visits may have left there. Answered by `StaffDone`."""

    role: Role


@dataclass(frozen=True, slots=True)
class StaffLook:
    """Let the machine look at itself. Answered by `FindingsHere`."""

    role: Role


@dataclass(frozen=True, slots=True)
class StaffAskSource:
    """Have the source of set-ups asked now. Answered by `StaffDone`."""

    role: Role


@dataclass(frozen=True, slots=True)
class StaffEdit:
    """Open the machine's settings to be changed. Answered by `StaffDone` once they are open, or cannot be."""

    role: Role
    language: Language


@dataclass(frozen=True, slots=True)
class StaffMakeCodes:
    """Make codes of the machine's signed settings. Answered by `CodesHere`, or `StaffDone` with what is wrong."""

    role: Role


@dataclass(frozen=True, slots=True)
class StaffTakeProfile:
    """Prove settings that were brought, and lay them ready to be tried. Answered by `StaffDone`."""

    role: Role
    content: bytes = field(repr=False)


StaffEffect = (
    StaffSignIn
    | StaffDescribe
    | StaffNote
    | StaffNoteTest
    | StaffExport
    | StaffDiscard
    | StaffExportLog
    | StaffSignLog
    | StaffPrintDay
    | StaffPrintFound
    | StaffFreePrinter
    | StaffLookedForPaper
    | StaffLook
    | StaffAskSource
    | StaffEdit
    | StaffMakeCodes
    | StaffTakeProfile
)
