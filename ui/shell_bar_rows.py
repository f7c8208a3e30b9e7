# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The six places of the bar in rows, at the foot of upright glass: which stand beside each other, and how wide."""

from collections.abc import Iterator, Sequence

from ui.parts.part import shared_widths
from ui.shell_bar_words import PLACES

Rows = tuple[tuple[int, ...], ...]
"""The numbers of the places in each row."""


def ways(
    columns: int, needs: Sequence[int], wished: Sequence[int], inner: int, gap: int
) -> Iterator[tuple[Rows, list[list[int]]]]:
    """Rows of places with their widths: equal ones, two in a row, or as many in a row as there is room for: with
    words in several lines, or each on its own."""
    for count in (columns, 2) if columns > 2 else (columns,):
        equal = (inner - (count - 1) * gap) // count
        if max(needs) <= equal:
            rows = _in_rows(count)
            yield rows, [[equal] * len(row) for row in rows]
    rows = _in_rows(2)
    if all(sum(needs[n] for n in row) + gap <= inner for row in rows):
        yield rows, [_shared(row, needs, wished, inner, gap) for row in rows]
    for wide in (needs, wished):
        if max(wide) <= inner:
            rows = _flowing(wide, inner, gap)
            yield rows, [_shared(row, needs, wished, inner, gap) for row in rows]


def _flowing(wide: Sequence[int], inner: int, gap: int) -> Rows:
    """As many in a row as there is room for."""
    flowing: list[list[int]] = [[]]
    for number, each in enumerate(wide):
        if flowing[-1] and sum(wide[n] for n in flowing[-1]) + each + gap * len(flowing[-1]) > inner:
            flowing.append([])
        flowing[-1].append(number)
    return tuple(tuple(row) for row in flowing)


def _in_rows(count: int) -> Rows:
    return tuple(tuple(range(start, start + count)) for start in range(0, len(PLACES), count))


def _shared(
    row: Sequence[int], needs: Sequence[int], wished: Sequence[int], inner: int, gap: int
) -> list[int]:
    """A row shared as its words need, those that would like to stand in one line first."""
    least = [needs[number] for number in row]
    return shared_widths(inner - gap * (len(row) - 1), [wished[number] for number in row], least)
