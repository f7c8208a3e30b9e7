# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places for those who work here: signing in, what the machine holds, and what waits for a person."""

from dataclasses import dataclass, field

from core.errors import Trouble
from core.staff.finding import Found
from core.staff.form_walk import FormWalk
from core.staff.machine_state import GivenUp, Held
from core.visit.copying_pages import CopyPage
from core.visit.self_test_pages import SelfTestPage


@dataclass(frozen=True, slots=True)
class SecondFor:
    """What a second person signs in for: to give up an application, for a reason."""

    held: Held
    reason: GivenUp


@dataclass(frozen=True, slots=True)
class StaffDoor:
    """Sign in: a number or a card first, then the PIN. `asking` while it is looked at; `second` for whom it is;
    `trouble` is what the stores could not do.

    `told` once something did not fit; then `left` of `of` seconds remain until it can be tried again, counted from the
    steady time `since`.
    """

    typed: str = field(default="", repr=False)
    number: int | None = field(default=None, repr=False)
    card: str = field(default="", repr=False)
    asking: bool = False
    told: bool = False
    left: float = 0.0
    of: float = 0.0
    since: float | None = None
    second: SecondFor | None = None
    trouble: Trouble | None = None

    @property
    def asks_pin(self) -> bool:
        """Whether who it is was said, and the PIN is asked for."""
        return self.number is not None or bool(self.card)


@dataclass(frozen=True, slots=True)
class StaffHome:
    """What the machine holds, and what this person may do. `done` names what was just done, `trouble` what was not."""

    done: str = ""
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class StaffHeld:
    """What needs a person, by number and reason."""


@dataclass(frozen=True, slots=True)
class StaffItem:
    """One sealed application that needs a person. `done` and `trouble` as on `StaffHome`."""

    held: Held
    done: str = ""
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class StaffReason:
    """Why is it given up?"""

    held: Held


@dataclass(frozen=True, slots=True)
class StaffFindings:
    """What the machine finds out about itself; None while it looks. `walks` are of forms that it has to try first.

    With `devices` it is only what people touch, press, hear and take along, also where nothing is amiss. `done`
    and `trouble` as on `StaffHome`.
    """

    found: tuple[Found, ...] | None = None
    walks: tuple[FormWalk, ...] = ()
    devices: bool = False
    done: str = ""
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class StaffCheckpoint:
    """The signature over the first `records` of the log, as a code to take away; no code while it is made."""

    records: int = 0
    code: str = ""


StaffPage = (
    StaffDoor
    | StaffHome
    | StaffHeld
    | StaffItem
    | StaffReason
    | StaffFindings
    | StaffCheckpoint
    | SelfTestPage
    | CopyPage
)
