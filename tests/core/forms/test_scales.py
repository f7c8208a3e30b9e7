# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scale's numbers are those of its steps, in decimals, whichever way it runs."""

import pytest

from core.forms.definition import Scale
from core.forms.scales import is_on, steps


@pytest.mark.parametrize(
    ("scale", "numbers"),
    [
        (Scale(1, 5, 1), ("1", "2", "3", "4", "5")),
        (Scale(0, 0.3, 0.1), ("0", "0.1", "0.2", "0.3")),
        (Scale(3, 1, 1), ("3", "2", "1")),
        (Scale(-1, 1, 0.5), ("-1", "-0.5", "0", "0.5", "1")),
        (Scale(0, 10, 4), ("0", "4", "8")),
    ],
)
def test_numbers_run_from_start_as_far_as_whole_steps_go(scale: Scale, numbers: tuple[str, ...]) -> None:
    assert steps(scale).all() == numbers
    assert all(is_on(scale, one) for one in numbers)


def test_step_stays_within_the_ends_and_begins_at_the_start() -> None:
    found = steps(Scale(10, 60, 5))
    assert [found.beside("30", 1), found.beside("30", -1)] == ["35", "25"]
    assert [found.beside("60", 1), found.beside("10", -1), found.beside("99", 1)] == ["60", "10", "60"]
    assert [found.beside("", 1), found.beside("ten", -1)] == ["10", "10"]
    assert [found.beside("1e9999999", 1), found.beside("٣٠", 1)] == ["10", "35"]


@pytest.mark.parametrize("text", ["33", "5", "65", "", "ten", "nan", "2e1", "9e9999999"])
def test_what_is_no_number_of_the_scale_is_not_on_it(text: str) -> None:
    assert not is_on(Scale(10, 60, 5), text)


def test_ends_are_told_smaller_first() -> None:
    assert (steps(Scale(5, 1, 2)).least, steps(Scale(5, 1, 2)).most) == ("1", "5")
