# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The moments that staff's stores ask for: in this start of the machine, which has an id of its own."""

import uuid
from functools import cache
from pathlib import Path
from typing import Final

from core.ports import Clock
from core.staff.lockout import Moment
from core.staff.log_record import LogMoment

BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")
"""Linux' own id of its start (random(4)): no clock and no setting changes it."""


@cache
def boot_id() -> str:
    """The id of this start of the machine; elsewhere than on Linux one of this process, which makes waits longer."""
    try:
        return BOOT_ID.read_text("ascii").strip()
    except OSError:
        return str(uuid.uuid4())


def moment(clock: Clock) -> Moment:
    """Now, for waits."""
    return Moment(boot_id(), clock.steady())


def log_moment(clock: Clock) -> LogMoment:
    """Now, for the log."""
    return LogMoment(boot_id(), clock.wall(), clock.steady())
