# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the converting process gives up before it reads a word: files to write, the network, other programs.

Its libraries are large, written in C, and see what people type. The system's own filter (seccomp(2), mode 2) refuses
the calls they have no need of, so that a fault in them costs no more than the process.
"""

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

_MACHINES: Final = {
    # socket, connect, execve, execveat, openat2; then openat (asm/unistd_64.h, asm-generic/unistd.h)
    "x86_64": ((41, 42, 59, 322, 437, 2, 85), 257),
    "aarch64": ((198, 203, 221, 281, 437), 56),
}
"""On x86_64 open and creat too, which newer machines do not have."""


def confine(machine: str = platform.machine()) -> bool:
    """Give it all up for good, and end with the parent. False where the system has no filter for `machine`:
    then the limit on files still holds."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    return machine in _MACHINES and put_behind(_filter(machine))


def _filter(machine: str) -> list[Step]:
    refused, openat = _MACHINES[machine]
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT
    # The last four steps: look at the flags of openat; allow; refuse.
    tail = [
        Step(LOAD, 0, 0, THIRD_ARGUMENT_AT),
        Step(ANY_BIT, 1, 0, writing),
        Step(RETURN, 0, 0, ALLOW),
        Step(RETURN, 0, 0, REFUSE),
    ]
    steps = [Step(LOAD, 0, 0, MACHINE_AT)]
    count = len(refused)
    # To 'refuse' from the step of the machine: over loading the number, all tests, and three of the tail.
    steps.append(Step(EQUAL, 0, count + 5, AUDIT[machine]))
    steps.append(Step(LOAD, 0, 0, NUMBER_AT))
    for place, number in enumerate(refused):
        steps.append(Step(EQUAL, count - place - 1 + 4, 0, number))
    steps.append(Step(EQUAL, 0, 2, openat))
    return steps + tail
