# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from each way in which a look-up can end."""

import pytest

from core import sync
from core.delivery_rules import IllegalChangeError, is_due
from core.submission import (
    DeliveryState,
    NoAccess,
    NotFoundThere,
    NotSent,
    Outcome,
    Received,
    Refused,
    Unsure,
)
from tests.support.deliveries import HOUR, NOW, checking, leaving


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


def test_a_clock_that_was_set_makes_a_look_up_wait_one_whole_settle_time_from_now() -> None:
    waiting = sync.wait_anew(checking(), 8_000_000.0, 9_000_000.0, settle=600.0)

    assert (waiting.state, waiting.changed, waiting.next_at) == (
        DeliveryState.CHECKING,
        9_000_000.0,
        9_000_600.0,
    )
    assert waiting.unsure_since == NOW + 8_000_000.0
    with pytest.raises(IllegalChangeError):
        sync.wait_anew(leaving(), 8_000_000.0, 9_000_000.0)


@pytest.mark.parametrize("ahead", [10 * HOUR, 50_000.0 * HOUR])
def test_a_clock_that_is_set_back_takes_the_unsure_moment_with_it(ahead: float) -> None:
    """The agency's clock was right all along: three days ago is where its list has to be searched."""
    sent, later = NOW - ahead, NOW + 72 * HOUR
    waiting = sync.clock_moved(checking(), -ahead, later - ahead)

    assert waiting.unsure_since == sent


def test_an_unsure_moment_never_comes_to_lie_ahead() -> None:
    assert sync.wait_anew(checking(), 100.0, NOW).unsure_since == NOW
