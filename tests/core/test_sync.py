# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from each way in which an attempt can end."""

from dataclasses import replace

import pytest

from core import sync
from core.delivery_rules import IllegalChangeError, is_due
from core.submission import (
    Delivery,
    DeliveryState,
    NoAccess,
    NotFoundThere,
    NotSent,
    Received,
    Refused,
    Unsure,
)
from tests.support.deliveries import HOUR, NOW, checking, leaving, sealed
from tests.support.submissions import submission


def test_claim_counts_the_attempt_before_it_begins() -> None:
    claimed = sync.claim(sealed(), NOW)

    assert (claimed.state, claimed.attempts, claimed.changed) == (DeliveryState.LEAVING, 1, NOW)


@pytest.mark.parametrize("state", [state for state in DeliveryState if state is not DeliveryState.SEALED])
def test_only_what_is_sealed_can_be_claimed(state: DeliveryState) -> None:
    with pytest.raises(IllegalChangeError):
        sync.claim(replace(sealed(), state=state, reference="R"), NOW)


def test_receipt_makes_it_received_with_its_reference() -> None:
    received = sync.after(leaving(), Received("PA 26/4"), NOW + 2, 0.5)

    assert (received.state, received.reference, received.changed) == (
        DeliveryState.RECEIVED,
        "PA 26/4",
        NOW + 2,
    )


@pytest.mark.parametrize("reference", ["", "  ", "\n"])
@pytest.mark.parametrize("delivery", [leaving(), checking()])
def test_receipt_without_a_reference_is_a_bug(delivery: Delivery, reference: str) -> None:
    with pytest.raises(IllegalChangeError, match="without a reference"):
        sync.after(delivery, Received(reference), NOW, 0.5)


def test_certainly_not_sent_is_sealed_again_and_not_unsure() -> None:
    after = sync.after(leaving(), NotSent("no_name"), NOW, 0.5)

    assert after.state is DeliveryState.SEALED
    assert after.unsure_since is None
    assert NOW < after.next_at <= NOW + 5.0


def test_unsure_attempt_that_may_be_repeated_is_sealed_again_and_remembers() -> None:
    first = sync.after(leaving(), Unsure("timeout"), NOW, 0.5)
    second = sync.after(sync.claim(first, NOW + 50), Unsure("cut"), NOW + 60, 0.5)

    assert (first.state, first.unsure_since) == (DeliveryState.SEALED, NOW)
    assert (second.state, second.unsure_since) == (DeliveryState.SEALED, NOW)


def test_unsure_attempt_that_may_not_be_repeated_is_looked_up_after_the_settle_time() -> None:
    after = checking(settle=120.0)

    assert (after.state, after.unsure_since, after.next_at) == (DeliveryState.CHECKING, NOW, NOW + 120.0)
    assert not is_due(after, NOW + 119)
    assert is_due(after, NOW + 120)


def test_no_access_pauses_for_long_and_counts_no_attempt() -> None:
    after = sync.after(leaving(attempts=3), NoAccess("status"), NOW, 0.0)

    assert (after.state, after.attempts) == (DeliveryState.SEALED, 2)
    assert after.next_at == NOW + 1_800.0


def test_permanent_no_is_refused_with_the_agencys_words() -> None:
    after = sync.after(leaving(), Refused(410, "Closed since May."), NOW, 0.5)

    assert (after.state, after.reason) == (DeliveryState.REFUSED, "Closed since May.")


def test_no_to_a_repetition_needs_a_person_because_the_first_may_have_arrived() -> None:
    unsure = sync.after(leaving(), Unsure("timeout"), NOW, 0.5)

    after = sync.after(sync.claim(unsure, NOW + 9), Refused(409, "Closed."), NOW + 10, 0.5)

    assert (after.state, after.reason) == (DeliveryState.ATTENTION, "Closed.")


def test_attempt_cannot_end_like_a_look_up() -> None:
    with pytest.raises(IllegalChangeError):
        sync.after(leaving(), NotFoundThere(), NOW, 0.5)


@pytest.mark.parametrize(("asked", "waited"), [(120.0, 120.0), (HOUR * 24, HOUR), (0.0, 1.0), (-5.0, 1.0)])
def test_agencys_wish_to_wait_is_kept_up_to_an_hour(asked: float, waited: float) -> None:
    assert sync.after(leaving(), NotSent("status", wait=asked), NOW, 0.0).next_at == NOW + waited


@pytest.mark.parametrize(
    ("attempts", "ceiling"), [(1, 5), (2, 10), (5, 80), (9, 1_280), (10, 1_800), (4_000, 1_800)]
)
def test_backoff_doubles_up_to_half_an_hour(attempts: int, ceiling: float) -> None:
    longest = sync.after(leaving(attempts=attempts), NotSent("no_connection"), NOW, 1 - 1e-9)
    shortest = sync.after(leaving(attempts=attempts), NotSent("no_connection"), NOW, 0.0)

    assert longest.next_at - NOW == pytest.approx(ceiling)
    assert shortest.next_at - NOW == 1.0


@pytest.mark.parametrize("chance", [-0.1, 1.0, 7.0])
def test_chance_outside_its_range_is_a_bug(chance: float) -> None:
    with pytest.raises(ValueError, match="chance"):
        sync.after(leaving(), Unsure("timeout"), NOW, chance)


def test_interrupted_attempt_is_repeated_at_once_where_that_is_harmless() -> None:
    recovered = sync.recover(leaving(), NOW + 1)

    assert (recovered.state, recovered.unsure_since) == (DeliveryState.SEALED, NOW + 1)
    assert is_due(recovered, NOW + 1)


def test_interrupted_attempt_is_looked_up_where_repeating_would_double() -> None:
    recovered = sync.recover(leaving(repeatable=False), NOW + 1, settle=60)

    assert (recovered.state, recovered.next_at) == (DeliveryState.CHECKING, NOW + 61)


def test_item_that_interrupts_again_and_again_steps_back() -> None:
    assert sync.recover(leaving(attempts=8), NOW).next_at > NOW + 60


def test_nothing_but_an_attempt_can_be_recovered() -> None:
    with pytest.raises(IllegalChangeError):
        sync.recover(sealed(), NOW)


def test_restored_submission_is_not_known_to_be_unsent() -> None:
    again = sync.restore(submission(1), NOW)
    unrepeatable = sync.restore(submission(1, repeatable=False), NOW)

    assert (again.state, again.unsure_since) == (DeliveryState.SEALED, NOW)
    assert unrepeatable.state is DeliveryState.CHECKING


def test_machines_that_waited_alike_do_not_come_back_in_step() -> None:
    waiting = sync.after(leaving(), NotSent("no_connection", wait=3_600.0), NOW, 0.5)
    hour, day = NOW + 3_599, NOW + 86_400

    assert sync.hasten(waiting, hour, 0.99).next_at == waiting.next_at
    assert sync.hasten(replace(waiting, next_at=day + 9_999), day, 0.5).next_at == day + 450
    assert sync.hasten(replace(waiting, next_at=day + 9), day, 0.5).next_at == day + 9
    assert sync.hasten(waiting, waiting.created - 5, 0.9).next_at == waiting.created - 5


def test_agency_that_answers_again_is_tried_at_once() -> None:
    waiting = sync.after(leaving(), NotSent("no_connection", wait=900.0), NOW, 0.5)

    hastened = sync.hasten(waiting, NOW + 5, 0.0)

    assert is_due(hastened, NOW + 5)
    assert (hastened.state, hastened.attempts) == (waiting.state, waiting.attempts)
