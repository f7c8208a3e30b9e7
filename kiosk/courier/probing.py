# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds out, while agencies do not answer, whether the network lets through, where the profile says whom to ask."""

import logging
import random
from collections.abc import Callable
from typing import Final

from core.ports import Cache, Clock, Reach
from kiosk.courier.room import room_or_later
from kiosk.lanes import Lane
from services.boundary import Failure
from services.portal_probe import Probed, probe

log = logging.getLogger("kiosk.courier")

EVERY: Final = 60.0
"""Seconds within which it is asked again, at a random moment of their second half: a town's machines lose the network
together."""


class Probing:
    """Runs on the cache's thread; asking runs in the network lane. `silent` tells whether an agency does not answer.

    What was found is noted as how the address can be reached, for the windows and for staff.
    """

    def __init__(
        self,
        address: str,
        cache: Cache,
        network: Lane,
        clock: Clock,
        silent: Callable[[], bool],
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._address = address
        self._cache = cache
        self._network = network
        self._clock = clock
        self._silent = silent
        self._chance = chance
        self._next = 0.0
        self._busy = False

    def turn(self) -> None:
        """Ask if it is due; nobody is asked while every agency answers."""
        if self._busy:
            return
        if not self._silent():
            self._note(Probed.OPEN, only_if_known=True)
        elif self._clock.steady() >= self._next:
            self._busy = True
            self._network.run(lambda: probe(self._address), self._came)

    def _came(self, found: Probed) -> None:
        self._busy = False
        self._next = self._clock.steady() + EVERY * (0.5 + self._chance() / 2)
        self._note(found)

    def _note(self, found: Probed, *, only_if_known: bool = False) -> None:
        before = self._cache.reach(self._address)
        kind = Failure.PORTAL.value if found is Probed.PORTAL else ""
        reachable = found is Probed.OPEN
        if before is None and only_if_known:
            return
        if before is not None and (before.reachable, before.kind) == (reachable, kind):
            return
        log.info("the network: %s", found.value)
        with room_or_later():
            self._cache.note_reach(Reach(self._address, reachable, self._clock.wall(), kind))
