# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be seen of how a machine was started, and of what becomes of its memory and of what is written on it.

A look gives None where it cannot be told: a session sees neither the kernel's command line nor GRUB's menu.
"""

from pathlib import Path
from typing import Final

from kiosk.command_line.settings_of_systemd import read

SECURE_BOOT: Final = "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c"
"""UEFI specification 2.10, section 3.3: four bytes of attributes, then 1 where it is on."""

KEPT: Final = "/var/lib/civic-kiosk"
FLEETING: Final = {"overlay", "tmpfs", "ramfs"}
OVERWRITTEN: Final = ("init_on_alloc=1", "init_on_free=1")


def boot(root: Path) -> str | None:
    """K-14: a start that fails begins again, and gives nobody a shell."""
    words = read(root / "proc/cmdline").split()
    if not words:
        return None
    left = [
        name
        for name in ("panic", "rd.shell", "rd.emergency")
        if not any(w.startswith(f"{name}=") for w in words)
    ]
    return f"the kernel's command line does not say {', '.join(left)}" if left else ""


def secure_boot(root: Path) -> str | None:
    """K-14: the firmware starts nothing that is not signed."""
    if not (root / "sys/firmware").is_dir():
        return None
    try:
        on = (root / SECURE_BOOT).read_bytes()[4:] == b"\1"
    except PermissionError:
        return None
    except OSError:
        return "it was not started by UEFI, or its firmware has no Secure Boot"
    return "" if on else "is off: another system could be started"


def start_password(root: Path) -> str | None:
    """K-14: nobody changes how GRUB starts the machine. Debian's menu is root's alone, with a password or without."""
    menu = root / "boot/grub/grub.cfg"
    try:
        lines = [line.split() for line in menu.read_text("utf-8", "replace").splitlines()]
    except OSError:
        return None
    named = [line for line in lines if line[:1] == ["set"] and line[1:] and line[1].startswith("superusers=")]
    hashed = [line for line in lines if line[:1] == ["password_pbkdf2"]]
    if any(line[:1] == ["password"] for line in lines):
        return "GRUB's password can be read on the disk"
    return "" if named and hashed else "whoever gets GRUB's menu can change how the machine starts"


def memory(root: Path) -> str | None:
    """E-05: what a process gives back is overwritten."""
    words = read(root / "proc/cmdline").split()
    if not words:
        return None
    left = [word for word in OVERWRITTEN if word not in words]
    return f"the kernel's command line does not say {', '.join(left)}" if left else ""


def hibernation(root: Path) -> str | None:
    """E-03: the kernel itself writes no memory to a disk, whatever is asked of it."""
    ways = read(root / "sys/power/disk")
    return None if not ways else "" if "[disabled]" in ways else "the kernel could write its memory to a disk"


def written(root: Path) -> str | None:
    """E-17: what is written on the system is gone after a start."""
    kinds = _mounted(root)
    if not kinds:
        return None
    return "" if kinds.get("/") in FLEETING else "what is written on the system's disk stays there"


def kept(root: Path) -> str:
    """The other way round: what citizens have sealed is not gone."""
    kinds = _mounted(root)
    nearest = max(
        (place for place in kinds if f"{KEPT}/".startswith(place.rstrip("/") + "/")), key=len, default=""
    )
    return f"{KEPT} is gone at the next start" if kinds.get(nearest) in FLEETING else ""


def _mounted(root: Path) -> dict[str, str]:
    """Place → kind of file system; of several at a place, the one that is seen (proc(5))."""
    lines = (line.split() for line in read(root / "proc/self/mounts").splitlines())
    return {words[1]: words[2] for words in lines if len(words) > 2}
