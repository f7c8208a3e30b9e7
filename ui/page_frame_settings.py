# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a page may be composed: looser and tighter settings, and what a composed page consists of."""

from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtWidgets import QWidget

from ui.page_frame_paging import Unit

MAIN_SHARE = (260, 378)
"""The content's share of the width beside an aside."""

BESIDE_SHARE = (47, 100)
"""The usual share of something that stands beside the content: a number and its code have room beside each other."""


FEWER = (2, 3)
"""The head runs with the content where that leaves no more than this part of the pages."""

SCARCE_SHARE = 0.65
"""With less than this share of the height for the content, a foot of several rows becomes part of it."""


@dataclass(frozen=True, slots=True)
class Composition:
    """How tightly a page is set: paddings and the gap between blocks in mm, with its aside and its door or not."""

    above: float
    below: float
    gap: float
    foot: tuple[float, float]
    aside: bool = False
    door: bool = True


COMPOSITIONS = (
    Composition(8, 4, 6.4, (4, 7), aside=True),
    Composition(6, 3, 4, (3, 5), aside=True),
    Composition(8, 4, 6.4, (4, 7)),
    Composition(5, 3, 4, (3, 5)),
    Composition(5, 3, 4, (3, 5), door=False),
    Composition(3, 2, 2.6, (2, 3), door=False),
    # No tighter than the rings of the focus and the gap to the bar allow.
    Composition(2, 1, 2.6, (0.8, 2.4), door=False),
)
"""Tried in this order until everything fits; with the last one the content is paged."""


@cache
def settings_for(*, aside: bool, door: bool) -> tuple[Composition, ...]:
    """Those of them that differ for a page with an aside or a door, or without."""
    found: dict[Composition, Composition] = {}
    for one in COMPOSITIONS:
        found.setdefault(replace(one, aside=one.aside and aside, door=one.door and door), one)
    return tuple(found.values())


OVER_KEYS_MM = 2.0
"""The least free room that keys under a page keep over themselves."""

MOST_CONTROLS = 7
"""Things to press on one page beside the bar and the letters of a keyboard (UND-01)."""

MOST_ASSISTED = 5
"""The same while everything is larger and slower."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of content and of what stands beside it, and the blocks in the content."""

    main: int
    side: QWidget | None
    side_width: int
    blocks: tuple[QWidget, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A page as it shall be placed. `shown` are the units of the page of the content; empty when all are shown. `first`
    are those of the first page.

    `flowing` lets the head run with the content, where one page cannot hold both.
    """

    setting: Composition
    columns: Columns
    units: tuple[Unit, ...]
    shown: tuple[Unit, ...]
    flowing: bool
    first: tuple[Unit, ...] = ()
