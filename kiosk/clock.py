# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The machine's own clocks, as the port that everything else asks."""

import time
from datetime import UTC, datetime, timedelta, tzinfo
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


class MachineZone(tzinfo):
    """The zone that this machine is set to, with summer time where it has one: each moment by the rule of its day.

    What the system's clock says of a moment (localtime(3)) is taken, so a changed setting counts from the next one on.
    """

    def fromutc(self, moment: datetime, /) -> datetime:
        """The local time of a moment of UTC; the second of two equal hours is marked (`fold`, PEP 495)."""
        seconds = moment.replace(tzinfo=UTC).timestamp()
        return datetime.fromtimestamp(seconds).replace(tzinfo=self)  # noqa: DTZ006 - with a zone there is no fold

    def utcoffset(self, moment: datetime | None, /) -> timedelta | None:
        """How far the clock is ahead of UTC then."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, _moment: datetime | None, /) -> timedelta | None:
        """Not told apart from the rest."""
        return None

    def tzname(self, moment: datetime | None, /) -> str | None:
        """What the system calls it."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().tzname()


ZONE: Final = MachineZone()


def local(wall: float) -> datetime:
    """The local date and time of a wall-clock moment, with how far the clock is ahead of UTC then, and no rule."""
    return datetime.fromtimestamp(wall).astimezone()


def on_the_clock(wall: float) -> datetime:
    """The same for what people read: moments before and after a change to summer time have the hour of their day."""
    return datetime.fromtimestamp(wall, ZONE)


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
