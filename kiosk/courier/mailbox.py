# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the courier waits: woken by its input, by a result that comes back from the network, or by time."""

import os
import queue
import select
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import Self


class Mailbox:
    """Results of the network lane, for the thread that owns the stores. Use as a context.

    A result wakes the owner at once: an agency that answers in ten milliseconds is not kept waiting for the next
    look at the outbox.
    """

    def __init__(self) -> None:
        self._results: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._woken, self._waker = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._woken)
        os.close(self._waker)

    def post(self, result: Callable[[], None]) -> None:
        """Hand over a callable, from any thread."""
        self._results.put(result)
        try:
            os.write(self._waker, b"!")
        except BlockingIOError:
            # The pipe is full of wake-up signs, so the owner is awake.
            return

    def wait(self, line: int, seconds: float) -> bool:
        """Wait until the descriptor `line` can be read, a result comes or time is over; whether it was the line."""
        ready, _, _ = select.select([line, self._woken], [], [], seconds)
        if self._woken in ready:
            os.read(self._woken, 4096)
        return line in ready

    def take_in(self) -> None:
        """Call everything that has come, on this thread. One that fails takes no other along: its error comes last."""
        while waiting := self._results.qsize():
            results = [self._results.get_nowait() for _ in range(waiting)]
            # A receipt that came with what fails must reach the disk: a stack calls all, the last one first.
            with ExitStack() as calls:
                for result in reversed(results):
                    calls.callback(result)
