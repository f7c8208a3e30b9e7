# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine whose clock is set at will, and a city that keeps what it is sent and says so late or never."""

from dataclasses import dataclass, field
from pathlib import Path

from core.catalogue import ChannelKind
from core.following import NothingTold, Progress
from core.passed_time import Instant
from core.set_clock import ClockMark
from core.submission import Delivery, NotFoundThere, Outcome, Received, Submission, Unknowable, Unsure
from kiosk.courier.delivering import Delivering
from offline_cache.outbox import StoredOutbox
from tests.support.dying_courier import BEGIN
from tests.support.lanes import WaitingLane
from tests.support.stored_outbox import opened, sealed
from tests.support.submissions import submission

HOUR, DAY = 3_600.0, 86_400.0
SETTLE = 600.0
ITEM = submission(1).id


@dataclass(slots=True)
class Clocks:
    """`real` is the time that nobody sets; the machine's clock differs from it by `off`."""

    real: float = BEGIN
    off: float = 0.0
    boot: str = "first"
    started: float = BEGIN - HOUR

    def wall(self) -> float:
        return self.real + self.off

    def steady(self) -> float:
        return self.real

    def instant(self) -> Instant:
        return Instant(self.boot, self.real - self.started, self.wall())

    def restart(self) -> None:
        self.boot, self.started = "second", self.real


@dataclass(slots=True)
class City:
    """Keeps what is sent, never says so, and lists it `LAG` seconds later, by its own clock, which is right.

    It forgets keys after a day.
    """

    clocks: Clocks
    filed: list[float] = field(default_factory=list)
    answers: bool = False
    remembers: bool = True

    def deliver(self, item: Submission) -> Outcome:
        known = self.remembers and self.filed and self.clocks.real - self.filed[-1] < DAY
        if not (item.envelope.repeatable and known):
            self.filed.append(self.clocks.real)
        return Received("R-1") if self.answers else Unsure("timeout")

    def look_up(self, item: Submission, since: float, told_at: str = "") -> Outcome:
        del told_at
        if item.envelope.repeatable:
            # Plain REST has no question for it.
            return Unknowable("status")
        start = min(since, item.created) - DAY
        shown = [at for at in self.filed if at >= start and self.clocks.real - at > 500.0]
        return Received("R-1") if shown else NotFoundThere()

    def progress(self, delivery: Delivery) -> Progress:
        del delivery
        return NothingTold("status")


@dataclass(slots=True)
class Machine:
    """A courier over an outbox on the disk, and a city; `forgets` is the fault: nobody noted how the clock stood."""

    folder: Path
    forgets: bool = False
    clocks: Clocks = field(default_factory=Clocks)
    lane: WaitingLane = field(default_factory=WaitingLane)
    city: City = field(init=False)
    outbox: StoredOutbox = field(init=False)
    courier: Delivering = field(init=False)

    def __post_init__(self) -> None:
        self.city = City(self.clocks)
        self.start()

    def start(self) -> None:
        """The next courier, on the store that the last one left."""
        self.outbox = opened(self.folder, now=self.clocks.wall())
        if self.forgets:
            self.outbox.update_all([], ClockMark.of(self.clocks.instant()))
        agencies = {ChannelKind.OPENROSA: self.city, ChannelKind.OPEN311: self.city}
        self.courier = Delivering(
            self.outbox, agencies, self.lane, self.clocks, self.clocks.instant, SETTLE, lambda: 0.5
        )
        self.courier.recover()

    def seal(self, *, keyed: bool) -> None:
        item = submission(1, created=self.clocks.wall(), repeatable=keyed, remembered=DAY if keyed else None)
        sealed(self.outbox, item)

    def work(self, seconds: float = 0.0) -> None:
        """Turns, five minutes apart."""
        end = self.clocks.real + seconds
        while True:
            self.courier.turn()
            self.lane.let_go()
            if self.clocks.real >= end:
                return
            self.clocks.real += min(300.0, end - self.clocks.real)

    def stop(self) -> None:
        self.outbox.close()

    @property
    def delivery(self) -> Delivery:
        found = self.outbox.delivery(ITEM)
        assert found is not None
        return found
