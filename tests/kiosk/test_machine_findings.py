# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The doctor sees each way out of a machine and into it, on a tree that stands for the machine's own."""

import shutil
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from _pytest.mark.structures import ParameterSet

from kiosk.command_line import start_findings
from kiosk.command_line.findings import Verdict
from kiosk.command_line.lockdown_findings import NOT_SEEN
from kiosk.command_line.machine_findings import machine
from kiosk.profile.file import load
from kiosk.profile.model import KeySource, Kind, Profile
from tests.support.machine_tree import (
    HEAD,
    MENU,
    OVERLAID,
    any_program,
    blank,
    loose,
    no_restart,
    old_journal,
    on_the_disk,
    process,
    remove,
    with_our_package,
    write,
)

SHIPPED = load("town-hall-kiosk")
assert isinstance(SHIPPED, Profile)
KIOSK = replace(SHIPPED, key=KeySource.CREDENTIAL)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A machine on which our package was installed."""
    return with_our_package(tmp_path)


@pytest.mark.requirement("K-03", part="the package closes consoles")
@pytest.mark.requirement("K-04", part="the package closes keys of the machine")
@pytest.mark.requirement("K-09", part="the package sets every watchdog")
def test_a_machine_with_our_package_is_fine(root: Path) -> None:
    found = machine(KIOSK, root)
    assert len(found) == 27
    assert [one for one in found if one.verdict is not Verdict.FINE] == []


WAYS_OUT: Final = (
    (remove("etc/systemd/system/getty@.service"), "consoles (K-03)", "getty@.service"),
    (
        remove("etc/systemd/system/ctrl-alt-del.target"),
        "keys of the machine (K-04)",
        "ctrl-alt-del.target",
    ),
    (write("proc/sys/kernel/sysrq", "438\n"), "keys of the machine (K-04)", "438"),
    (write("etc/passwd", "civic-kiosk:x:1:1::/:/bin/sh\n"), "account (K-11)", "/bin/sh"),
    (write("etc/passwd", "root:x:0:0::/root:/bin/bash\n"), "account (K-11)", "no account"),
    (write("proc/net/tcp", HEAD + "  0: 00000000:0016 00000000:0000 0A\n"), "network (K-13)", "port 22"),
    (
        write("proc/net/tcp6", HEAD + f"  0: {'0' * 32}:0277 {'0' * 32}:0000 0A\n"),
        "network (K-13)",
        "port 631",
    ),
    (remove("etc/systemd/system/hibernate.target"), "sleep (E-03)", "hibernate.target"),
    (write("proc/sys/kernel/core_pattern", "core\n"), "crashes (E-04)", "core"),
    (on_the_disk, "log (E-14)", "disk"),
    (old_journal, "log (E-14)", "older"),
    (lambda root: process(root, 300, "/usr/bin/cage", "-s", "--", "kiosk"), "compositor (K-01)", "-s"),
    (lambda root: process(root, 300, "/usr/bin/weston"), "compositor (K-01)", "does not run"),
    (remove("lib/systemd/system/civic-kiosk-session@.service"), "window (K-02)", "frame"),
    (loose, "processes (K-08)", "302 is not confined (Seccomp)"),
    (no_restart, "watchdog (K-09)", "Restart"),
    (remove("etc/systemd/system.conf.d/civic-kiosk.conf"), "watchdog (K-09)", "RuntimeWatchdogSec"),
    (
        lambda root: process(root, 303, "python", "-m", "kiosk.out_of_order"),
        "order (K-10)",
        "out of order",
    ),
    (write("etc/group", "sudo:x:27:clerk,civic-kiosk\n"), "groups (K-11)", "sudo"),
    (write("etc/sudoers", "civic-kiosk ALL=(ALL) ALL\n"), "rights (K-11)", "/etc/sudoers"),
    (any_program, "programs (K-07)", "every program"),
    (
        remove("etc/systemd/system/sysinit.target.wants/civic-kiosk-network.service"),
        "rules of the network (K-13)",
        "not loaded",
    ),
    (write("etc/usbguard/rules.conf", "# nothing\n"), "devices (K-12)", "no rule"),
    (blank, "screen (K-17)", "600"),
    (write("proc/self/mounts", OVERLAID), "what was sealed (E-17)", "gone at the next start"),
    (
        write("proc/self/mounts", OVERLAID + "overlayroot /var/lib/civic-kiosk overlay rw 0 0\n"),
        "what was sealed (E-17)",
        "gone at the next start",
    ),
    (lambda root: process(root, 304, "/usr/bin/Xorg", ":0"), "display server (K-18)", "Xorg"),
)


def ways_out() -> list[ParameterSet]:
    """Each with what it shows of the requirements of a machine."""
    shown = {
        "compositor (K-01)": pytest.mark.requirement(
            "K-01", part="the doctor sees a cage that lets consoles change"
        ),
        "window (K-02)": pytest.mark.requirement(
            "K-02", part="the doctor sees units that would let a frame appear"
        ),
        "consoles (K-03)": pytest.mark.requirement("K-03", part="the doctor sees a console that is open"),
        "keys of the machine (K-04)": pytest.mark.requirement(
            "K-04", part="the doctor sees a key that does something"
        ),
        "processes (K-08)": pytest.mark.requirement(
            "K-08", part="the doctor sees a process that is not confined"
        ),
        "account (K-11)": pytest.mark.requirement("K-11", part="the doctor sees an account that may do more"),
        "groups (K-11)": pytest.mark.requirement("K-11", part="the doctor sees an account that may do more"),
        "devices (K-12)": pytest.mark.requirement(
            "K-12", part="the doctor sees USB that is open, or shut for everything"
        ),
        "network (K-13)": pytest.mark.requirement("K-13", part="the doctor sees a port that is open"),
        "screen (K-17)": pytest.mark.requirement("K-17", part="the doctor sees a screen that goes dark"),
        "what was sealed (E-17)": pytest.mark.requirement(
            "E-17", part="the doctor sees what stays written, and what would be lost"
        ),
        "display server (K-18)": pytest.mark.requirement(
            "K-18", part="the doctor sees another display server"
        ),
    }
    return [pytest.param(*case, marks=shown.get(case[1], ())) for case in WAYS_OUT]


@pytest.mark.parametrize(("spoil", "what", "told"), ways_out())
def test_each_way_out_is_seen_and_said_how_to_mend(
    root: Path, spoil: Callable[[Path], object], what: str, told: str
) -> None:
    spoil(root)
    bad = next(one for one in machine(KIOSK, root) if one.verdict is not Verdict.FINE)
    assert (bad.what, bad.verdict) == (what, Verdict.BAD)
    assert bad.said is not None, "the window says it in staff's own language"
    assert told in bad.found
    assert bad.mend
    others = {one.what for one in machine(KIOSK, root) if one.verdict is not Verdict.FINE} - {what}
    # Without the session's unit neither its watchdog nor its display is known either, nor what it may start.
    with_it = {"watchdog (K-09)", "display server (K-18)", "programs (K-07)"}
    assert others <= (with_it if what == "window (K-02)" else set())


def how_it_starts() -> list[ParameterSet]:
    """What may be wrong with how a machine starts, and what each shows."""
    shut, menu = "proc/cmdline", "boot/grub/grub.cfg"
    safe = "panic=10 rd.shell=0 rd.emergency=reboot"
    unsafe = pytest.mark.requirement(
        "K-14", part="the doctor sees Secure Boot off, and a menu without a password"
    )
    stays = pytest.mark.requirement("E-05", part="the doctor sees memory that is not overwritten")
    written = pytest.mark.requirement(
        "E-17", part="the doctor sees what stays written, and what would be lost"
    )
    disk = pytest.mark.requirement("E-03", part="the doctor sees a kernel that could hibernate")
    cases = (
        (turn_secure_boot_off, "Secure Boot (K-14)", "is off", unsafe),
        (remove(start_findings.SECURE_BOOT), "Secure Boot (K-14)", "UEFI", unsafe),
        (write(menu, "menuentry 'Debian' {\n}\n"), "menu of the start (K-14)", "whoever", unsafe),
        (write(menu, f"{MENU}password clerk secret\n"), "menu of the start (K-14)", "can be read", unsafe),
        (write(shut, f"{safe} init_on_alloc=1\n"), "memory (E-05)", "init_on_free=1", stays),
        (write(shut, f"{safe} init_on_free=0\n"), "memory (E-05)", "init_on_alloc=1, init_on_free=1", stays),
        (write("sys/power/disk", "[platform] shutdown\n"), "hibernation (E-03)", "could", disk),
        (write("proc/self/mounts", "/dev/sda2 / ext4 rw 0 0\n"), "system (E-17)", "stays", written),
    )
    return [pytest.param(*case, marks=mark) for *case, mark in cases]


def turn_secure_boot_off(root: Path) -> None:
    """As firmware says it."""
    (root / start_findings.SECURE_BOOT).write_bytes(b"\x06\0\0\0\0")


@pytest.mark.parametrize(
    ("spoil", "what", "told"),
    [
        (
            remove("etc/usbguard/rules.conf", "etc/systemd/system/basic.target.wants/usbguard.service"),
            "USB (K-12)",
            "plugged in",
        ),
        pytest.param(
            write("proc/cmdline", "root=/dev/sda1 panic=10 init_on_alloc=1 init_on_free=1\n"),
            "start (K-14)",
            "rd.shell, rd.emergency",
            marks=pytest.mark.requirement("K-14", part="the doctor sees a start that may give a shell"),
        ),
        *how_it_starts(),
    ],
)
def test_what_the_image_of_a_machine_decides_is_worth_knowing(
    root: Path, spoil: Callable[[Path], object], what: str, told: str
) -> None:
    spoil(root)
    (note,) = (one for one in machine(KIOSK, root) if one.verdict is not Verdict.FINE)
    assert (note.what, note.verdict) == (what, Verdict.NOTE)
    assert told in note.found
    assert note.mend


def test_every_requirement_of_lockdown_is_looked_at_or_said_not_to_be_seen(root: Path) -> None:
    seen = " ".join([*(one.what for one in machine(KIOSK, root)), *NOT_SEEN])
    assert [number for number in range(1, 19) if f"K-{number:02}" not in seen] == []


def test_what_a_session_cannot_see_is_not_told_to_be_well(root: Path) -> None:
    """It sees no command line of the kernel (ProcSubset=pid); GRUB's menu is root's alone."""
    for hidden in ("proc/cmdline", "boot/grub/grub.cfg"):
        (root / hidden).unlink()
    told = {one.what for one in machine(KIOSK, root)}
    assert told & {"start (K-14)", "memory (E-05)", "menu of the start (K-14)"} == set()


def test_on_a_desk_it_is_worth_knowing_and_at_home_nobodys_business(root: Path) -> None:
    shutil.rmtree(root / "etc")
    tried = machine(replace(KIOSK, key=KeySource.KEYRING), root)
    assert {one.verdict for one in tried} == {Verdict.NOTE, Verdict.FINE}
    assert machine(replace(KIOSK, kind=Kind.HOME), root) == ()


@pytest.mark.parametrize(("address", "seen"), [("127.0.0.1", False), ("0.0.0.0", True)])
def test_the_kernel_of_this_machine_is_read_as_it_writes(address: str, *, seen: bool) -> None:
    with socket.socket() as door:
        door.bind((address, 0))
        door.listen()
        (network,) = (one for one in machine(KIOSK) if one.what.startswith("network"))
        ports = network.found.rpartition("port ")[2].split(", ")
        assert (str(door.getsockname()[1]) in ports) is seen
