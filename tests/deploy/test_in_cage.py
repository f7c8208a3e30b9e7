# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""On a machine of its own nobody gets out of the program, and one process takes over from the other without a gap."""

import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.caged import AS_SOMEBODY, Caged, caged

SEED = 20261128
MODIFIERS = ("", "alt", "ctrl", "super", "shift", "ctrl+alt", "ctrl+shift", "alt+shift", "ctrl+alt+shift")
KEYS = (
    *(f"F{number}" for number in range(1, 13)),
    *[
        "Escape",
        "Delete",
        "BackSpace",
        "Tab",
        "Menu",
        "Print",
        "Sys_Req",
        "Pause",
        "Scroll_Lock",
        "Home",
        "End",
    ],
    *["q", "w", "c", "x", "v", "p", "o", "s", "l", "t", "n", "r", "h", "d", "1", "2", "space"],
    *[
        "XF86AudioMute",
        "XF86Calculator",
        "XF86HomePage",
        "XF86Mail",
        "XF86Search",
        "XF86PowerOff",
        "XF86Sleep",
    ],
    *["XF86WWW", "XF86Explorer", "XF86Terminal", "XF86LogOff", "Super_L", "Super_R", "Hyper_L"],
)
OURS = {
    "cage",
    "kiosk",
    "kiosk.session",
    "kiosk.courier",
    "kiosk.speaker",
    "kiosk.picturing",
    "Xwayland",
    "systemd-socket-activate",
}
FINISH = (110, 725)


def may_have_namespaces() -> bool:
    return subprocess.run((*AS_SOMEBODY, "true"), capture_output=True, check=False).returncode == 0


pytestmark = [
    pytest.mark.timeout(400),
    pytest.mark.skipif(
        not may_have_namespaces(),
        reason="root runs this, cage refuses root, and no user namespace can be made",
    ),
]


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Caged]:
    with caged(tmp_path) as machine:
        yield machine


def combinations(number: int, during: str = "") -> list[str]:
    """The same ones each time, and other ones during something else."""
    chance = random.Random(f"{SEED}{during}" if during else SEED)
    return [f"{chance.choice(MODIFIERS)}+{chance.choice(KEYS)}".strip("+") for _ in range(number)]


def held(machine: Caged) -> None:
    """Nothing ended, nothing else began, and the window has no frame."""
    assert machine.runs()
    assert machine.count("ended unexpectedly") == machine.count("is frozen") == 0
    assert machine.programs() <= OURS, machine.programs()
    # The bar is one colour from the upper edge down to its first button: a frame with a title would stand there.
    edge = machine.left_edge()
    assert len(set(edge)) == 1, edge


@pytest.mark.parametrize(
    "number", [150, pytest.param(1_000, marks=[pytest.mark.long, pytest.mark.timeout(3_000)])]
)
@pytest.mark.requirement("K-01", part="no key leads out of a nested cage")
@pytest.mark.requirement("K-02", part="no frame in a nested cage")
@pytest.mark.requirement("K-05", part="a hundred and fifty combinations in a nested cage")
def test_no_combination_of_keys_leads_out(machine: Caged, number: int) -> None:
    """K-01, K-02, K-05."""
    held(machine)
    machine.press("alt+Escape", "alt+F4", "ctrl+alt+F2", "ctrl+alt+BackSpace", "ctrl+alt+Delete")
    pressed = combinations(number)
    for start in range(0, number, 50):
        machine.press(*pressed[start : start + 50])
    held(machine)
    with machine.stray("sleep", "60"):
        assert machine.programs() - OURS == {"sleep"}, "a program that gets out would be seen"


def test_the_next_process_stands_over_the_one_that_leaves(machine: Caged) -> None:
    """E-16: a visit of one touch, then Finish."""
    machine.touch(370, 380)
    machine.until(lambda: machine.count("courier started") > 0)
    shown = machine.count("a window is shown")

    def finished() -> bool:
        machine.touch(*FINISH)
        return machine.count("a window is shown") > shown

    machine.until(finished)
    held(machine)


@pytest.mark.requirement("K-10", part="a page of ours stands where every session crashes")
def test_where_every_session_crashes_a_page_of_ours_stands_on_the_screen(tmp_path: Path) -> None:
    """K-10: never a console, never an empty screen; and nobody gets out of that page either."""
    with caged(tmp_path, "tests.support.crashing_session", ("a window is shown", 1)) as machine:
        assert machine.count("session ended unexpectedly") == 3
        assert machine.count("out of order; a session is tried again") == 1
        machine.press("alt+Escape", "alt+F4", "ctrl+alt+F2", "ctrl+alt+Delete", *combinations(50))
        assert machine.runs()
        assert "kiosk.out_of_order" in machine.programs()
        assert machine.programs() <= OURS | {"kiosk.out_of_order"}, machine.programs()
        assert len(set(machine.left_edge())) == 1
