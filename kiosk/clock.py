# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The machine's own clocks, as the port that everything else asks."""

import time
from datetime import datetime


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
