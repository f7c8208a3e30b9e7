# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes from how high a screen hangs whether people reach what is pressed on it (OPR-02; 508 407.8; ADA 308)."""

from dataclasses import dataclass

from accessibility import reach
from accessibility.layout import ScreenMeasure, layout_for
from accessibility.tokens import tokens


@dataclass(frozen=True, slots=True)
class Reach:
    """For a glass whose height above the floor is known, in mm.

    `highest` is where the upper edge of the highest thing to press may stand, at each of the text steps, with the
    buttons as low as they go. `lowest` is where the lowest one ends.
    """

    highest: tuple[float, ...]
    lowest: float
    limit: float

    @property
    def too_high(self) -> tuple[int, ...]:
        """The text steps (1 to 5) at which something to press is out of reach."""
        return tuple(step for step, high in enumerate(self.highest, 1) if high > self.limit + 0.5)

    @property
    def lower_by(self) -> float:
        """How much lower the screen has to hang for everything to be in reach at every text step."""
        return max(*(high - self.limit for high in self.highest), 0.0)

    @property
    def too_low(self) -> bool:
        """Whether the lowest buttons are lower than people reach."""
        return self.lowest < reach.LOWEST


def reach_of(glass: ScreenMeasure) -> Reach | None:
    """Where things to press stand above the floor; None when nobody has measured how high the glass hangs."""
    if not glass.floor_mm:
        return None
    top = glass.floor_mm + glass.height_mm
    lowered = (
        layout_for(tokens(), glass, step, assisted=False, low_reach=True).lowered
        for step in range(1, len(tokens().steps) + 1)
    )
    return Reach(tuple(top - one for one in lowered), glass.floor_mm, glass.reach_mm)
