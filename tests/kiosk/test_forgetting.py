# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A kiosk forgets applications some days after their agency's last word, by a clock that an agency has just shown."""

from dataclasses import dataclass

import pytest

from core.ports import Outbox
from kiosk.courier.fetching import LATELY, Fetching
from kiosk.courier.forgetting import DAY_SECONDS, LOOK_SECONDS, Forgetting
from kiosk.lanes import InlineLane
from kiosk.profile.file import SHIPPED, BadProfile, load
from services.boundary import Failed, Failure, NotModified
from tests.support.dying_courier import SetClock
from tests.support.fake_cache import FakeCache
from tests.support.fake_outbox import FakeOutbox
from tests.support.outbox_steps import received

TEN_YEARS = 3_652 * DAY_SECONDS


@dataclass
class Shown:
    """Whether an agency's answer came lately."""

    now: bool = True


def over(outbox: Outbox) -> float:
    """One that an agency has; when its last word came."""
    delivery = received(outbox, 1, "R-1")
    outbox.erase_payload(delivery.id)
    return delivery.changed


def test_it_is_known_for_its_days_and_not_longer() -> None:
    outbox, clock = FakeOutbox(), SetClock()
    clock.now = over(outbox)
    forgetting = Forgetting(outbox, 7, clock, lambda: True)
    while outbox.deliveries() and clock.now < 30 * DAY_SECONDS:
        forgetting.turn()
        clock.now += LOOK_SECONDS / 4
    assert 7 * DAY_SECONDS <= clock.now - 2_001.0 <= 7 * DAY_SECONDS + 2 * LOOK_SECONDS


def test_at_home_it_is_known_for_good() -> None:
    outbox, clock = FakeOutbox(), SetClock()
    clock.now = over(outbox) + TEN_YEARS
    Forgetting(outbox, None, clock, lambda: True).turn()
    assert outbox.deliveries()


def test_a_clock_that_nobody_has_shown_makes_nothing_forgotten() -> None:
    outbox, clock, shown = FakeOutbox(), SetClock(), Shown(now=False)
    clock.now = over(outbox) + TEN_YEARS
    forgetting = Forgetting(outbox, 7, clock, lambda: shown.now)
    forgetting.turn()
    assert outbox.deliveries()
    shown.now = True
    forgetting.turn()
    assert not outbox.deliveries()


@pytest.mark.parametrize("answers", [True, False])
def test_only_an_answer_shows_the_clock_and_only_for_moments(answers: bool) -> None:
    clock = SetClock(0.0)
    answer = NotModified() if answers else Failed(Failure.NO_CONNECTION, sent=False)
    fetching = Fetching(
        FakeCache(), "http://town", lambda _, __: answer, {}, InlineLane(), clock, 60.0, lambda *_: None
    )
    assert not fetching.answered_lately
    fetching.turn()
    assert fetching.answered_lately is answers
    clock.now += LATELY + 1.0
    assert not fetching.answered_lately


@pytest.mark.parametrize(("name", "days"), [("town-hall-kiosk", 7), ("home", None)])
def test_a_kiosk_forgets_and_a_home_does_not(name: str, days: int | None) -> None:
    profile = load(str(SHIPPED / f"{name}.toml"))
    assert not isinstance(profile, BadProfile)
    assert profile.receipt_days == days
