# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a page is composed on one screen at one text step: the tables of look.md section 7, as rules."""

import math
from dataclasses import dataclass
from typing import Final, Literal

from accessibility import reach
from accessibility.sizes import MM_PER_INCH
from accessibility.tokens import Tokens

WIDE_FROM: Final = 400
"""mm of width from which a screen is composed like K2; a narrower landscape screen like H1."""

ASIDE_BESIDE_TO: Final = {"wide": 2, "narrow": 1}
DOOR_COLUMNS: Final = {"wide": (3, 3, 2, 2, 1), "narrow": (3, 2, 2, 1, 1), "portrait": (2, 1, 1, 1, 1)}
FACT_COLUMNS: Final = {"wide": (3, 3, 2, 2, 1), "narrow": (3, 2, 2, 1, 1), "portrait": (2, 1, 1, 1, 1)}
FOOT_BAR: Final = ((2, 3), (2, 3), (3, 2), (3, 2), (3, 2))
RAIL_WIDER_ASSISTED: Final = 10

LEAST_HEIGHT: Final = (250, 265, 283, 298, 345)
"""mm of upright glass that a page and the bar need at each text step, when somebody wants them low."""

LEAST_HEIGHT_LYING: Final = 269
"""mm of glass that lies and is wide, below which pages are not composed for it."""

LARGE_FROM: Final = 812.0
"""mm of diagonal (32 inches) from which nothing to press stands in the uppermost part of a glass."""

LARGE_FREE: Final = 0.15
"""That part, of the height."""


LARGEST: Final = 5
MARGIN_OF_FEW_LINES: Final = 5
"""mm beside the content where the largest letters leave room for a few words in a line; it grows with the step."""


@dataclass(frozen=True, slots=True)
class ScreenMeasure:
    """A screen: pixels, and pixels per inch as measured on the glass.

    `floor_mm` is the height of the glass's lower edge above the floor, 0 when nobody has measured it; nothing to press
    shall be higher above the floor than `reach_mm`.
    """

    width_px: int
    height_px: int
    ppi: float
    floor_mm: float = 0.0
    reach_mm: float = reach.HIGHEST

    @property
    def width_mm(self) -> float:
        """How wide the glass is."""
        return self.width_px * MM_PER_INCH / self.ppi

    @property
    def height_mm(self) -> float:
        """How high the glass is."""
        return self.height_px * MM_PER_INCH / self.ppi

    @property
    def portrait(self) -> bool:
        """Whether the glass stands upright."""
        return self.height_px > self.width_px

    @property
    def out_of_reach_mm(self) -> float:
        """How much of the glass, from its upper edge, is higher than people reach; 0 when its height is not known."""
        return max(self.floor_mm + self.height_mm - self.reach_mm, 0.0) if self.floor_mm else 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The composition. Lengths in mm.

    `rail` is the bar's width at the start edge (0 where the bar lies at the foot in `bar_rows` rows).
    `columns` is how many doors stand in a row, `fact_columns` how many facts. `stacked` puts an answer under its
    question, `one_button` leaves the foot to what leads on and puts the other buttons into the content, above it.
    `descriptions` are the second lines of doors, `illustration` the drawing of the welcome page. `lowered` is how far
    from the upper edge anything to press may stand; only the line on top may be higher. `few_lines` is true where the
    largest letters leave room for a few lines only: nothing is set wider or larger there than it has to be.
    """

    kind: Literal["wide", "narrow", "portrait"]
    bar: Literal["rail", "foot"]
    rail: float
    bar_rows: int
    bar_columns: int
    short_words: bool
    margin: float
    masthead: bool
    masthead_services: bool
    columns: int
    fact_columns: int
    aside: Literal["beside", "under", "hidden"]
    eyebrow_service: bool
    eyebrow_doors: bool
    descriptions: bool
    illustration: bool
    stacked: bool
    one_button: bool
    lowered: float
    few_lines: bool

    @property
    def portrait(self) -> bool:
        """Whether the glass stands upright."""
        return self.kind == "portrait"


def layout_for(
    tokens: Tokens, screen: ScreenMeasure, step: int, assisted: bool, *, low_reach: bool = False
) -> Layout:
    """The composition for a screen at a text step (1 to 5); with `low_reach` for who sits, or is small."""
    kind: Literal["wide", "narrow", "portrait"]
    kind = "portrait" if screen.portrait else "wide" if screen.width_mm >= WIDE_FROM else "narrow"
    numbers = tokens.steps[step - 1]
    rail = numbers.rail_wide if kind == "wide" else numbers.rail_narrow
    few_lines = kind != "wide" and step >= LARGEST
    rows, columns = FOOT_BAR[step - 1] if kind == "portrait" else (6, 1)
    return Layout(
        kind=kind,
        bar="foot" if kind == "portrait" else "rail",
        rail=0 if kind == "portrait" else rail + (RAIL_WIDER_ASSISTED if assisted else 0),
        bar_rows=rows,
        bar_columns=columns,
        short_words=step >= (3 if kind == "wide" else 2),
        margin=MARGIN_OF_FEW_LINES if few_lines else 8 if kind == "portrait" else 10,
        # Upright and assisted, bar and keys are so high that the line on top goes a step earlier.
        masthead=step < (4 if kind == "portrait" and assisted else 5),
        masthead_services=step < 3,
        columns=DOOR_COLUMNS[kind][step - 1],
        fact_columns=FACT_COLUMNS[kind][step - 1],
        aside=_aside(kind, step, assisted),
        eyebrow_service=kind != "portrait" and step < 3,
        eyebrow_doors=step < 5,
        descriptions=kind != "portrait" and step < 3,
        illustration=step < 3 and (kind != "narrow" or step == 1),
        stacked=kind == "portrait" or step >= 3,
        one_button=step >= (3 if kind == "narrow" else 4),
        lowered=_lowered(screen, step, low_reach),
        few_lines=few_lines,
    )


def _lowered(screen: ScreenMeasure, step: int, low_reach: bool) -> float:
    """The lower half of an upright glass, or as low as pages of this text step go (508 407.8; ADA 308).

    Where it is known how high a glass hangs, whatever is out of reach is left free for everybody.
    """
    high = screen.height_mm
    large = math.hypot(screen.width_mm, high) >= LARGE_FROM
    free = high * LARGE_FREE if large else 0.0
    if screen.portrait:
        most = high - LEAST_HEIGHT[step - 1]
    else:
        most = high - LEAST_HEIGHT_LYING if screen.width_mm >= WIDE_FROM else 0.0
    if low_reach and screen.portrait:
        free = max(free, min(high / 2, most))
    return max(free, min(screen.out_of_reach_mm, most))


def _aside(
    kind: Literal["wide", "narrow", "portrait"], step: int, assisted: bool
) -> Literal["beside", "under", "hidden"]:
    if step >= 3 or assisted:
        return "hidden"
    if kind == "portrait":
        return "under"
    return "beside" if step <= ASIDE_BESIDE_TO[kind] else "under"
