# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff is told about one thing that was looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from core.staff.finding import Lack, Mend, Said, Topic
from kiosk.staff.looking import written


class Verdict(Enum):
    """How bad it is: fine, worth knowing, or not fit for people."""

    FINE = "ok"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, and, unless it is fine, what to do. `said` is the same in any language, for the window."""

    what: str
    verdict: Verdict
    found: str
    mend: str = ""
    said: Said | None = None

    def lines(self) -> tuple[str, ...]:
        """For a terminal."""
        first = f"{self.verdict.value:<5} {self.what}: {self.found}"
        return (first, f"      to mend: {self.mend}") if self.mend else (first,)

    def plain(self) -> Mapping[str, object]:
        """For a file or another process; `kiosk.staff.looking` reads it."""
        return {
            "what": self.what,
            "verdict": self.verdict.value,
            "found": self.found,
            "mend": self.mend,
            "said": written(self.said),
        }


def there(topic: Topic, what: str = "", *, asked: bool = True) -> Said:
    """A device that is as it should be: `what` is there by its own name, and whether the profile asks for one."""
    return Said(topic, values={"there": what, "asked": "yes" if asked else "no"})


def lacks(topic: Topic, lack: Lack, mend: Mend | None = None, **values: str) -> Said:
    """What is wrong, for a sentence in any language."""
    return Said(topic, lack, mend, values)
