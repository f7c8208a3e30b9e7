# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""When a signed bundle is old, when this machine's clock cannot be right, and whose turn a new bundle is."""

import hashlib
from collections.abc import Iterable
from enum import Enum
from typing import Final

DAY: Final = 86_400.0
WARN_AFTER: Final = 7 * DAY
STALE_AFTER: Final = 30 * DAY
"""Seconds since the source was last seen (`reliability.md` B8): said to staff, and shown on their page."""

SLACK: Final = DAY
"""Seconds by which two right clocks may differ: time zones that are set wrongly shift a clock by less."""

EVERYBODY: Final = 100


class Freshness(Enum):
    """How long ago the source of bundles last proved that nothing newer is there."""

    FRESH = "fresh"
    OLD = "old"
    STALE = "stale"


def freshness(seen: float, now: float) -> Freshness:
    """`seen` is when a refresh last came to its end; a moment after now counts as long ago: one of the two is wrong."""
    age = now - seen
    if not -SLACK <= age < STALE_AFTER:
        return Freshness.STALE
    return Freshness.OLD if age >= WARN_AFTER else Freshness.FRESH


def clock_is_wrong(now: float, known: Iterable[float]) -> bool:
    """Whether the clock shows a time before moments that have certainly been.

    Signatures do not end for a clock that was set back: without this a bundle of last year would be taken for new.
    """
    return now < max(known, default=now) - SLACK


def takes_part(device: bytes, share: int) -> bool:
    """Whether a machine is among the `share` percent that take something new first.

    The same machine is at the same place each time, so a larger share has all the machines of the smaller one.
    """
    place = int.from_bytes(hashlib.sha256(b"bundle|" + device).digest()[:8], "big")
    return place * EVERYBODY < share << 64
