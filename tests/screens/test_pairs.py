# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample holds every pair of values that may meet, and is the same every time, whatever screens are added."""

from itertools import combinations, product

import pytest

from tests.support.checks.dealing import dealt
from tests.support.checks.pairs import all_pairs
from tests.support.checks.sample import sampled
from tests.support.checks.screen import GLASS, LANGUAGES, MODES, STEPS, THEMES
from ui.registry import screens

FACTORS = {"one": ["a", "b", "c"], "two": ["x", "y"], "three": ["1", "2", "3"]}


def test_every_pair_meets_and_no_forbidden_one() -> None:
    forbidden = frozenset({("a", "y")})
    rows = all_pairs(FACTORS, forbidden)
    columns = list(FACTORS.values())
    for first, second in combinations(range(3), 2):
        for pair in product(columns[first], columns[second]):
            met = any((row[first], row[second]) == pair for row in rows)
            assert met is (pair not in forbidden), pair
    assert rows == all_pairs(FACTORS, forbidden)
    assert len(rows) < len(list(product(*columns)))


def test_a_screen_keeps_its_look_when_another_one_is_added_or_goes() -> None:
    names = sorted(screens())
    before = dealt(names, 32)
    for changed in (["a-screen-that-sorts-first", *names], names[1:]):
        after = dealt(changed, 32)
        assert {name: after[name] for name in names if name in after} == {
            name: before[name] for name in names if name in after
        }


def test_a_number_that_no_name_has_by_itself_is_taken_over_by_one() -> None:
    names = [f"name {number}" for number in range(40)]
    found = dealt(names, 32)
    assert set(found.values()) == set(range(32))
    assert found == dealt(names[::-1], 32)
    with pytest.raises(ValueError, match="2 names for 3 numbers"):
        dealt(names[:2], 3)


def test_the_sample_shows_each_screen_once_and_every_two_values_of_a_look_together() -> None:
    rows = sampled()
    assert sorted(name for name, _ in rows) == sorted(screens())
    met = {
        pair
        for _, case in rows
        for pair in combinations(
            (
                ("theme", case.theme),
                ("step", case.step),
                ("language", case.language),
                ("mode", case.mode),
                ("glass", case.glass),
            ),
            2,
        )
    }
    factors = {"theme": THEMES, "step": STEPS, "language": LANGUAGES, "mode": MODES, "glass": GLASS}
    wanted = {
        ((one, first), (two, second))
        for (one, firsts), (two, seconds) in combinations(factors.items(), 2)
        for first, second in product(firsts, seconds)
    }
    # Larger and slower begins at the third step.
    too_small = {(("step", step), ("mode", "assisted")) for step in (1, 2)}
    assert met == wanted - too_small
