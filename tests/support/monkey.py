# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session's real process, at whose window a monkey presses, types, drags and drops until the visit is over.

`python -m tests.support.monkey RESULT EVENTS SEED [fault]`, then an order and `Show` on standard input, as from the
supervisor. RESULT gets one JSON object when the process ends in order; without it nobody knows why it has ended.
"""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog

from kiosk import link
from kiosk.session import starting
from kiosk.session.assembly import Session
from tests.support.monkey_hands import Hands
from tests.support.monkey_watch import Watch
from tests.support.slow_clock import SlowClock
from tests.support.slow_process import SlowProcess

CHILDREN_EVERY: Final = 25
MOST_SECONDS: Final = 3.0
"""The clock goes on by up to so much between two events, so that nothing counts as struck twice for ever."""


class Monkey(QObject):
    """Does one thing each time the event loop comes round, `events` times; then calls `satisfied`, or quits: a fault.

    Each comes from the loop itself: inside another event Qt would keep what a page throws away, and the next press
    would meet what no person can meet.
    """

    def __init__(self, session: Session, clock: SlowClock, events: int, chance: random.Random) -> None:
        super().__init__(session)
        self._session, self._clock, self._events, self._chance = session, clock, events, chance
        self._hands = Hands(session.window.shell, chance)
        self._watch = Watch(session.window.shell)
        self._done = 0
        self._pages: set[str] = set()
        # Not `quit`, which asks the windows first: a kiosk's says no.
        self.satisfied: Callable[[], None] = QCoreApplication.exit
        self.half_way: Callable[[], None] | None = None
        self._next = QTimer(self)
        self._next.timeout.connect(self._do_something)
        self._next.start(0)

    def tell(self, result: Path) -> None:
        """Write what was done, and what came of it."""
        told = {
            "events": self._done,
            "pages": sorted(self._pages),
            "shown": self._session.window.shell.isVisible(),
            "did": dict(self._hands.did),
            "found": self._watch.found,
        }
        result.write_text(json.dumps(told))

    @Slot()
    def _do_something(self) -> None:
        self._watch.windows()
        if self._done % CHILDREN_EVERY == 0 or self._done == self._events:
            self._watch.processes()
        visit = self._session.runner.visit
        self._pages.add(type(visit.page if visit.over is None else visit.over).__name__)
        if self._done == self._events:
            self._next.stop()
            self.satisfied()
            return
        self._done += 1
        self._clock.ahead += self._chance.uniform(0, MOST_SECONDS)
        if self.half_way is not None and self._done == (self._events + 1) // 2:
            self.half_way()
        else:
            self._hands.do_something()


class Visited(SlowProcess):
    """A session to which the monkey comes as soon as it is shown."""

    result: Path
    events: int
    seed: int
    fault: bool
    _monkey: Monkey | None = None

    def _hear(self, session: Session, line: link.Line) -> None:
        super()._hear(session, line)
        if isinstance(line, link.Show):
            self._monkey = Monkey(session, self.slow, self.events, random.Random(self.seed))
            # Somebody who leaves the loop is told of, with all that was before.
            self._application.aboutToQuit.connect(self._tell)
            if self.fault:
                self._monkey.half_way = seed_faults
            else:
                self._monkey.satisfied = self._end

    def _tell(self) -> None:
        if self._monkey is not None:
            self._monkey.tell(self.result)

    def _end(self) -> None:
        self._tell()
        super()._end()


def seed_faults() -> None:
    """Everything that the watch is there for, once; the dialog last, because it holds the caller up."""
    QTimer.singleShot(0, lambda: 1 // 0)
    QDesktopServices.openUrl(QUrl("https://example.org/"))
    subprocess.Popen(("sleep", "20"))
    QDialog().exec()


def main(result: str, events: str, seed: str, *fault: str) -> None:
    """A session's process with the monkey in it."""
    Visited.result, Visited.events, Visited.seed = Path(result), int(events), int(seed)
    Visited.fault = bool(fault)
    starting.main(Visited)


if __name__ == "__main__":
    main(*sys.argv[1:])
