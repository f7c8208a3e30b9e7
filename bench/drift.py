# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the highlight of a switch and the voice keep time while every core of the machine is busy.

A process of its own with a real window, scanned at its fastest; it prints how late each step came, how far the last
deadline has moved from where counting from the first puts it, and how long the voice took to fall silent.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Final

from PySide6.QtWidgets import QApplication

from accessibility.hands import ways
from accessibility.speech.pace import USUAL
from accessibility.speech.sink import Manner, Speaking, Utterance
from bench.dressing import Dressing
from bench.figures import Figure, percentile
from core.ids import Language
from kiosk import children
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.session.speaker import SpeakerSink, sounding_of
from ui.registry import screens

STEPS: Final = 40
SILENCES: Final = 10
LATE_GOAL: Final = 100.0
"""Milliseconds a step may come late, 95 times of 100."""
SILENT_GOAL: Final = 150.0
"""Milliseconds until the voice is silent (SPK-03)."""
WORDS: Final = (Utterance("This machine reads a page aloud while everything else is busy. " * 4, "en"),)


@contextmanager
def _busy() -> Iterator[None]:
    """One process on each core that does nothing but compute."""
    with ExitStack() as stack:
        for _ in range(os.cpu_count() or 1):
            stack.callback(_over, subprocess.Popen((sys.executable, "-c", "while True: pass")))
        yield


def _over(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()


def _scanned(dressing: Dressing) -> dict[str, list[float]]:
    times = ways.ScanTimes(step=ways.STEP[0], first_extra=ways.FIRST_EXTRA[0], loops=ways.LOOPS[1])
    hands = ways.Hands(ways.Way.ONE_SWITCH, times)
    dressing.page(screens(Language("en"))["home"])
    dressing.window.hands.set_hands(hands, texts_too=False)
    scanner = dressing.window.hands.scanning.scanner
    if scanner is None or scanner.due is None:
        raise RuntimeError("one switch does not scan")
    late: list[float] = []
    due = [scanner.due]
    while len(late) < STEPS:
        QApplication.processEvents()
        now = scanner.due
        if now != due[-1]:
            late.append((time.monotonic() - due[-1]) * 1000)
            due.append(now)
        time.sleep(0.001)
    counted = due[0] + STEPS * times.step
    return {"late": late, "strayed": [abs(due[-1] - counted) * 1000]}


def _silenced(profile: Profile) -> list[float]:
    sink = SpeakerSink(sounding_of(profile))
    taken = []
    for _ in range(SILENCES):
        spoke = isinstance(sink.say(WORDS, Manner(USUAL)), Speaking)
        time.sleep(0.3)
        began = time.perf_counter()
        sink.stop()
        if spoke:
            taken.append((time.perf_counter() - began) * 1000)
    sink.close()
    return taken


def main() -> None:
    """Measure, and print one JSON object."""
    application = QApplication(sys.argv[:1])
    profile = load("town-hall-kiosk")
    if not isinstance(profile, Profile):
        raise TypeError("the shipped profile does not open")
    dressing = Dressing(profile)
    with _busy():
        found = {**_scanned(dressing), "silent": _silenced(profile)}
    del application
    json.dump(found, sys.stdout)


def measure(environment: Mapping[str, str]) -> Iterator[Figure]:
    """Run the process on a screen; its figures."""
    wanted = {**environment, "PYTHONPATH": children.OWN_CODE}
    done = subprocess.run((sys.executable, "-m", "bench.drift"), env=wanted, check=True, capture_output=True)
    found = json.loads(done.stdout)
    late = percentile(found["late"], 0.95)
    yield Figure("scan under load: a step comes late, median", percentile(found["late"], 0.5), "ms")
    yield Figure(
        "scan under load: a step comes late, p95",
        late,
        "ms",
        None,
        f"under {LATE_GOAL:.0f} ms",
        late < LATE_GOAL,
    )
    strayed = found["strayed"][0]
    yield Figure(
        f"scan under load: drift after {STEPS} steps", strayed, "ms", None, "under 1 ms", strayed < 1
    )
    if found["silent"]:
        silent = percentile(found["silent"], 0.95)
        goal = f"under {SILENT_GOAL:.0f} ms"
        yield Figure("voice under load: silent after, p95", silent, "ms", None, goal, silent < SILENT_GOAL)


if __name__ == "__main__":
    main()
