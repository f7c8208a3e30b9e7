# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The wait after wrong tries: five are free, then it doubles, and no restart or clock makes it shorter (P28)."""

from hypothesis import given
from hypothesis import strategies as st

from core.staff.lockout import FIRST_WAIT, FREE_TRIES, Moment, Tries, wait_after

STEADY = st.integers(0, 10**9).map(float)
BOOTS = st.sampled_from(("first", "second", "third"))
MOMENTS = st.builds(Moment, BOOTS, STEADY)


def test_five_tries_are_free_and_the_fifteenth_comes_after_two_hours() -> None:
    assert [wait_after(wrong) for wrong in range(FREE_TRIES)] == [0.0] * 5
    assert [wait_after(wrong) for wrong in (5, 6, 7)] == [15.0, 30.0, 60.0]
    assert wait_after(14) == 7_680.0


@given(wrong=st.integers(FREE_TRIES, 10_000))
def test_each_wait_is_twice_the_one_before_until_a_bound(wrong: int) -> None:
    assert wait_after(wrong + 1) in {2 * wait_after(wrong), wait_after(wrong)}
    assert wait_after(wrong) >= FIRST_WAIT


@given(wrong=st.integers(0, 60), begun=MOMENTS, waited=st.integers(0, 10**6).map(float))
def test_the_wait_runs_down_within_one_start_of_the_machine(wrong: int, begun: Moment, waited: float) -> None:
    tries = Tries(wrong, begun)
    now = Moment(begun.boot, begun.steady + waited)
    passed = now.steady - begun.steady
    assert tries.left(now) == max(0.0, wait_after(wrong) - passed)


@given(wrong=st.integers(0, 60), begun=MOMENTS, now=MOMENTS)
def test_another_start_or_a_clock_that_runs_back_has_it_waited_for_in_full(
    wrong: int, begun: Moment, now: Moment
) -> None:
    tries = Tries(wrong, begun)
    if now.boot != begun.boot or now.steady < begun.steady:
        assert tries.left(now) == wait_after(wrong)
        assert tries.seen(now) == Tries(wrong, now)
    else:
        assert tries.seen(now) == tries


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(("wait", "boot", "try")), st.integers(0, 4_000).map(float)), max_size=60
    )
)
def test_no_sequence_of_waits_and_restarts_lets_a_try_through_too_early(
    steps: list[tuple[str, float]],
) -> None:
    tries, boot, steady, since_try = Tries(), 0, 0.0, 0.0
    for what, seconds in steps:
        if what == "boot":
            boot, steady = boot + 1, 0.0
            tries = tries.seen(Moment(str(boot), steady))
        elif what == "wait":
            steady, since_try = steady + seconds, since_try + seconds
        elif tries.left(Moment(str(boot), steady)) == 0:
            assert since_try >= wait_after(tries.wrong)
            tries, since_try = tries.begun(Moment(str(boot), steady)), 0.0
