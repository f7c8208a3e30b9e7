# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the printer is, for whoever stands before it: whether it goes on, what is wrong, and how many sheets wait.

Nothing here knows what is on a sheet, or whose it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Going(Enum):
    """What the queue does. `UNKNOWN` where the print server does not answer, or does not know the queue."""

    READY = "ready"
    PRINTING = "printing"
    STOPPED = "stopped"
    UNKNOWN = "unknown"


class PrinterFault(Enum):
    """What somebody can mend at the printer itself."""

    JAM = "jam"
    EMPTY = "empty"
    OPEN = "open"
    INK = "ink"
    AWAY = "away"
    OTHER = "other"


_REASONS: Final = {
    "media-jam": PrinterFault.JAM,
    "media-empty": PrinterFault.EMPTY,
    "media-needed": PrinterFault.EMPTY,
    "cover-open": PrinterFault.OPEN,
    "door-open": PrinterFault.OPEN,
    "interlock-open": PrinterFault.OPEN,
    "input-tray-missing": PrinterFault.OPEN,
    "toner-empty": PrinterFault.INK,
    "marker-supply-empty": PrinterFault.INK,
    "offline": PrinterFault.AWAY,
    "shutdown": PrinterFault.AWAY,
    "timed-out": PrinterFault.AWAY,
    "connecting-to-device": PrinterFault.AWAY,
}
"""`printer-state-reasons` of RFC 8011, section 5.4.12, without the ending that says how grave it is."""


@dataclass(frozen=True, slots=True)
class PrinterState:
    """`waiting` counts the sheets that the queue holds, with one that is being printed."""

    going: Going
    faults: tuple[PrinterFault, ...] = ()
    waiting: int = 0

    @property
    def wants_freeing(self) -> bool:
        """Whether there is something that can be let go on."""
        known = self.going is not Going.UNKNOWN
        return known and (self.going is Going.STOPPED or bool(self.faults) or self.waiting > 0)


@dataclass(frozen=True, slots=True)
class PaperLeft:
    """How many papers were printed in visits that nobody finished, since staff last looked in the printer.

    `since` is when the first of those visits ended (epoch seconds); 0 where there is none.
    """

    papers: int = 0
    since: float = 0.0


def faults_of(reasons: Iterable[str]) -> tuple[PrinterFault, ...]:
    """What the reasons that a printer gives for its state mean, the first of each. Reports are no faults."""
    found = [fault for reason in reasons if (fault := _fault(reason)) is not None]
    return tuple(dict.fromkeys(found))


def _fault(reason: str) -> PrinterFault | None:
    name, _, gravity = reason.rpartition("-")
    if gravity == "report" and _REASONS.get(name) is not PrinterFault.AWAY:
        return None
    if gravity not in ("error", "warning", "report"):
        return _REASONS.get(reason)
    return _REASONS.get(name, PrinterFault.OTHER if gravity == "error" else None)
