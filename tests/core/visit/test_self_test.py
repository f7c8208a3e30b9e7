# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A technician tries the glass and the keys: what never answered is told and written down, and nobody is caught."""

from dataclasses import replace

import pytest

from core.staff.log_events import LogEvent
from core.staff.member import Member
from core.staff.roles import Role
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit import staff_events as s
from core.visit.self_test_events import KeyFelt, SquareFelt, TryingEnded
from core.visit.self_test_pages import StaffKeys, StaffTested, StaffTouch
from core.visit.staff_events import StaffButton, StaffPressed
from tests.support.told import Told

TARA = Member(775, "Tara", Role.TECHNICIAN)


def at_test(button: StaffButton, role: Role = Role.TECHNICIAN) -> Told:
    """Signed in, and at that test, where the role may go there."""
    told = Told()
    told.visit = replace(told.visit, page=p.StaffDoor(number=775))
    told.tell(s.StaffAnswered(replace(TARA, role=role)))
    return told.tell(StaffPressed(StaffButton.FINDINGS), StaffPressed(button))


def noted(told: Told) -> list[object]:
    return list(told.asked(fx.StaffNoteTest))


@pytest.mark.requirement("K-16", part="a person tries glass and keys")
def test_the_last_square_that_is_felt_ends_the_test() -> None:
    told = at_test(StaffButton.TOUCH)
    squares = [(column, row) for row in (1, 2) for column in (1, 2, 3)]
    told.tell(*(SquareFelt(one, 3, 2) for one in squares[:-1]))
    assert told.visit.page == StaffTouch(3, 2, frozenset(squares[:-1]))
    told.tell(SquareFelt(squares[0], 3, 2), SquareFelt(squares[-1], 3, 2))
    assert told.visit.page == StaffTested(touch=True, asked=6)
    assert noted(told) == [fx.StaffNoteTest(LogEvent.TOUCH_TESTED, Role.TECHNICIAN, 6, 0)]


def test_squares_that_never_felt_a_finger_are_named_from_the_top() -> None:
    told = at_test(StaffButton.TOUCH).tell(SquareFelt((2, 1), 2, 2), SquareFelt((1, 2), 2, 2), TryingEnded())
    assert told.visit.page == StaffTested(touch=True, asked=4, squares=((1, 1), (2, 2)))
    assert noted(told) == [fx.StaffNoteTest(LogEvent.TOUCH_TESTED, Role.TECHNICIAN, 4, 2)]
    assert told.tell(StaffPressed(StaffButton.TOUCH)).visit.page == StaffTouch()


def test_whoever_has_keys_only_goes_on_without_a_touch() -> None:
    told = at_test(StaffButton.TOUCH).tell(TryingEnded())
    assert told.visit.page == StaffTested(touch=True, asked=0)
    assert told.tell(e.BackPressed()).visit.page == p.StaffHome()


def test_a_glass_in_other_squares_is_begun_anew() -> None:
    told = at_test(StaffButton.TOUCH).tell(SquareFelt((2, 1), 4, 2), SquareFelt((1, 1), 2, 2))
    assert told.visit.page == StaffTouch(2, 2, frozenset({(1, 1)}))


@pytest.mark.requirement("K-16", part="a person tries glass and keys")
def test_a_key_says_what_it_is_for_and_the_silent_ones_are_told() -> None:
    told = at_test(StaffButton.KEYS).tell(KeyFelt("Up", "up"), KeyFelt("F9", ""))
    assert told.visit.page == StaffKeys(frozenset({"up"}), "F9", "")
    told.tell(TryingEnded(("up", "down", "select")))
    assert told.visit.page == StaffTested(touch=False, asked=3, keys=("down", "select"))
    assert noted(told) == [fx.StaffNoteTest(LogEvent.KEYS_TESTED, Role.TECHNICIAN, 3, 2)]


@pytest.mark.parametrize("role", [Role.ATTENDANT, Role.MANAGER])
@pytest.mark.parametrize("button", [StaffButton.TOUCH, StaffButton.KEYS])
def test_only_a_technician_tries_the_machine(button: StaffButton, role: Role) -> None:
    assert at_test(button, role).visit.page == p.StaffHome()


def test_leaving_a_test_in_its_middle_writes_nothing_down() -> None:
    told = at_test(StaffButton.TOUCH).tell(SquareFelt((1, 1), 2, 2), e.BackPressed())
    assert (told.visit.page, noted(told)) == (p.StaffHome(), [])
