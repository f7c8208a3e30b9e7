# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a JSON service does to an application: one record, and 'received' only with its own reference."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from core.delivery_rules import PROVEN
from core.submission import DeliveryState
from tests.support.sandbox_town import RunningTown, running_town
from tests.support.unattended_machine import UnattendedMachine


@dataclass(frozen=True, slots=True)
class Done:
    """A service of the town and the answers with which it is done."""

    service: str
    agency: str
    answers: dict[str, str]


TAX_NUMBER = Done(
    "tax-number",
    "tax-office",
    {"full_name": "Marigold Example", "date_of_birth": "1990-02-03", "reason": "job", "employer": "Bakery"},
)

BINS = Done(
    "order-bins",
    "city-works",
    {"fullName": "Marigold Example", "address": "27 Ropewalk", "kind": "paper"},
)

HEALTH_CARD = Done(
    "health-card",
    "social-security",
    {
        "fullName": "Marigold Example",
        "birthDate": "1990-02-03",
        "reason": "lost",
        "address": "27 Ropewalk",
        "privacyPolicyAccepted": "true",
    },
)

FAULTS: tuple[dict[str, object], ...] = (
    {"kind": "close-before-commit"},
    {"kind": "close-after-commit"},
    {"kind": "truncate"},
    {"kind": "status-after-commit", "status": 503, "retry_after": 7},
)
RARE: tuple[dict[str, object], ...] = (
    {"kind": "reset-before-body"},
    {"kind": "reset-before-commit"},
    {"kind": "reset-after-commit"},
    {"kind": "portal-page"},
    {"kind": "portal-redirect"},
    {"kind": "portal-511"},
    {"kind": "status-before-commit", "status": 500},
    {"kind": "status-after-commit", "status": 500},
    {"kind": "status-after-commit", "status": 502},
    {"kind": "status-before-commit", "status": 429, "retry_after": 7},
)


def in_words(fault: dict[str, object]) -> str:
    return "-".join(str(word) for word in fault.values())


every_fault = pytest.mark.parametrize(
    "fault",
    [
        *(pytest.param(one, id=in_words(one)) for one in FAULTS),
        *(pytest.param(one, id=in_words(one), marks=pytest.mark.long) for one in RARE),
    ],
)


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[UnattendedMachine, RunningTown]]:
    """One machine and one town for all: what is left over from the tests before is no trouble of a real one either."""
    store = tmp_path_factory.mktemp("machine") / "store"
    with (
        running_town(tmp_path_factory.mktemp("town")) as town,
        UnattendedMachine(store, town.url) as machine,
    ):
        machine.fetch()
        yield machine, town


@pytest.fixture
def town(standing: tuple[UnattendedMachine, RunningTown]) -> Iterator[RunningTown]:
    _, town = standing
    town.forget()
    yield town
    town.clear()


@pytest.fixture
def machine(standing: tuple[UnattendedMachine, RunningTown]) -> UnattendedMachine:
    return standing[0]


def never_said_too_much(machine: UnattendedMachine) -> bool:
    return all(delivery.reference for delivery in machine.seen if delivery.state in PROVEN)


def order(town: RunningTown, fault: dict[str, object], done: Done, count: int) -> None:
    words = {key: value for key, value in fault.items() if key != "kind"}
    town.order(str(fault["kind"]), agency=done.agency, endpoint="submission", count=count, **words)


@every_fault
def test_a_fault_neither_loses_nor_doubles_where_keys_are_known(
    machine: UnattendedMachine, town: RunningTown, fault: dict[str, object]
) -> None:
    order(town, fault, TAX_NUMBER, count=2)
    sealed = machine.do(TAX_NUMBER.service, TAX_NUMBER.answers)
    assert sealed.repeatable
    received = machine.until(DeliveryState.RECEIVED)
    assert [one["reference"] for one in town.applications()] == [received.reference]
    assert never_said_too_much(machine)


@every_fault
def test_a_fault_neither_loses_nor_doubles_where_nothing_is_recognised(
    machine: UnattendedMachine, town: RunningTown, fault: dict[str, object]
) -> None:
    """Form.io takes the same twice for two: it is asked, and never told twice."""
    order(town, fault, BINS, count=1)
    sealed = machine.do(BINS.service, BINS.answers)
    assert not sealed.repeatable
    received = machine.until(DeliveryState.RECEIVED, step=120)
    assert [one["content"]["_id"] for one in town.applications()] == [received.reference]
    assert never_said_too_much(machine)


def test_what_may_be_there_under_a_forgotten_key_is_for_a_person_to_decide(
    machine: UnattendedMachine, town: RunningTown
) -> None:
    order(town, {"kind": "close-after-commit"}, TAX_NUMBER, count=1)
    machine.do(TAX_NUMBER.service, TAX_NUMBER.answers)
    machine.turn()
    town.order("refuse")
    town.forget_keys()
    machine.clock.ahead += 13 * 3_600
    town.clear()
    machine.until(DeliveryState.ATTENTION)
    assert len(town.applications()) == 1
    assert never_said_too_much(machine)


def test_a_service_that_lets_nobody_in_is_asked_again_later_and_nothing_is_lost(
    machine: UnattendedMachine, town: RunningTown
) -> None:
    machine.do(TAX_NUMBER.service, TAX_NUMBER.answers)
    town.order("status-before-commit", agency="tax-office", endpoint="submission", status=401, count=1)
    machine.turn()
    assert machine.stores.outbox.deliveries()[-1].state is DeliveryState.SEALED
    machine.until(DeliveryState.RECEIVED, step=600)
    assert len(town.applications()) == 1


@pytest.mark.parametrize(
    "endpoint",
    ["step", *(pytest.param(one, marks=pytest.mark.long) for one in ("form", "session"))],
)
@every_fault
def test_a_fault_before_the_end_of_a_session_neither_loses_nor_doubles(
    machine: UnattendedMachine, town: RunningTown, fault: dict[str, object], endpoint: str
) -> None:
    sealed = machine.do(HEALTH_CARD.service, HEALTH_CARD.answers)
    words = {key: value for key, value in fault.items() if key != "kind"}
    town.order(str(fault["kind"]), agency=HEALTH_CARD.agency, endpoint=endpoint, count=1, **words)
    received = machine.until(DeliveryState.RECEIVED)
    assert received.id == sealed.id
    assert [one["reference"] for one in town.applications()] == [received.reference]
    assert never_said_too_much(machine)


@pytest.mark.parametrize(
    ("kind", "stored"), [("close-before-commit", 0), ("close-after-commit", 1), ("truncate", 1)]
)
def test_a_lost_end_of_a_session_is_for_a_person_to_decide(
    machine: UnattendedMachine, town: RunningTown, kind: str, stored: int
) -> None:
    order(town, {"kind": kind}, HEALTH_CARD, count=1)
    machine.do(HEALTH_CARD.service, HEALTH_CARD.answers)
    delivery = machine.until(DeliveryState.ATTENTION, step=300)
    assert machine.stores.outbox.submission(delivery.id) is not None
    assert len(town.applications()) == stored
    assert never_said_too_much(machine)
