# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripting process can open, connect, start and execute nothing, sees no environment, and still runs scripts."""

import os
from pathlib import Path

import pytest

from tests.support.confined import run
from tests.support.form_scripts import running_engine

TRIALS = {  # each raises OSError or MemoryError where it is refused
    "reading a file": "os.open('there', os.O_RDONLY)",
    "writing a file": "os.open('made', os.O_WRONLY | os.O_CREAT)",
    "looking for a file": "os.stat('there')",
    "reading a folder": "os.listdir('.')",
    "network": "socket.socket()",
    "a pair of sockets": "socket.socketpair()",
    "a process": "os.fork()",
    "a program": "os.execv('/bin/true', ['true'])",
    "a signal to others": "os.kill(os.getppid(), 0)",
    "memory that may be executed": "mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC)",
    "looking into others": "ctypes.get_errno(); check(libc.ptrace(0, 0, 0, 0))",
    "much memory": "bytearray(500_000_000)",
}
CODE = """
import ctypes, mmap, os, socket, sys
from kiosk.scripting.confinement import confine
from tests.support.confined import run
libc = ctypes.CDLL(None, use_errno=True)
def check(result):
    if result < 0:
        raise OSError(ctypes.get_errno(), 'refused')
assert confine()
try:
    {trial}
except (OSError, MemoryError):
    os._exit(0)
os._exit(3)
"""


@pytest.mark.parametrize("name", TRIALS)
def test_what_is_given_up_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "there").write_text("")
    assert run(CODE.format(trial=TRIALS[name]), tmp_path) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["there"]


@pytest.mark.parametrize("name", [name for name in TRIALS if name not in ("a program", "a process")])
def test_without_confinement_the_same_is_possible(tmp_path: Path, name: str) -> None:
    """Shows that the trials would notice."""
    (tmp_path / "there").write_text("")
    code = CODE.format(trial=TRIALS[name]).replace("assert confine()", "")
    assert run(code, tmp_path) == 3


def test_an_unknown_machine_says_that_it_has_no_filter(tmp_path: Path) -> None:
    code = (
        "import os\nfrom kiosk.scripting.confinement import confine\nos._exit(0 if not confine('vax') else 3)"
    )
    assert run(code, tmp_path) == 0


def test_what_runs_scripts_is_shut_in_and_has_no_environment_of_ours() -> None:
    os.environ["CIVIC_KIOSK_TRIAL"] = "a secret of the session"
    try:
        with running_engine() as engine:
            about = Path(f"/proc/{engine.number}")
            status = dict(
                line.split(":\t", 1) for line in (about / "status").read_text().splitlines() if ":\t" in line
            )
            limits = (about / "limits").read_text()
            began_with = (about / "environ").read_bytes()
            files = sorted(path.name for path in (about / "fd").iterdir())
    finally:
        del os.environ["CIVIC_KIOSK_TRIAL"]
    assert (status["Seccomp"], status["NoNewPrivs"]) == ("2", "1")
    assert b"a secret of the session" not in began_with
    assert files == ["0", "1", "2"]
    found = {
        name: line.split()
        for line in limits.splitlines()
        for name in ("Max open files", "Max file size")
        if name in line
    }
    assert found["Max file size"][3] == "0"
    assert found["Max open files"][3] == "3"
