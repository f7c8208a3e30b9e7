# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The spans of time in which a report is looked for: short enough for the standard, halved where too full."""

from dataclasses import dataclass

DAY = 86_400.0
WIDEST = 89 * DAY
"""GeoReport v2 lets a server refuse spans of more than 90 days."""

NARROWEST = 60.0


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when, in seconds since the epoch."""

    start: float
    end: float

    def halves(self) -> list["Window"]:
        """The same time in two parts; none when it is too short to be divided."""
        if self.end - self.start < 2 * NARROWEST:
            return []
        middle = (self.start + self.end) / 2
        return [Window(self.start, middle), Window(middle, self.end)]


BACK = 4 * WIDEST
"""How far is looked back when nobody knows since when: longer than a machine is out of use."""


def first_windows(since: float, now: float) -> list[Window]:
    """All the time from a day before `since` until a day after now, so that neither clock has to be right.

    A `since` that lies ahead shows that our clock was set back, and nobody knows by how much: then most of a year.
    """
    start, end = (since if since <= now else now - BACK) - DAY, max(now, since) + DAY
    windows = []
    while start < end:
        windows.append(Window(start, min(end, start + WIDEST)))
        start += WIDEST
    return windows
