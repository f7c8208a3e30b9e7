# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P34: a window that stands still is replaced by a wiped one in time, whatever holds it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from proof.verdict import Trial, Verdict
from tests.support.processes import ROOT

WAYS: Final = (signal.SIGSTOP, signal.SIGSEGV, signal.SIGKILL)
PATIENCE: Final = 30.0
"""Seconds in which the next window must be shown."""

BEGIN: Final = 60.0
DEAF: Final = 1e5
RUN: Final = """
import sys
from core import failing
from kiosk import child
# As many die one after the other as the proof asks for; that a loop is given up is `core.failing`'s own promise.
failing.DEATHS = 1_000
from kiosk.command_line import main
child.SILENT_AFTER = float(sys.argv.pop())
main()
"""
STARTED: Final = re.compile(r"session started, pid (\d+)")
SHOWN: Final = re.compile(r"a window is shown, pid (\d+)")


class Log:
    """What the program says of its processes while it runs."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def started(self) -> int:
        """How many sessions were started: those that are shown, and the spare ones."""
        return len(STARTED.findall(self._file.read_text()))

    def shown(self) -> list[int]:
        """The process numbers of those that are shown, in that order.

        It need not be the order in which they were started: on a busy machine a spare one may be taken for frozen.
        """
        return [int(found) for found in SHOWN.findall(self._file.read_text())]

    def until(self, started: int, shown: int, seconds: float) -> bool:
        """Whether so many are there in time."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.started() >= started and len(self.shown()) >= shown:
                return True
            time.sleep(0.05)
        return False


def prove(trial: Trial) -> Verdict:
    """`number` windows are stopped, or crash. The seeded fault is a program that listens for no sign of life."""
    longest, replaced, left = 0.0, 0, 0
    with _program(trial.folder, silent_after=DEAF if trial.control else 15.0) as log:
        for place, way in enumerate(islice(cycle(WAYS), trial.number)):
            if not log.until(place + 2, place + 1, BEGIN):
                break
            held, began = log.shown()[place], time.monotonic()
            os.kill(held, way)
            if not log.until(place + 2, place + 2, PATIENCE):
                break
            longest, replaced = max(longest, time.monotonic() - began), replaced + 1
            left += _lives(held)
    figures = f"windows {trial.number} replaced {replaced} longest {longest:.1f} s still there {left}"
    return Verdict(replaced == trial.number and not left, figures)


@contextmanager
def _program(folder: Path, silent_after: float) -> Iterator[Log]:
    """The whole program, without a display and without a network."""
    file = folder / "log"
    with file.open("wb") as log:
        process = subprocess.Popen(
            (sys.executable, "-c", RUN, "run", "--key", "memory", str(silent_after)),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=log,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "KIOSK_LOG": "INFO"},
        )
    try:
        yield Log(file)
    finally:
        process.terminate()
        process.wait(20)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
