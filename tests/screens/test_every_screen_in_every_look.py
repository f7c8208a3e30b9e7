# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every registered screen is held to every check; all pairs of colours, sizes, languages, modes and glass occur."""

import pytest

from tests.support.checks import ways
from tests.support.checks.check import CHECKS, faults
from tests.support.checks.known import KNOWN
from tests.support.checks.sample import pairs, sampled, whole
from tests.support.checks.screen import MOST_PAGES, Case, screen
from tests.support.requirement_results import saw

PARTS = 2
"""How many parts of a paged screen every run looks at; the long run looks at all."""

_needed: set[str] = set()
_done: list[str] = []


ROWS = sampled()
HANDS = frozenset(name for name, check in CHECKS.items() if check.look.__module__ == ways.__name__)
"""What test_hands_on_every_screen sees to."""


def held_to_all(
    request: pytest.FixtureRequest,
    name: str,
    case: Case,
    parts: int,
    *,
    without: frozenset[str] = frozenset(),
) -> list[str]:
    """The faults that nobody knows of. What was carried out and what is known goes into the results."""
    with screen(name, case) as shown:
        found = faults(shown, parts, without=without)
    unknown, wrong = [], set()
    for fault in found:
        reasons = [one for one in KNOWN if one.covers(fault, name, case)]
        for one in reasons:
            _needed.add(one.reason)
            saw(request, one.requirement, fault.check.name, part=fault.check.part, gap=one.reason)
        if not reasons:
            unknown.append(f"{case}: {fault.check.requirements[0]} {fault.check.name}: {fault.what}")
            wrong.add(fault.check.name)
    for check in (one for name_of, one in CHECKS.items() if name_of not in without):
        for requirement in check.requirements:
            saw(request, requirement, check.name, part=check.part, wrong=check.name in wrong)
    return unknown


@pytest.mark.parametrize(("name", "case"), [pytest.param(*row, id=f"{row[0]}-{row[1]}") for row in ROWS])
def test_every_screen_in_a_sample_of_all_looks(request: pytest.FixtureRequest, name: str, case: Case) -> None:
    _done.append(name)
    assert held_to_all(request, name, case, PARTS, without=HANDS) == []


def test_every_known_fault_is_still_there() -> None:
    """Strict: a fault that was mended leaves the table."""
    if len(_done) < len(ROWS):
        pytest.skip("only after all of the sample")
    assert [one.reason for one in KNOWN if one.reason not in _needed] == []


@pytest.mark.long
@pytest.mark.parametrize(("name", "case"), [pytest.param(*row, id=f"{row[0]}-{row[1]}") for row in pairs()])
def test_all_pairs_with_every_part_of_every_screen(
    request: pytest.FixtureRequest, name: str, case: Case
) -> None:
    assert held_to_all(request, name, case, MOST_PAGES) == []


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("name", sorted({row[0] for row in ROWS}))
def test_every_combination(request: pytest.FixtureRequest, name: str) -> None:
    unknown = []
    for screen_name, case in whole():
        if screen_name == name:
            unknown += held_to_all(request, name, case, MOST_PAGES)
    assert unknown == []
