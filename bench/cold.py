# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A cold start, seen on the screen: from the command until the picture stands there, beside a bare PySide6 window.

Both are judged by the same eye, which reads the frame buffer: the moment is that of the first picture which is
already the one that stays. Processor time is measured too, as it depends little on what else the machine does: that
of all processes and threads, so that what another core does meanwhile is counted.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import shiboken6

from bench.figures import Figure, median
from bench.memory import family
from bench.screen import Screen
from kiosk import children

ROUNDS: Final = 10
COLD_GOAL: Final = 1.4
ANSWER_GOAL: Final = 100.0
STAYS: Final = 0.98
"""The share of a picture's bytes that are the last ones: a state of the network may still appear."""
COUNTS_AFTER: Final = 0.45
"""Seconds from which a press on a new page counts (OPR-06 says 0.4)."""

BARE: Final = (sys.executable, "-m", "bench.bare")
WHOLE: Final = (sys.executable, "-m", "kiosk", "run", "--key", "memory")


def as_delivered(folder: Path) -> str:
    """A search path on which PySide6's support files are packed in its library, as in a new environment."""
    source = Path(shiboken6.__file__).parent
    target = folder / "delivered" / source.name
    if not target.exists():
        shutil.copytree(source, target, copy_function=os.link, ignore=shutil.ignore_patterns("files.dir"))
    return str(target.parent)


def started(
    display: Screen, command: tuple[str, ...], environment: Mapping[str, str]
) -> tuple[float, float, "subprocess.Popen[bytes]"]:
    """Milliseconds until the picture, milliseconds of processor time up to it, and the process."""
    before = display.until_still()
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=dict(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    seen: list[tuple[float, bytes, float]] = []
    while not seen or time.perf_counter() - seen[-1][0] < 0.6:
        if not seen and time.perf_counter() - began > 30:
            raise TimeoutError("no picture came")
        now = display.picture()
        if now != (seen[-1][1] if seen else before):
            seen.append((time.perf_counter(), now, _spent(process.pid)))
        time.sleep(0.002)
    last = seen[-1][1]
    at, _, spent = next(one for one in seen if _alike(one[1], last) >= STAYS)
    return (at - began) * 1000, spent, process


def _alike(one: bytes, other: bytes) -> float:
    import numpy as np

    return float((np.frombuffer(one, "uint8") == np.frombuffer(other, "uint8")).mean())


def _spent(pid: int) -> float:
    """Milliseconds of processor time of a process and its children, on all cores, threads that ended included."""
    spent = 0.0
    for one in family(pid):
        try:
            # The clock of another process: clock_getcpuclockid(3), which Python offers for threads only.
            spent += time.clock_gettime(~one << 3 | 2) * 1000
        except OSError:
            continue
    return spent


def stopped(process: "subprocess.Popen[bytes]") -> None:
    """End a process that `started` has begun."""
    process.terminate()
    process.wait()
    if process.stdin is not None:
        process.stdin.close()


def cold_start(display: Screen, folder: Path) -> Iterator[Figure]:
    """Alternating: a bare window as PySide6 is delivered, one in our own environment, and the whole program."""
    usual = {**display.environment(), "PYTHONPATH": children.OWN_CODE}
    delivered = {**usual, "PYTHONPATH": f"{as_delivered(folder)}:{children.OWN_CODE}"}
    times: dict[str, list[float]] = {"delivered": [], "bare": [], "whole": []}
    spent: dict[str, list[float]] = {"delivered": [], "bare": [], "whole": []}
    answers = []
    for turn in range(ROUNDS + 1):
        for name, command, environment in (
            ("delivered", BARE, delivered),
            ("bare", BARE, usual),
            ("whole", WHOLE, usual),
        ):
            elapsed, processor, process = started(display, command, environment)
            if turn:  # the first of each fills the machine's caches
                times[name].append(elapsed)
                spent[name].append(processor)
            if name == "whole":
                answers.append(_answer(display))
            stopped(process)
    for against, words in (("delivered", "as PySide6 is delivered"), ("bare", "in our environment")):
        value, beside = median(times["whole"]), median(times[against])
        goal = f"at most {COLD_GOAL} x"
        yield Figure(
            f"cold start; bare window {words}", value, "ms", beside, goal, value <= COLD_GOAL * beside
        )
        yield Figure(
            f"its processor time on all cores; bare {words}",
            median(spent["whole"]),
            "ms",
            median(spent[against]),
        )
    value = median(answers)
    goal = f"under {ANSWER_GOAL:.0f} ms"
    yield Figure(
        "cold start: first press that counts, answered", value, "ms", None, goal, value < ANSWER_GOAL
    )


def _answer(display: Screen) -> float:
    """Milliseconds from a press on Settings, as soon as presses count, to the first changed pixel."""
    time.sleep(COUNTS_AFTER)
    x, y = display.bar_button(3)
    before = display.picture()
    began = time.perf_counter()
    subprocess.run(
        ("xdotool", "mousemove", str(x), str(y), "mousedown", "1"), env=display.environment(), check=True
    )
    answered = (display.until_changed(before) - began) * 1000
    subprocess.run(("xdotool", "mouseup", "1"), env=display.environment(), check=True)
    return answered
