# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long somebody of the staff stays signed in (reliability.md P28)."""

from dataclasses import dataclass
from typing import Final

IDLE: Final = 600.0
"""Seconds without a press after which staff are signed out."""

LONGEST: Final = 12 * 3_600.0
"""Seconds after which staff are signed out whatever they do."""

WARNED: Final = 60.0
"""Seconds before the end in which the page says that it comes."""


@dataclass(frozen=True, slots=True)
class Presence:
    """When somebody signed in and when they last pressed something, in seconds on the steady clock."""

    since: float
    pressed: float

    def left(self, now: float) -> float:
        """Seconds until they are signed out; 0 once they are. A clock that ran back signs out."""
        if now < self.pressed or self.pressed < self.since:
            return 0.0
        return max(0.0, min(self.pressed + IDLE, self.since + LONGEST) - now)
