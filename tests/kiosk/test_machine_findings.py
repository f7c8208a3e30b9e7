# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The doctor sees each way out of a machine and into it, on a tree that stands for the machine's own."""

import shutil
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.command_line.findings import Verdict
from kiosk.command_line.lockdown_findings import NOT_SEEN
from kiosk.command_line.machine_findings import machine
from kiosk.profile.file import load
from kiosk.profile.model import KeySource, Kind, Profile
from tests.support.processes import ROOT

HEAD = "  sl  local_address rem_address   st\n"
SHIPPED = load("town-hall-kiosk")
assert isinstance(SHIPPED, Profile)
KIOSK = replace(SHIPPED, key=KeySource.CREDENTIAL)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A machine on which our package was installed."""
    units = tmp_path / "etc/systemd/system"
    units.mkdir(parents=True)
    for unit in (ROOT / "deploy/etc/masked-units").read_text().split("\n"):
        if unit and not unit.startswith("#"):
            (units / unit).symlink_to("/dev/null")
    kernel = tmp_path / "proc/sys/kernel"
    kernel.mkdir(parents=True)
    (kernel / "sysrq").write_text("0\n")
    (kernel / "core_pattern").write_text("|/bin/false\n")
    (tmp_path / "proc/net").mkdir()
    loopback = "   0: 0100007F:0CEA 00000000:0000 0A\n   1: 0201A8C0:D431 0101A8C0:01BB 01\n"
    (tmp_path / "proc/net/tcp").write_text(HEAD + loopback)
    mapped = f"   0: {'0' * 16}FFFF00000100007F:0CEB {'0' * 32}:0000 0A\n"
    own = f"   1: {'0' * 24}01000000:0277 {'0' * 32}:0000 0A\n"
    (tmp_path / "proc/net/tcp6").write_text(HEAD + mapped + own)
    (tmp_path / "etc/passwd").write_text(
        "root:x:0:0::/root:/bin/bash\ncivic-kiosk:x:997:997::/:/usr/sbin/nologin\n"
    )
    shutil.copytree(ROOT / "deploy/systemd", tmp_path / "lib/systemd/system")
    for name in ("logind.conf.d", "system.conf.d", "journald.conf.d"):
        shutil.copytree(ROOT / "deploy/etc" / name, tmp_path / "etc/systemd" / name)
    wants = units / "sysinit.target.wants"
    wants.mkdir()
    (wants / "civic-kiosk-network.service").symlink_to("/lib/systemd/system/civic-kiosk-network.service")
    (tmp_path / "etc/group").write_text("sudo:x:27:clerk\nvideo:x:44:civic-kiosk\naudio:x:29:civic-kiosk\n")
    (tmp_path / "etc/usbguard").mkdir()
    (tmp_path / "etc/usbguard/rules.conf").write_text('allow id 0eef:c000 name "eGalax Inc. Touch"\n')
    (units / "basic.target.wants").mkdir()
    (units / "basic.target.wants/usbguard.service").symlink_to("/lib/systemd/system/usbguard.service")
    (tmp_path / "proc/cmdline").write_text("root=/dev/sda1 ro panic=10 rd.shell=0 rd.emergency=reboot\n")
    process(tmp_path, 300, "/usr/bin/cage", "-d", "--", "/usr/bin/kiosk", "run")
    process(tmp_path, 301, "/opt/civic-kiosk/bin/python", "-I", "-B", "-m", "kiosk.session")
    return tmp_path


CONFINED = "Name:\tx\nNoNewPrivs:\t1\nSeccomp:\t2\nCapBnd:\t0000000000000000\n"


def process(root: Path, number: int, *words: str, status: str = CONFINED) -> None:
    """A process that runs."""
    folder = root / "proc" / str(number)
    folder.mkdir(exist_ok=True)
    (folder / "cmdline").write_text("\0".join((*words, "")))
    (folder / "status").write_text(status)


def loose(root: Path) -> None:
    python = ("/opt/civic-kiosk/bin/python", "-m", "kiosk.courier")
    process(root, 302, *python, status=CONFINED.replace("Seccomp:\t2", "Seccomp:\t0"))


def no_restart(root: Path) -> None:
    over = root / "etc/systemd/system/civic-kiosk.service.d"
    over.mkdir()
    (over / "local.conf").write_text("[Service]\nRestart=no\n")


def blank(root: Path) -> None:
    parameters = root / "sys/module/kernel/parameters"
    parameters.mkdir(parents=True)
    (parameters / "consoleblank").write_text("600\n")


def old_journal(root: Path) -> None:
    (root / "var/log/journal/1").mkdir(parents=True)
    (root / "var/log/journal/1/system.journal").touch()


def on_the_disk(root: Path) -> None:
    (root / "var/log/journal").mkdir(parents=True)
    (root / "etc/systemd/journald.conf.d/civic-kiosk.conf").write_text("[Journal]\nStorage=auto\n")


def test_a_machine_with_our_package_is_fine(root: Path) -> None:
    found = machine(KIOSK, root)
    assert len(found) == 19
    assert [one for one in found if one.verdict is not Verdict.FINE] == []


def write(place: str, text: str) -> Callable[[Path], object]:
    return lambda root: (root / place).write_text(text)


def remove(*places: str) -> Callable[[Path], object]:
    def take_out(root: Path) -> None:
        for place in places:
            (root / place).unlink()

    return take_out


@pytest.mark.parametrize(
    ("spoil", "what", "told"),
    [
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
        (
            remove("etc/systemd/system/sysinit.target.wants/civic-kiosk-network.service"),
            "rules of the network (K-13)",
            "not loaded",
        ),
        (write("etc/usbguard/rules.conf", "# nothing\n"), "devices (K-12)", "no rule"),
        (blank, "screen (K-17)", "600"),
        (lambda root: process(root, 304, "/usr/bin/Xorg", ":0"), "display server (K-18)", "Xorg"),
    ],
)
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
    # Without the session's unit neither its watchdog nor its display is known either.
    assert others <= ({"watchdog (K-09)", "display server (K-18)"} if what == "window (K-02)" else set())


@pytest.mark.parametrize(
    ("spoil", "what", "told"),
    [
        (
            remove("etc/usbguard/rules.conf", "etc/systemd/system/basic.target.wants/usbguard.service"),
            "USB (K-12)",
            "plugged in",
        ),
        (write("proc/cmdline", "root=/dev/sda1 panic=10\n"), "start (K-14)", "rd.shell, rd.emergency"),
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
