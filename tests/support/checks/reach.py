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


def within_low_reach(screen: ScreenUnderTest) -> Iterator[str]:
    """OPR-02: the upper edge of everything to press. Says nothing of screens that nobody wants low."""
    if not screen.case.low:
        return
    high = screen.look.screen.height_px
    needed = LEAST_HIGH_MM[screen.case.step - 1] * screen.look.screen.ppi / 25.4
    least = min(high * LOWER_HALF, high - needed) - 1
    for widget in controls(screen):
        if place(widget).top() < least:
            yield f"{screen.mm(least - place(widget).top()):.0f} mm too high: {named(widget)}"
