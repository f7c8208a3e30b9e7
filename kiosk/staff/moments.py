# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The moments that staff's stores ask for: in this start of the machine, which has an id of its own."""

from core.ports import Clock
from core.staff.lockout import Moment
from core.staff.log_record import LogMoment
from kiosk.clock import boot_id


def moment(clock: Clock) -> Moment:
    """Now, for waits."""
    return Moment(boot_id(), clock.steady())


def log_moment(clock: Clock) -> LogMoment:
    """Now, for the log."""
    return LogMoment(boot_id(), clock.wall(), clock.steady())
