# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program on its embedded sandbox town; the town is a process of its own and ends with us."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import Trouble
from kiosk.command_line import start
from kiosk.command_line.endings import Status, stop
from kiosk.profile.model import KeySource

TOWN_PATIENCE = 15.0
"""Seconds that the town gets to start."""


@contextmanager
def town(data: Path, port: int = 0) -> Iterator[str]:
    """Run the sandbox town; gives its address. It also ends when we die, since our end of its input closes."""
    command = (sys.executable, "-m", "sandbox", "--data", str(data), "--port", str(port), "--until-stdin-closes")
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        first = process.stdout.readline()
        if not first:
            stop(f"the sandbox town did not start (status {process.wait(TOWN_PATIENCE)})")
        yield str(json.loads(first)["url"])
    finally:
        process.stdin.close()
        process.stdout.close()
        try:
            process.wait(TOWN_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def run(profile_name: str, key: KeySource | None) -> int:
    """Open the program on the town. Where there is no key store it is a trial, and says so."""
    start.quiet_log()
    profile = start.profile_or_stop(profile_name)
    source = key or _usable(profile.key)
    if source is KeySource.MEMORY:
        print("Trial mode: no key store was found on this machine, so nothing is kept after you stop.", flush=True)
    with tempfile.TemporaryDirectory(prefix="port-amity-") as data, town(Path(data)) as url:
        print(f"Port Amity, the sandbox town, answers at {url}", flush=True)
        papers = start.default_print_folder()
        return start.run(profile.moved(url), profile_name, origin=url, key=source, print_to=str(papers))


def _usable(source: KeySource) -> KeySource:
    """The profile's own source where it works here; a demonstration must also run on a bare machine."""
    if source is not KeySource.KEYRING:
        return source
    from kiosk.store_key import keyring_trouble

    trouble: Trouble | None = keyring_trouble()
    return KeySource.MEMORY if trouble else source


def town_alone(port: int, data: Path) -> int:
    """Run the town in the foreground until Ctrl+C."""
    with town(data, port) as url:
        print(f"Port Amity, the sandbox town, answers at {url}. Ctrl+C ends it.", flush=True)
        try:
            import signal

            signal.pause()
        except KeyboardInterrupt:
            return int(Status.DONE)
    return int(Status.DONE)
