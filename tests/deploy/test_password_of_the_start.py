# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A password of staff's own keeps GRUB from starting the machine otherwise (K-14), and no package brings one."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from kiosk.command_line.start_findings import start_password
from kiosk.command_line.start_password import PLACE, ROUNDS, hashed
from kiosk.command_line.start_password import SCRIPT as TOLD_BY
from tests.support.processes import ROOT

SCRIPT: Final = ROOT / "deploy" / "etc" / "grub-menu.d" / "07_civic-kiosk"
MADE: Final = "grub.pbkdf2.sha512.10000.0011.AABB"
PASSWORD: Final = "TheHallOpensAt9"


def menu(folder: Path, *, installed: bool = True) -> "subprocess.CompletedProcess[str]":
    """What grub-mkconfig is told, beneath this folder."""
    if installed:
        (folder / "kiosk").touch(0o755)
    script = script_in(folder)
    return subprocess.run(("sh", "-s"), input=script, capture_output=True, text=True, check=False)


def script_in(folder: Path) -> str:
    """Our part of the menu, as it would be were this folder the machine."""
    text = SCRIPT.read_text("utf-8").replace("/usr/bin/kiosk", str(folder / "kiosk"))
    script = text.replace("/etc/civic-kiosk/grub-password", str(folder / PLACE))
    assert script.count(str(folder)) == 2
    return script


def keep(folder: Path, text: str) -> None:
    """What lies where the password's hash is kept."""
    (folder / PLACE).parent.mkdir(parents=True, exist_ok=True)
    (folder / PLACE).write_text(text)


def test_a_password_is_asked_for_changes_and_for_no_start(tmp_path: Path) -> None:
    keep(tmp_path, f"{MADE}\n")
    told = menu(tmp_path)
    assert told.returncode == 0
    assert f"password_pbkdf2 staff {MADE}" in told.stdout.splitlines()
    assert 'menuentry_id_option="--unrestricted $menuentry_id_option"' in told.stdout.splitlines()
    (tmp_path / "boot/grub").mkdir(parents=True)
    (tmp_path / "boot/grub/grub.cfg").write_text(told.stdout)
    assert start_password(tmp_path) == "", "the doctor sees it"


@pytest.mark.parametrize("text", ["", "secret\n", "grub.pbkdf2.sha512.10000.0011\n", f"{MADE}; reboot\n"])
def test_what_is_no_hash_is_told_to_nobody_and_locks_nobody_out(tmp_path: Path, text: str) -> None:
    keep(tmp_path, text)
    told = menu(tmp_path)
    assert (told.returncode, told.stdout) == (0, "")
    assert "no password" in told.stderr


def test_without_a_password_of_staffs_own_there_is_none(tmp_path: Path) -> None:
    assert (menu(tmp_path).returncode, menu(tmp_path).stdout) == (0, "")
    keep(tmp_path, f"{MADE}\n")
    (tmp_path / "kiosk").unlink()
    assert menu(tmp_path, installed=False).stdout == "", "what is left of a package that was removed"


def read_within(terminal: int, seconds: float = 60.0) -> bytes:
    """What comes next. Raises AssertionError where nothing does."""
    assert select.select([terminal], [], [], seconds)[0], "nothing is said"
    return os.read(terminal, 4_096)


def asked(folder: Path, *lines: str) -> tuple[int, str]:
    """`kiosk machine start-password` at a terminal, with what is typed; its status and what it said."""
    tools = folder / "tools"
    code = f"from pathlib import Path; from kiosk.command_line.start_password import run; run(Path({str(folder)!r}))"
    child, terminal = pty.fork()
    if child == 0:
        os.environ["PATH"] = f"{tools}:/usr/bin:/bin"
        os.chdir(ROOT)
        os.execv(sys.executable, [sys.executable, "-c", code])
    said = b""
    for line in lines:
        # A prompt throws away what was typed before it.
        heard = b""
        while not heard.rstrip().endswith(b":"):
            heard += read_within(terminal)
        said += heard
        os.write(terminal, f"{line}\n".encode())
    try:
        while more := read_within(terminal):
            said += more
    except OSError:
        # The other end of a terminal is closed (EIO): it has ended.
        pass
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said.decode()


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """One that GRUB starts."""
    (tmp_path / "boot/grub").mkdir(parents=True)
    (tmp_path / "boot/grub/grub.cfg").touch()
    (tmp_path / "kiosk").touch(0o755)
    (tmp_path / TOLD_BY).parent.mkdir(parents=True)
    (tmp_path / TOLD_BY).write_text(script_in(tmp_path))
    (tmp_path / TOLD_BY).chmod(0o755)
    # As grub-mkconfig does: what may not be run is passed over.
    menu_of(
        tmp_path,
        f"if [ -x {tmp_path / TOLD_BY} ]; then {tmp_path / TOLD_BY}; fi >{tmp_path}/boot/grub/grub.cfg",
    )
    return tmp_path


def menu_of(folder: Path, command: str) -> None:
    """`update-grub` does so there."""
    (folder / "tools").mkdir(exist_ok=True)
    (folder / "tools/update-grub").write_text(f"#!/bin/sh\ntouch {folder}/updated\n{command}\n")
    (folder / "tools/update-grub").chmod(0o755)


def test_staff_make_it_at_the_machine_and_only_its_hash_is_kept(machine: Path) -> None:
    status, said = asked(machine, PASSWORD, PASSWORD)
    assert status == 0, said
    assert PASSWORD not in said
    (line,) = (machine / PLACE).read_text().splitlines()
    assert (machine / PLACE).stat().st_mode & 0o777 == 0o600
    salt = bytes.fromhex(line.split(".")[4])
    assert line == hashed(PASSWORD, salt, ROUNDS)
    assert (machine / "updated").exists(), "GRUB takes it at once"
    assert start_password(machine) == "", "and can read it"


@pytest.mark.parametrize("before", ["", f"{MADE}\n"])
@pytest.mark.parametrize("fault", ["no script", "not to be run", "update-grub"])
def test_a_start_that_has_no_password_after_all_is_never_said_to_have_one(
    machine: Path, fault: str, before: str
) -> None:
    if before:
        keep(machine, before)
    match fault:
        case "no script":
            (machine / TOLD_BY).unlink()
        case "not to be run":
            (machine / TOLD_BY).chmod(0o644)
        case _:
            menu_of(machine, "exit 1")
    status, said = asked(machine, PASSWORD, PASSWORD)
    assert (machine / "updated").exists()
    assert status != 0
    assert "From the next start on" not in said
    assert "is as it was" in said
    assert ((machine / PLACE).read_text() if (machine / PLACE).exists() else "") == before


def test_a_machine_that_forgets_what_is_written_on_it_is_not_given_one(machine: Path) -> None:
    (machine / "proc/self").mkdir(parents=True)
    (machine / "proc/self/mounts").write_text("overlayroot / overlay rw,relatime 0 0\n")
    status, said = asked(machine)
    assert status != 0
    assert "within overlayroot-chroot" in said
    assert not (machine / PLACE).exists()


@pytest.mark.parametrize("typed", [("short",), ("with a space",), ("Schlüsselwort",), (PASSWORD, "x")])
def test_what_grub_could_not_be_told_changes_nothing(machine: Path, typed: tuple[str, ...]) -> None:
    status, said = asked(machine, *typed)
    assert status != 0
    assert "Nothing was changed" in said
    assert not (machine / PLACE).exists()
    assert not (machine / "updated").exists()


def test_a_machine_that_does_not_start_by_grub_is_told_so(tmp_path: Path) -> None:
    status, said = asked(tmp_path)
    assert status != 0
    assert "does not start by GRUB" in said
