# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One measured figure and how it is printed; the share of a list of them that a percentile is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its unit, beside what it is compared with (`beside`, same unit) and its goal, in words.

    `met` is None where there is nothing to compare with; `than` names what stands beside.
    """

    what: str
    value: float
    unit: str
    beside: float | None = None
    goal: str = ""
    met: bool | None = None
    than: str = "bare"

    def line(self) -> str:
        """One line of the report."""
        ratio = f"{self.value / self.beside:6.2f} x" if self.beside else " " * 8
        beside = f"({self.than} {self.beside:.1f})" if self.beside else ""
        verdict = {True: "met", False: "MISSED", None: ""}[self.met]
        line = f"{self.what:<58} {self.value:>9.1f} {self.unit:<4} {ratio} {beside:<14} {self.goal:<24} {verdict}"
        return line.rstrip()


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of all do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return percentile(values, 0.5)
