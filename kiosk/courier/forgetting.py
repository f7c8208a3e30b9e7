# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forgets, some days after an agency's last word, what became of an application; at home nothing is forgotten."""

import logging
from collections.abc import Callable

from core.ports import Clock, Outbox

log = logging.getLogger("kiosk.courier")

LOOK_SECONDS = 3_600.0
DAY_SECONDS = 86_400.0


class Forgetting:
    """Runs on the thread that owns the outbox, once an hour. `days` is None where nothing is forgotten.

    `clock_is_shown` tells whether an agency's answer came lately: its certificate was valid then by this machine's
    clock, and no server named another day. A clock that jumped would else have everything forgotten at once.
    """

    def __init__(
        self, outbox: Outbox, days: int | None, clock: Clock, clock_is_shown: Callable[[], bool]
    ) -> None:
        self._outbox = outbox
        self._days = days
        self._clock = clock
        self._clock_is_shown = clock_is_shown
        self._looked: float | None = None

    def turn(self) -> None:
        """Forget what is over. TroubleError when the store refuses."""
        if self._days is None or not self._clock_is_shown():
            return
        now = self._clock.steady()
        if self._looked is not None and now - self._looked < LOOK_SECONDS:
            return
        self._looked = now
        number = self._outbox.forget_proven(self._clock.wall() - self._days * DAY_SECONDS)
        if number:
            log.info("%d applications that agencies have were forgotten after %d days", number, self._days)
