# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the frame stays follows from how long a person needs, and a way on trial takes their own times along."""

import pytest

from accessibility.hands.measuring import LEAST, proposed_step, tried_hands
from accessibility.hands.ways import STEP, Hands, ScanTimes, Way


@pytest.mark.parametrize(
    ("took", "step"),
    [
        ([0.2, 0.3, 0.2], LEAST),
        ([1.3, 1.3, 1.3], 2.0),
        ([1.3, 9.0, 1.2], 2.0),
        ([2.0], 3.25),
        ([60.0, 70.0], STEP[1]),
    ],
)
def test_the_step_leaves_a_third_of_the_time_spare(took: list[float], step: float) -> None:
    assert proposed_step(took) == step


def test_without_a_measure_nothing_is_proposed() -> None:
    with pytest.raises(ValueError, match="nothing was measured"):
        proposed_step([])


def test_a_way_on_trial_keeps_the_persons_times_but_what_was_measured() -> None:
    kept = Hands(Way.KEYBOARD, ScanTimes(hold=0.5))
    hands = tried_hands(kept, "one-switch", ("F",), 3.25)
    assert hands == Hands(Way.ONE_SWITCH, ScanTimes(step=3.25, hold=0.5), ("F",))
    assert tried_hands(kept, "five-keys", (), None) == Hands(Way.FIVE_KEYS, ScanTimes(hold=0.5))
