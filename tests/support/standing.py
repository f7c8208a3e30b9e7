# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a started machine stands: what no key may change, and what its screen shows."""

import time
from dataclasses import dataclass

from tests.support.booted import Booted


@dataclass(frozen=True, slots=True)
class Standing:
    """What may not change: a start has a number, systemd counts how often it began the program anew."""

    start: str
    console: str
    screen_program: str
    restarts: str


def standing(machine: Booted) -> Standing:
    number, again = machine.run(
        "/bin/systemctl", "show", "civic-kiosk", "-p", "MainPID", "-p", "NRestarts"
    ).split()
    return Standing(
        machine.run("/bin/cat", "/proc/sys/kernel/random/boot_id"),
        machine.run("/bin/cat", "/sys/class/tty/tty0/active"),
        number,
        again,
    )


def is_ready(machine: Booted) -> bool:
    """Whether a session is shown and the next one waits."""
    if "ActiveState=active" not in machine.run("/bin/systemctl", "show", "civic-kiosk", "-p", "ActiveState"):
        return False
    units = ("list-units", "--no-legend", "--state=running", "civic-kiosk-session@*")
    return machine.run("/bin/systemctl", *units).count("civic-kiosk-session@") == 2


def edge(pixels: bytes) -> set[bytes]:
    """The colours down the left edge: the bar of our pages is one from the upper edge to its first button."""
    width = 1_280 * 3
    return {pixels[row * width + 6 : row * width + 9] for row in range(0, 500, 5)}


def stays(machine: Booted) -> bytes:
    """The screen once nothing moves on it any more."""
    seen = machine.screen()
    for _ in range(30):
        time.sleep(1)
        before, seen = seen, machine.screen()
        if before == seen:
            return seen
    raise AssertionError("the screen does not come to rest")
