# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything to press is low on an upright glass for who wants it, and in reach for everybody; nothing is lost."""

import pytest

from tests.support.checks.check import CHECKS
from tests.support.checks.model import Check
from tests.support.checks.screen import Case, screen
from tests.support.requirement_results import saw
from ui.registry import screens

REACH = CHECKS["low enough to reach"]
WHOLE = ("nothing is cut or covered", "nothing scrolls", "targets are large")
CASES = (
    Case(glass="K3", low=True),
    Case(glass="K3", step=5, theme="high-dark", low=True),
    Case(glass="K1", step=2, low=True),
    Case(glass="K3", step=3, language="ar", mode="assisted", low=True),
    Case(glass="K4", step=2, language="es"),
)
EVERY_TIME = 7
MOST_PARTS = 40

ROWS = [
    pytest.param(number, name, id=name, marks=() if number % EVERY_TIME == 0 else pytest.mark.long)
    for number, name in enumerate(sorted(screens()))
]


@pytest.mark.parametrize(("number", "name"), ROWS)
def test_everything_to_press_is_low_and_nothing_is_lost(
    request: pytest.FixtureRequest, number: int, name: str
) -> None:
    looked: list[Check] = [REACH, *(CHECKS[one] for one in WHOLE)]
    found: dict[str, list[str]] = {check.name: [] for check in looked}
    with screen(name, CASES[number % len(CASES)]) as shown:
        for _ in range(MOST_PARTS):
            for check in looked:
                found[check.name] += check.look(shown)
            if not shown.turn():
                break
    saw(request, "OPR-02", REACH.name, wrong=any(found.values()))
    assert {name: faults for name, faults in found.items() if faults} == {}
