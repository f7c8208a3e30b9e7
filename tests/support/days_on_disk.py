# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three days of simulated time on the program's own store and courier, with outages and a restart each hour."""

import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from core.catalogue import ChannelKind
from core.following import Progress, Told
from core.ids import SubmissionId
from core.ports import Agency
from core.submission import (
    Delivery,
    DeliveryState,
    NotFoundThere,
    NotSent,
    Outcome,
    Received,
    Submission,
    Unsure,
)
from kiosk.courier.delivering import Delivering
from kiosk.lanes import InlineLane
from offline_cache.outbox import StoredOutbox
from tests.support.days import DAY, HOUR
from tests.support.dying_courier import BEGIN, SetClock
from tests.support.stored_outbox import opened, sealed
from tests.support.submissions import submission

TICK: Final = 60.0
LATEST: Final = 12 * HOUR
WARM: Final = 6 * HOUR
"""What is loaded and cached in the first hours is not what three days cost."""


@dataclass(slots=True)
class FlakyAgency:
    """Away for an hour every two hours, and silent after one in five; `filed` counts what it has of each."""

    clock: SetClock
    chance: random.Random
    outages: list[tuple[float, float]]
    filed: Counter[SubmissionId] = field(default_factory=Counter)

    def deliver(self, submission: Submission) -> Outcome:
        """One attempt."""
        if self._away():
            return NotSent("no_connection") if self.chance.random() < 0.5 else Unsure("timeout")
        if not (submission.envelope.repeatable and self.filed[submission.id]):
            self.filed[submission.id] += 1
        return Received("R") if self.chance.random() < 0.8 else Unsure("cut")

    def look_up(self, submission: Submission, since: float, told_at: str = "") -> Outcome:
        """What it has."""
        del since, told_at
        if self._away():
            return NotSent("no_connection")
        return Received("R") if self.filed[submission.id] else NotFoundThere()

    def progress(self, delivery: Delivery) -> Progress:
        """Nobody is asked here: its receipts name no address."""
        return Told(delivery.state)

    def _away(self) -> bool:
        return any(begins <= self.clock.now < ends for begins, ends in self.outages)


@dataclass(frozen=True, slots=True)
class Lived:
    """What came of it; memory and file sizes in KiB."""

    lost: int
    doubled: int
    waiting: int
    grown: int
    database: int
    restarts: int


def live(folder: Path, items: int, seed: int = 72) -> Lived:
    """Seal so many at even distances in three days, and carry them until all have arrived or half a day is over."""
    chance, clock = random.Random(seed), SetClock()
    agency = FlakyAgency(clock, chance, _outages(chance))
    begun, moment, number, restarts, before = False, 0.0, 0, 0, 0
    outbox, delivering = start(folder, agency, clock, chance)
    while moment < 3 * DAY + LATEST:
        clock.now = BEGIN + moment
        while number < items and number * 3 * DAY / items <= moment:
            sealed(outbox, submission(number, created=clock.now, repeatable=number % 2 == 0))
            number += 1
        delivering.turn()
        moment += TICK
        if moment % HOUR == 0:
            outbox.close()
            outbox, delivering = start(folder, agency, clock, chance)
            restarts += 1
            if moment >= 3 * DAY and not _waiting(outbox):
                break
        if moment >= WARM and not begun:
            begun, before = True, _resident()
    waiting = _waiting(outbox)
    outbox.close()
    filed = agency.filed
    return Lived(
        lost=items - sum(number > 0 for number in filed.values()),
        doubled=sum(number > 1 for number in filed.values()),
        waiting=waiting,
        grown=_resident() - before,
        database=sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) // 1024,
        restarts=restarts,
    )


def start(
    folder: Path, agency: Agency, clock: SetClock, chance: random.Random
) -> tuple[StoredOutbox, Delivering]:
    """The program's store and courier on the disk, as after a start."""
    outbox = opened(folder, now=clock.now)
    agencies = {ChannelKind.OPENROSA: agency, ChannelKind.OPEN311: agency}
    delivering = Delivering(outbox, agencies, InlineLane(), clock, clock.instant, 600.0, chance.random)
    delivering.recover()
    return outbox, delivering


def _waiting(outbox: StoredOutbox) -> int:
    return sum(one.state is not DeliveryState.RECEIVED for one in outbox.deliveries())


def _outages(chance: random.Random) -> list[tuple[float, float]]:
    found, moment = [], BEGIN
    while moment < BEGIN + 3 * DAY:
        begins = moment + chance.expovariate(1 / (2 * HOUR))
        moment = begins + chance.expovariate(1 / HOUR)
        found.append((begins, moment))
    return found


def _resident() -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])
