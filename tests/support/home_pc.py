# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PC at home whose clock is wrong now and then, counting for how long a draft has been kept."""

import random
from dataclasses import dataclass, field

from core.bundle_rules import DAY
from core.drafts import expired
from core.passed_time import Counted, Instant, Passed, agrees, passed
from core.visit.delays import DRAFT_DAYS

HOUR = 3_600.0
TEN_YEARS = 3_652 * DAY
NOW = 1_780_000_000.0


@dataclass
class Home:
    """A PC at home: `true` is the time that nobody set, `wrong` by how much its clock differs from it."""

    online: bool
    true: float = NOW
    wrong: float = 0.0
    boots: int = 0
    began: float = NOW
    counted: Passed = field(default_factory=Passed)

    def look(self) -> None:
        """A visit begins, and an agency answers where there is a network and the clock is right enough."""
        wall = self.true + self.wrong
        shown = self.true if self.online and agrees(self.true, wall) else None
        self.counted = passed(self.counted, Instant(str(self.boots), self.true - self.began, wall), shown)

    def used(self, days: float) -> None:
        """It is on or asleep for so long; it looks now and then."""
        for _ in range(4):
            self.true += days * DAY / 4
            self.look()

    def off(self, days: float) -> None:
        """It is off for so long, and then started."""
        self.true += days * DAY
        self.began, self.boots = self.true - 60.0, self.boots + 1
        self.look()

    def keeps(self, kept: Counted) -> bool:
        return not expired(kept, self.counted)


@dataclass
class Believing(Home):
    """The fault: the machine's clock is believed."""

    def look(self) -> None:
        wall = self.true + self.wrong
        self.counted = Passed(Counted(wall, wall))


def kept_beyond(home: Home, chance: random.Random) -> float:
    """For how many seconds beyond its thirty days a draft was kept, by the true time; less than 0 is too early.

    Most days the clock is right; else it is wrong by an hour to ten years, and from the thirtieth day on it is right.
    """
    home.look()
    kept, end = home.counted.counted, home.true + DRAFT_DAYS * DAY
    while home.keeps(kept) and home.true < end + 5 * DAY:
        wrong = home.true < end - DAY and chance.random() < 0.5
        home.wrong = chance.choice([TEN_YEARS, -TEN_YEARS, 60 * DAY, HOUR, -HOUR]) if wrong else 0.0
        (home.off if chance.random() < 0.7 else home.used)(chance.uniform(0.1, 1.0))
    return home.true - end


def wrong_for_a_moment(home: Home, by: float, *, at_a_start: bool) -> bool:
    """Whether a draft is still there after the clock was wrong once, on the day after it was put away."""
    home.look()
    kept = home.counted.counted
    home.used(0.2)
    home.wrong = by
    home.off(0.8) if at_a_start else home.look()
    there = home.keeps(kept)
    home.wrong = 0.0
    home.off(0.5) if at_a_start else home.look()
    home.used(20.0)
    return there and home.keeps(kept)
