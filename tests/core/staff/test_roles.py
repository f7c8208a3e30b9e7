# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who of the staff may do what, how long they stay, and what they sign in with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.staff.credentials import NUMBERS, PinFault, is_token, number_of, pin_fault
from core.staff.presence import IDLE, LONGEST, Presence
from core.staff.roles import Role, Task, may, tasks


def test_each_task_belongs_to_some_role_and_no_role_may_do_everything() -> None:
    assert frozenset().union(*(tasks(role) for role in Role)) == frozenset(Task)
    assert all(tasks(role) != frozenset(Task) for role in Role)


def test_only_a_technician_takes_the_log_out_and_never_gives_up_an_application() -> None:
    assert [role for role in Role if may(role, Task.EXPORT_LOG)] == [Role.TECHNICIAN]
    assert not may(Role.TECHNICIAN, Task.DISCARD_SEALED)
    assert [role for role in Role if may(role, Task.CHANGE_PROFILE)] == [Role.MANAGER]


# Whole seconds, which floats hold exactly: what is tested is the rule and not the last bit of a sum.
@given(
    since=st.integers(0, 10**9).map(float),
    idle=st.integers(0, int(IDLE)).map(float),
    more=st.integers(0, int(2 * LONGEST)).map(float),
)
def test_staff_stay_ten_minutes_after_a_press_and_twelve_hours_at_most(
    since: float, idle: float, more: float
) -> None:
    pressed = since + more
    left = Presence(since, pressed).left(pressed + idle)
    assert left <= IDLE
    assert (left > 0) == (pressed + idle < min(pressed + IDLE, since + LONGEST))


def test_a_clock_that_ran_back_signs_out() -> None:
    assert Presence(100.0, 200.0).left(150.0) == 0.0
    assert Presence(100.0, 50.0).left(150.0) == 0.0


@pytest.mark.parametrize(
    ("pin", "fault"),
    [
        ("48151", PinFault.LENGTH),
        ("4815162342108", PinFault.LENGTH),
        ("48a516", PinFault.LENGTH),
        ("٤٨١٥١٦", PinFault.LENGTH),
        ("111111", PinFault.EASY),
        ("121212", PinFault.EASY),
        ("123456", PinFault.EASY),
        ("987654", PinFault.EASY),
        ("481516", None),
    ],
)
def test_a_pin_has_six_digits_at_least_and_is_none_of_the_first_guesses(
    pin: str, fault: PinFault | None
) -> None:
    assert pin_fault(pin) is fault


@given(typed=st.text(max_size=6))
def test_whatever_is_typed_is_a_number_of_three_digits_or_none(typed: str) -> None:
    number = number_of(typed)
    assert number is None or (number in NUMBERS and str(number) == typed)


def test_a_card_holds_something_long_enough_and_printable() -> None:
    assert is_token("04A2B3C4D5E6F7")
    assert not is_token("short")
    assert not is_token("line\nbreak-in-it")
    assert not is_token("x" * 401)
