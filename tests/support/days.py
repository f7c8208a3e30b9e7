# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Days of simulated time on the real rules of delivery: outages, agencies that are down, one item that fails."""

import heapq
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from core import sync
from core.delivery_rules import is_due
from core.ids import SubmissionId
from core.submission import Delivery, DeliveryState, NotFoundThere, NotSent, Outcome, Received, Unsure
from tests.support.submissions import submission

HOUR = 3_600.0
DAY = 24 * HOUR


@dataclass
class Courier:
    """Carries items by the rules, one at a time, from one due moment to the next."""

    answer: Callable[[Delivery, float], Outcome]
    rules: Callable[[Delivery, Outcome, float, float], Delivery] = sync.after
    chance: random.Random = field(default_factory=lambda: random.Random(5))
    items: dict[SubmissionId, Delivery] = field(default_factory=dict)
    attempts: dict[SubmissionId, int] = field(default_factory=dict)
    arrived: dict[SubmissionId, float] = field(default_factory=dict)
    queue: list[tuple[float, int, SubmissionId]] = field(default_factory=list)
    pushed: int = 0

    def seal(self, number: int, now: float, *, repeatable: bool = True) -> None:
        delivery = sync.begin(submission(number, created=now, repeatable=repeatable))
        self._keep(delivery, now)

    def run(self, until: float) -> None:
        while self.queue and self.queue[0][0] <= until:
            now, _, id_ = heapq.heappop(self.queue)
            delivery = self.items[id_]
            assert is_due(delivery, now)
            if delivery.state is DeliveryState.SEALED:
                delivery = sync.claim(delivery, now)
            self.attempts[id_] = self.attempts.get(id_, 0) + 1
            after = self.rules(delivery, self.answer(delivery, now), now, self.chance.random())
            self._keep(after, now)

    def _keep(self, delivery: Delivery, now: float) -> None:
        self.items[delivery.id] = delivery
        if delivery.state is DeliveryState.RECEIVED:
            self.arrived[delivery.id] = now
        elif delivery.state in (DeliveryState.SEALED, DeliveryState.CHECKING):
            self.pushed += 1
            heapq.heappush(self.queue, (max(now, delivery.next_at), self.pushed, delivery.id))


def down_until(moment: float, how: Outcome) -> Callable[[Delivery, float], Outcome]:
    return lambda delivery, now: how if now < moment else Received(f"R-{delivery.id[-6:]}")


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What came of a simulated time."""

    sealed: int
    arrived: int
    doubled: int
    most_attempts: int
    longest_after: float


def three_days(
    items: int, seed: int, rules: Callable[[Delivery, Outcome, float, float], Delivery]
) -> Outcomes:
    """Outages of an hour every two hours, answers that are lost, and three days of submissions at even distances."""
    chance = random.Random(seed)
    outages, moment = [], 0.0
    while moment < 3 * DAY:
        begins = moment + chance.expovariate(1 / (2 * HOUR))
        moment = begins + chance.expovariate(1 / HOUR)
        outages.append((begins, moment))
    filed: Counter[SubmissionId] = Counter()

    def answer(delivery: Delivery, now: float) -> Outcome:
        if any(begins <= now < ends for begins, ends in outages):
            return NotSent("no_connection") if chance.random() < 0.5 else Unsure("timeout")
        if delivery.state is DeliveryState.CHECKING:
            return Received("R") if filed[delivery.id] else NotFoundThere()
        if not (delivery.repeatable and filed[delivery.id]):
            filed[delivery.id] += 1
        return Received("R") if chance.random() < 0.8 else Unsure("cut")

    courier = Courier(answer, rules)
    for number in range(items):
        courier.seal(number, now=number * 3 * DAY / items, repeatable=number % 2 == 0)
    courier.run(3 * DAY + 12 * HOUR)
    return Outcomes(
        items,
        len(courier.arrived),
        sum(number > 1 for number in filed.values()),
        max(courier.attempts.values()),
        max(courier.arrived.values(), default=0.0) - 3 * DAY,
    )
