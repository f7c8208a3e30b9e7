# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every outbox says is due, and in which order, asked of the stored one and of the one in memory."""

from dataclasses import replace

from core import following, sync
from core.following import Told
from core.ids import OrganisationId, ServiceId
from core.ports import Aside, Outbox
from core.submission import DeliveryState, NotSent, Refused, Unsure
from tests.support.outbox_steps import left, received, sealed, told_of
from tests.support.submissions import submission


def test_new_submission_is_due_at_once_even_when_the_clock_was_set_back(outbox: Outbox) -> None:
    delivery = sealed(outbox, submission(1, created=1_000_000.0))

    assert outbox.due(now=5.0) == (delivery,)


def test_waiting_submission_is_due_only_when_its_time_has_come(outbox: Outbox) -> None:
    leaving = left(outbox, sealed(outbox, submission(1)), 2_000.0)
    waiting = sync.after(leaving, NotSent("no_connection", wait=100.0), 2_000.0, 0.5)
    assert outbox.update(leaving, waiting)

    assert outbox.due(2_099.0) == ()
    assert outbox.due(2_100.0) == (waiting,)


def test_wait_beyond_an_hour_is_due_because_the_clock_jumped(outbox: Outbox) -> None:
    leaving = left(outbox, sealed(outbox, submission(1)), 2_000_000.0)
    waiting = sync.after(leaving, NotSent("no_connection", wait=100.0), 2_000_000.0, 0.5)
    assert outbox.update(leaving, waiting)

    assert outbox.due(1_000.0) == (waiting,)


def test_fewest_attempts_come_first_so_that_one_bad_item_blocks_nobody(outbox: Outbox) -> None:
    bad = left(outbox, sealed(outbox, submission(1, created=100.0)), 1_000.0)
    bad_again = sync.after(bad, Unsure("timeout"), 1_000.0, 0.0)
    assert outbox.update(bad, bad_again)
    fresh = sealed(outbox, submission(2, created=1_500.0))

    assert outbox.due(5_000.0) == (fresh, bad_again)
    assert outbox.due(5_000.0, most=1) == (fresh,)


def test_leaving_received_refused_are_never_due(outbox: Outbox) -> None:
    left(outbox, sealed(outbox, submission(1)), 2_000.0)
    received(outbox, 2, "R-2")
    leaving = left(outbox, sealed(outbox, submission(3)), 2_000.0)
    assert outbox.update(leaving, sync.after(leaving, Refused(400, "no"), 2_000.0, 0.5))

    assert outbox.due(1e9) == ()


def test_agency_that_named_an_address_is_asked_when_the_time_has_come_longest_waiting_first(
    outbox: Outbox,
) -> None:
    later, first = told_of(outbox, 1, 3_000.0), told_of(outbox, 2, 2_000.0)
    received(outbox, 3, "R-3")
    sealed(outbox, submission(4))

    assert outbox.asked_about(2_059.0) == ()
    assert outbox.asked_about(2_060.0) == (first,)
    assert outbox.asked_about(9_000.0) == (first, later)
    assert outbox.asked_about(9_000.0, most=1) == (first,)
    assert outbox.asked_about(1_000.0 + 181 * 86_400.0) == ()


def test_what_an_agency_tells_is_kept_and_ends_the_questions(outbox: Outbox) -> None:
    delivery = told_of(outbox, 1, 2_000.0)
    decided = following.after(delivery, Told(DeliveryState.DECIDED, "Yes.\nنعم"), 9_000.0, 0.5)

    assert outbox.update(delivery, decided)
    assert not outbox.update(delivery, decided)
    assert outbox.delivery(delivery.id) == decided
    assert outbox.asked_about(1e6) == ()


def test_who_has_to_wait_stands_before_nobody_else(outbox: Outbox) -> None:
    elsewhere = replace(
        submission(3),
        organisation=OrganisationId("https://o.example/"),
        service=ServiceId("https://o.example/s"),
    )
    first, second, third = (sealed(outbox, one) for one in (submission(1), submission(2), elsewhere))

    assert outbox.due(5_000.0, most=1) == (first,)
    assert outbox.due(5_000.0, Aside(frozenset({first.organisation})), most=1) == (third,)
    assert outbox.due(5_000.0, Aside(services=frozenset({first.service})), most=1) == (third,)
    assert outbox.due(5_000.0, Aside(services=frozenset({third.service}))) == (first, second)
