# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tree of files that stands for a machine on which our package was installed, and what spoils it."""

import shutil
from collections.abc import Callable
from pathlib import Path

from kiosk.command_line import start_findings
from tests.support.processes import ROOT

HEAD = "  sl  local_address rem_address   st\n"


def with_our_package(tmp_path: Path) -> Path:
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
    started_safely(tmp_path)
    process(tmp_path, 300, "/usr/bin/cage", "-d", "--", "/usr/bin/kiosk", "run")
    process(tmp_path, 301, "/opt/civic-kiosk/bin/python", "-I", "-B", "-m", "kiosk.session")
    return tmp_path


OVERLAID = "overlayroot / overlay rw,lowerdir=/media/root-ro 0 0\n"
OF_ITS_OWN = "/dev/sda3 /var/lib/civic-kiosk ext4 rw,nodev 0 0\n"
MENU = """set superusers="staff"
password_pbkdf2 staff grub.pbkdf2.sha512.10000.AB.CD
menuentry 'Debian' --unrestricted {
}
"""


def started_safely(root: Path) -> None:
    """How our package, Secure Boot, a password for GRUB and `overlayroot` start it."""
    ours = "panic=10 rd.shell=0 rd.emergency=reboot nohibernate init_on_alloc=1 init_on_free=1"
    (root / "proc/cmdline").write_text(f"root=/dev/sda1 ro {ours}\n")
    (root / "proc/self").mkdir()
    (root / "proc/self/mounts").write_text(OVERLAID + OF_ITS_OWN)
    variable = root / start_findings.SECURE_BOOT
    variable.parent.mkdir(parents=True)
    variable.write_bytes(b"\x06\0\0\0\1")
    (root / "boot/grub").mkdir(parents=True)
    (root / "boot/grub/grub.cfg").write_text(MENU)
    (root / "sys/power").mkdir()
    (root / "sys/power/disk").write_text("[disabled]\n")


CONFINED = "Name:\tx\nNoNewPrivs:\t1\nSeccomp:\t2\nCapBnd:\t0000000000000000\n"


def process(root: Path, number: int, *words: str, status: str = CONFINED) -> None:
    """A process that runs."""
    folder = root / "proc" / str(number)
    folder.mkdir(exist_ok=True)
    (folder / "cmdline").write_text("\0".join((*words, "")))
    (folder / "status").write_text(status)


def loose(root: Path) -> None:
    """A courier that may call the system as it likes."""
    python = ("/opt/civic-kiosk/bin/python", "-m", "kiosk.courier")
    process(root, 302, *python, status=CONFINED.replace("Seccomp:\t2", "Seccomp:\t0"))


def no_restart(root: Path) -> None:
    """A file of the town's that keeps the program from being begun again."""
    over = root / "etc/systemd/system/civic-kiosk.service.d"
    over.mkdir()
    (over / "local.conf").write_text("[Service]\nRestart=no\n")


def any_program(root: Path) -> None:
    """A file of the town's that lets a session start whatever lies on the disk."""
    over = root / "etc/systemd/system/civic-kiosk-session@.service.d"
    over.mkdir()
    (over / "local.conf").write_text("[Service]\nNoExecPaths=\n")


def blank(root: Path) -> None:
    """A screen that goes dark by itself."""
    parameters = root / "sys/module/kernel/parameters"
    parameters.mkdir(parents=True)
    (parameters / "consoleblank").write_text("600\n")


def old_journal(root: Path) -> None:
    """A journal from before."""
    (root / "var/log/journal/1").mkdir(parents=True)
    (root / "var/log/journal/1/system.journal").touch()


def on_the_disk(root: Path) -> None:
    """A journal that is kept."""
    (root / "var/log/journal").mkdir(parents=True)
    (root / "etc/systemd/journald.conf.d/civic-kiosk.conf").write_text("[Journal]\nStorage=auto\n")


def write(place: str, text: str) -> Callable[[Path], object]:
    """Puts this into a file."""
    return lambda root: (root / place).write_text(text)


def remove(*places: str) -> Callable[[Path], object]:
    """Takes files away."""

    def take_out(root: Path) -> None:
        for place in places:
            (root / place).unlink()

    return take_out
