# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The system's own filter of calls (seccomp(2), mode 2): its steps, and how a process puts itself behind them."""

import ctypes
import signal
from collections.abc import Sequence
from typing import Final

PR_SET_PDEATHSIG: Final = 1
PR_SET_SECCOMP: Final = 22
PR_SET_NO_NEW_PRIVS: Final = 38
SECCOMP_MODE_FILTER: Final = 2

LOAD, EQUAL, ANY_BIT, RETURN = 0x20, 0x15, 0x45, 0x06
ALLOW: Final = 0x7FFF0000
REFUSE: Final = 0x00050000 | 13
"""SECCOMP_RET_ERRNO with EACCES."""

NUMBER_AT, MACHINE_AT, THIRD_ARGUMENT_AT = 0, 4, 32

AUDIT: Final = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""The numbers by which the system tells a filter which machine's calls it sees."""


class Step(ctypes.Structure):
    """One step: what to do with `k`, and how many steps to leap over when it holds and when it does not."""

    _fields_ = (
        ("code", ctypes.c_ushort),
        ("yes", ctypes.c_ubyte),
        ("no", ctypes.c_ubyte),
        ("k", ctypes.c_uint),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.POINTER(Step)))


def end_with_parent() -> None:
    """Be killed when the process that started this one is no more."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def put_behind(steps: Sequence[Step]) -> bool:
    """Let the calls of this process through these steps, for good. False where the system has no filter."""
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    program = _Program(len(steps), (Step * len(steps))(*steps))
    return bool(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0) == 0)
