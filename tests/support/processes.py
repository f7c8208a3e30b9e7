# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program's own processes for tests: a courier, or sessions that submit one form after the other."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kiosk import link
from kiosk.store_access import courier_keys, session_keys
from offline_cache.subkeys import KEY_BYTES, Key, KeyOrigin

ROOT = Path(__file__).parents[2]
KEY = Key(b"\x5e" * KEY_BYTES, KeyOrigin.KEYRING)
"""The key of the stores that tests make; nothing real is sealed with it."""


@dataclass(frozen=True, slots=True)
class Machine:
    """One machine's store folder and the town it talks to. `within` is a command that its processes are run by."""

    folder: Path
    town: str
    profile: str = "town-hall-kiosk"
    within: tuple[str, ...] = ()

    def order(self, module: str = "", key: Key = KEY) -> link.Order:
        """What the supervisor would tell a child: a courier is given more keys than a session."""
        courier = "courier" in module
        keys = courier_keys(key) if courier else session_keys(key, at_home=self.profile == "home")
        return link.Order(
            profile=self.profile, folder=str(self.folder), keys=keys, trial=False, origin=self.town
        )

    def prepare(self, module: str, log: Path, *words: str) -> "subprocess.Popen[bytes]":
        """Start one of the processes, which then waits for its order. What it complains about goes into `log`."""
        with log.open("ab") as complaints:
            return subprocess.Popen(
                (*self.within, sys.executable, "-m", module, *words),
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )

    def give_order(self, process: "subprocess.Popen[bytes]", module: str) -> None:
        """Let a prepared process begin."""
        assert process.stdin is not None
        link.say(process.stdin, self.order(module))

    def start(self, module: str, log: Path, *words: str) -> "subprocess.Popen[bytes]":
        """Start one of the processes and give it its order."""
        process = self.prepare(module, log, *words)
        self.give_order(process, module)
        return process


def kill_with_children(process: "subprocess.Popen[bytes]") -> int:
    """End it and all that it started, as a power cut would: it starts nothing more meanwhile. How many others died."""
    process.send_signal(signal.SIGSTOP)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    for child in children:
        os.kill(int(child), signal.SIGKILL)
    process.kill()
    process.wait(10)
    return len(children)


def end(process: "subprocess.Popen[bytes]", *, kill: bool = False) -> int:
    """End a process: in order, by closing its input, or as a power cut would."""
    if kill:
        process.kill()
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.close()
    except BrokenPipeError:
        kill = True
    try:
        status = process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        status = process.wait()
    process.stdout.close()
    return status
