# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows that share what is left over."""

import pytest

from ui.parts.grid import levelled


@pytest.mark.parametrize(
    ("heights", "room", "shared"),
    [
        ([20, 30, 20], 120, [40, 40, 40]),
        ([20, 30, 20], 90, [30, 30, 30]),
        ([20, 30, 20], 80, [25, 30, 25]),
        ([10, 30, 20], 64, [14, 30, 20]),
        ([10, 30, 20], 76, [23, 30, 23]),
        ([20, 30, 20], 70, [20, 30, 20]),
        ([15], 40, [40]),
    ],
)
def test_the_lowest_rows_grow_first_and_none_shrinks(
    heights: list[int], room: int, shared: list[int]
) -> None:
    assert levelled(heights, room) == shared
    assert sum(shared) <= room
