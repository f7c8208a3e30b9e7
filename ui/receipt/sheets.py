# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers there are, in millimetres and points (look.md section 13): black on white, never small."""

from dataclasses import dataclass
from enum import Enum

POINTS_PER_INCH = 72
MM_PER_INCH = 25.4


class Paper(Enum):
    """What the printer holds."""

    A4 = "a4"
    ROLL_80 = "80mm"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of sheet. `height` is None for a roll, which is as long as what stands on it.

    `body` is the size of plain text in points. The code stands `code` wide at the end edge where `beside`,
    otherwise in the column; with `code_last` it has a page of its own.
    """

    width: float
    height: float | None
    margin: float
    code: float
    body: float
    beside: bool
    code_last: bool

    @property
    def column(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin


HEADING, NUMBER, TOWN = 1.3, 1.45, 1.2
"""Sizes as ratios of the body's."""

_NORMAL, _LARGE = 14.0, 20.0


def sheet(paper: Paper, *, large: bool) -> Sheet:
    """The measures of a paper, in usual or large print."""
    body = _LARGE if large else _NORMAL
    match paper:
        case Paper.A4:
            return Sheet(210, 297, 20, 58, body, beside=not large, code_last=large)
        case Paper.ROLL_80:
            return Sheet(80, None, 4, 44, body, beside=False, code_last=large)
