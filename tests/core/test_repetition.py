# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Agencies that forget keys: what may have arrived is repeated only while they still know it."""

from dataclasses import replace

import pytest

from core import sync
from core.delivery_rules import STUCK_SECONDS
from core.submission import Delivery, DeliveryState, NotFoundThere, Unknowable, Unsure
from tests.support.submissions import submission

DAY = 86_400.0
NOW = 1_000_000.0


def leaving(remembered: float | None = DAY, *, unsure_since: float | None = None) -> Delivery:
    sealed = sync.begin(submission(1, created=NOW - 10, remembered=remembered))
    return sync.claim(replace(sealed, unsure_since=unsure_since), NOW)


def test_unsure_attempt_is_repeated_while_the_agency_remembers_its_key() -> None:
    after = sync.after(leaving(), Unsure("timeout"), NOW + 20, 0.5)

    assert after.state is DeliveryState.SEALED
    # The key's age counts from when the attempt left, not from when it was given up.
    assert after.unsure_since == NOW


def test_unsure_attempt_is_looked_up_when_half_of_the_keys_life_is_over() -> None:
    after = sync.after(leaving(unsure_since=NOW - DAY / 2), Unsure("timeout"), NOW + 20, 0.5)

    assert after.state is DeliveryState.CHECKING


@pytest.mark.parametrize(
    ("age", "state"),
    [
        (DAY / 2, DeliveryState.SEALED),
        (DAY / 2 + 1, DeliveryState.CHECKING),
        (-1.0, DeliveryState.CHECKING),
    ],
)
def test_waiting_one_is_sent_again_only_while_its_key_is_known_for_certain(
    age: float, state: DeliveryState
) -> None:
    waiting = replace(sync.begin(submission(1, created=NOW, remembered=DAY)), unsure_since=NOW)

    assert sync.reconsider(waiting, NOW + age).state is state


def test_what_never_left_is_sent_however_long_it_has_waited() -> None:
    waiting = sync.begin(submission(1, created=NOW, remembered=DAY))

    assert sync.reconsider(waiting, NOW + STUCK_SECONDS) == waiting


def test_agency_that_never_forgets_gets_it_again_after_weeks() -> None:
    waiting = replace(sync.begin(submission(1, created=NOW)), unsure_since=NOW)

    assert sync.reconsider(waiting, NOW + 50 * DAY) == waiting


@pytest.mark.parametrize(("off", "state"), [(60.0, DeliveryState.SEALED), (3 * DAY, DeliveryState.CHECKING)])
def test_attempt_cut_by_a_power_failure_counts_from_when_it_left(off: float, state: DeliveryState) -> None:
    assert sync.recover(leaving(), NOW + off).state is state


def test_restored_copy_is_taken_to_have_left_when_it_was_sealed() -> None:
    item = submission(1, created=NOW - DAY, remembered=DAY)

    assert sync.restore(item, NOW).state is DeliveryState.CHECKING
    assert sync.restore(replace(item, created=NOW - 60), NOW).state is DeliveryState.SEALED


def test_clock_that_is_set_does_not_change_how_old_a_key_is() -> None:
    waiting = replace(sync.begin(submission(1, created=NOW, remembered=DAY)), unsure_since=NOW)

    for by in (-3_650 * DAY, 3_650 * DAY):
        moved = sync.clock_moved(waiting, by, NOW + 60 + by)
        assert sync.reconsider(moved, NOW + 60 + by).state is DeliveryState.SEALED
        assert sync.reconsider(moved, NOW + by + DAY).state is DeliveryState.CHECKING


@pytest.mark.parametrize("looking", [False, True])
def test_what_cannot_be_found_out_goes_to_a_person(looking: bool) -> None:
    delivery = leaving()
    if looking:
        delivery = replace(delivery, state=DeliveryState.CHECKING)

    assert sync.after(delivery, Unknowable("cut"), NOW + 1, 0.5).state is DeliveryState.ATTENTION


def test_what_was_not_found_there_is_sent_again_with_its_key_anew() -> None:
    looked_up = replace(leaving(unsure_since=NOW - DAY), state=DeliveryState.CHECKING)

    after = sync.after(looked_up, NotFoundThere(), NOW + 700, 0.5)

    assert (after.state, after.unsure_since) == (DeliveryState.SEALED, None)


def test_wait_that_an_agency_asks_for_is_kept_though_it_may_have_taken_it() -> None:
    after = sync.after(leaving(), Unsure("status", wait=900.0), NOW, 0.0)

    assert after.next_at == NOW + 900
