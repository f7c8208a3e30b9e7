# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets signals wake whoever waits at a selector."""

import os
import selectors
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def woken_by_signals(
    selector: selectors.BaseSelector, asked: Callable[[int, FrameType | None], None]
) -> Iterator[None]:
    """Until the block ends, the signals that ask a program to end call `asked`, and wake the selector.

    A signal alone does not wake a select that has no time-out (PEP 475): it also writes to a pipe, whose key has
    no data.
    """
    woken, waker = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
    selector.register(woken, selectors.EVENT_READ, None)
    before = signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, asked)
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        os.close(woken)
        os.close(waker)
