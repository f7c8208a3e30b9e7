# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small sample in which every value of every factor meets every value of every other factor at least once."""

from collections.abc import Mapping, Sequence
from itertools import combinations, product
from random import Random
from typing import Final

Row = tuple[str, ...]
SEED: Final = 20_261_123
TRIES: Final = 12


def all_pairs(factors: Mapping[str, Sequence[str]], forbidden: frozenset[tuple[str, str]]) -> list[Row]:
    """Rows with one value of each factor, in the order of `factors`. Two values in `forbidden` never meet.

    Values of different factors must differ. The same factors give the same rows, today and on every machine.
    """
    columns = list(factors.values())
    random = Random(SEED)
    waiting = {
        ((one, first), (two, second))
        for one, two in combinations(range(len(columns)), 2)
        for first, second in product(columns[one], columns[two])
        if (first, second) not in forbidden
    }
    rows = []
    while waiting:
        seed = min(waiting)
        best = max(
            (_grown(columns, seed, waiting, forbidden, random) for _ in range(TRIES)),
            key=lambda row: len(_met(row, waiting)),
        )
        waiting -= _met(best, waiting)
        rows.append(best)
    return rows


_Pair = tuple[tuple[int, str], tuple[int, str]]


def _met(row: Row, waiting: set[_Pair]) -> set[_Pair]:
    return {pair for pair in combinations(enumerate(row), 2) if pair in waiting}


def _grown(
    columns: Sequence[Sequence[str]],
    seed: _Pair,
    waiting: set[_Pair],
    forbidden: frozenset[tuple[str, str]],
    random: Random,
) -> Row:
    """A row that holds the pair `seed`, filled up greedily in a random order."""
    chosen = dict(seed)
    open_columns = [number for number in range(len(columns)) if number not in chosen]
    random.shuffle(open_columns)
    for number in open_columns:
        allowed = [
            value
            for value in columns[number]
            if not any(
                (value, other) in forbidden or (other, value) in forbidden for other in chosen.values()
            )
        ]
        random.shuffle(allowed)

        def gain(value: str, number: int = number) -> int:
            mine = (number, value)
            return sum(
                ((mine, other) if number < other[0] else (other, mine)) in waiting for other in chosen.items()
            )

        chosen[number] = max(allowed, key=gain)
    return tuple(chosen[number] for number in range(len(columns)))
