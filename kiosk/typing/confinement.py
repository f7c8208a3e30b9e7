# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the converting process gives up before it reads a word: files to write, the network, other programs.

Its libraries are large, written in C, and see what people type. The system's own filter (seccomp(2), mode 2) refuses
the calls they have no need of, so that a fault in them costs no more than the process.
"""

import ctypes
import os
import platform
import resource
import signal
from typing import Final

PR_SET_PDEATHSIG: Final = 1
PR_SET_SECCOMP: Final = 22
PR_SET_NO_NEW_PRIVS: Final = 38
SECCOMP_MODE_FILTER: Final = 2

_LOAD, _EQUAL, _ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_ALLOW: Final = 0x7FFF0000
_REFUSE: Final = 0x00050000 | 13
"""SECCOMP_RET_ERRNO with EACCES."""

_NUMBER_AT, _MACHINE_AT, _THIRD_ARGUMENT_AT = 0, 4, 32

_MACHINES: Final = {
    # audit number; then socket, connect, execve, execveat, openat2; then openat (asm/unistd_64.h, asm-generic/unistd.h)
    "x86_64": (0xC000003E, (41, 42, 59, 322, 437, 2, 85), 257),
    "aarch64": (0xC00000B7, (198, 203, 221, 281, 437), 56),
}
"""On x86_64 open and creat too, which newer machines do not have."""


class _Step(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("yes", ctypes.c_ubyte),
        ("no", ctypes.c_ubyte),
        ("k", ctypes.c_uint),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.POINTER(_Step)))


def confine(machine: str = platform.machine()) -> bool:
    """Give it all up for good, and end with the parent. False where the system has no filter for `machine`:
    then the limit on files still holds."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if machine not in _MACHINES or prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    steps = _filter(machine)
    program = _Program(len(steps), (_Step * len(steps))(*steps))
    return bool(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0) == 0)


def _filter(machine: str) -> list[_Step]:
    audit, refused, openat = _MACHINES[machine]
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT
    # The last four steps: look at the flags of openat; allow; refuse.
    tail = [
        _Step(_LOAD, 0, 0, _THIRD_ARGUMENT_AT),
        _Step(_ANY_BIT, 1, 0, writing),
        _Step(_RETURN, 0, 0, _ALLOW),
        _Step(_RETURN, 0, 0, _REFUSE),
    ]
    steps = [_Step(_LOAD, 0, 0, _MACHINE_AT)]
    count = len(refused)
    # To 'refuse' from the step of the machine: over loading the number, all tests, and three of the tail.
    steps.append(_Step(_EQUAL, 0, count + 5, audit))
    steps.append(_Step(_LOAD, 0, 0, _NUMBER_AT))
    for place, number in enumerate(refused):
        steps.append(_Step(_EQUAL, count - place - 1 + 4, 0, number))
    steps.append(_Step(_EQUAL, 0, 2, openat))
    return steps + tail
