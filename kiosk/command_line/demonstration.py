# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program on its embedded sandbox town; the town is a process of its own and ends with us."""

import json
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

from kiosk import early
from kiosk.command_line import start
from kiosk.command_line.endings import Status, stop
from kiosk.command_line.log_lines import quiet_log
from kiosk.early import Running
from kiosk.profile.model import KeySource

TOWN_PATIENCE = 15.0
"""Seconds that the town gets to start."""


@contextmanager
def town(data: Path, port: int = 0) -> Iterator[str]:
    """Run the sandbox town; gives its address. It also ends when we die, since our end of its input closes."""
    command = (
        sys.executable,
        "-m",
        "sandbox",
        "--data",
        str(data),
        "--port",
        str(port),
        "--until-stdin-closes",
    )
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


def run(profile_name: str, key: KeySource | None, first: Running | None = None) -> int:
    """Open the program on the town. Where there is no key store it is a trial, and says so.

    With a key store both the machine and the town keep what they hold, at the profile's own address, so that a
    submission sealed today still finds its agency tomorrow. In a trial both are new and go afterwards.
    """
    quiet_log()
    profile = start.profile_or_stop(profile_name)
    port = urlsplit(profile.origins[0]).port or 0
    source = key or (_usable(profile.key) if _is_free(port) else KeySource.MEMORY)
    trial = source is KeySource.MEMORY
    if trial:
        print(
            "Trial mode: nothing is kept after you stop (no key store was found, or another one runs).",
            flush=True,
        )
    with ExitStack() as stack:
        data = Path(tempfile.mkdtemp(prefix="port-amity-")) if trial else _town_folder()
        if trial:
            stack.callback(shutil.rmtree, data, ignore_errors=True)
        url = stack.enter_context(town(data, 0 if trial else port))
        print(f"Port Amity, the sandbox town, answers at {url}", flush=True)
        papers = early.demonstration_paper()
        return start.run(profile, profile_name, origin=url, key=source, print_to=papers, first=first)


def _town_folder() -> Path:
    return platformdirs.user_data_path("civic-kiosk") / "port-amity"


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _usable(source: KeySource) -> KeySource:
    """The profile's own source where it works here; a demonstration must also run on a bare machine."""
    if source is not KeySource.KEYRING:
        return source
    from kiosk.store_key import keyring_trouble

    return KeySource.MEMORY if keyring_trouble() else source


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
