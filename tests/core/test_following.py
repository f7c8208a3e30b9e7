# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an agency tells becomes the state, whatever cannot be understood changes nothing, and questions stay rare."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import following, sync
from core.delivery_rules import PROVEN, IllegalChangeError, check_change
from core.following import NothingTold, Told
from core.submission import Delivery, DeliveryState, NotSent, Received, Unsure
from tests.support.deliveries import HOUR, NOW, leaving

DAY = 24 * HOUR
AT = "https://town.example/cases/7"


def received(told_at: str = AT) -> Delivery:
    return sync.after(leaving(), Received("R-7", told_at), NOW, 0.5)


def test_the_first_question_comes_a_minute_after_the_receipt() -> None:
    assert not following.is_due(received(), NOW + 59)
    assert following.is_due(received(), NOW + 60)


def test_nobody_is_asked_without_an_address_or_after_half_a_year_or_once_it_is_decided() -> None:
    assert not following.is_due(received(told_at=""), NOW + DAY)
    assert not following.is_due(received(), NOW + 181 * DAY)
    decided = following.after(received(), Told(DeliveryState.DECIDED, "Yes."), NOW + DAY, 0.5)
    assert not following.is_due(decided, NOW + 2 * DAY)


def test_what_never_arrived_is_never_asked_about() -> None:
    waiting = sync.after(leaving(), NotSent("no_connection"), NOW, 0.5)
    assert not following.is_due(replace(waiting, told_at=AT), NOW + DAY)


def test_question_far_ahead_is_asked_now_because_the_clock_was_set_back() -> None:
    assert following.is_due(replace(received(), next_at=NOW + 3 * DAY), NOW)


def test_address_comes_with_a_receipt_or_with_what_is_unsure_and_stays_until_then() -> None:
    unsure = sync.after(leaving(repeatable=False), Unsure("timeout", told_at=AT), NOW, 0.5)
    assert (unsure.state, unsure.told_at) == (DeliveryState.CHECKING, AT)
    again = sync.after(unsure, Unsure("timeout"), NOW + HOUR, 0.5)
    assert again.told_at == AT
    arrived = sync.after(again, Received("R-7"), NOW + 2 * HOUR, 0.5)
    assert (arrived.state, arrived.told_at) == (DeliveryState.RECEIVED, "")


def test_news_is_dated_and_the_same_again_is_not() -> None:
    begun = following.after(received(), Told(DeliveryState.ACCEPTED, "Counter 3"), NOW + DAY, 0.5)
    assert (begun.state, begun.changed, begun.reason) == (DeliveryState.ACCEPTED, NOW + DAY, "Counter 3")
    again = following.after(begun, Told(DeliveryState.ACCEPTED, "Counter 4"), NOW + 2 * DAY, 0.5)
    assert (again.changed, again.reason) == (NOW + DAY, "Counter 4")


def test_an_agency_may_take_back_that_it_needs_something() -> None:
    asked = following.after(received(), Told(DeliveryState.NEEDS_YOU, "A photo"), NOW + DAY, 0.5)
    back = following.after(asked, Told(DeliveryState.RECEIVED), NOW + 2 * DAY, 0.5)
    assert (back.state, back.reason) == (DeliveryState.RECEIVED, "")


@pytest.mark.parametrize("state", set(DeliveryState) - PROVEN)
def test_a_state_that_only_this_machine_can_know_is_nobodys_to_tell(state: DeliveryState) -> None:
    with pytest.raises(IllegalChangeError):
        following.after(received(), Told(state), NOW, 0.5)
    with pytest.raises(IllegalChangeError):
        following.after(replace(received(), state=state), Told(DeliveryState.ACCEPTED), NOW, 0.5)


@given(
    told=st.one_of(
        st.builds(Told, st.sampled_from(sorted(PROVEN, key=lambda one: one.value)), st.text(max_size=9)),
        st.builds(NothingTold, st.just("status"), st.one_of(st.none(), st.floats(0, 1e12))),
    ),
    state=st.sampled_from(sorted(following.FOLLOWED, key=lambda one: one.value)),
    later=st.floats(-1e9, 1e9),
    chance=st.floats(0, 1, exclude_max=True),
)
def test_whatever_is_told_is_legal_keeps_the_reference_and_waits_between_three_quarters_and_a_day_and_a_half(
    told: Told | NothingTold, state: DeliveryState, later: float, chance: float
) -> None:
    before = replace(received(), state=state)
    after = following.after(before, told, NOW + later, chance)
    check_change(before, after)
    assert after.state is (told.state if isinstance(told, Told) else state)
    assert (after.reference, after.told_at, after.created) == ("R-7", AT, before.created)
    assert 44 <= after.next_at - (NOW + later) <= following.LONGEST_PAUSE_SECONDS


@pytest.mark.parametrize(
    ("set_back", "at_most", "at_least"),
    [(2.0, 100.0, 30.0), (3_600.0, 100.0, 30.0), (5 * 86_400.0, 1e9, 40_000.0)],
)
def test_news_that_came_on_a_clock_that_was_ahead_are_not_asked_about_every_minute(
    set_back: float, at_most: float, at_least: float
) -> None:
    assert at_least <= following.pause(-set_back, 0.0) <= following.pause(-set_back, 0.999) <= at_most
