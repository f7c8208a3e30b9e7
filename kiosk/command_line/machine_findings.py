# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `kiosk doctor` says about the machine around the program: whether anybody gets out of it, or into it.

Each has the number of the requirement that it looks after (accessibility.md, section 6).
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.command_line import lockdown_findings as lockdown
from kiosk.command_line.findings import Finding, Verdict
from kiosk.command_line.settings_of_systemd import configuration, read, value
from kiosk.profile.model import KeySource, Profile

IPV4_DIGITS: Final = 8
MASKED: Final = "/dev/null"
LISTENS: Final = "0A"
LOOPBACK: Final = "00000000000000000000000001000000"
"""::1 as /proc/net/tcp6 has it (proc(5))."""

INSTALL: Final = "install the package that `make deb` builds"


@dataclass(frozen=True, slots=True)
class _Look:
    """`trouble` tells what is wrong beneath a root folder; empty where nothing is.

    `by_image`: what only the image of a machine decides is worth knowing, and keeps nobody from using it.
    """

    what: str
    fine: str
    trouble: Callable[[Path], str]
    mend: str
    by_image: bool = False


def machine(profile: Profile, root: Path = Path("/")) -> tuple[Finding, ...]:
    """The findings for a kiosk; nothing for somebody's own computer.

    What is wrong is bad where systemd gives the key, because such a machine stands among people. Elsewhere it is worth
    knowing: a kiosk is tried on a desk first.
    """
    if profile.at_home:
        return ()
    wrong = Verdict.BAD if profile.key is KeySource.CREDENTIAL else Verdict.NOTE
    found: list[Finding] = []
    for look in LOOKS:
        trouble = look.trouble(root)
        found.append(
            Finding(look.what, Verdict.NOTE if look.by_image else wrong, trouble, look.mend)
            if trouble
            else Finding(look.what, Verdict.FINE, look.fine)
        )
    return tuple(found)


def _consoles(root: Path) -> str:
    return _open(root, "getty@.service", "autovt@.service", "console-getty.service")


def _sleep(root: Path) -> str:
    return _open(root, "hibernate.target", "hybrid-sleep.target", "suspend-then-hibernate.target")


def _restart_keys(root: Path) -> str:
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


def _crashes(root: Path) -> str:
    pattern = read(root / "proc/sys/kernel/core_pattern")
    if pattern in ("", "|/bin/false"):
        return ""
    return f"a crash is written or handed on (kernel.core_pattern = {pattern})"


def _doors(root: Path) -> str:
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


def _log(root: Path) -> str:
    """Debian makes the folder in any case; what counts is where the journal goes, and what of it has stayed."""
    if value(configuration(root, "journald.conf"), "Storage") != "volatile":
        return "the journal is kept on the disk" if (root / "var/log/journal").is_dir() else ""
    left = any((root / "var/log/journal").rglob("*.journal"))
    return "an older journal lies on the disk" if left else ""


def _account(root: Path) -> str:
    for line in read(root / "etc/passwd").splitlines():
        name, *_, shell = line.split(":")
        if name == "civic-kiosk":
            return (
                ""
                if shell.endswith(("/nologin", "/false"))
                else f"somebody can log in as civic-kiosk ({shell})"
            )
    return "the program has no account of its own"


AGAIN: Final = "systemctl restart civic-kiosk"
LOOKS: Final = (
    _Look(
        "compositor (K-01)", "nobody changes to another console", lockdown.compositor, f"{INSTALL}; {AGAIN}"
    ),
    _Look("window (K-02)", "has no frame", lockdown.frame, INSTALL),
    _Look("consoles (K-03)", "closed", _consoles, f"{INSTALL}, or systemctl mask them"),
    _Look("keys of the machine (K-04)", "do nothing", _restart_keys, f"{INSTALL}; sysctl kernel.sysrq=0"),
    _Look("processes (K-08)", "confined", lockdown.sandbox, f"{INSTALL}; {AGAIN}"),
    _Look("watchdog (K-09)", "begins again what stands still", lockdown.watchdog, f"{INSTALL}; reboot"),
    _Look(
        "order (K-10)",
        "people can use it",
        lockdown.order,
        "journalctl -u civic-kiosk -u 'civic-kiosk-*' says why",
    ),
    _Look("account (K-11)", "nobody logs in", _account, INSTALL),
    _Look("groups (K-11)", "no more than it needs", lockdown.groups, "gpasswd -d civic-kiosk GROUP"),
    _Look(
        "USB (K-12)",
        "only what was named",
        lockdown.usb,
        "apt install usbguard; complete /usr/share/civic-kiosk/usbguard/rules.conf and copy it to /etc/usbguard",
        by_image=True,
    ),
    _Look("network (K-13)", "nobody reaches this machine", _doors, "stop what listens there (ss -ltnp)"),
    _Look(
        "rules of the network (K-13)",
        "loaded at each start",
        lockdown.network,
        "systemctl enable --now civic-kiosk-network",
    ),
    _Look(
        "start (K-14)",
        "gives nobody a shell",
        lockdown.boot,
        "add panic=10 rd.shell=0 rd.emergency=reboot to GRUB_CMDLINE_LINUX in /etc/default/grub; update-grub",
        by_image=True,
    ),
    _Look("screen (K-17)", "stays on", lockdown.display_power, "consoleblank=0 on the kernel's command line"),
    _Look("display server (K-18)", "Wayland alone", lockdown.display_server, f"{INSTALL}; {AGAIN}"),
    _Look("sleep (E-03)", "never writes memory to the disk", _sleep, f"{INSTALL}, or systemctl mask them"),
    _Look("crashes (E-04)", "leave nothing", _crashes, "sysctl kernel.core_pattern='|/bin/false'"),
    _Look(
        "log (E-14)", "in memory only", _log, "Storage=volatile in journald.conf; rm -r /var/log/journal/*"
    ),
)
