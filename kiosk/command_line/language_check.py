# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a language pack as the program would, for whoever makes one."""

from pathlib import Path

from i18n.packs import RefusedPack, read_pack
from kiosk.command_line.endings import Status, stop


def run(folder: Path) -> int:
    """Print what a pack adds and return the exit status, or end with every reason why it is refused."""
    pack = read_pack(folder)
    if isinstance(pack, RefusedPack):
        stop("\n".join(f"refused: {line}" for line in pack.lines()))
    for line in pack.aside:
        print(f"left out: {line}")
    info = pack.info
    print(f"{info.tag}: {info.own_name}, {info.share} of 100 sentences; the others are said in English.")
    if not info.letters:
        print("It has no letters: the keyboard on the screen shows the Latin ones.")
    return int(Status.DONE)
