# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the supervisor knows of one process of ours, and how it speaks to it."""

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Final

from kiosk import link
from kiosk.early import Running

SILENT_AFTER: Final = 15.0
"""Seconds without a word after which a child that gave signs of life is taken for frozen (accessibility.md K-09)."""


POLITE: Final = 3.0
"""Seconds that a child gets to end by itself."""


@dataclass(slots=True)
class Child:
    """One process. `held` is how many answers and forms it said it had at its end; `alive_at` its last sign of life.

    `version` is that of the set-up with which it was started. `papers` are those that its visit had printed, `warned`
    where it was told that somebody else's may lie there. Once its visit is over, `left` are those that were counted as
    left behind by it.
    """

    role: str
    process: Running
    ready: bool = False
    shown: bool = False
    ended: str = ""
    ended_at: float = 0.0
    alive_at: float | None = None
    held: tuple[int, int] | None = None
    buffer: bytes = b""
    version: int = 0
    papers: int = 0
    warned: bool = False
    left: int | None = None

    @property
    def output(self) -> IO[bytes]:
        """What it says. Every child of ours has such a pipe."""
        assert self.process.stdout is not None
        return self.process.stdout

    def tell(self, line: link.Line) -> None:
        """Say a line to it."""
        if self.process.stdin is not None and not self.process.stdin.closed:
            link.say(self.process.stdin, line)

    def lines(self, raw: bytes) -> list[link.Line]:
        """The lines that are whole with what has just come."""
        *whole, self.buffer = (self.buffer + raw).split(b"\n")
        return [link.decode(line) for line in whole]

    def patience(self, now: float) -> float | None:
        """Seconds until it is taken for frozen; 0 when it is. None for one that has ended or gave no sign yet."""
        if self.alive_at is None or self.ended:
            return None
        return max(0.0, self.alive_at + SILENT_AFTER - now)

    def retire(self) -> None:
        """Nobody uses it: it need not be asked."""
        self.ended = self.ended or link.RENEWED
        self.process.kill()

    def close_input(self) -> None:
        """The sign that it may end now."""
        if self.process.stdin is None:
            return
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            return

    def close(self) -> None:
        """Close both pipes."""
        self.close_input()
        if self.process.stdout is not None:
            self.process.stdout.close()


def dismiss(children: Sequence[Child | None], ending: str) -> None:
    """Let them go: from now on their end is no surprise."""
    for child in children:
        if child is not None:
            child.ended = child.ended or ending
            child.close_input()


def end_in_order(children: Sequence[Child]) -> None:
    """Ask all to end, wait for them a little, and end whoever does not."""
    for child in children:
        child.close_input()
    deadline = time.monotonic() + POLITE
    for child in children:
        try:
            child.process.wait(max(0.05, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.process.kill()
            child.process.wait()
        child.close()
