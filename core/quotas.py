# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much one machine takes and tells in a short time: more than any person needs, less than would flood an agency."""

from collections.abc import Iterable
from typing import Final

from core.seal_number import SealProblem, normalise
from core.submission import Delivery

MOST_AN_HOUR: Final = 120
"""Submissions of one machine: a form in half a minute, for an hour. Somebody who types for a prank reaches it, or a
device that pretends to be a keyboard; a queue of people does not."""

HOUR: Final = 3_600.0

MOST_MISSED: Final = 10
"""Numbers that were not found in one visit until only this machine's own are looked for (`counts_here`)."""


def is_too_many(deliveries: Iterable[Delivery], now: float, most: int | None = MOST_AN_HOUR) -> bool:
    """Whether `most` were sealed in the last hour, so that nobody new may begin for a while; None: there is no bound.

    `now` is the wall clock's. What was sealed by a clock that ran ahead does not count: a wrong clock must not close
    a machine.
    """
    return most is not None and sum(now - HOUR < one.created <= now for one in deliveries) >= most


def counts_here(typed: str, found: Delivery, missed: int) -> bool:
    """Whether a number that was found may be answered, after so many others that were not found in this visit.

    Our own numbers are 40 random bits, and nobody guesses one. An agency's may be counted upwards: after some misses
    it is no longer answered, so that nobody reads what others have sent from one number to the next.
    """
    return missed < MOST_MISSED or _is_own(typed, found)


def _is_own(typed: str, found: Delivery) -> bool:
    meant = normalise(typed)
    return not isinstance(meant, SealProblem) and meant == found.seal
