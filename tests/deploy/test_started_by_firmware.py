# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine that starts as machines do, from firmware with Secure Boot on, with what a technician chooses at it.

It is set up once, by the commands of `deploy/README.md`, and started three times; each test goes on from the last.
"""

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.support.booted import Booted
from tests.support.by_firmware import FIRMWARE, SECURED, by_firmware, said
from tests.support.processes import ROOT
from tests.support.standing import is_ready

IMAGE: Final = ROOT / "build" / "machine"
PASSWORD: Final = "TheHallOpensAt9"
PATIENCE: Final = 2_400.0
PROFILE: Final = "/etc/civic-kiosk/profile.toml"
GONE: Final = ("/etc/left-behind", "/var/tmp/left-behind", "/root/left-behind", "/usr/bin/left-behind")
KEPT: Final = "/var/lib/civic-kiosk/kept"
ASK: Final = f"""
import os, pty, sys
def typed(file):
    told = os.read(file, 1024)
    if told.rstrip().endswith(b":"):
        os.write(file, b"{PASSWORD}\\n")
    return told
sys.exit(os.waitstatus_to_exitcode(pty.spawn(["/usr/bin/kiosk", "machine", "start-password"], typed)))
"""
"""Types the password of the start at a terminal, as a technician does."""

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(7_200),
    pytest.mark.skipif(shutil.which("qemu-system-x86_64") is None, reason="qemu-system-x86 is not installed"),
    pytest.mark.skipif(not (FIRMWARE / SECURED).exists(), reason="ovmf is not installed"),
    pytest.mark.skipif(not (IMAGE / "disk.raw").exists(), reason="`make machine` has not built the disk"),
]


@dataclass(frozen=True, slots=True)
class Started:
    """A machine, and where its serial console is written."""

    machine: Booted
    folder: Path

    def said(self) -> str:
        """What it wrote there."""
        return said(self.folder)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """From its firmware to the welcome page."""
    folder = tmp_path_factory.mktemp("machine")
    with by_firmware(IMAGE / "disk.raw", folder) as process:
        machine = Booted(folder, process)
        try:
            machine.until(lambda: is_ready(machine), PATIENCE)
            yield Started(machine, folder)
        finally:
            machine.close()


class Menu:
    """GRUB's, from now on."""

    def __init__(self, started: Started) -> None:
        self._started, self._length = started, len(started.said())

    def said(self) -> str:
        """What was written since."""
        return self._started.said()[self._length :]

    def until(self, words: str, *keys: str) -> None:
        """Press keys again and again until it says something. Raises AssertionError where it never does."""
        deadline = time.monotonic() + PATIENCE
        while words not in self.said():
            assert time.monotonic() < deadline, self.said()[-3_000:]
            self._started.machine.press(*keys)
            time.sleep(0.4)

    def asks_at(self, key: str) -> None:
        """Press a key until it asks who is there, once more than before."""
        asked, deadline = self.said().count("Enter username"), time.monotonic() + PATIENCE
        while self.said().count("Enter username") == asked:
            assert time.monotonic() < deadline, self.said()[-3_000:]
            self._started.machine.press(key)
            # After a wrong password it waits longer each time.
            time.sleep(8)


def findings(machine: Booted) -> dict[str, str]:
    """What the doctor looked at → how it stands (`ok`, `note`, `bad`)."""
    told = machine.run("/bin/sh", "-c", f"kiosk doctor --profile {PROFILE} || true").splitlines()
    heads = (line.split(None, 1) for line in told if line[:1] not in (" ", ""))
    return {rest.partition(":")[0]: verdict for verdict, rest in heads}


def number(machine: Booted) -> str:
    """Of this start."""
    return machine.run("/bin/cat", "/proc/sys/kernel/random/boot_id")


def is_another_start(machine: Booted, before: str) -> bool:
    """Whether it has begun anew and shows its page."""
    return number(machine) != before and is_ready(machine)


def begin_anew(machine: Booted) -> str:
    """The number of the start that ends now."""
    before = number(machine)
    machine.run("/bin/sh", "-c", "(sleep 1; systemctl reboot) >/dev/null 2>&1 &")
    return before


@pytest.mark.requirement(
    "K-14", part="a machine with our package starts under Secure Boot, and its doctor reads it"
)
def test_the_kiosk_runs_under_secure_boot_and_the_doctor_reads_it(started: Started) -> None:
    machine = started.machine
    assert "SecureBoot enabled" in machine.run("/usr/bin/mokutil", "--sb-state")
    assert "[integrity]" in machine.run("/bin/cat", "/sys/kernel/security/lockdown"), (
        "Debian's kernel believes it"
    )
    found = findings(machine)
    assert (found["Secure Boot (K-14)"], found["start (K-14)"]) == ("ok", "ok"), found
    assert (found["menu of the start (K-14)"], found["system (E-17)"]) == ("note", "note"), (
        "nobody chose them yet"
    )


@pytest.mark.requirement("E-05", part="a kernel that GRUB started with our package overwrites memory")
def test_the_kernel_overwrites_memory_as_our_package_has_it_told(started: Started) -> None:
    words = started.machine.run("/bin/cat", "/proc/cmdline").split()
    assert {"init_on_alloc=1", "init_on_free=1"} <= set(words)
    told = started.machine.run("/usr/bin/journalctl", "-k", "-b", "-o", "cat")
    (line,) = (one for one in told.splitlines() if one.startswith("mem auto-init"))
    assert "heap alloc:on, heap free:on" in line
    assert findings(started.machine)["memory (E-05)"] == "ok"


@pytest.mark.requirement("E-03", part="a machine with a swap partition uses none, and cannot hibernate")
def test_a_swap_partition_is_not_used_and_the_kernel_cannot_hibernate(started: Started) -> None:
    machine = started.machine
    assert "none swap sw" in machine.run("/bin/cat", "/etc/fstab"), "as Debian's installer leaves it"
    assert len(machine.run("/bin/cat", "/proc/swaps").splitlines()) == 1
    assert machine.run("/bin/cat", "/sys/power/disk").strip() == "[disabled]"
    found = findings(machine)
    assert (found["swap"], found["hibernation (E-03)"]) == ("ok", "ok"), found
    machine.run("/sbin/swapon", "/dev/vda4")
    assert len(machine.run("/bin/cat", "/proc/swaps").splitlines()) == 2, "it could be used"
    assert findings(machine)["swap"] == "note", "and would be seen"
    machine.run("/sbin/swapoff", "/dev/vda4")


@pytest.mark.requirement(
    "K-14", part="GRUB asks for staff's own password before anything is changed, and not to start"
)
def test_nobody_changes_the_start_without_the_password_of_staff(started: Started) -> None:
    machine = started.machine
    machine.run("/usr/bin/python3.11", "-c", ASK)
    assert findings(machine)["menu of the start (K-14)"] == "ok"
    machine.run("/bin/cp", "/usr/share/civic-kiosk/overlayroot.local.conf", "/etc")
    machine.run("/bin/sh", "-c", f"touch {' '.join(GONE)} {KEPT}")
    menu = Menu(started)
    before = begin_anew(machine)
    # Before that, the key is the firmware's own.
    menu.until("BdsDxe: starting")
    menu.until("GNU GRUB", "esc")
    for name in ("root", "staff"):
        menu.asks_at("e")
        machine.press(*name, "ret", *"letmein", "ret")
    menu.asks_at("c")
    machine.press("esc")
    assert "setparams" not in menu.said(), "nobody sees, or changes, how it starts"
    assert "grub>" not in menu.said(), "or gets GRUB's own commands"
    menu.asks_at("e")
    typed = [f"shift-{sign.lower()}" if sign.isupper() else sign for sign in PASSWORD]
    machine.press(*"staff", "ret", *typed, "ret")
    menu.until("setparams")
    machine.press("esc")
    time.sleep(3)
    machine.press("ret")
    machine.until(lambda: is_another_start(machine, before), PATIENCE)


@pytest.mark.requirement(
    "E-17", part="what was written on a machine is gone after a start, and what was sealed is not"
)
def test_what_is_written_on_the_system_is_gone_after_a_start(started: Started) -> None:
    machine = started.machine
    for file in (*GONE, KEPT):
        machine.run("/usr/bin/test", "-e", file)
    found = findings(machine)
    assert (found["system (E-17)"], found["what was sealed (E-17)"]) == ("ok", "ok"), found
    assert (found["Secure Boot (K-14)"], found["swap"]) == ("ok", "ok"), found
    new = [f"{file}-2" for file in (*GONE, KEPT)]
    machine.run("/bin/sh", "-c", f"touch {' '.join(new)}; sync")
    store = machine.run("/bin/sh", "-c", "cd /var/lib/civic-kiosk; ls").split()
    assert {"outbox.db", "staff.db"} & set(store), store
    before = begin_anew(machine)
    machine.until(lambda: is_another_start(machine, before), PATIENCE)
    left = machine.run("/bin/sh", "-c", f"ls -d {' '.join(new)} 2>/dev/null || true").split()
    assert left == [f"{KEPT}-2"]
    assert set(machine.run("/bin/sh", "-c", "cd /var/lib/civic-kiosk; ls").split()) >= set(store)
