# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Thirty days are thirty days, whatever a clock says: jumps of ten years, nights off, suspended days, summer time."""

import random

import pytest

from core.bundle_rules import DAY
from core.passed_time import UNSEEN_MOST, Counted, Instant, Passed, ShownTime, is_over, passed
from core.visit.delays import DRAFT_DAYS
from tests.support.home_pc import HOUR, NOW, TEN_YEARS, Believing, Home, kept_beyond, wrong_for_a_moment

MONTH = DRAFT_DAYS * DAY


@pytest.mark.parametrize("online", [True, False], ids=["online", "never online"])
@pytest.mark.parametrize("at_a_start", [True, False], ids=["found at a start", "set while it runs"])
@pytest.mark.parametrize("by", [TEN_YEARS, -TEN_YEARS, 40 * DAY, 0.9 * DAY, HOUR, -HOUR])
def test_a_clock_that_is_wrong_once_takes_nothing(by: float, at_a_start: bool, online: bool) -> None:
    assert wrong_for_a_moment(Home(online), by, at_a_start=at_a_start)


def test_a_machine_that_believes_its_clock_is_found() -> None:
    assert not wrong_for_a_moment(Believing(online=True), TEN_YEARS, at_a_start=False)
    assert not wrong_for_a_moment(Believing(online=False), 40 * DAY, at_a_start=True)


@pytest.mark.parametrize("seed", range(40))
def test_online_it_is_kept_for_thirty_days_and_then_forgotten_whatever_the_clock_does(seed: int) -> None:
    assert 0.0 <= kept_beyond(Home(online=True), random.Random(seed)) <= 2 * DAY


def test_a_machine_that_believes_its_clock_forgets_too_early() -> None:
    assert any(kept_beyond(Believing(online=True), random.Random(seed)) < 0.0 for seed in range(10))


@pytest.mark.parametrize("night", [0.5, 0.99, 6.9])
def test_never_online_an_honest_clock_has_it_forgotten_a_week_later(night: float) -> None:
    home = Home(online=False)
    home.look()
    kept, since = home.counted.counted, home.true
    while home.keeps(kept):
        home.off(night)
    gone_after = home.true - since
    assert MONTH < gone_after <= MONTH + UNSEEN_MOST + (night + 0.01) * DAY


def test_never_online_an_old_clock_battery_only_makes_it_later() -> None:
    """Each start begins at the same date: only what was seen counts."""
    home = Home(online=False)
    home.look()
    kept = home.counted.counted
    for _ in range(100):
        home.wrong = NOW - TEN_YEARS - home.true - DAY
        home.off(1.0)
        home.used(0.25)
        if home.counted.counted.sure - kept.sure < MONTH:
            assert home.keeps(kept)
    home.used(MONTH / DAY)
    assert not home.keeps(kept)


def test_a_machine_that_comes_back_after_months_waits_for_an_agency_before_it_forgets() -> None:
    home = Home(online=True)
    home.look()
    kept = home.counted.counted
    home.online = False
    home.off(90.0)
    assert home.keeps(kept)
    home.online = True
    home.look()
    assert not home.keeps(kept)


def test_a_suspended_day_counts_and_summer_time_does_not() -> None:
    before = passed(Passed(), Instant("a", 100.0, NOW), None)
    asleep = passed(before, Instant("a", 100.0 + DAY, NOW + DAY), None)
    summer = passed(before, Instant("a", 101.0, NOW + HOUR), None)
    assert asleep.counted == Counted(DAY, DAY)
    assert summer.counted == Counted(1.0, 1.0)


def test_servers_whose_clocks_differ_add_nothing_turn_by_turn() -> None:
    counted = passed(Passed(), Instant("a", 0.0, NOW), NOW)
    for turn in range(1, 200):
        counted = passed(counted, Instant("a", turn * 60.0, NOW), NOW - (turn % 2) * 20 * HOUR)
    assert counted.counted.sure < 200 * 60.0 + DAY


def test_a_window_that_looks_late_takes_nothing_back() -> None:
    first = passed(Passed(), Instant("a", 10.0, NOW), None)
    later = passed(first, Instant("a", 20.0, NOW + 10), None)
    assert passed(later, Instant("a", 15.0, NOW + TEN_YEARS), None) == later


def test_a_shown_time_goes_on_by_itself_and_ends_with_the_start() -> None:
    shown = ShownTime("a", 50.0, NOW)
    assert shown.at(Instant("a", 80.0, NOW + TEN_YEARS)) == NOW + 30.0
    assert shown.at(Instant("b", 80.0, NOW)) is None
    assert shown.at(Instant("a", 40.0, NOW)) is None


def test_over_is_after_and_not_at() -> None:
    def over(sure: float, likely: float, shown: float = 0.0) -> bool:
        return is_over(Counted(5.0, 5.0), Passed(Counted(sure, likely), shown=shown), 10.0)

    assert not over(15.0, 15.0 + UNSEEN_MOST)
    assert over(15.1, 15.1)
    assert over(5.0, 15.1 + UNSEEN_MOST)
    # An agency showed the time since: what was likely before does not count twice.
    assert not over(5.0, 15.1 + UNSEEN_MOST, shown=6.0)
