# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every registered screen is held to every check; all pairs of colours, sizes, languages, modes and glass occur."""

import pytest

from tests.support.checks.check import CHECKS, faults
from tests.support.checks.known import KNOWN
from tests.support.checks.sample import pairs, sampled, whole
from tests.support.checks.screen import Case, screen
from tests.support.requirement_results import saw

PARTS = 1
"""How many parts of a paged screen the sample looks at; the long run looks at all."""

ROWS = sampled()
_needed: set[str] = set()
_done: list[str] = []


def held_to_all(request: pytest.FixtureRequest, name: str, case: Case, parts: int) -> list[str]:
    """The faults that nobody knows of. What was carried out and what is known goes into the results."""
    with screen(name, case) as shown:
        found = faults(shown, parts)
    for check in CHECKS.values():
        for requirement in check.requirements:
            saw(request, requirement, check.name, part=check.part)
    unknown = []
    for fault in found:
        reasons = [one for one in KNOWN if one.covers(fault, name, case)]
        for one in reasons:
            _needed.add(one.reason)
            saw(request, one.requirement, fault.check.name, part=fault.check.part, gap=one.reason)
        if not reasons:
            unknown.append(f"{fault.check.requirements[0]} {fault.check.name}: {fault.what}")
    return unknown


@pytest.mark.long
@pytest.mark.parametrize(("name", "case"), [pytest.param(*row, id=f"{row[0]}-{row[1]}") for row in ROWS])
def test_a_sample_of_all_pairs(request: pytest.FixtureRequest, name: str, case: Case) -> None:
    _done.append(f"{name} {case}")
    assert held_to_all(request, name, case, PARTS) == []


@pytest.mark.long
def test_every_known_fault_is_still_there() -> None:
    """Strict: a fault that was mended leaves the table."""
    if len(_done) < len(ROWS):
        pytest.skip("only after the whole sample")
    assert [one.reason for one in KNOWN if one.reason not in _needed] == []


@pytest.mark.long
@pytest.mark.parametrize(("name", "case"), [pytest.param(*row, id=f"{row[0]}-{row[1]}") for row in pairs()])
def test_all_pairs_with_every_screen(request: pytest.FixtureRequest, name: str, case: Case) -> None:
    assert held_to_all(request, name, case, 40) == []


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("name", sorted({row[0] for row in ROWS}))
def test_every_combination(request: pytest.FixtureRequest, name: str) -> None:
    unknown = []
    for screen_name, case in whole():
        if screen_name == name:
            unknown += [f"{case}: {fault}" for fault in held_to_all(request, name, case, 40)]
    assert unknown == []
