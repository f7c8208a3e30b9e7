# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every outbox promises, asked of the stored one and of the one in memory."""

from dataclasses import replace

import pytest

from core import sync
from core.delivery_rules import IllegalChangeError
from core.errors import Trouble
from core.ids import SubmissionId
from core.ports import Outbox
from core.set_clock import ClockMark
from core.submission import DeliveryState, Refused, Unsure
from tests.support.outbox_steps import left, received, sealed
from tests.support.submissions import submission


def test_sealed_submission_is_found_whole(outbox: Outbox) -> None:
    item = submission(1, repeatable=False)

    delivery = sealed(outbox, item)

    assert delivery.state is DeliveryState.SEALED
    assert (delivery.id, delivery.seal, delivery.created) == (item.id, item.seal, item.created)
    assert not delivery.repeatable
    assert outbox.delivery(item.id) == delivery
    assert outbox.submission(item.id) == item


def test_wire_bytes_are_kept_exactly_when_they_are_no_text(outbox: Outbox) -> None:
    body = bytes(range(256)) * 300
    item = submission(1, body=body)

    sealed(outbox, item)

    kept = outbox.submission(item.id)
    assert kept is not None
    assert kept.envelope.body == body
    assert kept.envelope.headers == item.envelope.headers


def test_second_seal_of_the_same_id_changes_nothing(outbox: Outbox) -> None:
    item = submission(1)
    first = sealed(outbox, item)
    leaving = left(outbox, first, 2_000.0)

    again = outbox.seal(submission(1, body=b"other words", created=9_999.0))

    assert again == leaving
    assert outbox.submission(item.id) == item
    assert len(outbox.deliveries()) == 1


def test_seal_number_of_another_submission_is_trouble_and_keeps_nothing(outbox: Outbox) -> None:
    sealed(outbox, submission(1))
    twin = replace(submission(2), seal=submission(1).seal)

    assert isinstance(outbox.seal(twin), Trouble)
    assert outbox.delivery(twin.id) is None
    assert outbox.submission(twin.id) is None


def test_unknown_id_is_none_everywhere(outbox: Outbox) -> None:
    nobody = SubmissionId("uuid:nobody")

    assert outbox.delivery(nobody) is None
    assert outbox.submission(nobody) is None
    outbox.erase_payload(nobody)
    assert outbox.deliveries() == ()


def test_deliveries_come_oldest_first(outbox: Outbox) -> None:
    for number, created in ((1, 300.0), (2, 100.0), (3, 200.0)):
        sealed(outbox, submission(number, created=created))

    assert [delivery.created for delivery in outbox.deliveries()] == [100.0, 200.0, 300.0]


def test_those_sealed_between_two_moments_are_counted(outbox: Outbox) -> None:
    for number, created in ((1, 300.0), (2, 100.0), (3, 200.0)):
        sealed(outbox, submission(number, created=created))

    counted = [outbox.sealed_since(*span) for span in ((100.0, 300.0), (99.0, 100.0), (300.0, 900.0))]
    assert counted == [2, 1, 0]


def test_update_is_refused_when_the_row_has_moved_on(outbox: Outbox) -> None:
    first = sealed(outbox, submission(1))
    left(outbox, first, 2_000.0)

    assert not outbox.update(first, sync.claim(first, 3_000.0))
    kept = outbox.delivery(first.id)
    assert kept is not None
    assert (kept.attempts, kept.changed) == (1, 2_000.0)


def test_many_are_updated_together_and_what_has_moved_on_stays(outbox: Outbox) -> None:
    first, second = sealed(outbox, submission(1)), sealed(outbox, submission(2))
    moved = left(outbox, first, 2_000.0)
    assert outbox.clock_mark() is None

    outbox.update_all([(first, replace(first, next_at=7.0)), (second, replace(second, next_at=8.0))])

    assert outbox.delivery(first.id) == moved
    assert outbox.delivery(second.id) == replace(second, next_at=8.0)
    for mark in (ClockMark("a", 1.5), ClockMark("b", 2.5)):
        outbox.update_all([], mark)
        assert outbox.clock_mark() == mark
    outbox.update_all([])
    assert outbox.clock_mark() == mark
    with pytest.raises(IllegalChangeError):
        outbox.update_all([(second, replace(second, seal="other"))])


def test_update_of_an_unknown_delivery_is_false(outbox: Outbox) -> None:
    unknown = sync.begin(submission(7))

    assert not outbox.update(unknown, sync.claim(unknown, 2_000.0))


def test_every_field_of_an_update_is_kept(outbox: Outbox) -> None:
    leaving = left(outbox, sealed(outbox, submission(1, repeatable=False)), 2_000.0)
    checking = sync.after(leaving, Unsure("timeout"), 2_010.5, 0.5)
    assert outbox.update(leaving, checking)
    assert outbox.delivery(leaving.id) == checking
    attention = sync.after(checking, Refused(410, "Gone.\nالى"), 2_700.0, 0.5)
    assert outbox.update(checking, attention)
    assert outbox.delivery(leaving.id) == attention


def test_illegal_changes_are_refused_and_leave_the_row(outbox: Outbox) -> None:
    first = sealed(outbox, submission(1))

    with pytest.raises(IllegalChangeError, match="sealed to received"):
        outbox.update(first, replace(first, state=DeliveryState.RECEIVED, reference="R"))
    leaving = left(outbox, first, 2_000.0)
    with pytest.raises(IllegalChangeError, match="without a reference"):
        outbox.update(leaving, replace(leaving, state=DeliveryState.RECEIVED, reference=" "))
    with pytest.raises(IllegalChangeError, match="identity"):
        outbox.update(leaving, replace(leaving, state=DeliveryState.SEALED, repeatable=False))
    assert outbox.delivery(first.id) == leaving


@pytest.mark.parametrize("typed", ["{seal}", " {lower} ", "{first}-{rest}", "{first} – {rest}"])
def test_seal_number_is_found_however_it_is_typed(outbox: Outbox, typed: str) -> None:
    delivery = sealed(outbox, submission(1))
    sealed(outbox, submission(2))
    seal = delivery.seal
    spelled = typed.format(seal=seal, lower=seal.lower(), first=seal[:4], rest=seal[4:])

    assert outbox.by_reference(spelled) == delivery


@pytest.mark.parametrize("typed", ["PA26/4T7", "pa 26 / 4t7", "PA26/٤T7", "pa26/4t-7"])
def test_agency_reference_is_found_however_it_is_typed(outbox: Outbox, typed: str) -> None:
    after = received(outbox, 1, "PA26/4T7")
    received(outbox, 2, "PA26/4T8")

    assert outbox.by_reference(typed) == after


@pytest.mark.parametrize("typed", ["", "   ", "-", "PA26/4T9", "%", "' or 1=1 --", "\u202e\u0000"])
def test_reference_that_nobody_has_finds_nothing(outbox: Outbox, typed: str) -> None:
    sealed(outbox, submission(1))
    received(outbox, 2, "PA26/4T7")

    assert outbox.by_reference(typed) is None


def test_nobody_is_shown_anothers_when_two_agencies_gave_the_same_reference(outbox: Outbox) -> None:
    both = received(outbox, 1, "1001"), received(outbox, 2, "1001")

    assert outbox.by_reference("1001") is None
    assert tuple(outbox.by_reference(one.seal) for one in both) == both


def test_version_stays_while_nothing_happens(outbox: Outbox) -> None:
    assert outbox.version() == outbox.version()
