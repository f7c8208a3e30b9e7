# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The machine's clock for visits that take long, without anybody waiting."""

from kiosk.clock import MachineClock


class SlowClock(MachineClock):
    """The machine's clock, which can be put forward while a person hesitates."""

    ahead = 0.0

    def steady(self) -> float:
        return super().steady() + self.ahead
