# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The machine's own clocks, as the port that everything else asks."""

import time
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from core.passed_time import Instant
    from core.ports import Clock

BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")
"""Linux' own id of its start (random(4)): no clock and no setting changes it."""


class MachineClock:
    """`core.ports.Clock` on this machine."""

    def wall(self) -> float:
        """Seconds since the epoch."""
        return time.time()

    def steady(self) -> float:
        """Seconds since some moment; monotonic."""
        return time.monotonic()


def local(wall: float) -> datetime:
    """The local date and time of a wall-clock moment, with its zone."""
    return datetime.fromtimestamp(wall).astimezone()


@cache
def boot_id() -> str:
    """The id of this start of the machine.

    Elsewhere than on Linux one of this process: waits are longer then, and more is left to a person.
    """
    try:
        return BOOT_ID.read_text("ascii").strip()
    except OSError:
        import uuid

        return str(uuid.uuid4())


def since_start() -> float:
    """Seconds since this start of the machine, those in which it was suspended too."""
    # time(7); what has no such clock counts less, and so keeps longer.
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


def instant(clock: "Clock") -> "Instant":
    """Now, for what is deleted by its age."""
    # Loaded with the stores, not before the first picture.
    from core.passed_time import Instant

    return Instant(boot_id(), since_start(), clock.wall())
