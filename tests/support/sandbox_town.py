# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the sandbox town as a process of its own for tests."""

import os
import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.town_control import TownControl, TownError
from tests.support.town_keys import APP_USER_KEYS, PROJECTS

REPOSITORY = Path(__file__).resolve().parents[2]
START_SECONDS = 30.0
STOP_SECONDS = 10.0


class RunningTown(TownControl):
    """A town on loopback. `stop`, `kill` and `start` keep both ports and the records."""

    def __init__(self, data: Path, *, control: bool = True, definitions: Path | None = None) -> None:
        self._data = data
        self._definitions = definitions
        self._process: subprocess.Popen[bytes] | None = None
        # A bound socket that never listens keeps a port ours while the town is down; callers are refused.
        self._held = [_held_port() for _ in range(2 if control else 1)]
        addresses = [f"http://127.0.0.1:{held.getsockname()[1]}" for held in self._held]
        self.url = addresses[0]
        super().__init__(addresses[1] if control else "")

    @property
    def pid(self) -> int | None:
        """The process that runs the town; None while it does not run."""
        return None if self._process is None else self._process.pid

    @property
    def port(self) -> int:
        """The town's port."""
        return int(self.url.rpartition(":")[2])

    @property
    def records_file(self) -> Path:
        """The town's SQLite file."""
        return self._data / "town.sqlite3"

    def openrosa(self, agency: str) -> str:
        """The OpenRosa address of an agency's project, with the kiosks' key in it."""
        return f"{self.url}/v1/key/{APP_USER_KEYS[agency]}/projects/{PROJECTS[agency]}"

    def start(self) -> None:
        """Start the town and wait until it listens; on the same ports when it has run before."""
        if self._process is not None:
            raise TownError("the town is running already")
        command = [
            sys.executable, "-m", "sandbox", "--data", str(self._data), "--until-stdin-closes",
            "--port", str(self.port),
        ]  # fmt: skip
        if self.control:
            command += ["--control", "--control-port", self.control.rpartition(":")[2]]
        if self._definitions is not None:
            command += ["--definitions", str(self._definitions)]
        with (self._data / "town.stderr").open("ab") as complaints:
            process = subprocess.Popen(
                command,
                cwd=REPOSITORY,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                env=os.environ | {"PYTHONUNBUFFERED": "1"},
            )
        self._process = process
        announced = _first_line(process, START_SECONDS)
        if not announced:
            self.kill()
            raise TownError(f"the town did not start: {self.complaints()}")

    def stop(self) -> int:
        """End the town in order; the exit code. 0 as well when it does not run."""
        return self._end(kill=False)

    def kill(self) -> None:
        """End the town as a power cut would (SIGKILL)."""
        self._end(kill=True)

    def close(self) -> None:
        """Give the ports back; the town cannot be started again afterwards."""
        self.stop()
        for held in self._held:
            held.close()

    def complaints(self) -> str:
        """What the town has printed on standard error since the beginning; empty in a good run."""
        path = self._data / "town.stderr"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def _end(self, *, kill: bool) -> int:
        process = self._process
        if process is None:
            return 0
        self._process = None
        if kill:
            process.kill()
        else:
            process.terminate()
        try:
            code = process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait(STOP_SECONDS)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        return code


@contextmanager
def running_town(
    folder: Path, *, control: bool = True, definitions: Path | None = None
) -> Iterator[RunningTown]:
    """A started town with its records in `folder`; ended when the block ends, whatever happened.

    `definitions` is a folder of Form.io forms that stand in for the town's.
    """
    data = folder / "town"
    data.mkdir(parents=True, exist_ok=True)
    town = RunningTown(data, control=control, definitions=definitions)
    try:
        town.start()
        yield town
    finally:
        town.close()


def _held_port() -> socket.socket:
    """A free port on loopback, bound in the way that lets the town listen on it too."""
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    return held


def _first_line(process: subprocess.Popen[bytes], seconds: float) -> bytes:
    """The first line on the process's standard output; empty when it ends or says nothing in time."""
    assert process.stdout is not None
    descriptor = process.stdout.fileno()
    until = time.monotonic() + seconds
    # Not select(), which refuses descriptors from 1,024 on.
    watch = select.poll()
    watch.register(descriptor, select.POLLIN)
    line = b""
    while not line.endswith(b"\n"):
        if not watch.poll(max(0.0, until - time.monotonic()) * 1000):
            return b""
        part = os.read(descriptor, 1)
        if not part:
            return b""
        line += part
    return line
