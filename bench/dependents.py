# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an answer costs: it depends on how many questions depend on it, and not on how long the form is. With a chart.

Each answer measured changes what is asked, with the verdict on it and the list of what is asked then.
"""

import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from math import log10
from pathlib import Path
from typing import Final

from bench.charts import Sheet, polyline
from bench.figures import Figure, median
from bench.large_forms import fan
from core.forms.entry import Entry
from core.ids import SubmissionId

LENGTHS: Final = (30, 300, 3_000)
DEPENDENTS: Final = (1, 10, 100, 1_000)
ANSWERS: Final = 101
CHART: Final = Path("build/keystroke.svg")

WIDE, HIGH, EDGE, RIGHT, TOP, BOTTOM = 900, 480, 90, 40, 90, 70
SHEET: Final = Sheet(WIDE, HIGH, EDGE, RIGHT)
_COLOURS: Final = ("#0b57a4", "#b3261e", "#8a5a00")

Curve = dict[int, float]
"""Microseconds of an answer by the number of questions that depend on it."""

NOW: Final = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)


def answer_cost(count: int, dependents: int) -> float:
    """Microseconds of an answer that shows or hides so many questions of so many: the median."""
    form = fan(count, dependents)
    path = form.questions[0].path
    entry = Entry.begin(form, SubmissionId("uuid:5d2c1c5e-7f61-4d8a-9d3e-2d4f8a1b6c70"), NOW.date(), NOW)
    taken: list[float] = []
    for turn in range(ANSWERS):
        began = time.perf_counter()
        entry = entry.answer(path, "no" if turn % 2 else "yes")
        entry.problem(path)
        taken.append((time.perf_counter() - began) * 1e6)
    return median(taken)


def measure() -> Iterator[Figure]:
    """The figures; the chart goes into `build`."""
    curves = {count: {one: answer_cost(count, one) for one in DEPENDENTS if one < count} for count in LENGTHS}
    for count, curve in curves.items():
        for dependents, cost in curve.items():
            yield Figure(f"answer on which {dependents:>5,} of {count:>5,} questions depend", cost, "us")
    CHART.parent.mkdir(parents=True, exist_ok=True)
    CHART.write_text(chart(curves), "utf-8")


def chart(curves: dict[int, Curve]) -> str:
    """A line for each length of form over the number of questions that depend on the answer, in powers of ten."""
    title = "What an answer costs, by the number of questions that depend on it"
    parts: list[str] = []
    for power in range(1, 6):
        parts += SHEET.level(_y(10.0**power), f"{10 ** (power - 3):g} ms")
    parts += [
        f'<text x="{_x(one):.0f}" y="{HIGH - 40}" text-anchor="middle">{one:,}</text>' for one in DEPENDENTS
    ]
    for place, ((count, curve), colour) in enumerate(zip(curves.items(), _COLOURS, strict=True)):
        parts += _line(curve, colour)
        name = f'fill="{colour}">a form of {count:,} questions</text>'
        parts.append(f'<text x="{EDGE + place * 240}" y="58" {name}')
    return SHEET.drawn(title, parts)


def _line(curve: Curve, colour: str) -> Sequence[str]:
    points = [(_x(one), _y(cost)) for one, cost in curve.items()]
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}"/>' for x, y in points]
    return (polyline(points, colour), *dots)


def _x(dependents: int) -> float:
    return EDGE + 40 + (WIDE - RIGHT - EDGE - 80) * log10(dependents) / log10(DEPENDENTS[-1])


def _y(microseconds: float) -> float:
    """From 0.01 to 100 milliseconds."""
    return HIGH - BOTTOM - (HIGH - TOP - BOTTOM) * (log10(min(max(microseconds, 10.0), 1e5)) - 1) / 4


if __name__ == "__main__":
    for figure in measure():
        print(figure.line())
