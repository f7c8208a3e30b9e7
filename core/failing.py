# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""When something that is started again and again is given up for a while, and when it is tried again.

The numbers are those of reliability.md P34 and accessibility.md K-10.
"""

from dataclasses import dataclass
from typing import Final

DEATHS = 5
WITHIN: Final = 300.0
"""So many deaths in so many seconds are a loop."""

STARTS: Final = 3
"""So many deaths in a row before anything was shown are one too."""

FIRST_PAUSE: Final = 30.0
LONGEST_PAUSE: Final = 600.0
"""Seconds until it is tried again: each time twice as long."""


@dataclass(frozen=True, slots=True)
class Failing:
    """What is known of the deaths of one kind of process. `rounds` is how often it was given up since it last held."""

    deaths: tuple[float, ...] = ()
    starts: int = 0
    rounds: int = 0

    def died(self, now: float, *, shown: bool) -> "Failing":
        """One more death, at a steady time in seconds. `shown` where it had begun to work before that."""
        deaths = (*(at for at in self.deaths if now - at < WITHIN), now)
        starts = 0 if shown else self.starts + 1
        given_up = bool(self.rounds) or starts >= STARTS or len(deaths) >= DEATHS
        return Failing(deaths, starts, self.rounds + given_up)

    def refused(self) -> "Failing":
        """It says itself that it cannot work here, so that trying again at once is of no use."""
        return Failing(self.deaths, self.starts, self.rounds + 1)

    @property
    def pause(self) -> float:
        """Seconds until it is tried again; 0 while it has not been given up."""
        # A number of rounds that no machine reaches must not make the power too large for a float.
        doubled = min(self.rounds - 1, 16)
        return min(FIRST_PAUSE * 2.0**doubled, LONGEST_PAUSE) if self.rounds else 0.0
