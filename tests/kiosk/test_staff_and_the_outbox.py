# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff see by number what does not go on by itself, why and since when; giving one up takes a look and a reason."""

import logging
from dataclasses import replace

import pytest

from core import sync
from core.ids import SubmissionId
from core.submission import Delivery, DeliveryState, Received, Refused, Submission
from kiosk.command_line.discarding import give_up
from kiosk.command_line.outbox_report import for_a_person, report
from kiosk.command_line.sending_again import all_once, send_again
from kiosk.holding import holding
from tests.support.fake_cache import FakeCache
from tests.support.fake_outbox import FakeOutbox
from tests.support.submissions import MARKER, submission

DAY = 86_400.0
NOW = 10 * DAY


def put(outbox: FakeOutbox, item: Submission, state: DeliveryState) -> Delivery:
    first = outbox.seal(item)
    assert isinstance(first, Delivery)
    if state is DeliveryState.SEALED:
        return first
    leaving = sync.claim(first, item.created)
    assert outbox.update(first, leaving)
    ends = {
        DeliveryState.REFUSED: sync.after(leaving, Refused(400, "Ada\u202e was\nborn 1912."), NOW, 0.5),
        DeliveryState.RECEIVED: sync.after(leaving, Received("R-1"), NOW, 0.5),
        DeliveryState.ATTENTION: sync.to_person(leaving, NOW),
    }
    assert outbox.update(leaving, ends[state])
    return ends[state]


@pytest.fixture
def outbox() -> FakeOutbox:
    made = FakeOutbox()
    put(made, submission(1, created=NOW - 2 * DAY), DeliveryState.REFUSED)
    put(made, submission(2, created=NOW - 9 * DAY), DeliveryState.ATTENTION)
    put(made, submission(3, created=NOW - DAY), DeliveryState.RECEIVED)
    put(made, submission(4, created=NOW - DAY), DeliveryState.SEALED)
    put(made, submission(5, created=NOW - 4 * DAY), DeliveryState.SEALED)
    return made


def test_staff_see_number_state_age_and_why_oldest_first(outbox: FakeOutbox) -> None:
    lines = for_a_person(outbox.deliveries(), NOW, words=False)
    assert [line.partition("  ")[2] for line in lines] == [
        "attention, sealed 9 days ago: whether the agency has it cannot be found out from here.",
        "sealed, sealed 4 days ago: its agency has not answered for so long.",
        "refused, sealed 2 days ago: the agency said no.",
    ]
    numbers = [line.partition("  ")[0].replace("-", "") for line in lines]
    assert numbers == [submission(number).seal for number in (2, 5, 1)]
    assert report(outbox.deliveries(), NOW)[-1] == "3 of these need a person."


def test_what_an_agency_said_is_shown_only_when_it_is_asked_for(outbox: FakeOutbox) -> None:
    shown = for_a_person(outbox.deliveries(), NOW, words=True)
    assert shown[-2:] == ("    Ada was", "    born 1912.")
    assert "Ada" not in "".join(for_a_person(outbox.deliveries(), NOW, words=False))


def test_without_a_reason_nothing_is_given_up(outbox: FakeOutbox) -> None:
    before = outbox.deliveries()
    done, said = give_up(outbox, submission(1).seal, "  ", NOW)
    assert not done
    assert "refused, sealed 2 days ago" in said
    assert "--reason" in said
    assert outbox.deliveries() == before


@pytest.mark.parametrize("number", [3, 4, 5])
def test_what_goes_its_way_or_has_arrived_is_not_given_up(outbox: FakeOutbox, number: int) -> None:
    before = outbox.deliveries()
    done, said = give_up(outbox, submission(number).seal, "because", NOW)
    assert not done
    assert "nothing is given up" in said
    assert outbox.deliveries() == before


def test_a_number_that_nobody_has_is_said_to_be_none(outbox: FakeOutbox) -> None:
    assert give_up(outbox, "ABCD", "because", NOW) == (
        False,
        "ABCD: no application on this machine has this number.",
    )


@pytest.mark.expects_log
@pytest.mark.parametrize("number", [1, 2])
def test_with_a_reason_it_is_gone_and_the_journal_knows_why_and_no_answer(
    outbox: FakeOutbox, number: int, caplog: pytest.LogCaptureFixture
) -> None:
    item = submission(number)
    with caplog.at_level(logging.WARNING, "kiosk.staff"):
        done, said = give_up(outbox, item.seal, "sent by\npost", NOW)
    assert done
    assert "deleted" in said
    assert outbox.delivery(item.id) is None
    (record,) = caplog.records
    assert item.id in record.getMessage()
    assert record.getMessage().endswith("sent by post")
    assert MARKER.decode() not in record.getMessage()


def test_one_that_changed_at_that_moment_is_left(outbox: FakeOutbox) -> None:
    class Moved(FakeOutbox):
        def by_reference(self, reference: str) -> Delivery | None:
            found = outbox.by_reference(reference)
            return None if found is None else replace(found, changed=0.0)

        def discard(self, delivery: Delivery) -> bool:
            return outbox.discard(delivery)

    done, _ = give_up(Moved(), submission(1).seal, "because", NOW)
    assert not done
    assert outbox.delivery(submission(1).id) is not None


def test_the_machine_tells_how_many_wait_and_how_many_need_a_person(outbox: FakeOutbox) -> None:
    told = holding(FakeCache(), outbox)
    assert (told.waiting, told.oldest) == (2, NOW - 4 * DAY)
    assert (told.for_person, told.for_person_since) == (2, NOW - 9 * DAY)


@pytest.mark.expects_log
def test_what_may_have_arrived_is_sent_again_once_staff_have_asked(
    outbox: FakeOutbox, caplog: pytest.LogCaptureFixture
) -> None:
    number = submission(2).seal
    before = outbox.deliveries()
    done, said = send_again(outbox, number, " ", NOW)
    assert not done
    assert "Ask the agency" in said
    assert outbox.deliveries() == before

    with caplog.at_level(logging.WARNING):
        done, said = send_again(outbox, number, "Ms Vale at the office\nhas not got it", NOW)

    assert done
    assert "It is sent again." in said
    assert MARKER.decode() not in caplog.text
    delivery = outbox.delivery(submission(2).id)
    assert delivery is not None
    assert (delivery.state, delivery.unsure_since, delivery.next_at) == (DeliveryState.SEALED, None, NOW)
    assert delivery in outbox.due(NOW)


@pytest.mark.parametrize("number", [1, 3, 4, 5])
def test_nothing_else_is_sent_again_by_staff(outbox: FakeOutbox, number: int) -> None:
    before = outbox.deliveries()
    done, said = send_again(outbox, submission(number).seal, "because", NOW)
    assert not done
    assert "nobody's to decide" in said
    assert outbox.deliveries() == before


def test_at_the_authority_what_may_have_arrived_is_sent_again_once(outbox: FakeOutbox) -> None:
    done: set[SubmissionId] = set()
    all_once(outbox, done, NOW)
    again = outbox.delivery(submission(2).id)
    assert again is not None
    assert again.state is DeliveryState.SEALED
    leaving = sync.claim(again, NOW)
    assert outbox.update(again, leaving)
    assert outbox.update(leaving, sync.to_person(leaving, NOW))
    all_once(outbox, done, NOW)
    assert done == {submission(2).id}
    last = outbox.delivery(submission(2).id)
    assert last is not None
    assert last.state is DeliveryState.ATTENTION, "a person has decided once, and not for ever"
