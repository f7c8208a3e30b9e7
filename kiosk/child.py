# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the supervisor knows of one process of ours, and how it speaks to it."""

from dataclasses import dataclass
from typing import Final

from kiosk import link
from kiosk.early import Running

SILENT_AFTER: Final = 15.0
"""Seconds without a word after which a child that gave signs of life is taken for frozen (accessibility.md K-09)."""


@dataclass(slots=True)
class Child:
    """One process. `held` is how many answers and forms it said it had at its end; `alive_at` its last sign of life."""

    role: str
    process: Running
    ready: bool = False
    shown: bool = False
    ended: str = ""
    ended_at: float = 0.0
    alive_at: float | None = None
    held: tuple[int, int] | None = None
    buffer: bytes = b""

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
