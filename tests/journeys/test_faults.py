# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever the town does to a submission: one record, and 'received' only with the reference that it gave."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.submission import DeliveryState
from tests.support.sandbox_town import RunningTown, running_town
from tests.support.unattended_machine import UnattendedMachine

PROVEN = {DeliveryState.RECEIVED, DeliveryState.ACCEPTED, DeliveryState.NEEDS_YOU, DeliveryState.DECIDED}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningTown]:
    with running_town(tmp_path_factory.mktemp("town")) as running:
        yield running


@pytest.fixture
def machine(tmp_path: Path, town: RunningTown) -> Iterator[UnattendedMachine]:
    town.clear()
    town.forget()
    with UnattendedMachine(tmp_path / "store", town.url) as machine:
        machine.fetch()
        yield machine
    town.clear()


def never_said_too_much(machine: UnattendedMachine) -> bool:
    return all(delivery.reference for delivery in machine.seen if delivery.state in PROVEN)


FAULTS: tuple[dict[str, object], ...] = (
    {"kind": "close-before-commit"},
    {"kind": "close-after-commit"},
    {"kind": "reset-before-body"},
    {"kind": "reset-before-commit"},
    {"kind": "reset-after-commit"},
    {"kind": "truncate"},
    {"kind": "wrong-content-type"},
    {"kind": "portal-page"},
    {"kind": "portal-redirect"},
    {"kind": "portal-511"},
    {"kind": "status-before-commit", "status": 500},
    {"kind": "status-after-commit", "status": 500},
    {"kind": "status-after-commit", "status": 502},
    {"kind": "status-before-commit", "status": 503, "retry_after": 7},
    {"kind": "status-before-commit", "status": 429, "retry_after": 7},
    {"kind": "status-before-commit", "status": 503},
    {"kind": "delay-after-commit", "milliseconds": 300},
)


@pytest.mark.parametrize("endpoint", ["submission", "submission-head"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: "-".join(str(word) for word in fault.values()))
def test_a_fault_neither_loses_nor_doubles(
    machine: UnattendedMachine, town: RunningTown, fault: dict[str, object], endpoint: str
) -> None:
    words = {key: value for key, value in fault.items() if key != "kind"}
    town.order(str(fault["kind"]), agency="civil-registry", endpoint=endpoint, count=2, **words)
    sealed = machine.do()
    assert sealed.state is DeliveryState.SEALED
    received = machine.until(DeliveryState.RECEIVED)
    records = town.submissions()
    assert [record["instance_id"] for record in records] == [sealed.id]
    assert received.reference == records[0]["reference"]
    assert never_said_too_much(machine)


def test_a_town_that_refuses_every_connection_gets_it_when_it_is_back(
    machine: UnattendedMachine, town: RunningTown
) -> None:
    town.order("refuse")
    sealed = machine.do()
    for _ in range(5):
        machine.turn()
        machine.clock.ahead += 20
    assert machine.stores.outbox.deliveries()[-1].state is DeliveryState.SEALED
    town.clear()
    received = machine.until(DeliveryState.RECEIVED)
    assert [record["instance_id"] for record in town.submissions()] == [sealed.id]
    assert received.reference


def test_the_answers_are_erased_once_the_agency_has_them(machine: UnattendedMachine) -> None:
    sealed = machine.do()
    assert machine.stores.outbox.submission(sealed.id) is not None
    machine.until(DeliveryState.RECEIVED)
    assert machine.stores.outbox.submission(sealed.id) is None


def test_a_form_that_was_closed_meanwhile_is_refused_in_the_agency_s_own_words(
    machine: UnattendedMachine, town: RunningTown
) -> None:
    machine.do()
    town.change_form("change-of-address", closed=True)
    try:
        refused = machine.until(DeliveryState.REFUSED)
    finally:
        town.change_form("change-of-address", closed=False)
    assert refused.reason
    assert not refused.reference
    assert not town.submissions()


def test_an_agency_that_lets_nobody_in_is_asked_again_later_and_nothing_is_lost(
    machine: UnattendedMachine, town: RunningTown
) -> None:
    town.order(
        "status-before-commit", agency="civil-registry", endpoint="submission-head", status=401, count=1
    )
    machine.do()
    machine.turn()
    assert machine.stores.outbox.deliveries()[-1].state is DeliveryState.SEALED
    machine.until(DeliveryState.RECEIVED, step=600)
    assert len(town.submissions()) == 1


@pytest.mark.parametrize(
    "kind", ["close-after-commit", "close-before-commit", "truncate", "reset-after-commit"]
)
def test_an_agency_that_cannot_recognise_a_repetition_is_asked_and_never_told_twice(
    machine: UnattendedMachine, town: RunningTown, kind: str
) -> None:
    """Open311 has no submission ids: an attempt without an answer is looked up, not repeated blindly."""
    town.order(kind, agency="city-works", endpoint="request-post", count=1)
    answers = {"description": "The lamp at the harbour steps is dark.", "address_string": "Harbour steps"}
    sealed = machine.do("report-graffiti", answers)
    assert not sealed.repeatable
    received = machine.until(DeliveryState.RECEIVED, step=120)
    assert any(delivery.state is DeliveryState.CHECKING for delivery in machine.seen)
    requests = town.requests()
    assert len(requests) == 1
    assert received.reference == str(requests[0]["service_request_id"])
    assert never_said_too_much(machine)


@pytest.mark.expects_log
@pytest.mark.parametrize("by", [700.0, 3_600.0, -3_600.0, 3.2e8, -3.2e8])
def test_a_clock_that_is_set_is_no_time_in_which_an_agency_could_have_shown_it(
    machine: UnattendedMachine, town: RunningTown, by: float
) -> None:
    town.order("close-after-commit", agency="city-works", endpoint="request-post", count=1)
    answers = {"description": "The lamp at the harbour steps is dark.", "address_string": "Harbour steps"}
    machine.do("report-graffiti", answers)
    machine.until(DeliveryState.CHECKING, step=0)

    machine.clock.set_by = by
    machine.turn()
    checking = machine.stores.outbox.deliveries()[-1]

    assert checking.state is DeliveryState.CHECKING
    settle = machine.profile.settle
    assert checking.next_at == pytest.approx(machine.clock.wall() + settle, abs=min(settle / 2, 30.0))
    machine.clock.set_by = 0.0
    machine.until(DeliveryState.RECEIVED, step=settle / 4)
    assert len(town.requests()) == 1


def test_one_submission_that_is_refused_holds_up_no_other(
    machine: UnattendedMachine, town: RunningTown
) -> None:
    first = machine.do()
    town.order("status-before-commit", endpoint="submission", status=500, count=3)
    others = [machine.do() for _ in range(5)]
    for _ in range(30):
        machine.turn()
        machine.clock.ahead += 20
    states = {delivery.id: delivery.state for delivery in machine.stores.outbox.deliveries()}
    assert {states[one.id] for one in (first, *others)} == {DeliveryState.RECEIVED}
    assert len(town.submissions()) == 6
