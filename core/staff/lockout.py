# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long somebody waits after wrong tries (reliability.md P28): five are free, then 15 seconds, doubling each time.

The wait is counted on the clock that only runs forward and begins anew with each start of the machine. Its start has
an id, so that neither a changed date nor a power cut makes a wait shorter: after a start it is waited for in full.
"""

from dataclasses import dataclass, replace
from typing import Final

FREE_TRIES: Final = 5
FIRST_WAIT: Final = 15.0
"""Seconds after the last free try; twice as long after each one more."""

MOST_DOUBLINGS: Final = 40
"""Longer than anybody lives; a bound for the number, not for the wait."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of this start of the machine: the id of the start, and the seconds on the steady clock."""

    boot: str
    steady: float


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong tries in a row, and the moment from which the wait after the last of them counts."""

    wrong: int = 0
    since: Moment = Moment("", 0.0)

    def seen(self, now: Moment) -> "Tries":
        """The same at `now`: after another start, or where the clock ran back, the wait begins at `now`."""
        if self.since.boot == now.boot and self.since.steady <= now.steady:
            return self
        return replace(self, since=now)

    def left(self, now: Moment) -> float:
        """Seconds until the next try is taken; 0 where it is taken now."""
        waited = now.steady - self.seen(now).since.steady
        return max(0.0, wait_after(self.wrong) - waited)

    def begun(self, now: Moment) -> "Tries":
        """A try begins at `now`. It counts as wrong until it was found right, so that a power cut forgives nothing."""
        return Tries(self.wrong + 1, now)


def wait_after(wrong: int) -> float:
    """Seconds to wait after so many wrong tries in a row."""
    if wrong < FREE_TRIES:
        return 0.0
    return FIRST_WAIT * float(2 ** min(wrong - FREE_TRIES, MOST_DOUBLINGS))
