# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""K-07: which programs of the disk the program's account could start, as its units leave them (systemd.exec(5)).

What a unit may execute is what `ExecPaths` names under `NoExecPaths=/`; whoever got out of the window would find no
shell, no terminal and no file manager to begin.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.command_line.settings_of_systemd import unit

UNITS: Final = ("civic-kiosk-session@.service", "civic-kiosk.service")
"""Those before which people stand."""

NEEDED: Final = {
    *("aplay", "amixer", "alsactl", "espeak-ng", "oggdec", "lp", "lpstat", "cancel", "cupsaccept", "cage", "Xwayland"),
    *("kiosk", "python", "python3.11"),
}  # fmt: skip
"""What runs the program, what speaks, prints and holds the screen."""

OPEN: Final = ("usr/lib", "usr/lib64", "opt/civic-kiosk", "etc/civic-kiosk/bin")
"""Libraries are mapped as code, so that these cannot be closed; the last is for commands of the town's own. Of the
programs there only the dangerous are told."""

SHELLS: Final = {
    "sh",
    "bash",
    "dash",
    "zsh",
    "ksh",
    "fish",
    "busybox",
    "xterm",
    "foot",
    "weston-terminal",
    "pcmanfm",
}


def programs(root: Path) -> str:
    """The programs beyond those that it needs; empty where there are none."""
    for name in UNITS:
        lines = unit(root, name)
        if "/" not in _paths(lines, "NoExecPaths"):
            return f"{name} may start every program of the machine"
        more = sorted({str(place) for place in _startable(root, _paths(lines, "ExecPaths"))})
        if more:
            return f"{name} may start {', '.join(more[:5])}{' and others' if len(more) > 5 else ''}"
    return ""


def _paths(lines: list[str], name: str) -> list[str]:
    """The paths of a setting that may stand several times, and begins anew where it is empty."""
    found: list[str] = []
    for line in lines:
        key, _, said = line.partition("=")
        if key.strip() == name:
            found = [*found, *(word.lstrip("-+") for word in said.split())] if said.strip() else []
    return found


def _startable(root: Path, allowed: list[str]) -> Iterator[Path]:
    """What can be executed there and is not needed; in open places, shells and what takes another's rights."""
    for named in allowed:
        place = root / named.lstrip("/")
        for file in place.rglob("*") if place.is_dir() else (place,):
            if not _is_program(file):
                continue
            below = file.relative_to(root)
            if any(below.is_relative_to(one) for one in OPEN):
                if file.name in SHELLS or _takes_rights(file):
                    yield Path("/") / below
            elif file.name not in NEEDED:
                yield Path("/") / below


def _is_program(file: Path) -> bool:
    return file.is_file() and not file.is_symlink() and os.access(file, os.X_OK)


def _takes_rights(file: Path) -> bool:
    """Whether it runs as somebody else (setuid, setgid)."""
    return bool(file.stat().st_mode & (stat.S_ISUID | stat.S_ISGID))
