# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How what is in an outbox ends, of the stored one and of the one in memory: erased, given up, forgotten."""

from dataclasses import replace

import pytest

from core import sync
from core.delivery_rules import IllegalChangeError
from core.ports import Outbox
from core.submission import DeliveryState, Refused
from tests.support.outbox_steps import left, received, sealed
from tests.support.submissions import submission


def test_erased_answers_are_gone_and_the_delivery_stays(outbox: Outbox) -> None:
    after = received(outbox, 1, "R-1")

    outbox.erase_payload(after.id)
    outbox.erase_payload(after.id)

    assert outbox.submission(after.id) is None
    assert outbox.delivery(after.id) == after
    assert outbox.seal(submission(1)) == after
    assert outbox.submission(after.id) is None


def test_answers_are_not_erased_before_the_agency_has_them(outbox: Outbox) -> None:
    delivery = sealed(outbox, submission(1))

    with pytest.raises(IllegalChangeError):
        outbox.erase_payload(delivery.id)
    assert outbox.submission(delivery.id) == submission(1)


@pytest.mark.parametrize("state", [DeliveryState.REFUSED, DeliveryState.ATTENTION])
def test_what_a_person_gives_up_is_gone_and_its_number_finds_nothing(
    outbox: Outbox, state: DeliveryState
) -> None:
    leaving = left(outbox, sealed(outbox, submission(1)), 2_000.0)
    ended = sync.to_person(leaving, 2_001.0)
    if state is DeliveryState.REFUSED:
        ended = sync.after(leaving, Refused(400, "no"), 2_001.0, 0.5)
    assert outbox.update(leaving, ended)
    other = sealed(outbox, submission(2))

    assert outbox.discard(ended)
    assert not outbox.discard(ended)

    assert outbox.deliveries() == (other,)
    assert outbox.submission(ended.id) is None
    assert outbox.by_reference(ended.seal) is None
    assert outbox.submission(other.id) == submission(2)


def test_nothing_is_given_up_that_still_goes_its_way_or_has_moved_on(outbox: Outbox) -> None:
    waiting = sealed(outbox, submission(1))
    leaving = left(outbox, sealed(outbox, submission(2)), 2_000.0)
    arrived = received(outbox, 3, "R-3")
    for one in (waiting, leaving, arrived):
        with pytest.raises(IllegalChangeError):
            outbox.discard(one)
    given = sync.to_person(waiting, 2_001.0)
    assert outbox.update(waiting, given)
    decided = replace(given, state=DeliveryState.CHECKING)
    assert outbox.update(given, decided)

    assert not outbox.discard(given)

    assert outbox.delivery(waiting.id) == decided
    assert outbox.submission(waiting.id) == submission(1)


def test_what_an_agency_has_is_forgotten_by_its_last_word_and_nothing_else_is(outbox: Outbox) -> None:
    over, with_answers = received(outbox, 1, "R-1"), received(outbox, 2, "R-2")
    waiting = sealed(outbox, submission(3, created=1.0))
    outbox.erase_payload(over.id)

    assert outbox.forget_proven(over.changed) == 0
    assert outbox.forget_proven(over.changed + 1.0) == 1

    assert outbox.delivery(over.id) is None
    assert outbox.by_reference("R-1") is None
    assert {one.id for one in outbox.deliveries()} == {with_answers.id, waiting.id}
