# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A courier whose town does not answer asks again soon, and not in step with the couriers of its neighbours."""

import pytest

from kiosk.courier.fetching import Fetching
from kiosk.lanes import InlineLane
from services.boundary import Failed, Failure
from tests.support.dying_courier import SetClock
from tests.support.fake_cache import FakeCache

SECONDS = 30


def moments(chance: float, every: float = 60.0) -> list[float]:
    """When the catalogue is asked for in the first half minute of an outage."""
    clock = SetClock(0.0)
    asked: list[float] = []

    def refused(address: str, version: str) -> Failed:
        del address, version
        asked.append(clock.now)
        return Failed(Failure.NO_CONNECTION, sent=False)

    fetching = Fetching(
        FakeCache(), "http://town", refused, {}, InlineLane(), clock, every, lambda *_: None, lambda: chance
    )
    while clock.now < SECONDS:
        fetching.turn()
        clock.now += 0.5
    return asked


def test_asking_again_takes_its_chance_between_a_second_and_ten() -> None:
    assert moments(0.0) == [float(second) for second in range(SECONDS)]
    assert moments(0.5) == [0.0, 2.5, 7.5, 12.5, 17.5, 22.5, 27.5]
    assert moments(0.99) == [0.0, 5.0, 15.0, 25.0]


@pytest.mark.parametrize("chance", [0.3, 0.9])
def test_a_profile_that_wants_news_more_often_is_asked_for_more_often(chance: float) -> None:
    assert len(moments(chance, every=2.0)) >= SECONDS / 2
