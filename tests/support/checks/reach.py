# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reach: where somebody wants the buttons low, nothing to press stands higher than they reach (508 407.8; ADA 308)."""

from collections.abc import Iterator

from tests.support.checks.hands import controls
from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import named, place

LOWER_HALF = 0.5
LEAST_HIGH_MM = (250, 265, 283, 298, 345)
"""What pages of each text step need of an upright glass; a glass with less than twice that is lowered as far as it
goes."""


REACH_MM = 1220
"""48 inches above the floor (ADA 308.2.1)."""


def within_low_reach(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-02: the upper edge of everything to press: where somebody wants it low, and where a glass hangs high.

    Says nothing of screens that nobody wants low and of which nobody knows how high they hang.
    """
    glass = screen.look.screen
    per_mm = glass.ppi / 25.4
    wanted = glass.height_px * LOWER_HALF if screen.case.low else 0.0
    beyond = (glass.floor_mm - REACH_MM) * per_mm + glass.height_px if glass.floor_mm else 0.0
    needed = LEAST_HIGH_MM[screen.case.step - 1] * per_mm
    least = min(max(wanted, beyond), glass.height_px - needed) - 1
    for widget in controls(screen):
        if place(widget).top() < least:
            yield f"{screen.mm(least - place(widget).top()):.0f} mm too high: {named(widget)}"
