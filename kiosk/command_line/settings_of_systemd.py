# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What systemd says on a machine: a unit or configuration with all that is laid over it (systemd.unit(5))."""

import subprocess
from pathlib import Path
from typing import Final

PLACES: Final = ("usr/lib/systemd", "lib/systemd", "run/systemd", "etc/systemd")
"""From the weakest to the strongest."""
PATIENCE: Final = 10.0


def read(file: Path) -> str:
    """What a file says; nothing where it cannot be read."""
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        return ""


def unit(root: Path, name: str) -> list[str]:
    """The lines of a unit, the strongest last; none where it is not installed."""
    whole = [root / place / "system" / name for place in PLACES]
    found = [place for place in whole if place.exists()][-1:]
    return _lines([*found, *_laid_over(root, f"system/{name}.d")])


def configuration(root: Path, name: str) -> list[str]:
    """The lines of one of systemd's own configurations, as `journald.conf`."""
    return _lines([root / "etc/systemd" / name, *_laid_over(root, f"{name}.d")])


def value(lines: list[str], name: str) -> str:
    """What a setting is in the end; empty where nothing says it."""
    said = [line.partition("=")[2].strip() for line in lines if line.partition("=")[0].strip() == name]
    return said[-1] if said else ""


def _laid_over(root: Path, folder: str) -> list[Path]:
    named = {file.name: file for place in PLACES for file in (root / place / folder).glob("*.conf")}
    return [named[name] for name in sorted(named)]


def _lines(files: list[Path]) -> list[str]:
    return [line for file in files for line in read(file).splitlines() if not line.startswith(("#", ";"))]


def has_failed(root: Path, name: str) -> bool:
    """Whether systemd says that this unit of the running machine has failed. A tree of files does not run."""
    if root != Path("/"):
        return False
    try:
        asked = subprocess.run(("systemctl", "is-failed", "--quiet", name), timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0
