# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a highlight should stay on each thing, from how long a person needs to press."""

import math
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from accessibility.hands.ways import STEP, Hands, Way

SHARE: Final = 0.65
"""People press reliably when they need this share of the time that the highlight stays.

Simpson, Koester and LoPresti, 'Selecting an appropriate scan rate: the .65 rule', Assistive Technology 19 (2007).
"""

LEAST: Final = 1.0
"""Nobody is offered less (s): a lamp that is waited for is pressed sooner than one of many things."""

GRAIN: Final = 0.25


def proposed_step(took: Sequence[float]) -> float:
    """Seconds on each thing for somebody who needed `took` seconds, in quarters. ValueError without a measure."""
    if not took:
        raise ValueError("nothing was measured")
    step = math.ceil(median(took) / SHARE / GRAIN) * GRAIN
    return min(max(step, LEAST), STEP[1])


def tried_hands(kept: Hands, way: str, switches: tuple[str, ...], step: float | None) -> Hands:
    """A way on trial, with the person's own times as far as they stay. ValueError for a way that does not exist."""
    hands = kept.with_way(Way(way))
    if switches:
        hands = replace(hands, switches=switches)
    return hands if step is None else replace(hands, scan=replace(hands.scan, step=step))
