# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What dies again and again is left alone for longer and longer (reliability.md P34, accessibility.md K-10)."""

from core.failing import DEATHS, FIRST_PAUSE, LONGEST_PAUSE, STARTS, WITHIN, Failing


def died(times: int, *, every: float, shown: bool) -> Failing:
    failing = Failing()
    for number in range(times):
        failing = failing.died(1_000.0 + number * every, shown=shown)
    return failing


def test_deaths_that_lie_far_apart_are_followed_by_another_start_at_once() -> None:
    assert died(50, every=WITHIN / (DEATHS - 1) + 1, shown=True).pause == 0


def test_the_fifth_death_within_five_minutes_is_a_loop() -> None:
    every = WITHIN / DEATHS
    assert died(DEATHS - 1, every=every, shown=True).pause == 0
    assert died(DEATHS, every=every, shown=True).pause == FIRST_PAUSE


def test_the_third_start_that_shows_nothing_is_a_loop_however_long_it_takes() -> None:
    assert died(STARTS - 1, every=10_000, shown=False).pause == 0
    assert died(STARTS, every=10_000, shown=False).pause == FIRST_PAUSE


def test_a_start_that_shows_something_begins_the_count_of_starts_anew() -> None:
    failing = died(STARTS - 1, every=10_000, shown=False).died(1e6, shown=True).died(2e6, shown=False)
    assert failing.pause == 0


def test_each_pause_is_twice_as_long_until_it_is_the_longest() -> None:
    failing, pauses = died(STARTS, every=1, shown=False), []
    for number in range(8):
        pauses.append(failing.pause)
        failing = failing.died(10_000.0 * (number + 1), shown=True)
    assert pauses == [30, 60, 120, 240, 480, 600, 600, 600]


def test_no_number_of_rounds_is_too_large() -> None:
    assert Failing(rounds=10_000_000).pause == LONGEST_PAUSE


def test_what_says_that_it_cannot_work_here_is_not_tried_again_at_once() -> None:
    assert Failing().refused().pause == FIRST_PAUSE
