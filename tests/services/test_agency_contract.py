# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every agency promises, asked of each protocol over real HTTP and of the fake."""

from collections.abc import Callable

import pytest

from core.submission import (
    NotFoundThere,
    NotSent,
    Outcome,
    Received,
    Refused,
    Submission,
    Unknowable,
    Unsure,
)
from tests.support.agency_worlds import FakeWorld, Open311World, OpenRosaWorld, World
from tests.support.json_worlds import FormioWorld, JsonSchemaWorld, OpenFormsWorld
from tests.support.sandbox_town import RunningTown

REAL: dict[str, Callable[[RunningTown], World]] = {
    "openrosa": OpenRosaWorld,
    "open311": Open311World,
    "json schema": JsonSchemaWorld,
    "formio": FormioWorld,
    "open forms": OpenFormsWorld,
}
WORLDS = [*REAL, "fake that knows repetitions", "fake that does not"]


@pytest.fixture(params=WORLDS)
def world(request: pytest.FixtureRequest, town: RunningTown) -> World:
    if request.param.startswith("fake"):
        return FakeWorld(repeatable="knows" in request.param)
    return REAL[request.param](town)


def asked_again(world: World, item: Submission) -> Outcome:
    """What the courier does about an unsure one: repeat it where that is safe, else ask."""
    if item.envelope.repeatable:
        return world.agency.deliver(item)
    return world.agency.look_up(item, since=item.created)


def test_a_delivered_submission_is_received_with_the_agencys_reference(world: World) -> None:
    outcome = world.agency.deliver(world.submission(1))
    assert isinstance(outcome, Received)
    assert outcome.reference.strip()
    assert world.records() == 1


def test_what_was_delivered_is_found_again_with_the_same_reference(world: World) -> None:
    item = world.submission(2)
    delivered = world.agency.deliver(item)
    assert isinstance(delivered, Received)
    if not world.mute:
        assert asked_again(world, item) == delivered
    assert world.agency.look_up(item, since=item.created) in (delivered, Unknowable("status"))
    assert world.records() == 1


def test_two_submissions_get_two_references(world: World) -> None:
    first, second = (world.agency.deliver(world.submission(number)) for number in (3, 4))
    assert isinstance(first, Received)
    assert isinstance(second, Received)
    assert first.reference != second.reference
    assert world.records() == 2


def test_a_lost_answer_is_unsure_and_is_found_by_asking(world: World) -> None:
    item = world.submission(5)
    world.lose_next_answer()
    assert isinstance(world.agency.deliver(item), Unsure)
    assert isinstance(asked_again(world, item), Unknowable if world.mute else Received)
    assert world.records() == 1


def test_a_dropped_submission_is_unsure_and_never_called_received(world: World) -> None:
    item = world.submission(6)
    world.drop_next()
    assert isinstance(world.agency.deliver(item), Unsure)
    assert world.records() == 0
    found = asked_again(world, item)
    # Asking by repeating delivers it; asking by searching finds nothing.
    if item.envelope.repeatable:
        assert isinstance(found, Received)
    else:
        assert found == (Unknowable("status") if world.mute else NotFoundThere())
    assert world.records() == (1 if item.envelope.repeatable else 0)


def test_an_agency_that_knows_repetitions_refuses_other_content_under_the_same_id(world: World) -> None:
    item, other = world.submission(7), world.submission(7, words=" twice")
    assert isinstance(world.agency.deliver(item), Received)
    again = world.agency.deliver(other)
    if item.envelope.repeatable:
        assert isinstance(again, Refused | Unknowable)
        assert isinstance(again, Unknowable) or again.reason
    assert world.records() == (1 if item.envelope.repeatable else 2)


def test_an_agency_that_is_gone_gets_nothing_and_tells_nothing(world: World) -> None:
    item = world.submission(8)
    world.go_away()
    assert isinstance(world.agency.deliver(item), NotSent | Unsure)
    assert world.mute or isinstance(asked_again(world, item), NotSent | Unsure)
    assert world.records() == 0
