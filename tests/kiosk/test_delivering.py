# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose turn it is to be delivered: nobody waits behind an agency that is not theirs."""

from dataclasses import dataclass, field, replace
from typing import Final

from core import sync
from core.catalogue import ChannelKind
from core.following import NothingTold, Progress
from core.ids import OrganisationId, ServiceId
from core.submission import (
    Delivery,
    DeliveryState,
    NotFoundThere,
    NotSent,
    Outcome,
    Received,
    Submission,
)
from kiosk.courier.delivering import Delivering
from tests.support.dying_courier import BEGIN, SetClock
from tests.support.fake_outbox import FakeOutbox
from tests.support.lanes import WaitingLane
from tests.support.outbox_steps import sealed
from tests.support.submissions import submission

MANY: Final = 45
OTHER: Final = 900


@dataclass(slots=True)
class Town:
    """Every agency of it; `away` are the hosts that do not answer, `tried` what was sent to whom."""

    away: set[str] = field(default_factory=set)
    tried: list[str] = field(default_factory=list)

    def deliver(self, item: Submission) -> Outcome:
        host = item.envelope.url.split("/")[2]
        self.tried.append(host)
        return NotSent("no_connection") if host in self.away else Received(f"R-{item.id[-3:]}")

    def look_up(self, item: Submission, since: float, told_at: str = "") -> Outcome:
        del item, since, told_at
        return NotFoundThere()

    def progress(self, delivery: Delivery) -> Progress:
        del delivery
        return NothingTold("status")


def at(number: int, name: str, service: str = "") -> Submission:
    """A submission to the agency of that name, which has a server for each of its services."""
    one = submission(number, created=BEGIN)
    host = f"{service or name}.example"
    return replace(
        one,
        organisation=OrganisationId(f"https://{name}.example/"),
        service=ServiceId(f"https://{host}/service"),
        envelope=replace(one.envelope, url=f"https://{host}/submission"),
    )


@dataclass(slots=True)
class Machine:
    """A courier's deliveries over an outbox in memory; what is sent ends when `lane` lets it go."""

    town: Town = field(default_factory=Town)
    outbox: FakeOutbox = field(default_factory=FakeOutbox)
    lane: WaitingLane = field(default_factory=WaitingLane)
    clock: SetClock = field(default_factory=SetClock)

    def delivering(self) -> Delivering:
        agencies = {ChannelKind.OPENROSA: self.town, ChannelKind.OPEN311: self.town}
        return Delivering(
            self.outbox, agencies, self.lane, self.clock, self.clock.instant, 600.0, lambda: 0.5
        )

    def state(self, number: int) -> DeliveryState:
        found = self.outbox.delivery(submission(number).id)
        assert found is not None
        return found.state


def test_many_for_a_slow_agency_stand_before_nobody_elses() -> None:
    machine = Machine()
    for number in range(MANY):
        sealed(machine.outbox, at(number, "slow"))
    sealed(machine.outbox, at(OTHER, "quick"))

    machine.delivering().turn()

    assert machine.lane.waiting == 2
    assert machine.state(OTHER) is DeliveryState.LEAVING


def test_many_for_an_agency_that_is_down_stand_before_nobody_elses() -> None:
    machine = Machine(Town(away={"down.example"}))
    delivering = machine.delivering()
    for number in range(MANY):
        sealed(machine.outbox, at(number, "down"))
    for _ in range(5):
        delivering.turn()
        machine.lane.let_go()
    sealed(machine.outbox, at(OTHER, "up"))

    delivering.turn()
    machine.lane.let_go()

    assert machine.town.tried == ["down.example"] * 5 + ["up.example"]
    assert machine.state(OTHER) is DeliveryState.RECEIVED


def test_one_of_an_agencys_servers_that_is_down_does_not_stop_its_others() -> None:
    machine = Machine(Town(away={"down.example"}))
    delivering = machine.delivering()
    for number in range(MANY):
        sealed(machine.outbox, at(number, "town", "down"))
    for _ in range(5):
        delivering.turn()
        machine.lane.let_go()
    sealed(machine.outbox, at(OTHER, "town", "up"))

    delivering.turn()
    machine.lane.let_go()

    assert machine.state(OTHER) is DeliveryState.RECEIVED


def test_the_first_attempt_after_a_pause_that_never_began_does_not_stop_the_next() -> None:
    class Moved(FakeOutbox):
        """Somebody else changes what is about to leave, once."""

        moved = False

        def update(self, before: Delivery, after: Delivery) -> bool:
            if self.moved and after.state is DeliveryState.LEAVING:
                self.moved = False
                assert super().update(before, sync.to_person(before, BEGIN))
            return super().update(before, after)

    outbox = Moved()
    machine = Machine(Town(away={"town.example"}), outbox)
    delivering = machine.delivering()
    for number in range(6):
        sealed(outbox, at(number, "town"))
    for _ in range(5):
        delivering.turn()
        machine.lane.let_go()
    machine.town.away.clear()
    machine.clock.now += 3_600.0
    outbox.moved = True

    for _ in range(6):
        delivering.turn()
        machine.lane.let_go()

    states = [one.state for one in outbox.deliveries()]
    assert states.count(DeliveryState.RECEIVED) == 5
    assert states.count(DeliveryState.ATTENTION) == 1
