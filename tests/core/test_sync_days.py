# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Days of simulated time: polite while an agency is down, quick when it is back, and no item blocks another."""

import itertools
import random

from core import backoff, sync
from core.ids import SubmissionId
from core.submission import (
    Delivery,
    DeliveryState,
    NotFoundThere,
    NotSent,
    Outcome,
    Received,
    Refused,
    Unsure,
)
from tests.support.days import DAY, HOUR, Courier, down_until
from tests.support.submissions import submission


def test_agency_that_is_down_for_a_day_is_asked_politely_and_loses_nobody() -> None:
    courier = Courier(down_until(DAY, NotSent("no_connection")))
    for number in range(400):
        courier.seal(number, now=float(number))

    courier.run(DAY)
    assert max(courier.attempts.values()) < 180
    assert sum(courier.attempts.values()) / 400 < 130

    courier.run(DAY + HOUR)
    assert len(courier.arrived) == 400
    assert max(courier.arrived.values()) <= DAY + HOUR / 2


def test_thousands_that_wait_do_not_all_come_back_in_the_same_moment() -> None:
    courier = Courier(down_until(DAY, Unsure("timeout")))
    for number in range(400):
        courier.seal(number, now=0.0)

    courier.run(DAY + HOUR)

    minutes: dict[int, int] = {}
    for moment in courier.arrived.values():
        minutes[int(moment // 60)] = minutes.get(int(moment // 60), 0) + 1
    assert max(minutes.values()) < 60


def test_item_that_never_succeeds_does_not_delay_the_others() -> None:
    bad = submission(0).id

    def answer(delivery: Delivery, now: float) -> Outcome:
        return Unsure("cut") if delivery.id == bad else Received("R")

    courier = Courier(answer)
    for number in range(1_000):
        courier.seal(number, now=float(number))
    courier.run(2_000.0)

    assert len(courier.arrived) == 999
    assert all(
        moment - courier.items[id_].created < backoff.FIRST_SECONDS for id_, moment in courier.arrived.items()
    )
    assert courier.items[bad].state is DeliveryState.SEALED


def test_refused_item_is_not_tried_again() -> None:
    courier = Courier(lambda _delivery, _now: Refused(422, "no"))
    courier.seal(1, now=0.0)

    courier.run(7 * DAY)

    assert list(courier.attempts.values()) == [1]


def test_unsure_item_that_an_agency_never_shows_is_sent_again_only_after_each_settle_time() -> None:
    sent: list[float] = []

    def answer(delivery: Delivery, now: float) -> Outcome:
        if delivery.state is DeliveryState.CHECKING:
            return NotFoundThere()
        sent.append(now)
        return Unsure("timeout")

    courier = Courier(answer)
    courier.seal(1, now=0.0, repeatable=False)
    courier.run(DAY)

    assert len(sent) > 10
    assert all(later - earlier >= sync.SETTLE_SECONDS for earlier, later in itertools.pairwise(sent))


def test_three_days_of_outages_deliver_everyone_exactly_once() -> None:
    chance = random.Random(72)
    outages = []
    moment = 0.0
    while moment < 3 * DAY:
        begins = moment + chance.expovariate(1 / (2 * HOUR))
        moment = begins + chance.expovariate(1 / HOUR)
        outages.append((begins, moment))
    filed: dict[SubmissionId, int] = {}

    def answer(delivery: Delivery, now: float) -> Outcome:
        if any(begins <= now < ends for begins, ends in outages):
            return NotSent("no_connection") if chance.random() < 0.5 else Unsure("timeout")
        filed[delivery.id] = 1
        return Received("R") if chance.random() < 0.8 else Unsure("cut")

    courier = Courier(answer)
    for number in range(4_320):
        courier.seal(number, now=number * 60.0)
    courier.run(3 * DAY + 4 * HOUR)

    assert len(courier.arrived) == 4_320
    assert len(filed) == 4_320
