# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a delivery waits before its next attempt: full jitter under a doubling ceiling, all in seconds."""

from core.delivery_rules import LONGEST_WAIT_SECONDS

FIRST_SECONDS = 5.0
LONGEST_SECONDS = 1_800.0
SHORTEST_SECONDS = 1.0
HASTE_SHARE = 0.25
LONGEST_HASTE_SECONDS = 900.0


def ceiling(attempts: int) -> float:
    """The longest wait after so many attempts."""
    doublings = min(max(attempts - 1, 0), 16)
    return min(LONGEST_SECONDS, FIRST_SECONDS * 2.0**doublings)


def wait(most: float, chance: float, asked: float | None) -> float:
    """A wait up to `most`, never shorter than the agency asked (Retry-After, RFC 9110 10.2.3), at most an hour."""
    own = max(SHORTEST_SECONDS, chance * most)
    return min(max(own, asked or 0.0), LONGEST_WAIT_SECONDS)


def haste(waited: float, chance: float) -> float:
    """A wait for what has waited so long already, now that its agency answers again: a random part of a share of it."""
    return chance * min(max(waited, 0.0) * HASTE_SHARE, LONGEST_HASTE_SECONDS)
