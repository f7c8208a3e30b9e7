# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff see of a machine: how many, in which state, since when. Never a name, a service or an answer."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from core.delivery_rules import DISCARDABLE, PROVEN, needs_person
from core.ids import SubmissionId
from core.staff.agency_reach import AgencyReach
from core.staff.printer_state import PaperLeft, PrinterState
from core.staff.set_up_state import SetUpState
from core.submission import Delivery, DeliveryState


class GivenUp(Enum):
    """Why two people give up an application. The values stand in the log of staff."""

    OTHER_WAY = "sent-another-way"
    WITHDRAWN = "person-wants-it-no-more"
    HANDED_OVER = "agency-has-sealed-file"
    TRIAL = "trial-entry"


@dataclass(frozen=True, slots=True)
class Held:
    """A sealed application that does not go on by itself: its number, why, and since when (epoch seconds)."""

    id: SubmissionId
    seal: str
    state: DeliveryState
    created: float

    @property
    def discardable(self) -> bool:
        """Whether it may be given up; what only waits long for its agency may not."""
        return self.state in DISCARDABLE


@dataclass(frozen=True, slots=True)
class DayCount:
    """Of the applications sealed within a span: how many there are, and in which state."""

    sealed: int
    received: int
    refused: int
    waiting: int


@dataclass(frozen=True, slots=True)
class MachineState:
    """`held` are those that need a person, the oldest first. `today` counts what was sealed since midnight.

    `printer` is None where nothing is printed through a queue. `reaches` are of the servers of agencies,
    `paper` is what visits may have left in the printer.
    """

    waiting: int
    oldest: float | None
    held: tuple[Held, ...]
    today: DayCount
    set_up: SetUpState = SetUpState()
    printer: PrinterState | None = None
    reaches: tuple[AgencyReach, ...] = ()
    paper: PaperLeft = PaperLeft()


def machine_state(deliveries: tuple[Delivery, ...], now: float, midnight: float) -> MachineState:
    """What the outbox holds at `now`; `midnight` begins the day."""
    open_ones = [one for one in deliveries if one.state not in PROVEN and one.state not in DISCARDABLE]
    held = tuple(
        Held(one.id, one.seal, one.state, one.created) for one in deliveries if needs_person(one, now)
    )
    return MachineState(
        waiting=len(open_ones),
        oldest=min((one.created for one in open_ones), default=None),
        held=tuple(sorted(held, key=lambda one: one.created)),
        today=_day(tuple(one for one in deliveries if one.created >= midnight)),
    )


def _day(deliveries: tuple[Delivery, ...]) -> DayCount:
    states = Counter(one.state for one in deliveries)
    received = sum(states[state] for state in PROVEN)
    refused = states[DeliveryState.REFUSED]
    return DayCount(len(deliveries), received, refused, len(deliveries) - received - refused)
