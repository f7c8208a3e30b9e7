# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P9: with ten thousand waiting submissions sealing, starting and finding the next are as quick as with none."""

import os
import time
from pathlib import Path
from typing import Final

from core import sync
from core.submission import Delivery
from kiosk.lanes import ThreadLane
from offline_cache.outbox import StoredOutbox
from proof.verdict import Trial, Verdict
from tests.support.stored_outbox import NOW, opened, sealed
from tests.support.submissions import submission

BODY_BYTES: Final = 8_000
SEAL_MS, START_MS, NEXT_MS, STILL_MS = 50.0, 2_000.0, 5.0, 100.0
"""The promise's bounds, at the 99th percentile for sealing."""

TURNS: Final = 50
TICK_SECONDS: Final = 0.001
WHILE_WATCHED: Final = 100
"""Submissions that are sealed on the lane while the window's thread is watched."""


def prove(trial: Trial) -> Verdict:
    """`number` submissions of 8 kB on the disk. Bounds are held in processor time; the clock's figures stand beside.

    The window's thread is watched while the lane seals and lists: how long was it kept from running at most? The
    seeded fault is a courier that opens everything that waits to find what is next.
    """
    body = os.urandom(BODY_BYTES)
    outbox = opened(trial.folder)
    cost, clock = [], []
    for number in range(trial.number):
        item = submission(number, body=body)
        began, work = time.perf_counter(), time.thread_time()
        sealed(outbox, item)
        cost.append(1000 * (time.thread_time() - work))
        clock.append(1000 * (time.perf_counter() - began))
    outbox.close()
    began, work = time.perf_counter(), time.process_time()
    outbox = opened(trial.folder)
    first = outbox.due(NOW)
    start, start_clock = 1000 * (time.process_time() - work), 1000 * (time.perf_counter() - began)
    assert first
    following, following_clock = _next_items(outbox, believing=not trial.control)
    outbox.close()
    still = _longest_silence(trial.folder, trial.number, body)
    figures = (
        f"waiting {trial.number} sealing p99 {_p99(cost):.1f} ms (clock {_p99(clock):.1f}) "
        f"start {start:.0f} ms (clock {start_clock:.0f}) next p99 {following:.2f} ms (clock {following_clock:.2f}) "
        f"window kept still {still:.0f} ms of processor time"
    )
    if trial.control:
        return Verdict(following < NEXT_MS, figures)
    kept = _p99(cost) < SEAL_MS and start < START_MS and following < NEXT_MS and still < STILL_MS
    return Verdict(kept, figures)


def _next_items(outbox: StoredOutbox, *, believing: bool) -> tuple[float, float]:
    """What the courier does for each item before its first byte leaves: find it, open it, write that it leaves."""
    cost, clock = [], []
    for _ in range(TURNS):
        began, work = time.perf_counter(), time.thread_time()
        found = outbox.due(NOW, most=1)[0] if believing else _opened_all(outbox)
        outbox.submission(found.id)
        cost.append(1000 * (time.thread_time() - work))
        clock.append(1000 * (time.perf_counter() - began))
        assert outbox.update(found, sync.claim(found, NOW))
    return _p99(cost), _p99(clock)


def _opened_all(outbox: StoredOutbox) -> Delivery:
    due = outbox.due(NOW, most=1_000_000)
    for one in due:
        outbox.submission(one.id)
    return due[0]


def _longest_silence(folder: Path, number: int, body: bytes) -> float:
    """The most processor time that the lane took between two moments at which the window's thread ran."""
    done: list[bool] = []
    lane = ThreadLane("store", lambda _: done.append(True))

    def work() -> None:
        outbox = opened(folder)
        for one in range(number, number + WHILE_WATCHED):
            sealed(outbox, submission(one, body=body))
        outbox.deliveries()
        outbox.close()

    lane.run(work, lambda _: None)
    longest, before = 0.0, time.process_time()
    while not done:
        time.sleep(TICK_SECONDS)
        now = time.process_time()
        longest, before = max(longest, now - before), now
    lane.close()
    return 1000 * longest


def _p99(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.99) - 1 if len(values) > 1 else 0]
