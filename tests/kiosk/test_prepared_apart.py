# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile is read and a key found by a process that ends; the supervisor gets plain data, and no master key."""

import os
import re
import secrets
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.activation import Confirm
from kiosk import link, run_order
from kiosk.run_order import RunOrder, Tried

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
SECRET = secrets.token_bytes(32)
ORDER = link.Order("home", "/store", {"cache database v1": "ab" * 32}, trial=False, print_to="paper")


def test_an_order_is_the_same_on_the_other_side_of_the_pipe() -> None:
    order = RunOrder(
        session=ORDER,
        courier=link.Order("home", "/store", {"outbox epochs v1": "cd" * 32}, trial=False),
        at_home=False,
        machine="hall-1",
        staff_file="/run/staff",
        staff_command=("ring", "--loud"),
        staff_keys={"staff database v1": "ef" * 32},
        units="/run/civic-kiosk",
        tried=Tried(Confirm.STAFF, 900.0),
    )
    assert run_order.decode(run_order.encode(order)) == order
    plain = RunOrder(ORDER, ORDER, at_home=True, machine="home")
    assert run_order.decode(run_order.encode(plain)) == plain
    assert "ef" * 32 not in repr(order)
    assert "ab" * 32 not in repr(order)


def a_profile(folder: Path, store: str) -> tuple[str, dict[str, str]]:
    """A machine for everybody whose key comes from a file as systemd gives it."""
    given = folder / "given"
    given.mkdir(mode=0o700)
    (given / "civic-kiosk").write_bytes(SECRET)
    (given / "civic-kiosk").chmod(0o400)
    text = (ROOT / "kiosk" / "profiles" / "home.toml").read_text("utf-8")
    profile = folder / "profile.toml"
    profile.write_text(text.replace('key = "keyring"', f'key = "credential"\nfolder = "{store}"', 1), "utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KIOSK_LOG": "INFO"}
    return str(profile), {**environment, "CREDENTIALS_DIRECTORY": str(given)}


def begun(command: tuple[str, ...], environment: dict[str, str], log: Path) -> "subprocess.Popen[bytes]":
    with log.open("wb") as file:
        return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=file)


def until(log: Path, words: str) -> str:
    deadline = time.monotonic() + PATIENCE
    while words not in log.read_text():
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.05)
    return log.read_text()


@pytest.mark.skipif(os.geteuid() != 0, reason="a hardened process is read by root only")
def test_the_supervisor_never_holds_the_master_key(tmp_path: Path) -> None:
    profile, environment = a_profile(tmp_path, str(tmp_path / "store"))
    log = tmp_path / "log"
    program = begun((sys.executable, "-m", "kiosk", "run", "--profile", profile), environment, log)
    try:
        until(log, "courier started")
        held = memory_of(program.pid)
        assert b"outbox epochs v1" in held, "its memory was not read"
        assert SECRET not in held
        assert SECRET.hex().encode() not in held
    finally:
        program.terminate()
        program.wait(PATIENCE)


def memory_of(pid: int) -> bytes:
    found = []
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in maps:
            place, rights, *rest = line.split()
            if not rights.startswith("rw") or rest[-1].startswith("/"):
                continue
            begin, end = (int(one, 16) for one in place.split("-"))
            memory.seek(begin)
            found.append(memory.read(end - begin))
    return b"".join(found)


def test_a_command_that_turns_out_wrong_ends_with_its_own_status_and_leaves_no_window(tmp_path: Path) -> None:
    profile, environment = a_profile(tmp_path, str(tmp_path / "store"))
    (tmp_path / "given" / "civic-kiosk").unlink()
    log = tmp_path / "log"
    program = begun((sys.executable, "-m", "kiosk", "run", "--profile", profile), environment, log)
    assert program.wait(PATIENCE) == 3, log.read_text()
    assert "kiosk: " in log.read_text()
    assert "Traceback" not in log.read_text()
    assert children_named(profile) == []


ASKING = """
import sys, time
from kiosk import command_line
from kiosk.command_line import commands
def asks(*_, **__):
    print("asking", flush=True, file=sys.stderr)
    time.sleep(600)
commands.run_commands = asks
sys.argv = ["kiosk", "run", "--units", "/run/nowhere", "--profile", "{mark}"]
command_line.main()
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_one_that_is_stopped_while_a_key_is_looked_for_leaves_nobody_behind(
    tmp_path: Path, number: int
) -> None:
    mark, log = str(tmp_path / "marked"), tmp_path / "log"
    script = ASKING.replace("{mark}", mark)
    program = begun((sys.executable, "-c", script), dict(os.environ), log)
    until(log, "asking")
    assert len(children_named(mark)) == 2
    program.send_signal(number)
    program.wait(PATIENCE)
    deadline = time.monotonic() + PATIENCE
    while children_named(mark):
        assert time.monotonic() < deadline, "who asks is still there"
        time.sleep(0.05)


def children_named(mark: str) -> list[int]:
    """The processes that have this in their command line."""
    found = []
    for place in Path("/proc").iterdir():
        if re.fullmatch(r"\d+", place.name):
            try:
                words = (place / "cmdline").read_bytes()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if mark.encode() in words:
                found.append(int(place.name))
    return found
