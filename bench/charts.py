# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every chart of the bench is made of: SVG with a title, level lines with what they stand for, and its end."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A chart's size in pixels, and the room left of and right of its lines."""

    wide: int
    high: int
    edge: int
    right: int

    def drawn(self, title: str, parts: Iterable[str]) -> str:
        """The whole of it."""
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.wide} {self.high}" role="img">',
                '<g font-family="sans-serif" font-size="14">',
                f"<title>{title}</title>",
                f'<rect width="{self.wide}" height="{self.high}" fill="#ffffff"/>',
                f'<text x="{self.edge}" y="28" font-size="17" font-weight="bold">{title}</text>',
                *parts,
                "</g></svg>",
                "",
            ]
        )

    def level(self, y: float, words: str) -> tuple[str, str]:
        """A line across at a height, with what it stands for before it."""
        return (
            f'<path d="M{self.edge} {y:.0f}H{self.wide - self.right}" stroke="#c9c9c9"/>',
            f'<text x="{self.edge - 8}" y="{y + 5:.0f}" text-anchor="end">{words}</text>',
        )


def polyline(points: Iterable[tuple[float, float]], colour: str) -> str:
    """A curve through points."""
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="2"/>'
