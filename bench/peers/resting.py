# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the processes of a contender have come to rest, so that the work of one step is not billed to the next."""

import time
from typing import Final

from bench.memory import family, pss

_WINDOW: Final = 0.2
"""Seconds over which they are looked at."""
_CALM: Final = 0.05
"""The share of one core that still counts as rest: a clock may tick."""


def rest(pid: int, least: float = 0.5, patience: float = 60.0) -> None:
    """Wait until a process and its descendants rest, but `least` seconds; for `patience` at most."""
    ends = time.monotonic() + patience
    time.sleep(least)
    before = _spent(pid)
    while time.monotonic() < ends:
        time.sleep(_WINDOW)
        now = _spent(pid)
        if now - before < _CALM * _WINDOW:
            return
        before = now


def whole_memory(pid: int) -> float:
    """The proportional set size of a process and its descendants in MB."""
    sizes = 0.0
    for one in _family(pid):
        try:
            sizes += pss(one)
        except (ProcessLookupError, FileNotFoundError, ValueError):
            continue
    return sizes


def _spent(pid: int) -> float:
    """Seconds of processor time of a process and its descendants."""
    spent = 0.0
    for one in _family(pid):
        try:
            # The clock of another process: clock_getcpuclockid(3), which Python offers for threads only.
            spent += time.clock_gettime(~one << 3 | 2)
        except OSError:
            continue
    return spent


def _family(pid: int) -> tuple[int, ...]:
    """A process and its descendants. Those that end while they are counted are counted again."""
    for _ in range(5):
        try:
            return tuple(family(pid))
        except (ProcessLookupError, FileNotFoundError):
            continue
    return (pid,)
