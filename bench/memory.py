# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much memory processes really take: their proportional set size, so that shared pages count once."""

from pathlib import Path


def pss(pid: int) -> float:
    """The proportional set size of one process in MB (proc(5), smaps_rollup)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise ValueError(f"process {pid} does not tell its memory")


def family(pid: int) -> dict[int, str]:
    """A process and all its descendants, with the last words of their command lines."""
    found = {pid: _name(pid)}
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found.update(family(int(child)))
    return found


def _name(pid: int) -> str:
    words = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
    return " ".join(word for word in words[1:4] if word)
