# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A technician alone looks at what is plugged in, again where they want, and has the source of set-ups asked."""

from dataclasses import replace

import pytest

from core.staff.finding import Found, Gravity
from core.staff.machine_state import DayCount, MachineState
from core.staff.member import Member
from core.staff.roles import Role
from core.staff.set_up_state import SetUpState
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit import staff_events as s
from core.visit.duty import Duty
from core.visit.staff_events import StaffButton, StaffPressed
from tests.support.told import Told

STATE = MachineState(0, None, (), DayCount(0, 0, 0, 0))
MONA = Member(417, "Mona", Role.ATTENDANT)


def on_duty(member: Member) -> Told:
    told = Told()
    told.visit = replace(told.visit, page=p.StaffHome(), staff=Duty(member, state=STATE))
    return told


def pressed(told: Told, button: StaffButton) -> Told:
    return told.tell(StaffPressed(button))


def test_devices_are_looked_at_again_by_a_technician_alone() -> None:
    found = (Found("Disk", Gravity.BAD, "full"),)
    told = pressed(on_duty(replace(MONA, role=Role.TECHNICIAN)), StaffButton.DEVICES)
    assert told.visit.page == p.StaffFindings(devices=True)
    assert told.asked(fx.StaffLook) == [fx.StaffLook(Role.TECHNICIAN)]
    pressed(told, StaffButton.AGAIN)
    assert len(told.asked(fx.StaffLook)) == 1, "it is looking already"
    assert told.tell(s.FindingsHere(found)).visit.page == p.StaffFindings(found, devices=True)
    assert pressed(told, StaffButton.AGAIN).visit.page == p.StaffFindings(devices=True)
    assert len(told.asked(fx.StaffLook)) == 2
    for role in (Role.ATTENDANT, Role.MANAGER):
        assert pressed(on_duty(replace(MONA, role=role)), StaffButton.DEVICES).visit.page == p.StaffHome()


@pytest.mark.parametrize("role", Role)
def test_the_source_of_set_ups_is_asked_by_a_technician_where_it_has_an_address(role: Role) -> None:
    told = pressed(on_duty(replace(MONA, role=role)), StaffButton.ASK)
    assert told.asked(fx.StaffAskSource) == []
    told.tell(s.StaffStateHere(replace(STATE, set_up=SetUpState(copies=True, asks=True))))
    asked = [fx.StaffAskSource(role)] if role is Role.TECHNICIAN else []
    assert pressed(told, StaffButton.ASK).asked(fx.StaffAskSource) == asked


def test_the_machine_is_described_anew_for_two_minutes_after_its_source_was_asked() -> None:
    told = on_duty(replace(MONA, role=Role.TECHNICIAN))
    told.tell(s.StaffStateHere(replace(STATE, set_up=SetUpState(copies=True, asks=True))))
    told.tell(*(e.Tick(float(second)) for second in range(60)))
    assert told.asked(fx.StaffDescribe) == [], "nothing was asked for yet"
    pressed(told, StaffButton.ASK)
    told.tell(*(e.Tick(float(second)) for second in range(60, 75)))
    assert len(told.asked(fx.StaffDescribe)) == 1
    told.tell(*(e.Tick(float(second)) for second in range(75, 400)))
    assert len(told.asked(fx.StaffDescribe)) == 8


def test_nothing_is_described_behind_another_page_after_the_source_was_asked() -> None:
    told = on_duty(replace(MONA, role=Role.TECHNICIAN))
    told.tell(s.StaffStateHere(replace(STATE, set_up=SetUpState(copies=True, asks=True))))
    pressed(pressed(told, StaffButton.ASK), StaffButton.DEVICES)
    told.tell(*(e.Tick(float(second)) for second in range(100)))
    assert told.asked(fx.StaffDescribe) == []
