# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the log of staff for the program itself: that it was started, that it was stopped or was not, and that
somebody was helped, or may have left a paper.

As a process it writes one line, which its arguments name, and ends (`kiosk.staff.keeping_apart`).
"""

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import Trouble, TroubleError
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.hardening import harden
from kiosk.staff import book
from kiosk.version import VERSION
from offline_cache.staff_log import StoredLog, open_staff_log
from offline_cache.subkeys import Keys

log = logging.getLogger("kiosk.staff")


@dataclass(frozen=True, slots=True)
class LogKeeping:
    """For one run. A log that cannot be written keeps nobody from being served: the journal says so."""

    folder: Path
    key: Keys = field(repr=False)

    def begun(self) -> None:
        """The first window is there."""
        self._write(lambda opened: book.begun(opened, MachineClock(), VERSION))

    def helped(self) -> None:
        """A visit ends in which somebody helped beside the person."""
        self._write(lambda opened: book.helped(opened, MachineClock()))

    def paper_left(self, papers: int) -> None:
        """A visit ended that nobody finished, and had printed so many."""
        self._write(lambda opened: book.paper_left(opened, MachineClock(), papers))

    def ended(self) -> None:
        """The program stops in order."""
        self._write(lambda opened: book.ended(opened, MachineClock()))

    def _write(self, work: Callable[[StoredLog], None]) -> None:
        opened = open_staff_log(self.folder, self.key)
        if isinstance(opened, Trouble):
            log.error("the log of staff does not open: %s %s", opened.key, opened.detail)
            return
        try:
            work(opened)
        except TroubleError as error:
            log.error("the log of staff cannot be written: %s", error)
        finally:
            opened.close()


def main() -> None:
    """Read the order from standard input, and write what it says."""
    harden()
    logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    order = link.decode(sys.stdin.buffer.readline())
    if not isinstance(order, link.Order):
        raise TypeError("the first line to who writes the log is its order")
    from kiosk.store_access import keys_from

    keeping = LogKeeping(Path(order.folder), keys_from(order.keys, trial=order.trial))
    match sys.argv[1:]:
        case ["begun"]:
            keeping.begun()
        case ["helped"]:
            keeping.helped()
        case ["paper_left", papers]:
            keeping.paper_left(int(papers))
        case ["ended"]:
            keeping.ended()
        case other:
            raise ValueError(f"no line of the log: {other}")


if __name__ == "__main__":
    main()
