# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the deaths of children that nobody wished for."""

from dataclasses import dataclass, field
from typing import Final

CRASHES_ALLOWED = 5
CRASH_WINDOW: Final = 60.0
"""More than so many deaths of children in so many seconds: something is broken, and the program stops and says so."""


@dataclass(slots=True)
class Deaths:
    """Those of the last minute."""

    _at: list[float] = field(default_factory=list)

    def one_too_many(self, now: float) -> bool:
        """One more at this steady time; whether they are too many now."""
        self._at = [death for death in self._at if now - death < CRASH_WINDOW] + [now]
        return len(self._at) > CRASHES_ALLOWED
