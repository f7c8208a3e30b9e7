# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be seen of the system around the program: its consoles, keys, doors, log and the program's account."""

from pathlib import Path
from typing import Final

from kiosk.command_line.settings_of_systemd import configuration, read, value

IPV4_DIGITS: Final = 8
MASKED: Final = "/dev/null"
LISTENS: Final = "0A"
LOOPBACK: Final = "00000000000000000000000001000000"
"""::1 as /proc/net/tcp6 has it (proc(5))."""


def consoles(root: Path) -> str:
    """K-03: no console where somebody could log in."""
    return _open(root, "getty@.service", "autovt@.service", "console-getty.service")


def sleep(root: Path) -> str:
    """E-03: no sleep that writes memory to the disk."""
    return _open(root, "hibernate.target", "hybrid-sleep.target", "suspend-then-hibernate.target")


def restart_keys(root: Path) -> str:
    """K-04: no key that restarts the machine or worse."""
    magic = read(root / "proc/sys/kernel/sysrq")
    if magic not in ("", "0"):
        return f"the magic SysRq key does something (kernel.sysrq = {magic})"
    return _open(root, "ctrl-alt-del.target")


def _open(root: Path, *units: str) -> str:
    """Units that are not masked: a link to /dev/null takes the place of each that is."""
    left = [unit for unit in units if not _is_masked(root / "etc/systemd/system" / unit)]
    return f"not masked: {', '.join(left)}" if left else ""


def _is_masked(place: Path) -> bool:
    return place.is_symlink() and str(place.readlink()) == MASKED


def crashes(root: Path) -> str:
    """E-04: nothing is left of a program that crashed."""
    pattern = read(root / "proc/sys/kernel/core_pattern")
    if pattern in ("", "|/bin/false"):
        return ""
    return f"a crash is written or handed on (kernel.core_pattern = {pattern})"


def doors(root: Path) -> str:
    """Ports at which this machine can be reached from others."""
    ports: set[int] = set()
    for name in ("tcp", "tcp6"):
        for line in read(root / "proc/net" / name).splitlines()[1:]:
            words = line.split()
            address, _, port = words[1].rpartition(":")
            if words[3] == LISTENS and not _is_loopback(address):
                ports.add(int(port, 16))
    return f"reached from outside at port {', '.join(map(str, sorted(ports)))}" if ports else ""


def _is_loopback(address: str) -> bool:
    """The kernel writes words in the order of the machine, so that 127.x.x.x ends with 7F."""
    return address == LOOPBACK or (
        address.endswith("7F") and len(address.rpartition("FFFF0000")[2]) == IPV4_DIGITS
    )


def log(root: Path) -> str:
    """Debian makes the folder in any case; what counts is where the journal goes, and what of it has stayed."""
    if value(configuration(root, "journald.conf"), "Storage") != "volatile":
        return "the journal is kept on the disk" if (root / "var/log/journal").is_dir() else ""
    left = any((root / "var/log/journal").rglob("*.journal"))
    return "an older journal lies on the disk" if left else ""


def account(root: Path) -> str:
    """K-11: the program's account is nobody's to log in as."""
    for line in read(root / "etc/passwd").splitlines():
        name, *_, shell = line.split(":")
        if name == "civic-kiosk":
            return (
                ""
                if shell.endswith(("/nologin", "/false"))
                else f"somebody can log in as civic-kiosk ({shell})"
            )
    return "the program has no account of its own"
