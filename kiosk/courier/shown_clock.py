# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds this machine's clock against the time that agencies name, and notes for the windows when both agree."""

import logging
from collections.abc import Callable
from typing import Final

from core.passed_time import Instant, ShownTime, agrees
from core.ports import Cache, Clock
from kiosk.clock import instant
from kiosk.courier.room import room_or_later
from services.server_dates import Heard, ServerDates

log = logging.getLogger("kiosk.courier")

NOTE_EVERY: Final = 3_600.0
"""Seconds until it is noted again: from one moment on, the steady clock goes on by itself."""


class ShownClock:
    """Runs on the cache's thread; `dates` are told by the network lane."""

    def __init__(
        self,
        dates: ServerDates,
        cache: Cache,
        clock: Clock,
        instant_of: Callable[[Clock], Instant] = instant,
    ) -> None:
        self._dates = dates
        self._cache = cache
        self._clock = clock
        self._instant_of = instant_of
        self._looked_at: Heard | None = None
        self._noted: float | None = None
        self.contradicted = False
        """Whether the last server that named a time named another than this machine's clock shows."""

    def turn(self) -> None:
        """Look at what was heard since. TroubleError when the cache refuses."""
        heard = self._dates.last
        if heard is None or heard is self._looked_at:
            return
        self._looked_at = heard
        now, steady = self._instant_of(self._clock), self._clock.steady()
        time = heard.time + steady - heard.at
        disagrees = not agrees(time, now.wall)
        if disagrees and not self.contradicted:
            log.warning("a server's clock differs from this machine's by %.0f s", time - now.wall)
        self.contradicted = disagrees
        if disagrees or (self._noted is not None and steady - self._noted < NOTE_EVERY):
            return
        with room_or_later():
            self._cache.note_shown_time(ShownTime(now.boot, now.up, time))
        self._noted = steady
