# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much one machine takes and tells in a short time: more than any person needs, less than would flood an agency."""

from typing import Final

from core.ports import Outbox
from core.seal_number import SealProblem, normalise
from core.submission import Delivery

MOST_AN_HOUR: Final = 120
"""Submissions of one machine: a form in half a minute, for an hour. Somebody who types for a prank reaches it, or a
device that pretends to be a keyboard; a queue of people does not."""

HOUR: Final = 3_600.0

MOST_MISSED: Final = 10
"""Numbers of one visit that were not found, or by which others' deliveries were, until agencies' are told no more."""


def is_too_many(outbox: Outbox, now: float, most: int | None = MOST_AN_HOUR) -> bool:
    """Whether `most` were sealed in the last hour, so that nobody new may begin for a while; None: there is no bound.

    `now` is the wall clock's. What was sealed by a clock that ran ahead does not count: a wrong clock must not close
    a machine.
    """
    return most is not None and outbox.sealed_since(now - HOUR, now) >= most


def is_own(typed: str, found: Delivery) -> bool:
    """Whether what was typed is the number that this machine gave.

    That is 40 random bits, and nobody guesses one: it is answered however many were tried before. An agency's may be
    counted upwards, whether there are gaps between them or not.
    """
    meant = normalise(typed)
    return not isinstance(meant, SealProblem) and meant == found.seal
