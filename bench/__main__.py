# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`make bench`: everything in one run, side by side, as ratios where there is something to compare with."""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench import arrivals, dependents, durable_writes, polling, search, windows
from bench.figures import Figure
from bench.peers import contest

SEARCH_GOAL = 10.0
"""Milliseconds a keystroke may take over 20,000 services."""

MOST_ARRIVALS = 100
"""Submissions a second; kiosks with fixed delays send thousands."""

MOST_LOOKS = 400
"""Looks a second that any web host bears: two small files each."""

ARRIVALS = Path("build/arrivals.svg")

PEERS = "../shared/bench"
"""Where the benchmark of the browser peers lies, if nothing else is said."""


def _search() -> Iterator[Figure]:
    figures: Mapping[str, float] = search.measure()
    for name, value in figures.items():
        goal = name.endswith("p95_ms")
        yield Figure(
            f"search: {name}",
            value,
            "ms" if name.endswith("_ms") else "",
            goal=f"under {SEARCH_GOAL:.0f} ms" if goal else "",
            met=value < SEARCH_GOAL if goal else None,
        )


def _durable() -> Iterator[Figure]:
    for name, value in durable_writes.measure().items():
        yield Figure(f"durable: {name}", value, "")


def _arrivals() -> Iterator[Figure]:
    """A wave of kiosks after an outage; the chart goes into `build`."""
    ours, control = arrivals.simulate(), arrivals.simulate(fixed=True)
    arrivals.write_chart(ARRIVALS, ours, control)
    yield Figure(
        "10,000 kiosks after an outage: arrivals in the worst second",
        ours.peak,
        "",
        beside=control.peak,
        goal=f"under {MOST_ARRIVALS}",
        met=ours.peak < MOST_ARRIVALS,
    )
    yield Figure("the last of them arrives after", ours.last, "s")


def _polling(folder: Path) -> Iterator[Figure]:
    """A city's machines at the web host of its set-up."""
    curve = polling.arrivals()
    yield Figure("100,000 machines: looks in the first hour after a power cut", curve.hours[0], "")
    yield Figure("looks in an hour of the usual day", curve.hours[-1], "")
    yield Figure(
        "looks in the worst second", curve.peak, "", goal=f"under {MOST_LOOKS}", met=curve.peak < MOST_LOOKS
    )
    try:
        new, same, host = polling.looks(folder)
    except FileNotFoundError:
        print("set-up: nginx is not installed, so no host was asked")
        return
    yield Figure("a look with a new profile: requests", new.requests, "")
    yield Figure("a look with a new profile: bytes", new.body, "")
    yield Figure("a look with a new profile: time", new.seconds * 1_000, "ms")
    yield Figure("a look without anything new: requests", same.requests, "")
    yield Figure("a look without anything new: bytes", same.body, "")
    yield Figure("a look without anything new: time", same.seconds * 1_000, "ms")
    yield Figure("100,000 looks at nginx, one worker: requests", host.requests, "")
    yield Figure("100,000 looks: bytes with heads, in MB", host.sent / 1e6, "MB")
    yield Figure("100,000 looks: requests a second", host.requests / host.seconds, "")


def main(peers: Path) -> int:
    """Print each figure as it is measured. Status 1 when a goal was missed."""
    missed = 0
    print("load of the machine: {:.1f}, {:.1f}, {:.1f}".format(*os.getloadavg()), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for group in (
            windows.measure(Path(folder)),
            contest.measure(peers),
            dependents.measure(),
            _search(),
            _durable(),
            _arrivals(),
            _polling(Path(folder) / "polling"),
        ):
            for figure in group:
                print(figure.line(), flush=True)
                missed += figure.met is False
    print(f"{missed} goals missed" if missed else "every goal met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else PEERS)))
