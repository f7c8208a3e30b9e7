# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff is told about one thing that was looked at."""

from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """How bad it is: fine, worth knowing, or not fit for people."""

    FINE = "ok"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, and, unless it is fine, what to do."""

    what: str
    verdict: Verdict
    found: str
    mend: str = ""

    def lines(self) -> tuple[str, ...]:
        """For a terminal."""
        first = f"{self.verdict.value:<5} {self.what}: {self.found}"
        return (first, f"      to mend: {self.mend}") if self.mend else (first,)
