# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every registered screen answers hands, keys and switches alike, whatever is on it. Each check has a trap."""

import pytest

from tests.support.checks.check import CHECKS
from tests.support.checks.screen import Case, screen
from tests.support.checks.traps.ways import TRAPS
from tests.support.requirement_results import saw
from ui.registry import screens

ALSO = ("a press counts inside", "a held key acts once", "a wheel changes nothing")
CHOSEN = [CHECKS[name] for name in (*TRAPS, *ALSO)]
CASES = (
    Case(),
    Case(step=3, language="ar", mode="assisted", glass="K1"),
    Case(theme="high-dark", language="zh-Hans", glass="H1"),
)
ROWS = [pytest.param(number, name, id=name) for number, name in enumerate(sorted(screens()))]


@pytest.mark.parametrize(("number", "name"), ROWS)
def test_a_screen_answers_every_hand_alike(request: pytest.FixtureRequest, number: int, name: str) -> None:
    found: list[str] = []
    wrong = set()
    with screen(name, CASES[number % len(CASES)]) as shown:
        for check in sorted(CHOSEN, key=lambda one: one.when == "at the end"):
            faults = [f"{check.requirements[0]} {check.name}: {fault}" for fault in check.look(shown)]
            found += faults
            wrong |= {check.name} if faults else set()
    for check in CHOSEN:
        for requirement in check.requirements:
            saw(request, requirement, check.name, part=check.part, wrong=check.name in wrong)
    assert found == []
