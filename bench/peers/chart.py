# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart: what a key costs in forms of three lengths, ours and each browser peer's, in powers of ten."""

from collections.abc import Sequence
from itertools import pairwise
from math import log10
from pathlib import Path
from typing import Final

from bench.figures import median
from bench.peers.contender import Found
from bench.peers.three_forms import LENGTHS

WIDE, HIGH = 900, 520
EDGE, RIGHT, TOP, BOTTOM = 90, 170, 60, 60
LEAST, MOST = 1.0, 10_000.0
"""Milliseconds at the bottom and at the top."""
_COLOURS: Final = ("#0b57a4", "#b3261e", "#8a5a00", "#5b3a8c", "#1f6b3a")
_APART: Final = 17
"""Pixels between two names."""


def chart(found: Sequence[Found]) -> str:
    """The chart as SVG; the first contender is drawn thicker."""
    title = "From a key to the question that depends on it, in forms of 30, 300 and 3,000 questions"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img">',
        '<g font-family="sans-serif" font-size="14">',
        f"<title>{title}</title>",
        f'<rect width="{WIDE}" height="{HIGH}" fill="#ffffff"/>',
        f'<text x="{EDGE}" y="28" font-size="16" font-weight="bold">{title}</text>',
    ]
    for power in range(round(log10(LEAST)), round(log10(MOST)) + 1):
        y = _y(10.0**power)
        parts.append(f'<path d="M{EDGE} {y:.0f}H{WIDE - RIGHT}" stroke="#c9c9c9"/>')
        parts.append(f'<text x="{EDGE - 8}" y="{y + 5:.0f}" text-anchor="end">{10**power:,} ms</text>')
    parts += [
        f'<text x="{_x(count):.0f}" y="{HIGH - 28}" text-anchor="middle">{count:,}</text>'
        for count in LENGTHS
    ]
    lines = [
        (one.name, values, colour)
        for one, colour in zip(found, _COLOURS, strict=False)
        if (values := {count: median([took.shown for took in rounds]) for count, rounds in one.took.items()})
    ]
    heights = _apart([_y(values[max(values)]) for _, values, _ in lines])
    for place, ((name, values, colour), height) in enumerate(zip(lines, heights, strict=True)):
        points = " ".join(f"{_x(count):.1f},{_y(value):.1f}" for count, value in values.items())
        thick = 4 if place == 0 else 2
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{thick}"/>')
        parts.append(f'<text x="{WIDE - RIGHT + 12}" y="{height + 5:.0f}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</g></svg>", ""])


def write_chart(file: Path, ours: Found, peers: Sequence[Found]) -> None:
    """Keep the chart."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(chart((ours, *peers)), "utf-8")


def _apart(heights: Sequence[float]) -> list[float]:
    """The heights of names beside the ends of their lines, so that none lies over another."""
    placed = list(heights)
    order = sorted(range(len(placed)), key=lambda place: placed[place])
    for before, after in pairwise(order):
        placed[after] = max(placed[after], placed[before] + _APART)
    return placed


def _x(count: int) -> float:
    return EDGE + (WIDE - RIGHT - EDGE) * log10(count / LENGTHS[0]) / log10(LENGTHS[-1] / LENGTHS[0])


def _y(milliseconds: float) -> float:
    share = log10(min(max(milliseconds, LEAST), MOST) / LEAST) / log10(MOST / LEAST)
    return HIGH - BOTTOM - (HIGH - TOP - BOTTOM) * share
