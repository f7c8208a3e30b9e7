# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""All threads of the program. A lane does work elsewhere and brings the result back to its owner's thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol, TypeVar

T = TypeVar("T")
Post = Callable[[Callable[[], None]], None]
"""Hands a callable to the owner's thread, from any thread, and returns at once."""


class Lane(Protocol):
    """Where work is done. The store has one lane, the network another: a slow network starves no ready work."""

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do `work` in the lane, then call `then` with its result on the owner's thread.

        An exception in `work` is a bug and is raised on the owner's thread.
        """

    def settle(self) -> None:
        """Wait until what was given to a lane of one thread is done. Nothing comes back meanwhile."""

    def close(self) -> None:
        """Finish what was begun, and take nothing more."""


class ThreadLane:
    """A lane of its own threads, in order where `workers` is one."""

    def __init__(self, name: str, post: Post, workers: int = 1) -> None:
        self._pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix=name)
        self._post = post

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """See `Lane.run`."""

        def bring_back(done: "Future[T]") -> None:
            if not done.cancelled():
                self._post(lambda: then(done.result()))

        self._pool.submit(work).add_done_callback(bring_back)

    def settle(self) -> None:
        """See `Lane.settle`."""
        self._pool.submit(lambda: None).result()

    def close(self) -> None:
        """See `Lane.close`."""
        self._pool.shutdown(wait=True, cancel_futures=True)


class HeldLane:
    """A lane whose work waits until `release`: nothing that is asked for meanwhile is lost."""

    def __init__(self, lane: Lane) -> None:
        self._lane = lane
        self._held: list[Callable[[], None]] | None = []

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """See `Lane.run`."""
        if self._held is None:
            self._lane.run(work, then)
        else:
            self._held.append(lambda: self._lane.run(work, then))

    def release(self) -> None:
        """Do what waits, in its order, and hold nothing back from now on."""
        held, self._held = self._held or [], None
        for begin in held:
            begin()

    def settle(self) -> None:
        """See `Lane.settle`. What is still held is not waited for."""
        self._lane.settle()

    def close(self) -> None:
        """See `Lane.close`. What is still held is dropped."""
        self._held = []
        self._lane.close()


class InlineLane:
    """Does the work at once on the caller's thread: for the command line, and for tests."""

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """See `Lane.run`."""
        then(work())

    def settle(self) -> None:
        """See `Lane.settle`: everything is done already."""

    def close(self) -> None:
        """See `Lane.close`."""
