# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The processes that the supervisor keeps, each with the version of the set-up it was started with."""

import logging
import os
import selectors
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import FrameType
from typing import TYPE_CHECKING

from kiosk import link, service_manager
from kiosk.child import Child, dismiss, end_in_order
from kiosk.early import Running
from kiosk.one_program import OneProgram
from kiosk.outage import NOTICE, Outage, no_page
from kiosk.paper_left import PaperWatch

if TYPE_CHECKING:
    from kiosk.set_up import SetUp

log = logging.getLogger("kiosk.supervisor")

ASK_EVERY = 2.0
"""Seconds between two questions to a session whether it can make room for another set-up."""

AGAIN_AFTER = 1.5
"""Seconds until something that could not be started is started again."""

RESTART = "restart"
REFUSED = "refused"
"""The ending of a child that cannot work here, or is not wanted any more."""

SESSION = "session"
SPARE = "spare session"
COURIER = "courier"


@dataclass(slots=True)
class Household:
    """The session that people see, a spare, one that is leaving, and a courier. See `Supervisor` for the fields."""

    session_order: link.Order
    courier_order: link.Order
    start_session: Callable[[], Running]
    start_courier: Callable[[], Running] | None
    on_refusal: Callable[[link.Refusal], None]
    on_shown: Callable[[], None] | None = None
    on_helped: Callable[[], None] | None = None
    on_turn: Callable[[], None] | None = None
    staff_keys: dict[str, str] = field(default_factory=dict, repr=False)
    spare: bool = True
    first: Running | None = None
    set_up: "SetUp | None" = None
    outage: Outage = field(default_factory=no_page)
    one: OneProgram | None = None
    paper: PaperWatch | None = None
    _selector: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)
    _current: Child | None = None
    _spare: Child | None = None
    _courier: Child | None = None
    _leaving: Child | None = None
    _spare_at: float = 0.0
    _courier_at: float = 0.0
    _asked_at: float = 0.0
    _wanted: bool = False
    _stopping: bool = False
    _status: int = 0

    def _adopt(self, role: str, process: Running) -> Child:
        version = self.set_up.version if self.set_up is not None else 0
        orders = {COURIER: self.courier_order, NOTICE: replace(self.session_order, keys={})}
        order = orders.get(role, self.session_order)
        child = Child(role, process, version=version)
        child.tell(replace(order, brought=self.set_up.brought) if self.set_up is not None else order)
        os.set_blocking(child.output.fileno(), False)
        self._selector.register(child.output, selectors.EVENT_READ, child)
        log.info("%s started, pid %d", role, process.pid)
        return child

    def _started(self, role: str, start: Callable[[], Running]) -> Child | None:
        """A child that was started; None where it could not be, which is tried again later."""
        try:
            return self._adopt(role, start())
        except OSError as error:
            log.error("%s could not be started: %s", role, error.strerror)
            self._spare_at = self._courier_at = time.monotonic() + AGAIN_AFTER
            return None

    def _patience(self) -> float | None:
        now = time.monotonic()
        waits = [child.patience(now) for child in self._watched()]
        if self._current is not None and self._current.shown and self.spare and self._spare is None:
            waits.append(max(0.0, self._spare_at - now))
        if self._current is not None and self._current.shown and self.start_courier and self._courier is None:
            waits.append(max(0.0, self._courier_at - now))
        waits.extend(self.outage.waits(now))
        if self.set_up is not None:
            waits.append(self.set_up.look_every)
        return min((wait for wait in waits if wait is not None), default=None)

    def _look_around(self) -> None:
        """What is done at every turn, whatever was heard."""
        self._come_if_wanted()
        self._end_frozen()
        if self.set_up is not None:
            self._keep_to(self.set_up)
        if self.on_turn is not None:
            self.on_turn()
        service_manager.tell(service_manager.ALIVE)

    def _watched(self) -> tuple[Child, ...]:
        children = (self._current, self._spare, self._courier, self.outage.notice)
        return tuple(child for child in children if child is not None)

    def _end_frozen(self) -> None:
        """What was said was heard before this, so that a machine that slept takes nobody for frozen."""
        now = time.monotonic()
        for child in self._watched():
            if child.patience(now) == 0:
                log.warning("%s is frozen, pid %d", child.role, child.process.pid)
                child.alive_at = None
                child.process.kill()

    def _asked_to_come(self, _number: int, _frame: FrameType | None) -> None:
        self._wanted = True

    def _come_if_wanted(self) -> None:
        """Somebody has started the program a second time: what they look for is the window that is there."""
        if self._wanted and self._current is not None:
            self._wanted = False
            self._current.tell(link.Come())
            log.info("asked to come to the front")

    def _begin_anew(self) -> None:
        """Staff want everything begun anew: what was started beforehand and the courier end, and others are started."""
        dismiss((self._spare, self._courier), RESTART)
        self._spare = None

    def _keep_to(self, set_up: "SetUp") -> None:
        """What is not of the version that is in force goes, as soon as nobody uses it."""
        set_up.turn()
        self._retire_other_spare()
        spare, current, courier = self._spare, self._current, self._courier
        if current is None or current.version == set_up.version:
            if courier is not None and courier.version != set_up.version and not courier.ended:
                courier.ended = link.RENEWED
                courier.close_input()
        elif spare is not None and spare.ready and time.monotonic() >= self._asked_at + ASK_EVERY:
            self._asked_at = time.monotonic()
            current.tell(link.Renew())

    def _retire_other_spare(self) -> None:
        if self._spare is not None and self.set_up is not None and self._spare.version != self.set_up.version:
            self._spare.retire()
            self._spare, self._spare_at = None, 0.0

    def _warned(self, page: str, child: Child) -> bool:
        return self.paper is not None and self.paper.show(page, child)

    def _printing(self, child: Child, papers: int) -> None:
        if self.paper is not None:
            self.paper.printing(child, papers)

    def _paper_over(self, child: Child) -> None:
        """What that visit had printed was taken along, or may lie there still."""
        if self.paper is not None:
            self.paper.over(child)

    def _let_go(self) -> None:
        """The next window covers the old one: its process may end now. Closing its input is the sign."""
        if self._leaving is not None:
            self._leaving.close_input()
        self._leaving = None

    def _end_all(self) -> None:
        children = [*self._watched()] + ([self._leaving] if self._leaving is not None else [])
        end_in_order(children)
        self._selector.close()
