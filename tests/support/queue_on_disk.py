# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A full queue on the program's own store and courier: its agency is down, or one item always fails."""

import random
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final
from unittest import mock

from core import sync
from core.breaker import Breakers
from core.delivery_rules import WAITING
from core.following import Progress, Told
from core.ids import SubmissionId
from core.ports import NOBODY, Aside
from core.submission import Delivery, DeliveryState, NotSent, Outcome, Received, Submission, Unsure
from offline_cache.outbox import StoredOutbox
from tests.support.days import HOUR
from tests.support.days_on_disk import TICK, start
from tests.support.dying_courier import BEGIN, SetClock
from tests.support.stored_outbox import sealed
from tests.support.submissions import submission

SECOND: Final = 1.0


@dataclass(slots=True)
class ToldAgency:
    """Answers as it is told to by the item and the moment, and counts what it was asked."""

    clock: SetClock
    answer: Callable[[SubmissionId, float], Outcome]
    asked: Counter[SubmissionId] = field(default_factory=Counter)
    arrived: dict[SubmissionId, float] = field(default_factory=dict)

    def deliver(self, submission: Submission) -> Outcome:
        """One attempt."""
        self.asked[submission.id] += 1
        outcome = self.answer(submission.id, self.clock.now - BEGIN)
        if isinstance(outcome, Received):
            self.arrived.setdefault(submission.id, self.clock.now)
        return outcome

    def look_up(self, submission: Submission, since: float, told_at: str = "") -> Outcome:
        """Everything here is repeatable, so this is never asked."""
        raise AssertionError(submission.id)

    def progress(self, delivery: Delivery) -> Progress:
        """Nobody is asked here: its receipts name no address."""
        return Told(delivery.state)


@dataclass(frozen=True, slots=True)
class Downed:
    """`most` attempts of one item while it was down, `all` of them together; `left` an hour later, and `dropped`."""

    most: int
    all: int
    left: int
    dropped: int
    restarts: int


def down_for_hours(folder: Path, items: int, hours: int, *, impatient: bool = False) -> Downed:
    """So many wait for an agency that is down so long, and the courier starts anew each hour.

    The fault is a courier without a breaker that asks for each item again at its next turn.
    """
    clock, chance, down = SetClock(), random.Random(7), hours * HOUR
    agency = ToldAgency(clock, lambda _, now: NotSent("no_connection") if now < down else Received("R"))
    with ExitStack() as faults:
        if impatient:
            faults.enter_context(mock.patch.object(Breakers, "allows", return_value=True))
            faults.enter_context(mock.patch("core.sync.after", _at_once))
        outbox, delivering = start(folder, agency, clock, chance)
        number, restarts, moment, most, everything = 0, 0, 0.0, 0, 0
        while moment <= down + HOUR:
            clock.now = BEGIN + moment
            while number < items and number * HOUR / items <= moment:
                sealed(outbox, submission(number, created=clock.now))
                number += 1
            delivering.turn()
            if moment < down:
                most, everything = max(agency.asked.values(), default=0), agency.asked.total()
            moment += TICK
            if moment % HOUR == 0:
                outbox.close()
                outbox, delivering = start(folder, agency, clock, chance)
                restarts += 1
        states = Counter(one.state for one in outbox.deliveries())
        outbox.close()
    going = sum(states[one] for one in (DeliveryState.RECEIVED, *WAITING))
    return Downed(most, everything, items - len(agency.arrived), items - going, restarts)


def late_beside_a_bad_one(
    folder: Path, items: int, within: float, *, blocked: bool = False
) -> tuple[int, int]:
    """One is sealed each second, and the first always fails: how many others arrived, and how many later than `within`.

    The fault is an outbox that names nothing but its oldest.
    """
    bad, clock = submission(0).id, SetClock()
    agency = ToldAgency(clock, lambda id_, _: Unsure("cut") if id_ == bad else Received("R"))
    with ExitStack() as faults:
        if blocked:
            faults.enter_context(mock.patch.object(StoredOutbox, "due", _oldest))
        outbox, delivering = start(folder, agency, clock, random.Random(8))
        for number in range(items + round(2 * within)):
            clock.now = BEGIN + number * SECOND
            if number < items:
                sealed(outbox, submission(number, created=clock.now))
            delivering.turn()
        created = {one.id: one.created for one in outbox.deliveries()}
        outbox.close()
    delays = [moment - created[id_] for id_, moment in agency.arrived.items()]
    return len(delays), items - 1 - sum(delay < within for delay in delays)


def _oldest(outbox: StoredOutbox, now: float, aside: Aside = NOBODY, most: int = 20) -> tuple[Delivery, ...]:
    del now, aside, most
    return tuple(one for one in outbox.deliveries() if one.state is DeliveryState.SEALED)[:1]


_after = sync.after


def _at_once(
    delivery: Delivery, outcome: Outcome, now: float, chance: float, settle: float = 600.0
) -> Delivery:
    after = _after(delivery, outcome, now, chance, settle)
    return replace(after, next_at=now) if after.state is DeliveryState.SEALED else after
