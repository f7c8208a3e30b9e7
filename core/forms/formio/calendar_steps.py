# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts years, months and days on from a day, as moment.js and dateutil do: no month's last day runs over."""

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta


@dataclass(frozen=True, slots=True)
class Steps:
    """How far to go; each may be negative. Years and months are counted before days."""

    years: int = 0
    months: int = 0
    days: int = 0

    def after(self, day: date) -> date | None:
        """The day so far on; None for what no calendar has."""
        year, month = divmod(day.year * 12 + day.month - 1 + self.years * 12 + self.months, 12)
        if not MINYEAR <= year <= MAXYEAR:
            return None
        last = calendar.monthrange(year, month + 1)[1]
        try:
            return date(year, month + 1, min(day.day, last)) + timedelta(days=self.days)
        except OverflowError:
            return None
