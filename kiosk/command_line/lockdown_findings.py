# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be seen on a running machine of the rest of lockdown (K-01 to K-18): processes and units.

What only a press, a card or a restart shows is named in `NOT_SEEN`, with where it is shown instead.
"""

import os
from pathlib import Path
from typing import Final

from kiosk.command_line.settings_of_systemd import configuration, has_failed, read, unit, value

SCREEN: Final = "civic-kiosk.service"
SESSION: Final = "civic-kiosk-session@.service"
ACCOUNT: Final = "civic-kiosk"
GROUPS: Final = {"audio", "video", "render", "input"}
"""The only groups that the program's account may be in: what it shows, says and is pressed with."""

ALLOWING: Final = ("allow", "match")
"""How rules of USBGuard begin that let something in (usbguard-rules.conf(5))."""

NOT_SEEN: Final = (
    "K-05 and K-06 (no key and no button closes it): only pressing shows it; the program's own tests press a thousand",
    "K-07 (nothing else can be opened): the program has nothing that opens another; its tests press and look for one",
    "K-15 (how staff leave): try it with a card and a PIN",
    "K-16 (whether a press is felt, a voice heard, a sheet printed): `kiosk setup` asks whoever stands there",
)


def compositor(root: Path) -> str:
    """K-01: cage over the whole screen, from which no key changes to another console."""
    running = [words for words in _commands(root) if Path(words[0]).name == "cage"]
    if any("-s" in words for words in running):
        return "cage lets keys change to another console (-s)"
    if not running:
        return "cage does not run"
    return ""


def frame(root: Path) -> str:
    """K-02."""
    said = " ".join(unit(root, SESSION))
    return "" if "QT_WAYLAND_DISABLE_WINDOWDECORATION=1" in said else "windows may have a frame with buttons"


def sandbox(root: Path) -> str:
    """K-08: what the kernel says of each process of the program."""
    for folder in (root / "proc").glob("[0-9]*"):
        status = dict(line.partition(":")[::2] for line in read(folder / "status").splitlines())
        words = read(folder / "cmdline").split("\0")
        if not any(word.startswith("kiosk.") for word in words):
            continue
        loose = [
            name
            for name, least in (("NoNewPrivs", "1"), ("Seccomp", "2"), ("CapBnd", "0000000000000000"))
            if status.get(name, least).strip() != least
        ]
        if loose:
            return f"process {folder.name} is not confined ({', '.join(loose)})"
    return ""


def watchdog(root: Path) -> str:
    """K-09: a frozen program, and a frozen machine, are begun again."""
    lines, session = unit(root, SCREEN), unit(root, SESSION)
    wanted = (("Restart", "always"), ("StartLimitIntervalSec", "0"))
    left = [name for name, one in wanted if value(lines, name) != one]
    left += [
        f"WatchdogSec of {name}"
        for name, one in ((SCREEN, lines), (SESSION, session))
        if not value(one, "WatchdogSec")
    ]
    if not value(configuration(root, "system.conf"), "RuntimeWatchdogSec"):
        left.append("RuntimeWatchdogSec")
    return f"not set: {', '.join(left)}" if left else ""


def order(root: Path) -> str:
    """K-10."""
    shown = any("kiosk.out_of_order" in words for words in _commands(root))
    return "the screen says that this machine is out of order" if shown else ""


def groups(root: Path) -> str:
    """K-11: what the account may do beyond its own."""
    named = [line.split(":") for line in read(root / "etc/group").splitlines()]
    more = sorted(
        one[0] for one in named if len(one) == 4 and ACCOUNT in one[3].split(",") and one[0] not in GROUPS
    )
    return f"the account is in {', '.join(more)}" if more else ""


def usb(root: Path) -> str:
    """K-12: what is plugged in does nothing until somebody has named it."""
    rules = _read_or_shut(root / "etc/usbguard/rules.conf")
    by_kernel = read(root / "sys/module/usbcore/parameters/authorized_default") in ("0", "2")
    return "" if rules or by_kernel or shut_out(root) else "whatever is plugged in works"


def shut_out(root: Path) -> str:
    """K-12, the other way round: USBGuard without a rule lets nothing in, and touch screen and keys are dead."""
    wants = (root / "etc/systemd/system").glob("*.wants")
    runs = any((folder / "usbguard.service").is_symlink() for folder in wants)
    rules = (root / "etc/usbguard/rules.conf", *(root / "etc/usbguard/rules.d").glob("*.conf"))
    lets = any(line.startswith(ALLOWING) for one in rules for line in _read_or_shut(one).splitlines())
    return "USBGuard has no rule that lets anything in" if runs and not lets else ""


def network(root: Path) -> str:
    """K-13: the rules of the network are loaded at each start, and were at this one."""
    enabled = root / "etc/systemd/system/sysinit.target.wants/civic-kiosk-network.service"
    if not enabled.is_symlink():
        return "its rules are not loaded at a start"
    return "its rules could not be loaded at this start" if has_failed(root, enabled.name) else ""


def display_power(root: Path) -> str:
    """K-17."""
    blanks = read(root / "sys/module/kernel/parameters/consoleblank")
    if blanks not in ("", "0"):
        return f"the screen goes dark after {blanks} seconds"
    idle = value(configuration(root, "logind.conf"), "IdleAction")
    return "" if idle in ("", "ignore") else f"the machine does {idle} when nobody is there"


def display_server(root: Path) -> str:
    """K-18: Wayland, and no X server that any program could listen to."""
    servers = sorted({Path(words[0]).name for words in _commands(root)} & {"Xorg", "Xvfb", "Xvnc"})
    if servers:
        return f"{', '.join(servers)} runs"
    return (
        ""
        if "QT_QPA_PLATFORM=wayland" in " ".join(unit(root, SESSION))
        else "sessions do not ask for Wayland"
    )


def _read_or_shut(file: Path) -> str:
    """What rules say; where only root may read them, as on a running machine, it is taken that they are right."""
    return "allow" if file.exists() and not os.access(file, os.R_OK) else read(file)


def _commands(root: Path) -> list[list[str]]:
    """The words of every program that runs, without those of the kernel."""
    texts = (read(folder / "cmdline") for folder in (root / "proc").glob("[0-9]*"))
    return [text.split("\0") for text in texts if text]
