# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps one session, one spare session and one courier running; never sees what a person types.

The end of a session's process is the wipe: the spare, started beforehand, is shown in its place, and another
spare is started. A session that dies is replaced in the same way, and one that is frozen is made to die.
"""

import logging
import os
import signal
import time
from dataclasses import dataclass, field
from types import FrameType

from core.activation import Left
from kiosk import link, service_manager
from kiosk.child import Child, dismiss
from kiosk.early import Running
from kiosk.ends import Ends
from kiosk.household import COURIER, REFUSED, RESTART, SESSION, SPARE, Household
from kiosk.one_program import COME
from kiosk.outage import NOTICE
from kiosk.waking import woken_by_signals

log = logging.getLogger("kiosk.supervisor")

SPARE_AFTER = 1.5
"""Seconds after a window is shown until its spare is started, so that the two never compete at a cold start."""

AFTER = {"finished": link.SHOW_FINISHED, "staff": link.SHOW_STAFF}
"""What the next session shows after an ending (`effects.Ending`); the welcome page after any other."""


@dataclass(slots=True)
class Supervisor(Household):
    """Runs until the last window is closed for good, or until it is told to stop.

    The orders are those of the two kinds of children: each is told the keys that it needs. `start_session` and
    `start_courier` start a process; `first` is a session that was started already. Without a courier nothing is fetched
    or sent. A window that a person closes at home ends everything. `on_shown` is called once, when there is a window,
    `on_helped` after each visit with a helper beside, `on_turn` every few seconds;
    `staff_keys` go to the fresh session at which staff sign in, and to no other. `outage` is what happens when sessions
    die again and again, or cannot work here; where it shows nothing, the program ends. `paper` counts what is printed.
    """

    _ends: Ends = field(default_factory=Ends)

    def run(self) -> int:
        """Start everything, keep it running, and return the exit status."""
        signal.signal(COME, self._asked_to_come)
        with woken_by_signals(self._selector, self._asked_to_stop):
            try:
                self._begin_session(link.SHOW_WELCOME, self.first)
                while not self._stopping:
                    self._turn()
            finally:
                if self.one is not None:
                    self.one.end()
                self._end_all()
        return self._status

    def _asked_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _turn(self) -> None:
        for key, _ in self._selector.select(timeout=self._patience()):
            if key.data is None:
                os.read(key.fd, 64)
            else:
                self._hear(key.data)
        self._look_around()
        if self.outage.turn(self._adopt):
            self._leaving, self.outage.notice = self.outage.notice, None
            self._begin_session(link.SHOW_WELCOME)
        current, now = self._current, time.monotonic()
        if current is not None and current.shown and not self._stopping:
            if self._courier is None and self.start_courier is not None and now >= self._courier_at:
                self._courier = self._started(COURIER, self.start_courier)
            if self.spare and self._spare is None and now >= self._spare_at:
                self._spare = self._started(SESSION, self.start_session)

    def _hear(self, child: Child) -> None:
        try:
            raw = os.read(child.output.fileno(), 65_536)
        except ConnectionResetError:
            # A unit that ends before it has read all that it was told resets its connection.
            raw = b""
        if not raw:
            self._gone(child)
            return
        for line in child.lines(raw):
            self._said(child, line)

    def _said(self, child: Child, line: link.Line) -> None:
        match line:
            case link.Alive():
                child.alive_at = time.monotonic()
            case link.Ready():
                child.ready = True
                if self.set_up is not None and child.role != NOTICE:
                    self.set_up.prepared(child.version)
            case link.Shown():
                self._shown(child)
            case link.Paper(papers=papers):
                self._printing(child, papers)
            case link.Ended():
                self._over(child, line)
            case link.Refusal():
                if not self._was_tried(child, Left.START):
                    self.on_refusal(line)
                    self._refused(child)
            case link.Order() | link.Show() | link.Renew() | link.Come() | link.Wiped():
                raise ValueError(f"{child.role} sent an order")

    def _over(self, child: Child, line: link.Ended) -> None:
        child.ended, child.ended_at = line.ending, time.monotonic()
        child.held = (line.answers, line.forms)
        self._paper_over(child)
        if line.helped and self.on_helped is not None:
            self.on_helped()
        if child is self.outage.notice:
            self._stopping = line.ending == "closed"
        elif child is self._current:
            if line.ending == RESTART:
                self._begin_anew()
            self._next(AFTER.get(line.ending, link.SHOW_WELCOME), line.card)
        elif child is self._courier:
            child.close_input()

    def _shown(self, child: Child) -> None:
        child.shown = True
        log.info("a window is shown, pid %d", child.process.pid)
        service_manager.tell(service_manager.READY)
        if child.role == NOTICE:
            return
        if self.set_up is not None:
            self.set_up.shown(child.version)
        self.outage.shown()
        self._let_go()
        self._spare_at = time.monotonic() + SPARE_AFTER
        shown, self.on_shown = self.on_shown, None
        if shown is not None:
            shown()

    def _next(self, page: str, card: str = "") -> None:
        """Show the spare now; the one that ended goes once it is covered, so that nobody sees what lies below."""
        if self._current is not None and self._current.ended == "closed":
            self._stopping = True
            return
        self._let_go()
        self._leaving, self._current = self._current, None
        self._begin_session(page, card=card)

    def _begin_session(self, page: str, started: Running | None = None, card: str = "") -> None:
        """Let people come to the spare, or to a session that is started now."""
        self._retire_other_spare()
        self._current, self._spare = self._spare, None
        if self._current is None:
            self._current = self._started(SESSION, lambda: started or self.start_session())
        if self._current is None:
            self._failed(shown=False)
        else:
            keys = self.staff_keys if page == link.SHOW_STAFF else {}
            card, paper = card if page == link.SHOW_FINISHED else "", self._warned(page, self._current)
            self._current.tell(link.Show(page, keys, card, paper))

    def _was_tried(self, child: Child, why: Left) -> bool:
        """A child of a version on trial failed: that version is left, and one of the version before takes its place."""
        if child.role == NOTICE or self.set_up is None or not self.set_up.failed(child.version, why):
            return False
        child.retire()
        if child is self._current:
            self._next(link.SHOW_WELCOME)
        else:
            self._replaced(child, 0.0)
        return True

    def _gone(self, child: Child) -> None:
        self._selector.unregister(child.output)
        self._leaving = None if child is self._leaving else self._leaving
        status = child.process.wait()
        child.close()
        self._paper_over(child)
        self._replace(child, status)
        visited = child.shown and child.role == SESSION and child.ended != link.RENEWED
        if visited and not self._stopping and self._current is not None:
            took = time.monotonic() - child.ended_at if child.ended else 0.0
            self._current.tell(self._ends.note(time.time(), child.held, took))

    def _replace(self, child: Child, status: int) -> None:
        if child.ended or self._stopping:
            self._courier = None if child is self._courier else self._courier
            return
        log.warning("%s ended unexpectedly, status %d", child.role, status)
        if self._was_tried(child, Left.DIED):
            return
        if child is self._current:
            self._current = None
            self._failed(shown=child.shown)
        elif child is self.outage.notice:
            self.outage.notice_gone()
        else:
            role = SPARE if child is self._spare else child.role
            self._replaced(child, self.outage.pause(role, shown=child.ready))

    def _replaced(self, child: Child, pause: float) -> None:
        """Another takes the place of one that nobody sees, after so many seconds."""
        now = time.monotonic()
        if child is self._spare:
            self._spare, self._spare_at = None, now + max(SPARE_AFTER, pause)
        elif child is self._courier:
            self._courier, self._courier_at = None, now + pause

    def _failed(self, *, shown: bool) -> None:
        """The session that people see has died: another takes its place, unless that has happened too often."""
        outage = self.outage
        outage.failing = outage.failing.died(time.monotonic(), shown=shown)
        if not outage.failing.pause:
            self._next(link.SHOW_WELCOME)
        elif outage.start is None:
            self.on_refusal(link.Refusal("trouble.keeps_failing"))
            self._status, self._stopping = 4, True
        else:
            self._out_of_order()

    def _refused(self, child: Child) -> None:
        """What cannot work here would say so again at once."""
        if self.outage.start is None:
            self._status, self._stopping = 3, True
            return
        dismiss((child,), REFUSED)
        if child.role != NOTICE and self.outage.again_at is None:
            self.outage.failing = self.outage.failing.refused()
            self._out_of_order()

    def _out_of_order(self) -> None:
        """Show so; a page that was about to be covered stays."""
        if self._leaving is not None and self._leaving.role == NOTICE:
            self.outage.notice, self._leaving = self._leaving, None
        dismiss((self._current, self._spare), REFUSED)
        self._current = self._spare = None
        self.outage.begin(self._adopt)
        self._let_go()
