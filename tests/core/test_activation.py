# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new version is tried, and left by itself; what counts is never something that was left or that nobody confirmed."""

from hypothesis import given
from hypothesis import strategies as st

from core import activation as a

PATIENCE = 900.0
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["begin", "well", "confirm", "die", "start", "pass", "staff back", "refuse"]),
        st.integers(1, 4),
        st.floats(-2 * PATIENCE, 2 * PATIENCE),
    ),
    max_size=40,
)


def after(state: a.Activation, name: str, version: int, now: float) -> a.Activation:
    match name:
        case "begin":
            return a.begun(state, version, now)
        case "well":
            return a.well(state, a.Confirm.STAFF if version % 2 else a.Confirm.HEALTH)
        case "confirm":
            return a.confirmed(state)
        case "die":
            return a.gone_back(state, a.Left.DIED)
        case "start":
            return a.started(state)
        case "pass":
            return a.passed(state, now, PATIENCE)
        case "staff back":
            return a.back_to_before(state)
    return a.refused(state, version, a.Left.CHECK)


@given(EVENTS)
def test_whatever_happens_the_files_of_what_runs_are_kept_and_nothing_left_is_tried(
    events: list[tuple[str, int, float]],
) -> None:
    state = a.Activation()
    for name, version, now in events:
        before, state = state, after(state, name, version, now)
        assert {state.active, state.before, state.running} <= state.kept
        if state.trial is not None:
            assert not state.was_left(state.trial.version)
            assert state.trial.version != state.active
        if state.active not in (before.active, before.before):
            assert before.trial is not None
            assert state.active == before.trial.version


def test_a_version_that_nobody_confirms_is_left_in_time_and_not_tried_again() -> None:
    state = a.begun(a.Activation(active=3, before=2), 4, 1_000.0)
    assert state.running == 4
    assert a.passed(state, 1_000.0 + PATIENCE - 1, PATIENCE) == state
    for now in (1_000.0 + PATIENCE, 900.0):
        left = a.passed(state, now, PATIENCE)
        assert (left.running, left.active, left.before) == (3, 3, 2)
        assert left.left == ((4, a.Left.NOBODY),)
        assert a.begun(left, 4, 2_000.0) == left


def test_health_is_enough_or_waits_for_staff() -> None:
    state = a.begun(a.Activation(), 1, 0.0)
    assert a.well(state, a.Confirm.HEALTH) == a.Activation(active=1)
    waiting = a.well(state, a.Confirm.STAFF)
    assert waiting.trial == a.Trial(1, 0.0, well=True)
    assert a.confirmed(waiting) == a.Activation(active=1)


def test_a_trial_is_left_at_the_third_start_of_the_program() -> None:
    state = a.begun(a.Activation(), 1, 0.0)
    again = a.started(state)
    assert again.running == 1
    assert a.started(again).left == ((1, a.Left.RESTARTS),)
    assert a.started(again).running == a.OWN


def test_staff_go_back_to_the_version_before_and_it_is_not_taken_up_again() -> None:
    state = a.back_to_before(a.Activation(active=7, before=6))
    assert (state.active, state.before) == (6, a.OWN)
    assert state.was_left(7)
    assert a.back_to_before(a.Activation()) == a.Activation()
