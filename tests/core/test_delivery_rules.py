# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever happens to a delivery: the change is legal, nothing waits for ever, and its identity stays."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import sync
from core.delivery_rules import LEGAL, WAITING, IllegalChangeError, check_change, is_due, is_stuck
from core.ids import OrganisationId, ServiceId, SubmissionId
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
from tests.support.deliveries import HOUR, NOW, checking, leaving, sealed

ENDS: tuple[Outcome, ...] = (
    Received("R-1"),
    NotSent("no_connection"),
    NotSent("status", wait=30.0),
    Unsure("timeout"),
    NoAccess("status"),
    Refused(422, "no"),
)


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


@pytest.mark.parametrize(
    "changed",
    [
        lambda one: replace(one, id=SubmissionId("other")),
        lambda one: replace(one, seal="other"),
        lambda one: replace(one, service=ServiceId("other")),
        lambda one: replace(one, organisation=OrganisationId("other")),
        lambda one: replace(one, created=1.0),
        lambda one: replace(one, repeatable=False),
    ],
    ids=["id", "seal", "service", "organisation", "created", "repeatable"],
)
def test_identity_of_a_delivery_never_changes(changed: Callable[[Delivery], Delivery]) -> None:
    before = sealed()
    after = changed(sync.claim(before, NOW))

    with pytest.raises(IllegalChangeError, match="identity"):
        check_change(before, after)
