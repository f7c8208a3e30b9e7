# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a replay found: comparisons that were equal, and differences with or without a known reason."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Difference:
    """One comparison that was not equal. `respect` says what was compared, `place` where in the form."""

    form: str
    respect: str
    place: str
    wanted: str
    found: str
    reason: str = ""


@dataclass(slots=True)
class Findings:
    """The findings of one format. `compared` counts comparisons by their respect, equal or not.

    `beyond` is what the reference engine has no opinion of, so that there was nothing to compare. `unread` are
    recordings that could not be replayed, by their places, and why.
    """

    format: str
    opened: int = 0
    refused: dict[str, str] = field(default_factory=dict)
    scenarios: int = 0
    compared: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)
    beyond: list[Difference] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)

    @property
    def steps(self) -> int:
        """All comparisons."""
        return self.compared.total()

    @property
    def equal(self) -> int:
        """Comparisons that were equal."""
        return self.steps - len(self.differences)

    @property
    def unexplained(self) -> list[Difference]:
        """Differences for which no reason is known."""
        return [one for one in self.differences if not one.reason]

    def note(self, difference: Difference, *, same: bool) -> None:
        """Count one comparison."""
        self.compared[difference.respect] += 1
        if not same:
            self.differences.append(difference)


HEADS: Final = (
    "format",
    "loaded",
    "refused",
    "unread",
    "scenarios",
    "equal",
    "different",
    "with a reason",
    "no opinion",
    "per cent",
    "of all",
)


def table(all_findings: list[Findings]) -> str:
    """The table of all formats; the last line is the total.

    `no opinion` are values of ours where the engine has no rule to compare with; `of all` is the per cent that would
    be equal if each of those counted as different.
    """
    rows = [_row(one.format, [one]) for one in all_findings] + [_row("total", all_findings)]
    widths = [max(len(row[place]) for row in (HEADS, *rows)) for place in range(len(HEADS))]
    lines = [
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in (HEADS, *rows)
    ]
    return "\n".join(lines)


def _row(name: str, findings: list[Findings]) -> tuple[str, ...]:
    steps = sum(one.steps for one in findings)
    equal = sum(one.equal for one in findings)
    beyond = sum(len(one.beyond) for one in findings)
    differences = [difference for one in findings for difference in one.differences]
    figures = (
        sum(one.opened for one in findings),
        sum(len(one.refused) for one in findings),
        sum(len(one.unread) for one in findings),
        sum(one.scenarios for one in findings),
        equal,
        len(differences),
        sum(1 for one in differences if one.reason),
        beyond,
    )
    return (name, *map(str, figures), _per_cent(equal, steps), _per_cent(equal, steps + beyond))


def _per_cent(equal: int, steps: int) -> str:
    return f"{100 * equal / steps:.2f}" if steps else "-"
