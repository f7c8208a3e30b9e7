# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far agencies say they are, asked of each protocol over real HTTP and of the fake: what is proven and no more."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from core import sync
from core.delivery_rules import PROVEN
from core.following import NothingTold, Told
from core.submission import Delivery, DeliveryState, Received
from tests.support.agency_worlds import FakeWorld, Open311World, OpenRosaWorld, World
from tests.support.json_worlds import FormioWorld, JsonSchemaWorld, OpenFormsWorld
from tests.support.sandbox_town import RunningTown

TELLING: dict[str, tuple[Callable[[RunningTown], World], frozenset[DeliveryState]]] = {
    "open311": (Open311World, PROVEN - {DeliveryState.NEEDS_YOU}),
    "json schema": (JsonSchemaWorld, PROVEN),
    "formio": (FormioWorld, frozenset({DeliveryState.RECEIVED, DeliveryState.NEEDS_YOU})),
    "fake": (lambda _: FakeWorld(repeatable=False), PROVEN),
}
WORDS = "Counter 3 has it.\nسلمى"


@pytest.fixture(params=TELLING)
def telling(request: pytest.FixtureRequest, town: RunningTown) -> tuple[World, frozenset[DeliveryState]]:
    made, states = TELLING[request.param]
    return made(town), states


def received(world: World, number: int = 1) -> Delivery:
    item = world.submission(number)
    leaving = sync.claim(sync.begin(item), item.created)
    outcome = world.agency.deliver(item)
    assert isinstance(outcome, Received)
    return sync.after(leaving, outcome, item.created + 1, 0.5)


def test_what_was_just_received_is_told_to_be_received(
    telling: tuple[World, frozenset[DeliveryState]],
) -> None:
    world, _ = telling
    delivery = received(world)
    assert delivery.told_at
    assert world.agency.progress(delivery) == Told(DeliveryState.RECEIVED)


def test_each_state_that_the_protocol_has_a_word_for_is_told_with_the_offices_words(
    telling: tuple[World, frozenset[DeliveryState]],
) -> None:
    world, states = telling
    delivery = received(world)
    told = set()
    for state in sorted(PROVEN, key=lambda one: one.value):
        words = world.office_says(delivery.reference, state, WORDS)
        if words is not None:
            assert world.agency.progress(delivery) == Told(state, words)
            told.add(state)
    assert told == states


def test_the_answer_about_another_submission_proves_nothing(
    telling: tuple[World, frozenset[DeliveryState]],
) -> None:
    world, _ = telling
    first, second = received(world, 1), received(world, 2)
    assert first.told_at != second.told_at
    if not isinstance(world, FakeWorld):
        assert isinstance(world.agency.progress(replace(first, told_at=second.told_at)), NothingTold)


def test_nothing_is_told_by_who_is_gone_or_knows_no_such_submission(
    telling: tuple[World, frozenset[DeliveryState]],
) -> None:
    world, _ = telling
    delivery = received(world)
    nobody = replace(delivery, told_at=delivery.told_at.replace(delivery.reference, "0" * 24))
    assert isinstance(world.agency.progress(nobody), NothingTold)
    world.go_away()
    assert isinstance(world.agency.progress(delivery), NothingTold)


@pytest.mark.parametrize("made", [OpenRosaWorld, OpenFormsWorld])
def test_a_receipt_of_who_tells_nothing_more_names_no_address(
    made: Callable[[RunningTown], World], town: RunningTown
) -> None:
    world = made(town)
    delivery = received(world)
    assert delivery.told_at == ""
    assert world.office_says(delivery.reference, DeliveryState.DECIDED, WORDS) is None
    assert isinstance(world.agency.progress(delivery), NothingTold)
