# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from each way in which an attempt or a look-up can end."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import sync
from core.delivery_rules import LEGAL, WAITING, IllegalChangeError, check_change, is_due, is_stuck
from core.submission import (
    Delivery,
    DeliveryState,
    NoAccess,
    NotFoundThere,
    NotSent,
    Outcome,
    Received,
    Refused,
    Unsure,
)
from tests.support.submissions import submission

NOW = 1_000_000.0
HOUR = 3_600.0
ENDS: tuple[Outcome, ...] = (
    Received("R-1"),
    NotSent("no_connection"),
    NotSent("status", wait=30.0),
    Unsure("timeout"),
    NoAccess("status"),
    Refused(422, "no"),
)


def sealed(*, repeatable: bool = True) -> Delivery:
    return sync.begin(submission(1, created=NOW - 10, repeatable=repeatable))


def leaving(*, repeatable: bool = True, attempts: int = 1) -> Delivery:
    return sync.claim(replace(sealed(repeatable=repeatable), attempts=attempts - 1), NOW)


def checking(settle: float = 600.0) -> Delivery:
    return sync.after(leaving(repeatable=False), Unsure("timeout"), NOW, 0.5, settle)


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
    with pytest.raises(IllegalChangeError, match="without the agency's reference"):
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


def test_look_up_that_finds_it_is_a_receipt() -> None:
    after = sync.after(checking(), Received("311-7"), NOW + 600, 0.5)

    assert (after.state, after.reference, after.unsure_since) == (DeliveryState.RECEIVED, "311-7", None)


def test_look_up_that_finds_nothing_after_the_settle_time_allows_a_new_attempt() -> None:
    after = sync.after(checking(), NotFoundThere(), NOW + 600, 0.5)

    assert (after.state, after.unsure_since) == (DeliveryState.SEALED, None)
    assert is_due(after, NOW + 600)


def test_look_up_that_finds_nothing_too_early_proves_nothing() -> None:
    early = sync.after(checking(), NotFoundThere(), NOW + 300, 0.5)

    assert (early.state, early.next_at) == (DeliveryState.CHECKING, NOW + 600)
    assert sync.after(early, NotFoundThere(), NOW + 600, 0.5).state is DeliveryState.SEALED


@pytest.mark.parametrize("jump", [-50_000_000.0, 600 + HOUR + 1, 50_000_000.0])
def test_look_up_after_a_jump_of_the_clock_proves_nothing_and_waits_once_more(jump: float) -> None:
    jumped = sync.after(checking(), NotFoundThere(), NOW + jump, 0.5)

    assert (jumped.state, jumped.next_at) == (DeliveryState.CHECKING, NOW + jump + 600)
    assert sync.after(jumped, NotFoundThere(), NOW + jump + 600, 0.5).state is DeliveryState.SEALED


@pytest.mark.parametrize("outcome", [NotSent("no_connection"), Unsure("timeout"), NoAccess("status")])
def test_look_up_that_cannot_tell_is_tried_again_later_and_later(outcome: Outcome) -> None:
    first = sync.after(checking(), outcome, NOW + 600, 0.9)
    later = sync.after(first, outcome, NOW + 1_200, 0.9)

    assert (first.state, later.state) == (DeliveryState.CHECKING, DeliveryState.CHECKING)
    assert first.attempts == later.attempts == 1
    assert later.next_at - (NOW + 1_200) >= first.next_at - (NOW + 600) > 0


def test_look_up_that_cannot_tell_for_three_days_goes_to_a_person() -> None:
    after = sync.after(checking(), NotSent("no_connection"), NOW + 73 * HOUR, 0.5)

    assert after.state is DeliveryState.ATTENTION


def test_look_up_that_is_refused_goes_to_a_person() -> None:
    after = sync.after(checking(), Refused(404, "No such list."), NOW + 600, 0.5)

    assert (after.state, after.reason) == (DeliveryState.ATTENTION, "No such list.")


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


def test_agency_that_answers_again_is_tried_at_once() -> None:
    waiting = sync.after(leaving(), NotSent("no_connection", wait=900.0), NOW, 0.5)

    hastened = sync.hasten(waiting, NOW + 5)

    assert is_due(hastened, NOW + 5)
    assert (hastened.state, hastened.attempts) == (waiting.state, waiting.attempts)


def test_a_clock_that_was_set_makes_a_look_up_wait_one_whole_settle_time_from_now() -> None:
    waiting = sync.wait_anew(checking(), 9_000_000.0, settle=600.0)

    assert (waiting.state, waiting.changed, waiting.next_at) == (
        DeliveryState.CHECKING,
        9_000_000.0,
        9_000_600.0,
    )
    assert waiting.unsure_since == 9_000_000.0
    with pytest.raises(IllegalChangeError):
        sync.wait_anew(leaving(), 9_000_000.0)


def test_item_given_to_a_person_is_stuck_and_never_due() -> None:
    given_up = sync.to_person(sealed(), NOW)

    assert is_stuck(given_up, NOW)
    assert not is_due(given_up, NOW + 1e6)


def test_waiting_item_is_stuck_after_three_days_and_attention_at_once() -> None:
    assert not is_stuck(sealed(), NOW + 71 * HOUR)
    assert is_stuck(sealed(), NOW + 73 * HOUR)
    assert is_stuck(replace(sealed(), state=DeliveryState.ATTENTION), NOW)
    received = sync.after(leaving(), Received("R"), NOW, 0.5)
    assert not is_stuck(received, NOW + 1_000 * HOUR)


@given(
    outcome=st.sampled_from([*ENDS, NotFoundThere()]),
    looking=st.booleans(),
    repeatable=st.booleans(),
    attempts=st.integers(1, 10_000),
    now=st.floats(0, 4e9),
    chance=st.floats(0, 1, exclude_max=True),
    settle=st.floats(-10, 1e9),
)
def test_whatever_happens_the_change_is_legal_and_nothing_waits_longer_than_an_hour(
    outcome: Outcome,
    looking: bool,
    repeatable: bool,
    attempts: int,
    now: float,
    chance: float,
    settle: float,
) -> None:
    before = checking() if looking else leaving(repeatable=repeatable, attempts=attempts)
    if isinstance(outcome, NotFoundThere) and not looking:
        return

    after = sync.after(before, outcome, now, chance, settle)

    check_change(before, after)
    if after.state in WAITING:
        assert after.next_at - max(now, after.changed) <= HOUR
    assert (after.state is DeliveryState.RECEIVED) == isinstance(outcome, Received)
    if before.repeatable is False and not looking and isinstance(outcome, Unsure):
        assert after.state is DeliveryState.CHECKING


def test_states_have_rules_without_gaps_and_the_ends_are_ends() -> None:
    assert set(LEGAL) == set(DeliveryState)
    assert LEGAL[DeliveryState.DECIDED] == frozenset()
    for state in (
        DeliveryState.SEALED,
        DeliveryState.CHECKING,
        DeliveryState.ATTENTION,
        DeliveryState.REFUSED,
    ):
        assert DeliveryState.ACCEPTED not in LEGAL[state]
    assert DeliveryState.RECEIVED not in LEGAL[DeliveryState.SEALED]


@pytest.mark.parametrize("field", ["id", "seal", "service", "organisation", "created", "repeatable"])
def test_identity_of_a_delivery_never_changes(field: str) -> None:
    before = sealed()
    other: object = {"created": 1.0, "repeatable": False}.get(field, "other")
    after = replace(sync.claim(before, NOW), **{field: other})  # type: ignore[arg-type]  # fields by name

    with pytest.raises(IllegalChangeError, match="identity"):
        check_change(before, after)
