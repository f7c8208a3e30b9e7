# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every check passes a good screen and fails the same screen with a fault in it: a check that cannot fail is none."""

from contextlib import ExitStack

import pytest

from tests.support.checks.check import CHECKS
from tests.support.checks.screen import screen
from tests.support.checks.traps import (
    assistive,
    colours,
    fitting,
    focus,
    hands,
    letters,
    meaning,
    mirroring,
    signals,
    ways,
)
from tests.support.checks.traps.trap import Trap

ALL_TRAPS = {
    name: traps
    for module in (
        letters,
        fitting,
        colours,
        signals,
        mirroring,
        hands,
        ways,
        focus,
        meaning,
        assistive,
    )
    for name, traps in module.TRAPS.items()
}


def test_every_check_owns_a_trap() -> None:
    assert set(ALL_TRAPS) == set(CHECKS)


@pytest.mark.parametrize(
    ("name", "trap"),
    [
        pytest.param(name, trap, id=f"{name}: {trap.spoil.__name__} {trap.case}")
        for name, traps in ALL_TRAPS.items()
        for trap in traps
    ],
)
def test_a_trap_is_found(name: str, trap: Trap) -> None:
    check = CHECKS[name]
    with screen(trap.screen, trap.case) as shown:
        assert list(check.look(shown)) == []
    with screen(trap.screen, trap.case) as shown, ExitStack() as undo:
        trap.spoil(shown, undo)
        assert list(check.look(shown))
