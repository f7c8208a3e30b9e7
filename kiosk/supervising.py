# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program by an order that is plain data: all that stays loaded for as long as the machine is on.

What reads profiles, finds keys and opens stores is in other processes (`kiosk.command_line.apart`,
`kiosk.staff.keeping_apart`): a megabyte here is held day and night. `tests/kiosk/test_who_loads_what.py` names what
may not be loaded.
"""

import logging
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import children, early, link
from kiosk.command_line.endings import Status, complain
from kiosk.early import Running
from kiosk.hardening import harden
from kiosk.one_program import OneProgram
from kiosk.outage import Outage
from kiosk.paper_left import PaperWatch
from kiosk.run_order import RunOrder
from kiosk.staff.keeping_apart import LogApart
from kiosk.staff_signal import StaffSignal
from kiosk.supervisor import Supervisor
from kiosk.units import COURIER_SOCKET, SESSION_SOCKET, Unit

if TYPE_CHECKING:
    from kiosk.set_up import SetUp

log = logging.getLogger("kiosk")


def supervise(order: RunOrder, first: Running | None = None) -> int:
    """Run the program until it is stopped. Returns the exit status.

    `first` is a session that was started early.
    """
    harden()
    early.prepare_display()
    if not order.at_home:
        early.keep_off_input_methods()
    session, folder = order.session, Path(order.session.folder)
    one = OneProgram(folder) if not session.trial else None
    # Under systemd there is one anyway; a machine for everybody is not to stay dark for a lock.
    if one is not None and not one.begin() and not order.units:
        one.ask_the_other()
        let_go(first)
        complain("The program runs already with this store. Its window comes to the front.")
        return int(Status.DONE)
    if session.trial:
        log.warning("trial mode: nothing is kept")
    keeping = LogApart(folder, order.staff_keys) if not order.at_home else None
    paper = PaperWatch(folder, keeping.paper_left) if keeping is not None else None
    if paper is not None:
        paper.begin()

    def shown() -> None:
        if keeping is not None and paper is not None:
            keeping.begun()
            paper.settle()

    supervisor = Supervisor(
        set_up=_set_up(order),
        session_order=session,
        courier_order=order.courier,
        start_session=_starter(children.SESSION, order, SESSION_SOCKET),
        start_courier=_starter(children.COURIER, order, COURIER_SOCKET),
        on_refusal=refused,
        on_shown=shown,
        on_helped=keeping.helped if keeping is not None else None,
        on_turn=keeping.turn if keeping is not None else None,
        staff_keys=order.staff_keys,
        first=first,
        outage=_outage(order),
        one=one,
        paper=paper,
    )
    try:
        return supervisor.run()
    finally:
        if keeping is not None:
            keeping.ended()
        if session.trial:
            shutil.rmtree(folder, ignore_errors=True)


def let_go(first: Running | None) -> None:
    """A window that was opened before anybody could know that the program would not run."""
    if first is not None:
        first.kill()
        first.wait()


def refused(refusal: link.Refusal) -> None:
    """Say on standard error why it cannot work here."""
    from core.errors import Trouble
    from i18n.messages import Messages
    from kiosk.command_line.endings import in_words

    complain(in_words(Trouble(refusal.key, detail=refusal.detail), Messages.load("en")))


def _set_up(order: RunOrder) -> "SetUp | None":
    if order.tried is None or order.session.trial:
        return None
    # Few machines have one.
    from kiosk.bundles.home import BundleHome
    from kiosk.set_up import SetUp

    return SetUp(order.tried, BundleHome.beside(Path(order.session.folder)))


def _starter(module: str, order: RunOrder, unit: str) -> Callable[[], Running]:
    if order.units:
        return partial(Unit, Path(order.units) / unit)
    return partial(children.start, children.own_command(module))


def _outage(order: RunOrder) -> Outage:
    """A kiosk shows that it is out of order; a program on somebody's own computer ends."""
    file = Path(order.staff_file) if order.staff_file else None
    signal = StaffSignal(order.machine, file, order.staff_command)
    notice = None if order.at_home else partial(children.start, children.own_command(children.OUT_OF_ORDER))
    return Outage(notice, lambda out: signal.order(time.time(), out=out))
