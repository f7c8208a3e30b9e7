# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens and closes the log of staff around one run of the program, so that a run without an end is seen in it."""

from core.ports import Clock
from core.staff.log_events import Disposition, LogEvent
from core.staff.log_record import Entry, Log
from kiosk.staff.moments import log_moment


def begun(log: Log, clock: Clock, version: str) -> None:
    """The program was started. What stands before is signed at once, and what is too old is taken out."""
    at = log_moment(clock)
    if not log.ended_in_order():
        log.write(Entry(LogEvent.UNCLEAN, disposition=Disposition.FAILED), at)
    log.shorten(at)
    log.write(Entry(LogEvent.STARTED, refs={"version": version}), at)
    log.sign(at)


def helped(log: Log, clock: Clock) -> None:
    """Somebody helped beside a person. No keys of staff's come near a visit; so the program itself writes it."""
    log.write(Entry(LogEvent.HELPED), log_moment(clock))


def paper_left(log: Log, clock: Clock, papers: int) -> None:
    """A visit that nobody finished had printed so many."""
    log.write(Entry(LogEvent.PAPER_LEFT, refs={"papers": papers}), log_moment(clock))


def ended(log: Log, clock: Clock) -> None:
    """The program stops in order."""
    at = log_moment(clock)
    log.write(Entry(LogEvent.STOPPED), at)
    log.sign(at)
