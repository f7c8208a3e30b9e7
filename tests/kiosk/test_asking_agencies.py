# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The courier asks how far agencies are: in time, one at a time for each, and whoever follows it goes on asking."""

from dataclasses import replace

from core import sync
from core.catalogue import ChannelKind
from core.following import Progress
from core.ports import Agency, Outbox
from core.submission import Delivery, DeliveryState, Received, Submission
from kiosk.courier.asking import LOOK_SECONDS, MOST_AT_ONCE, Asking
from kiosk.lanes import InlineLane
from tests.support.dying_courier import BEGIN, SetClock
from tests.support.fake_agency import FakeAgency
from tests.support.fake_outbox import FakeOutbox
from tests.support.lanes import WaitingLane
from tests.support.submissions import submission

DAY = 86_400.0


def half() -> float:
    return 0.5


def received(outbox: Outbox, agency: FakeAgency, item: Submission) -> Delivery:
    first = outbox.seal(item)
    assert isinstance(first, Delivery)
    leaving = sync.claim(first, item.created)
    outcome = agency.deliver(item)
    assert isinstance(outcome, Received)
    after = sync.after(leaving, outcome, item.created, 0.5)
    assert outbox.update(first, leaving)
    assert outbox.update(leaving, after)
    return after


def state_of(outbox: Outbox, delivery: Delivery) -> DeliveryState:
    found = outbox.delivery(delivery.id)
    assert found is not None
    return found.state


def test_what_an_office_does_is_seen_when_it_is_asked_again() -> None:
    outbox, agency, clock = FakeOutbox(), FakeAgency(), SetClock()
    delivery = received(outbox, agency, submission(1, created=BEGIN))
    asking = Asking(outbox, {ChannelKind.OPENROSA: agency}, InlineLane(), clock, half)

    agency.records[0].state, agency.records[0].words = DeliveryState.NEEDS_YOU, "A photo"
    asking.turn()
    assert state_of(outbox, delivery) is DeliveryState.RECEIVED
    clock.now += 60
    asking.turn()

    found = outbox.delivery(delivery.id)
    assert found is not None
    assert (found.state, found.reason, found.changed) == (DeliveryState.NEEDS_YOU, "A photo", clock.now)


def test_an_agency_that_is_gone_changes_nothing_and_is_asked_again() -> None:
    outbox, agency, clock = FakeOutbox(), FakeAgency(), SetClock()
    delivery = received(outbox, agency, submission(1, created=BEGIN))
    asking = Asking(outbox, {ChannelKind.OPENROSA: agency}, InlineLane(), clock, half)
    agency.gone = True
    for _ in range(30):
        clock.now += DAY
        asking.turn()
    assert state_of(outbox, delivery) is DeliveryState.RECEIVED

    agency.gone, agency.records[0].state = False, DeliveryState.DECIDED
    clock.now += 2 * DAY
    asking.turn()
    assert state_of(outbox, delivery) is DeliveryState.DECIDED


def test_one_agency_is_asked_one_thing_at_a_time_and_all_leave_room_for_deliveries() -> None:
    outbox, agency, clock, lane = FakeOutbox(), FakeAgency(), SetClock(), WaitingLane()
    for number in range(1, 7):
        item = submission(number, created=BEGIN)
        office = f"https://town.example/office/{number // 2}"
        received(outbox, agency, replace(item, organisation=type(item.organisation)(office)))
    asking = Asking(outbox, {ChannelKind.OPENROSA: agency}, lane, clock, half)
    for _ in range(6):
        clock.now += max(60.0, LOOK_SECONDS)
        asking.turn()
        assert 0 < lane.waiting <= MOST_AT_ONCE
        assert not asking.idle
        lane.let_go()
        assert asking.idle


def test_what_is_in_a_protocol_that_is_not_spoken_any_more_stays_and_makes_room_for_the_next() -> None:
    outbox, agency, clock = FakeOutbox(), FakeAgency(), SetClock()
    delivery = received(outbox, agency, submission(1, created=BEGIN))
    clock.now += DAY
    nobody: dict[ChannelKind, Agency] = {}
    Asking(outbox, nobody, InlineLane(), clock, half).turn()
    assert state_of(outbox, delivery) is DeliveryState.RECEIVED
    assert outbox.asked_about(clock.now) == ()


def test_answer_for_a_row_that_moved_on_meanwhile_is_dropped() -> None:
    outbox, agency, clock = FakeOutbox(), FakeAgency(), SetClock()
    delivery = received(outbox, agency, submission(1, created=BEGIN))
    decided = replace(delivery, state=DeliveryState.DECIDED)

    class Overtaken(FakeAgency):
        def progress(self, delivery: Delivery) -> Progress:
            told = FakeAgency.progress(agency, delivery)
            assert outbox.update(delivery, decided)
            return told

    clock.now += DAY
    Asking(outbox, {ChannelKind.OPENROSA: Overtaken()}, InlineLane(), clock, half).turn()
    assert outbox.delivery(delivery.id) == decided
