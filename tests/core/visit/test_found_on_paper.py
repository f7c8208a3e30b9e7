# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A technician prints what the machine found: what was tested by hand stands on it too, and nobody else may."""

from dataclasses import replace

import pytest

from core.errors import Trouble
from core.staff.finding import Found, Gravity
from core.staff.roles import Role
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit import staff_events as s
from core.visit.self_test_events import SquareFelt, TryingEnded
from core.visit.self_test_pages import StaffTested
from core.visit.staff_events import StaffButton, StaffPressed
from tests.core.visit.test_self_test import at_test
from tests.support.told import Told

FOUND = (Found("Disk", Gravity.BAD, "full"), Found("Sound", Gravity.FINE, "there"))
PRINT = StaffPressed(StaffButton.PRINT_FOUND)


def at_findings() -> Told:
    """Glass and keys were tested, the glass twice; then the machine has looked."""
    told = at_test(StaffButton.TOUCH).tell(TryingEnded(), StaffPressed(StaffButton.TOUCH))
    told.tell(SquareFelt((1, 1), 2, 1), TryingEnded(), e.BackPressed(), StaffPressed(StaffButton.FINDINGS))
    told.tell(StaffPressed(StaffButton.KEYS), TryingEnded(("up",)), e.BackPressed())
    return told.tell(StaffPressed(StaffButton.FINDINGS), s.FindingsHere(FOUND))


def test_the_sheet_has_what_was_found_and_the_last_of_each_test() -> None:
    told = at_findings().tell(PRINT)

    (sheet,) = told.asked(fx.StaffPrintFound)
    assert isinstance(sheet, fx.StaffPrintFound)
    assert (sheet.role, sheet.found, sheet.problems) == (Role.TECHNICIAN, FOUND, 1)
    glass = StaffTested(touch=True, asked=2, squares=((2, 1),))
    assert sheet.tested == (glass, StaffTested(touch=False, asked=1, keys=("up",)))


@pytest.mark.parametrize("trouble", [None, Trouble("trouble.printer")])
def test_what_came_of_it_is_said_on_the_same_page(trouble: Trouble | None) -> None:
    told = at_findings().tell(PRINT, s.StaffDone(StaffButton.PRINT_FOUND, trouble))
    done = "" if trouble is not None else "print-found"
    assert told.visit.page == p.StaffFindings(FOUND, done=done, trouble=trouble)


def test_nothing_is_printed_while_the_machine_looks() -> None:
    told = at_findings().tell(e.BackPressed(), StaffPressed(StaffButton.FINDINGS), PRINT)
    assert told.asked(fx.StaffPrintFound) == []


@pytest.mark.parametrize("role", [Role.ATTENDANT, Role.MANAGER])
def test_others_print_nothing_of_it(role: Role) -> None:
    told = at_findings()
    staff = told.visit.staff
    assert staff is not None
    told.visit = replace(told.visit, staff=replace(staff, member=replace(staff.member, role=role)))
    assert told.tell(PRINT).asked(fx.StaffPrintFound) == []
