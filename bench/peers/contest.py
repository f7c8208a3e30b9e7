# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rounds in which we and each browser peer do the same work in turn, and the figures that come of them."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.cold import WHOLE, started, stopped
from bench.figures import Figure, median
from bench.peers import browser, kiosk_window
from bench.peers.browser import PEERS
from bench.peers.chart import write_chart
from bench.peers.contender import Contender, Found, Took
from bench.peers.hand import Hand, hand_at
from bench.peers.marks import Marks
from bench.peers.preparing import MissingError, prepared
from bench.peers.resting import rest, whole_memory
from bench.peers.three_forms import LENGTHS, own_source, sources
from bench.screen import Screen, screen
from kiosk import children

ROUNDS: Final = 3
OURS: Final = "Civic Kiosk"
CHART: Final = Path("build/beside-browsers.svg")


@dataclass(frozen=True, slots=True)
class Goal:
    """What of `Took` is compared, and the most that ours may be of the best peer's, by the length of the form."""

    words: str
    of: Callable[[Took], float]
    most: dict[int, float]
    unit: str = "ms"


GOALS: Final = (
    Goal("open a form of {}", lambda took: took.opened, {30: 1.0, 300: 0.15, 3_000: 0.1}),
    Goal("form of {}: the key, and what depends on it", lambda took: took.shown, dict.fromkeys(LENGTHS, 0.5)),
    Goal("form of {}: judge all of it", lambda took: took.judged, {30: 1.0, 300: 1.0, 3_000: 0.3}),
    Goal("form of {}: memory once it is open", lambda took: took.memory, dict.fromkeys(LENGTHS, 0.45), "MB"),
)
START_GOAL: Final = 0.6
HOME_GOAL: Final = 0.45


def measure(source: Path, rounds: int = ROUNDS) -> Iterator[Figure]:
    """All figures. Where the peers cannot run, the reason is printed and ours stand alone."""
    with screen(1280, 1024) as display, hand_at(display.display) as hand:
        marks = Marks(display)
        try:
            folder: Path | None = prepared(source)
        except MissingError as missing:
            print(f"beside browsers: {missing}, so ours are measured alone", flush=True)
            folder = None
        forms = sources(folder) if folder else {count: own_source(count) for count in LENGTHS}
        ours, peers = Found(OURS), tuple(Found(peer.name) for peer in PEERS if folder)
        with tempfile.TemporaryDirectory() as kept:
            for turn in range(rounds):
                _our_round(ours, forms, display, hand, marks, Path(kept, f"store-{turn}"))
                if folder is not None:
                    _peers_round(peers, folder, display, hand, marks, Path(kept))
    yield from figures(ours, peers)
    write_chart(CHART, ours, peers)


def figures(ours: Found, peers: Sequence[Found]) -> Iterator[Figure]:
    """Ours beside the best peer, then each peer's own."""
    for goal in GOALS:
        for count in LENGTHS:
            yield from _compared(
                goal.words.format(f"{count:,}"),
                _by_name(goal, count, ours, peers),
                goal.most[count],
                goal.unit,
            )
    for count in LENGTHS:
        if took := ours.took.get(count):
            letter, checked = median([one.letter for one in took]), median([one.checked for one in took])
            yield Figure(f"form of {count:,}: our page knows after the letter", letter, "ms")
            yield Figure(f"form of {count:,}: our page with all answers", checked, "ms")
    starts = {one.name: median(one.starts) for one in (ours, *peers) if one.starts}
    yield from _compared("cold start to the list", starts, START_GOAL, "ms")
    idle = {one.name: median(one.idle_memory) for one in (ours, *peers) if one.idle_memory}
    yield from _compared("memory before a form, all processes", idle, HOME_GOAL, "MB")


def _by_name(goal: Goal, count: int, ours: Found, peers: Sequence[Found]) -> dict[str, float]:
    return {
        one.name: median([goal.of(took) for took in one.took[count]])
        for one in (ours, *peers)
        if one.took.get(count)
    }


def _compared(words: str, values: dict[str, float], most: float, unit: str) -> Iterator[Figure]:
    if OURS not in values:
        return
    value = values.pop(OURS)
    if not values:
        yield Figure(words, value, unit)
        return
    best = min(values, key=lambda name: values[name])
    met = value <= most * values[best]
    yield Figure(words, value, unit, values[best], f"at most {most:g} x", met, than=best)
    for name, other in values.items():
        yield Figure(f"    {name}", other, unit)


def _our_round(
    ours: Found, forms: dict[int, bytes], display: Screen, hand: Hand, marks: Marks, folder: Path
) -> None:
    environment = {**display.environment(), "PYTHONPATH": children.OWN_CODE}
    start, _, process = started(display, WHOLE, environment)
    ours.starts.append(start)
    rest(process.pid, least=6.0)
    ours.idle_memory.append(whole_memory(process.pid))
    stopped(process)
    with kiosk_window.opened(folder, forms, display, hand, marks) as window:
        window.take(LENGTHS[0])
        _taken(ours, window)


def _peers_round(
    peers: Sequence[Found], folder: Path, display: Screen, hand: Hand, marks: Marks, kept: Path
) -> None:
    with ExitStack() as stack:
        address = stack.enter_context(browser.served(folder))
        for peer, found in zip(PEERS, peers, strict=True):
            profile = kept / f"profile-{peer.name}"
            try:
                if not profile.exists():
                    # What a browser keeps of a page that it has shown before is its to use.
                    with browser.opened(peer, address, profile, display, hand, marks) as (shown, _, _):
                        shown.warm()
                with browser.opened(peer, address, profile, display, hand, marks) as (shown, start, pid):
                    found.starts.append(start)
                    rest(pid, least=3.0)
                    found.idle_memory.append(whole_memory(pid))
                    shown.warm()
                    _taken(found, shown)
            except TimeoutError as slow:
                print(f"beside browsers: {peer.name}: {slow}", flush=True)


def _taken(found: Found, contender: Contender) -> None:
    for count in LENGTHS:
        found.took.setdefault(count, []).append(contender.take(count))
