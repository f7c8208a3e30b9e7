# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine with our package is left alone for an hour: its screen stays on and shows our page.

qemu counts instructions here, so that the machine's own clock goes on at once where nobody has anything to do: its
hour is whole for all of its timers, and takes less than one.
"""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.support.booted import LINE, Booted, NoAnswerError, started
from tests.support.processes import ROOT
from tests.support.standing import edge, is_ready, standing

IMAGE: Final = ROOT / "build" / "machine"
COUNTED: Final = ("-icount", "shift=1,sleep=off", "-smp", "1")
HOUR: Final = 3_600.0
PATIENCE: Final = 5_400.0
LOOKS: Final = 8
"""Times that its screen is looked at on the way."""

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(9_000),
    pytest.mark.skipif(shutil.which("qemu-system-x86_64") is None, reason="qemu-system-x86 is not installed"),
    pytest.mark.skipif(not (IMAGE / "disk.raw").exists(), reason="`make machine` has not built the disk"),
]


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Booted]:
    """From its start to the welcome page, by a clock that counts instructions."""
    with started(IMAGE, tmp_path, LINE, *COUNTED) as process:
        machine = Booted(tmp_path, process)
        try:
            machine.until(lambda: is_ready(machine), PATIENCE)
            yield machine
        finally:
            machine.close()


def age(machine: Booted) -> float:
    """Seconds of its own clock since it was started."""
    return float(machine.run("/bin/cat", "/proc/uptime").split()[0])


def power(machine: Booted) -> set[str]:
    """What the kernel says of each screen that is plugged in: `On` and `enabled`."""
    each = "grep -qx connected $one/status && cat $one/dpms $one/enabled"
    look = f"cd /sys/class/drm && for one in card*-*; do {each}; done"
    return set(machine.run("/bin/sh", "-c", look).split())


@pytest.mark.requirement("K-17", part="a machine that nobody touches for an hour shows its page")
def test_a_screen_that_nobody_touches_for_an_hour_stays_on(machine: Booted) -> None:
    before, began = standing(machine), age(machine)
    machine.until(lambda: len(edge(machine.screen())) == 1)
    assert power(machine) == {"On", "enabled"}
    deadline, seen = time.monotonic() + PATIENCE, 0
    while seen < LOOKS:
        try:
            due = age(machine) - began >= HOUR * (seen + 1) / LOOKS
        except NoAnswerError:
            due = False
        if due:
            shown = machine.screen()
            assert len(edge(shown)) == 1, "the bar of our page stands there"
            assert len({shown[at : at + 3] for at in range(0, len(shown), 3_003)}) > 2, (
                "a page and no dark glass"
            )
            assert power(machine) == {"On", "enabled"}
            seen += 1
        assert time.monotonic() < deadline, (seen, began)
        time.sleep(1)
    assert standing(machine) == before, "nothing was started anew"
