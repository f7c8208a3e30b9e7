# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has a running process killed by SIGKILL as it begins a chosen call of the system (strace(1), inject)."""

import re
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

CHANGING: Final = (
    "write",
    "writev",
    "pwrite64",
    "fsync",
    "fdatasync",
    "ftruncate",
    "rename",
    "unlink",
    "mkdir",
    "sendto",
    "sendmsg",
)
"""The calls by which something reaches a disk, a pipe or the network."""

PATIENCE, END_SECONDS = 10.0, 0.2
DEATH: Final = "killed by SIGKILL"
_LINE = re.compile(r"^(?P<thread>\d+) +(?P<call>\w+)\(", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Point:
    """The nth such call of a thread."""

    call: str
    number: int


def can_watch() -> bool:
    """Whether this user may look into other processes with strace."""
    tried = subprocess.run(("strace", "-o", "/dev/null", "true"), capture_output=True, check=False)
    return tried.returncode == 0


@contextmanager
def killed_at(process: int, log: Path, point: Point) -> Iterator[None]:
    """Meanwhile the process dies at that point, before the call is carried out; `died` tells whether it came there."""
    words = (f"trace={point.call}", "-e", f"inject={point.call}:signal=SIGKILL:when={point.number}")
    with _watched(process, log, *words):
        yield


def died(log: Path) -> bool:
    """Whether the process that was watched was killed."""
    return DEATH in log.read_text("utf-8", "replace")


@contextmanager
def counted(process: int, log: Path) -> Iterator[Counter[str]]:
    """Meanwhile its calls are counted; how often each was made, by the thread that made it most, stands there after."""
    most = Counter[str]()
    with _watched(process, log, f"trace={','.join(CHANGING)}"):
        yield most
    for (_, call), number in Counter(_LINE.findall(log.read_text("utf-8", "replace"))).items():
        most[call] = max(most[call], number)


def points(most: Counter[str], kills: int) -> list[Point]:
    """Every point there is, or so many of them at even distances."""
    every = [Point(call, number) for call in CHANGING for number in range(1, most[call] + 1)]
    if kills >= len(every):
        return every
    return [every[place * len(every) // kills] for place in range(kills)]


@contextmanager
def _watched(process: int, log: Path, *words: str) -> Iterator[None]:
    command = ("strace", "-f", "-q", "-o", str(log), "-p", str(process), "-e", *words)
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as watching:
        try:
            _until_watched(process)
            yield
        finally:
            try:
                # It ends with what it watches, and only then has it written how that ended.
                watching.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                watching.terminate()


def _until_watched(process: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        status = [task.read_text() for task in Path(f"/proc/{process}/task").glob("*/status")]
        if status and all("TracerPid:\t0\n" not in one for one in status):
            return
        assert time.monotonic() < deadline, "strace does not come to the process"
        time.sleep(0.002)
