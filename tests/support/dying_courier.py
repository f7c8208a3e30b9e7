# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A courier that dies again and again around its attempts, with an outbox on the disk and a clock that tests set."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from core.catalogue import ChannelKind
from core.passed_time import Instant
from core.ports import Agency
from core.submission import Delivery, DeliveryState, Submission
from kiosk.courier.delivering import Delivering
from tests.support.stored_outbox import opened, sealed

T = TypeVar("T")
BEGIN: Final = 1_764_000_000.0
SHORTEST_STEP: Final = 60.0
"""A breaker may be open: nothing is due sooner than this for ever."""

LONGEST_STEP: Final = 3_600.0
FOR_EVER: Final = 1e12
MOST_TURNS: Final = 100
"""For each kill, and for each item at the end; a courier that needs more does not come to an end."""

MOST_WAITING: Final = 2


class DiedError(Exception):
    """The process was killed: whatever it had in memory is gone."""


@dataclass(slots=True)
class SetClock:
    """Both clocks of the machine, in seconds; the wall clock is never set, only time passes."""

    now: float = BEGIN

    def wall(self) -> float:
        """Seconds since the epoch."""
        return self.now

    def steady(self) -> float:
        """The same, as nobody sets it."""
        return self.now

    def instant(self) -> Instant:
        """Both in one start of the machine, which lasts."""
        return Instant("boot", self.now - BEGIN + 60.0, self.now)


class _DyingLane:
    """Does the work at once; a share of the processes dies before it, as large a share after it."""

    def __init__(self, chance: random.Random, share: float) -> None:
        self._chance, self._share = chance, share

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """See `Lane.run`. DiedError: nobody hears what came of it."""
        rolled = self._chance.random()
        if rolled < self._share:
            raise DiedError
        done = work()
        if rolled < 2 * self._share:
            raise DiedError
        then(done)

    def settle(self) -> None:
        """Everything is done already."""

    def close(self) -> None:
        """Nothing is held."""


class DyingCourier:
    """The program's own outbox, rules and connectors; `kills` counts how often its process has died.

    What a kill does to the files at any instant is P1's and P2's: here it strikes around an attempt, and everything
    that was not committed is lost. `settle` is the profile's, in seconds. `reborn` is called at each new start.
    """

    def __init__(
        self,
        folder: Path,
        agencies: Mapping[ChannelKind, Agency],
        clock: SetClock,
        chance: random.Random,
        *,
        settle: float = 600.0,
        share: float = 0.25,
        reborn: Callable[[], None] = lambda: None,
    ) -> None:
        self._folder, self._agencies, self._clock, self._chance = folder, agencies, clock, chance
        self._settle, self._share, self._reborn = settle, share, reborn
        self.kills = 0
        self._start()

    def seal(self, submission: Submission) -> None:
        """What a session does."""
        sealed(self._outbox, submission)

    def deliveries(self) -> tuple[Delivery, ...]:
        """All, as they are on the disk."""
        return self._outbox.deliveries()

    @property
    def waiting(self) -> list[Delivery]:
        """Those for which there is still something to do; asked of the store, which has thousands that are done."""
        return list(self._outbox.due(FOR_EVER, most=10_000))

    def turn(self) -> None:
        """One turn, and the death that may come of it; then time goes on to what is due next."""
        try:
            self._delivering.turn()
        except DiedError:
            self.kills += 1
            self._outbox.close()
            self._reborn()
            self._start()
        due = min((one.next_at for one in self.waiting), default=self._clock.now)
        self._clock.now += min(max(due - self._clock.now, SHORTEST_STEP), LONGEST_STEP)

    def spare(self) -> None:
        """Nobody kills it any more."""
        self._share = 0.0
        self._outbox.close()
        self._start()

    def die(self, deaths: int, seal_next: Callable[[int], None]) -> tuple[int, int, int]:
        """Die `deaths` times while `seal_next` seals one item after another by its number, then bring all to an end.

        Returns how many were sealed, how many a person must look at, and how many still wait.
        """
        made = 0
        for _ in range(deaths * MOST_TURNS):
            if self.kills >= deaths:
                break
            if len(self.waiting) < MOST_WAITING:
                seal_next(made)
                made += 1
            self.turn()
        self.spare()
        for _ in range(made * MOST_TURNS):
            if not self.waiting:
                break
            self.turn()
        people = sum(one.state is DeliveryState.ATTENTION for one in self.deliveries())
        return made, people, len(self.waiting)

    def close(self) -> None:
        """Close its store."""
        self._outbox.close()

    def _start(self) -> None:
        self._outbox = opened(self._folder, now=self._clock.now)
        lane = _DyingLane(self._chance, self._share)
        self._delivering = Delivering(
            self._outbox,
            self._agencies,
            lane,
            self._clock,
            self._clock.instant,
            self._settle,
            self._chance.random,
        )
        self._delivering.recover()
