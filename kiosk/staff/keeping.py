# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the log of staff for the program itself: that it was started, that it was stopped or was not, and that
somebody was helped, or may have left a paper."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import Trouble, TroubleError
from kiosk.clock import MachineClock
from kiosk.staff import book
from kiosk.version import VERSION
from offline_cache.staff_log import StoredLog, open_staff_log
from offline_cache.subkeys import Key

log = logging.getLogger("kiosk.staff")


@dataclass(frozen=True, slots=True)
class LogKeeping:
    """For one run. A log that cannot be written keeps nobody from being served: the journal says so."""

    folder: Path
    key: Key = field(repr=False)

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
