# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has a command line read, a profile checked and a key found by a copy of this process, which ends when it is done.

All that loads a good thirty megabytes, which are needed once. What stays is the supervisor; it learns what it has to
do through a pipe, and never has the master key.
"""

import ctypes
import os
import signal
from collections.abc import Callable
from contextlib import suppress

from kiosk import run_order
from kiosk.early import Running
from kiosk.hardening import harden
from kiosk.run_order import RunOrder

PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that a process gets when the one that started it dies."""

Supervise = Callable[[RunOrder, Running | None], int]


def run_apart(arguments: list[str], first: Running | None) -> int:
    """Run a command that opens the program. Returns the exit status. `first` is a session that was started early."""
    harden()
    found, its_end = os.pipe()
    before = os.getpid()
    copy = os.fork()
    if not copy:
        os.close(found)
        _end_with(before)
        return _prepare(arguments, its_end)
    os.close(its_end)
    # Ctrl+C reaches the copy too: it says what has to be said, and its status is ours.
    usual = signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A page that says why nothing begins is the copy's: who stops us stops that, and its status is ours as well.
    asked_to_stop: list[int] = []

    def stop(number: int, _frame: object) -> None:
        asked_to_stop.append(number)
        with suppress(ProcessLookupError):
            os.kill(copy, number)

    as_before = signal.signal(signal.SIGTERM, stop)
    from kiosk.command_line.log_lines import quiet_log
    from kiosk.supervising import let_go, supervise

    quiet_log()
    with os.fdopen(found, "rb") as pipe:
        raw = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
    signal.signal(signal.SIGINT, usual)
    signal.signal(signal.SIGTERM, as_before)
    if raw and asked_to_stop:
        let_go(first)
        signal.raise_signal(signal.SIGTERM)
    if raw:
        return supervise(run_order.decode(raw), first)
    let_go(first)
    return status if status >= 0 else 1


def _prepare(arguments: list[str], to_supervisor: int) -> int:
    from kiosk.command_line.commands import run_commands

    def hand_over(order: RunOrder, _first: Running | None) -> int:
        with os.fdopen(to_supervisor, "wb") as pipe:
            pipe.write(run_order.encode(order))
        return 0

    return run_commands(arguments, supervise=hand_over)


def _end_with(parent: int) -> None:
    """A supervisor that is stopped before it has begun leaves nobody behind who asks for a passphrase."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)
