# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample holds every pair of values that may meet, and is the same every time."""

from itertools import combinations, product

from tests.support.checks.pairs import all_pairs

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
