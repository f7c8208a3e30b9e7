# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks for a new set-up now and then, looks it through, and lays it ready; the supervisor tries it."""

import logging
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from core import activation as a
from core.bundle_rules import DAY
from core.ports import Clock
from kiosk.bundles.home import BundleHome
from kiosk.lanes import Lane
from kiosk.profile.model import BundleSource, Profile

log = logging.getLogger("kiosk.bundles")

SOON: Final = 60.0
"""Seconds within which a machine without a set-up asks first, and again after the source did not answer; twice as long
after each time that it did not, and at a random moment of it."""

FIRST: Final = 0.25
"""The part of the usual time in which a machine that has a set-up asks first: a town's power comes back at once."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of one look: a version that may be tried, one that may not, or one that is damaged; 0 for none."""

    good: int = 0
    bad: int = 0
    damaged: int = 0
    told: str = ""


class Bundling:
    """Runs on the courier's thread; asking and looking through run in its network lane, one at a time."""

    def __init__(
        self,
        profile: Profile,
        source: BundleSource,
        home: BundleHome,
        network: Lane,
        clock: Clock,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._profile = profile
        self._source = source
        self._home = home
        self._network = network
        self._clock = clock
        self._chance = chance
        new = home.activation().active == a.OWN
        self._next = clock.steady() + chance() * (
            min(SOON, source.refresh) if new else source.refresh * FIRST
        )
        self._failed = 0
        self._proved_at: float | None = None
        self._busy = False

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._busy

    def turn(self) -> None:
        """Ask if it is time; prove what is in use once a day and at the beginning."""
        now = self._clock.steady()
        if not self._busy and self._home.take_wish():
            self._next = now
        prove = self._proved_at is None or now - self._proved_at >= DAY
        if self._busy or (now < self._next and not prove):
            return
        self._busy = True
        if prove:
            self._proved_at = now
        wall, ask = self._clock.wall(), now >= self._next
        self._network.run(
            lambda: self._look(wall, ask=ask, prove=prove), lambda looked: self._came(looked, asked=ask)
        )

    def _look(self, wall: float, *, ask: bool, prove: bool) -> Looked:
        from kiosk.bundles.looking import ask_source, look_through, prove_again
        from kiosk.courier.connections import trusted

        if prove and (damaged := prove_again(self._home, self._source)):
            return Looked(damaged=damaged, told="the version in use is damaged")
        told = ""
        if ask:
            told = ask_source(self._home, self._source, self._profile.origins, wall, trusted(self._profile))
        number = self._home.unchecked()
        if number is None:
            return Looked(told=told)
        wrong = look_through(self._home, number, self._profile)
        return Looked(bad=number, told=wrong) if wrong else Looked(good=number, told=told)

    def _came(self, looked: Looked, *, asked: bool) -> None:
        self._busy = False
        if looked.told:
            log.warning("set-up: %s", looked.told)
        if looked.bad:
            self._home.change(lambda state: a.refused(state, looked.bad, a.Left.CHECK))
        if looked.good:
            self._home.note_good(looked.good)
        if looked.damaged:
            self._home.change(lambda state: a.damaged(state, looked.damaged))
            self._home.forget(looked.damaged)
        if not asked and not looked.damaged:
            return
        self._failed = self._failed + 1 if looked.told or looked.damaged else 0
        soon = SOON * 2.0 ** min(self._failed - 1, 12)
        wait = min(soon, self._source.refresh) if self._failed else self._source.refresh
        self._next = self._clock.steady() + wait * (0.5 + self._chance() / 2)
