# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much time has passed, where the machine's clock alone is not believed: for whatever is deleted by its age.

What a machine saw pass while it ran is sure. While it was off only its clock counts, which may have been set or have
stood still; of that a week at most is taken for likely, until an agency's own time shows how long it was.
"""

from dataclasses import dataclass, replace
from typing import Final

from core.bundle_rules import DAY, SLACK

UNSEEN_MOST: Final = 7 * DAY
"""Seconds that the clock alone can add, each time the machine was off."""


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment: the id of this start of the machine, the seconds since it (asleep too), and what its clock shows."""

    boot: str
    up: float
    wall: float


@dataclass(frozen=True, slots=True)
class ShownTime:
    """The time that an agency named, and when in which start of the machine it did."""

    boot: str
    up: float
    time: float

    def at(self, now: Instant) -> float | None:
        """The time now, whatever the clock was set to since; None after another start."""
        if self.boot != now.boot or now.up < self.up:
            return None
        return self.time + now.up - self.up


@dataclass(frozen=True, slots=True)
class Counted:
    """Seconds that have passed since the counting began: surely, and as far as is likely."""

    sure: float = 0.0
    likely: float = 0.0


@dataclass(frozen=True, slots=True)
class Anchor:
    """The first time that an agency has shown, and what was counted then."""

    time: float
    counted: Counted


@dataclass(frozen=True, slots=True)
class Passed:
    """What has been counted until `last`, and what was likely when an agency showed the time last."""

    counted: Counted = Counted()
    last: Instant | None = None
    anchor: Anchor | None = None
    shown: float = 0.0


def agrees(shown: float, wall: float) -> bool:
    """Whether the machine's clock and the time that an agency named confirm each other."""
    return abs(shown - wall) <= SLACK


def passed(before: Passed, now: Instant, shown: float | None) -> Passed:
    """What is counted at `now`; `shown` is the time that an agency's answer proves, None without one.

    The anchor stays the first one: servers whose clocks differ by hours would else add those hours at each turn.
    """
    if before.last is not None and before.last.boot == now.boot and now.up < before.last.up:
        # Another process has looked meanwhile, and has counted this.
        return before
    seen, unseen = _between(before.last, now)
    counted = Counted(before.counted.sure + seen, before.counted.likely + seen + unseen)
    if shown is None:
        return replace(before, counted=counted, last=now)
    anchor = before.anchor or Anchor(shown, counted)
    sure = max(counted.sure, anchor.counted.sure + shown - anchor.time)
    likely = anchor.counted.likely + sure - anchor.counted.sure
    return Passed(Counted(sure, likely), now, anchor, likely)


def is_over(kept: Counted, now: Passed, seconds: float) -> bool:
    """Whether so many seconds have passed since `kept`.

    Where no agency has shown a time for as long, a whole stretch that was only likely comes on top: a clock that is
    wrong once takes nothing from anybody.
    """
    unshown = now.counted.likely - max(kept.likely, now.shown)
    return now.counted.sure - kept.sure > seconds or unshown > seconds + UNSEEN_MOST


def _between(last: Instant | None, now: Instant) -> tuple[float, float]:
    """Seconds that were seen to pass since `last`, and those that only the clock knows of."""
    if last is None:
        return 0.0, 0.0
    if last.boot == now.boot:
        return now.up - last.up, 0.0
    gap = max(0.0, now.wall - last.wall)
    seen = min(gap, now.up)
    return seen, min(gap - seen, UNSEEN_MOST)
