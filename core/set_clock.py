# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a wall clock that was set means for what waits, also where it was set while no courier ran. Pure decisions."""

from dataclasses import dataclass, replace
from typing import Final

from core import sync
from core.bundle_rules import DAY
from core.passed_time import Instant
from core.submission import Delivery, DeliveryState

JUMP_SECONDS: Final = 5.0
"""By so much the wall clock may differ from the one that nobody sets before it counts as set."""

DOUBT: Final = 30 * DAY
"""How far before an attempt its agency is searched where the machine was started again since: its clock may have been
ahead then, and no certificate stands a clock that is ahead by much more."""


@dataclass(frozen=True, slots=True)
class ClockMark:
    """By how much the wall clock was ahead of the seconds since a start of the machine, when it was last looked at."""

    boot: str
    ahead: float

    @classmethod
    def of(cls, now: Instant) -> "ClockMark":
        """The mark of this moment."""
        return cls(now.boot, now.wall - now.up)

    def set_since(self, earlier: "ClockMark | None") -> float | None:
        """By how many seconds the clock was set since `earlier`; None after another start, when nobody knows."""
        if earlier is None or earlier.boot != self.boot:
            return None
        by = self.ahead - earlier.ahead
        return by if abs(by) > JUMP_SECONDS else 0.0


def at_start(delivery: Delivery, by: float | None, now: float, settle: float) -> Delivery:
    """What the last courier left behind, where the clock was set by so many seconds since (None: nobody knows).

    An attempt whose process died is decided anew. Where nobody knows, what is looked up waits one whole settle time
    from now, and what an agency may have and forgets after a time is not sent again: a clock that was days ahead then,
    or stood still while the machine was off, makes it look young.
    """
    match delivery.state:
        case DeliveryState.LEAVING:
            return sync.recover(left_earlier(delivery, by or 0.0), now, settle, dated=by is not None)
        case DeliveryState.SEALED if by is None:
            return sync.reconsider(delivery, now, dated=False)
        case DeliveryState.CHECKING if by is None:
            return sync.wait_anew(delivery, 0.0, now, settle)
        case _:
            return sync.clock_moved(delivery, by, now, settle) if by else delivery


def left_earlier(delivery: Delivery, by: float) -> Delivery:
    """An attempt under way on a clock that was set by so many seconds since it left."""
    return replace(delivery, changed=delivery.changed + by)


def searched_from(delivery: Delivery, now: Instant) -> float:
    """From when on the agency may have it, by this machine's clock as it is now."""
    since = delivery.created if delivery.unsure_since is None else delivery.unsure_since
    started = now.wall - now.up
    return since if since >= started else since - DOUBT
