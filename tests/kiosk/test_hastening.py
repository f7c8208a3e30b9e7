# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that answers again hastens what waits for it, and takes nothing back that it or another one has asked."""

from dataclasses import dataclass, field, replace

import pytest

from core.breaker import FAILURES_TO_OPEN, Breakers
from core.catalogue import Channel, ChannelKind
from core.ids import FormId, ServiceId
from core.submission import Delivery, NotSent, Outcome, Submission, Unsure
from kiosk.courier.fetching import services_at
from tests.kiosk.test_delivering import Machine, Town, at
from tests.support.outbox_steps import sealed
from tests.support.small_catalogue import service_id, small_catalogue
from tests.support.submissions import submission

HALF_AN_HOUR = 1_800.0
MORNING = frozenset({ServiceId("https://morning.example/service")})
BOTH = MORNING | {ServiceId("https://evening.example/service")}


@dataclass(slots=True)
class Asking(Town):
    """A town whose servers are away, and may ask to be left alone for so many seconds."""

    waits: dict[str, float] = field(default_factory=dict)

    def deliver(self, item: Submission) -> Outcome:
        host = item.envelope.url.split("/")[2]
        self.tried.append(host)
        wait = self.waits.get(host)
        return Unsure("status", wait) if wait else NotSent("no_connection")


def tried_once(**waits: float) -> tuple[Machine, list[Delivery]]:
    """One attempt at each of two agencies, a quarter of an hour ago, and how both wait since."""
    machine = Machine(Asking(waits={f"{name}.example": wait for name, wait in waits.items()}))
    for number, name in ((1, "morning"), (2, "evening")):
        sealed(machine.outbox, at(number, name))
    delivering = machine.delivering()
    delivering.turn()
    machine.lane.let_go()
    machine.clock.now += 1.0
    before = [wait_of(machine, number) for number in (1, 2)]
    delivering.hasten("https://morning.example/forms", BOTH if len(waits) > 1 else MORNING)
    return machine, before


def wait_of(machine: Machine, number: int) -> Delivery:
    found = machine.outbox.delivery(submission(number).id)
    assert found is not None
    return found


def test_what_waits_for_another_server_keeps_its_time() -> None:
    machine, before = tried_once(evening=HALF_AN_HOUR)

    assert wait_of(machine, 1).next_at < before[0].next_at
    assert wait_of(machine, 2) == before[1]
    assert before[1].next_at - machine.clock.now == pytest.approx(HALF_AN_HOUR - 1.0)


def test_what_a_server_has_asked_to_wait_waits_though_it_shows_its_forms_again() -> None:
    machine, before = tried_once(morning=HALF_AN_HOUR, evening=HALF_AN_HOUR)

    assert [wait_of(machine, number) for number in (1, 2)] == before


def test_a_breaker_is_closed_for_the_server_that_answers_and_for_no_other() -> None:
    breakers = Breakers()
    for origin in ("https://morning.example", "https://evening.example"):
        for _ in range(FAILURES_TO_OPEN):
            breakers = breakers.begun(origin).ended(origin, NotSent("no_connection"), 10.0)

    forgiven = breakers.forgiven("https://morning.example")

    assert forgiven.allows("https://morning.example", 11.0)
    assert not forgiven.allows("https://evening.example", 11.0)


def test_the_services_of_a_server_are_those_of_its_scheme_host_and_port() -> None:
    made = small_catalogue()
    birth, other = (made.services[service_id(name)] for name in ("birth", "parking"))
    here = Channel(
        "1", ChannelKind.OPENROSA, birth.organisation, "https://a.example/v1/projects/1", FormId("b")
    )
    there = replace(here, endpoint="https://a.example:8443/v1/projects/1")
    services = {birth.id: replace(birth, channels=(here,)), other.id: replace(other, channels=(there,))}
    catalogue = replace(made, services=services)

    assert services_at("https://a.example/list", catalogue) == {birth.id}
    assert services_at("https://a.example:8443/", catalogue) == {other.id}
    assert services_at("http://a.example/", catalogue) == frozenset()
