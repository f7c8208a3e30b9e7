# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program asks the system for nothing that the filters of its units refuse."""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.processes import ROOT

UNITS = ROOT / "deploy" / "systemd"
LOOK_SECONDS = 0.25
SAID = re.compile(r'^(\d+) +write\(1, "\{\\"is\\": \\"(\w+)\\"', re.M)
"""What a child says to the supervisor (`kiosk.link`), as strace writes it down."""

CALL = re.compile(r"^\d+ +([a-z_0-9]+)\(", re.M)
OF_ROOT_ONLY = {"fchown"}
"""SQLite gives a file to its folder's owner where root made it; the program's own account never asks for it."""


def calls_of(group: str) -> set[str]:
    """What a group of systemd.exec(5) holds, with the groups in it."""
    listed = subprocess.run(
        ("systemd-analyze", "syscall-filter", group), capture_output=True, text=True, check=True, timeout=30
    ).stdout.split("\n")[1:]
    found: set[str] = set()
    for word in (line.strip() for line in listed if line.strip() and not line.strip().startswith("#")):
        found |= calls_of(word) if word.startswith("@") else {word}
    return found


def allowed_by(unit: str) -> set[str]:
    """What is always allowed, and what the unit's lines add and take away."""
    found = calls_of("@default")
    for line in re.findall(r"^SystemCallFilter=(.*)$", (UNITS / unit).read_text(), re.M):
        named = {call for group in line.lstrip("~").split() for call in calls_of(group)}
        found = found - named if line.startswith("~") else found | named
    return found


def is_at_work(trace: str) -> bool:
    """Whether a window was shown, and session, next session and courier have each said that they are alive."""
    said: dict[str, set[str]] = {}
    for process, word in SAID.findall(trace):
        said.setdefault(process, set()).add(word)
    alive = [words for words in said.values() if "Alive" in words]
    return len(alive) >= 3 and any("Shown" in words for words in alive)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_every_call_of_the_running_program_is_allowed(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    trace.touch()
    run = (sys.executable, "-m", "kiosk", "run", "--key", "memory")
    # Waited for is what the program has done: on a busy machine that takes as long as it takes.
    with subprocess.Popen(
        ("strace", "-f", "-qq", "-o", trace, *run),
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as watched:
        try:
            while watched.poll() is None and not is_at_work(trace.read_text("utf-8", "replace")):
                time.sleep(LOOK_SECONDS)
            assert watched.poll() is None, "it ended by itself"
        finally:
            # strace itself is deaf to it; its first line begins with the process that it started.
            with suppress(ProcessLookupError):
                os.kill(int(trace.read_text("utf-8", "replace").split(maxsplit=1)[0]), signal.SIGTERM)
    asked = set(CALL.findall(trace.read_text("utf-8", "replace")))
    assert {"openat", "socket", "prctl", "clone3", "execve"} <= asked, "it was not seen at work"
    # All processes are in one trace, so each of the units must allow what any of them asks for.
    for unit in ("civic-kiosk.service", "civic-kiosk-session@.service", "civic-kiosk-courier@.service"):
        assert asked - allowed_by(unit) - OF_ROOT_ONLY == set(), unit


def test_a_program_that_only_began_is_not_at_work() -> None:
    session, courier, spare = (f'{n}  write(1, "{{\\"is\\": \\"Alive\\"}}\\n", 16) = 16\n' for n in (7, 8, 9))
    shown = session.replace("Alive", "Shown")
    assert not is_at_work(session + courier + spare)
    assert not is_at_work(shown + session + courier)
    assert is_at_work(shown + session + courier + spare)


def test_a_call_that_is_not_allowed_would_be_found() -> None:
    allowed = allowed_by("civic-kiosk-session@.service")
    assert {"read", "openat", "prlimit64"} <= allowed
    assert not {"mount", "reboot", "ptrace", "setuid", "setpriority", "init_module"} & allowed
