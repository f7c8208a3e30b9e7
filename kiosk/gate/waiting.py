# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long processes that have something to do had to wait for a processor, because others use the machine too."""

import time
from pathlib import Path

NANO = 1e-9
TOLD = 0.01


class Waiting:
    """Counts from when it is made, for one process after the other; `look` often.

    The kernel counts for each thread how long it was ready and not run (`/proc/PID/task/TID/schedstat`): next to
    nothing on an idle machine. What a process sleeps, or waits for another, is not in it. Several that wait at once
    wait once.
    """

    def __init__(self, process: int) -> None:
        self.seconds = 0.0
        self._root = process
        self._known = self._waits()
        self._at = time.monotonic()

    def go_over_to(self, process: int) -> None:
        """From now on it is this one, with all that it starts, that something is waited for."""
        self.look()
        self._root = process

    def grew(self) -> bool:
        """Look, and say whether there was more to wait since the last look than a hundredth of a second."""
        before = self.seconds
        self.look()
        return self.seconds - before > TOLD

    def look(self) -> None:
        """Add what was waited since the last look."""
        now, waits = time.monotonic(), self._waits()
        waited = sum(wait - self._known.get(thread, 0) for thread, wait in waits.items())
        self.seconds += min(now - self._at, waited * NANO)
        self._known |= waits
        self._at = now

    def _waits(self) -> dict[int, int]:
        found: dict[int, int] = {}
        left = [self._root]
        while left:
            for task in Path(f"/proc/{left.pop()}/task").glob("[0-9]*"):
                try:
                    found[int(task.name)] = int((task / "schedstat").read_text().split()[1])
                    left += map(int, (task / "children").read_text().split())
                except (FileNotFoundError, ProcessLookupError):
                    continue
        return found
