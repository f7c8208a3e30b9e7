# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff let the printer go on: only where it holds something back, and they see afterwards how it is."""

from dataclasses import replace

import pytest

from core.errors import Trouble
from core.staff.machine_state import DayCount, MachineState
from core.staff.member import Member
from core.staff.printer_state import Going, PrinterFault, PrinterState
from core.staff.roles import Role
from core.visit import effects as fx
from core.visit import pages as p
from core.visit import staff_events as s
from core.visit.duty import Duty
from core.visit.staff_events import StaffButton, StaffPressed
from tests.support.told import Told

CALM = MachineState(0, None, (), DayCount(0, 0, 0, 0))
JAMMED = replace(CALM, printer=PrinterState(Going.STOPPED, (PrinterFault.JAM,), 2))
READY = replace(CALM, printer=PrinterState(Going.READY))


def on_duty(role: Role, state: MachineState | None) -> Told:
    told = Told()
    told.visit = replace(told.visit, page=p.StaffHome(), staff=Duty(Member(417, "Mona", role), state=state))
    return told


@pytest.mark.parametrize("role", Role)
def test_a_stopped_printer_is_let_go_on_and_looked_at_again(role: Role) -> None:
    told = on_duty(role, JAMMED).tell(StaffPressed(StaffButton.FREE))
    assert told.asked(fx.StaffFreePrinter) == [fx.StaffFreePrinter(role)]

    told.tell(s.StaffDone(StaffButton.FREE))

    assert told.visit.page == p.StaffHome(done="free")
    assert told.asked(fx.StaffDescribe) == [fx.StaffDescribe()]


def test_that_it_does_not_go_on_is_said_where_staff_are() -> None:
    stuck = Trouble("trouble.printer_stuck")
    told = on_duty(Role.ATTENDANT, JAMMED).tell(s.StaffDone(StaffButton.FREE, stuck))

    assert told.visit.page == p.StaffHome(trouble=stuck)
    assert told.asked(fx.StaffDescribe)


@pytest.mark.parametrize("state", [None, CALM, READY])
def test_there_is_nothing_to_free_where_nothing_is_held_back(state: MachineState | None) -> None:
    told = on_duty(Role.ATTENDANT, state).tell(StaffPressed(StaffButton.FREE))
    assert told.asked(fx.StaffFreePrinter) == []


def test_an_answer_that_comes_late_does_not_lead_back() -> None:
    told = on_duty(Role.ATTENDANT, JAMMED)
    told.visit = replace(told.visit, page=p.StaffHeld())
    assert told.tell(s.StaffDone(StaffButton.FREE)).visit.page == p.StaffHeld()
