# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scripting process gives up before it reads a script: everything but memory and its two pipes.

It runs what others wrote. So the filter names what is allowed, and nothing else is: no file is opened, not even to be
read, no socket, no process, no memory that may be executed.
"""

import ctypes
import os
import platform
import resource
import signal
from typing import Final

from kiosk.system_filter import (
    ALLOW,
    ANY_BIT,
    AUDIT,
    EQUAL,
    LOAD,
    MACHINE_AT,
    NUMBER_AT,
    REFUSE,
    RETURN,
    THIRD_ARGUMENT_AT,
    Step,
    end_with_parent,
    put_behind,
)

MEMORY: Final = 400_000_000
"""Bytes of addresses, with Python's own; a script has far less (`engine.MEMORY`)."""

PROCESSOR_SECONDS: Final = 1.0
"""Seconds of the processor after which a script ends the process, where the engine itself does not come to look."""

_ALIENATED: Final = 0x10000000 | 0x40000000 | 0x08000000 | 0x04000000
"""A user, network, IPC and host name of its own (unshare(2)), where the system lets a user have them."""

_MAY_EXECUTE: Final = 4

_MACHINES: Final = ("x86_64", "aarch64")

_ALLOWED: Final = {
    "read": (0, 63),
    "write": (1, 64),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "setitimer": (38, 103),
    "getpid": (39, 172),
    "exit": (60, 93),
    "gettimeofday": (96, 169),
    "getrusage": (98, 165),
    "sigaltstack": (131, 132),
    "gettid": (186, 178),
    "futex": (202, 98),
    "restart_syscall": (219, 128),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "exit_group": (231, 94),
    "getrandom": (318, 278),
}
"""The numbers of the calls on each of the machines (asm/unistd_64.h, asm-generic/unistd.h)."""

_MMAP: Final = (9, 222)
"""Allowed too, but not for memory that may be executed."""


def confine(machine: str = platform.machine()) -> bool:
    """Give it all up for good, and end with the parent. False where the system has no filter for `machine`."""
    end_with_parent()
    os.environ.clear()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _be_alone()
    for limit in (resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC):
        resource.setrlimit(limit, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    return machine in _MACHINES and put_behind(_filter(machine))


def limit_processor(seconds: float) -> None:
    """Let the system end the process when it has worked so long from now on; 0 for as long as it likes."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def _be_alone() -> None:
    # A system that forbids it still has the filter.
    unshare = getattr(ctypes.CDLL(None, use_errno=True), "unshare", None)
    if unshare is not None:
        unshare(_ALIENATED)


def _filter(machine: str) -> list[Step]:
    place_of_machine = _MACHINES.index(machine)
    allowed = [numbers[place_of_machine] for numbers in _ALLOWED.values()]
    count = len(allowed)
    steps = [
        Step(LOAD, 0, 0, MACHINE_AT),
        # To 'refuse': over loading the number, all that are allowed, mmap's three steps and 'allow'.
        Step(EQUAL, 0, count + 5, AUDIT[machine]),
        Step(LOAD, 0, 0, NUMBER_AT),
    ]
    for place, number in enumerate(allowed):
        # To 'allow': over the others, and over the three steps of mmap.
        steps.append(Step(EQUAL, count - place - 1 + 3, 0, number))
    steps += [
        Step(EQUAL, 0, 3, _MMAP[place_of_machine]),
        Step(LOAD, 0, 0, THIRD_ARGUMENT_AT),
        Step(ANY_BIT, 1, 0, _MAY_EXECUTE),
        Step(RETURN, 0, 0, ALLOW),
        Step(RETURN, 0, 0, REFUSE),
    ]
    return steps
