# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program asks the system for nothing that the filters of its units refuse."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.processes import ROOT

UNITS = ROOT / "deploy" / "systemd"
SECONDS = 25
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


@pytest.mark.long
@pytest.mark.timeout(200)
def test_every_call_of_the_running_program_is_allowed(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    run = (sys.executable, "-m", "kiosk", "run", "--key", "memory")
    subprocess.run(
        ("timeout", "--signal=TERM", str(SECONDS), "strace", "-f", "-qq", "-o", trace, *run),
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        capture_output=True,
        check=False,
        timeout=SECONDS + 60,
    )
    asked = set(CALL.findall(trace.read_text("utf-8", "replace")))
    assert {"openat", "socket", "prctl", "clone3", "execve"} <= asked, "it was not seen at work"
    # All processes are in one trace, so each of the units must allow what any of them asks for.
    for unit in ("civic-kiosk.service", "civic-kiosk-session@.service", "civic-kiosk-courier@.service"):
        assert asked - allowed_by(unit) - OF_ROOT_ONLY == set(), unit


def test_a_call_that_is_not_allowed_would_be_found() -> None:
    allowed = allowed_by("civic-kiosk-session@.service")
    assert {"read", "openat", "prlimit64"} <= allowed
    assert not {"mount", "reboot", "ptrace", "setuid", "setpriority", "init_module"} & allowed
