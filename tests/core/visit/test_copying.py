# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A manager copies settings by codes: shown round and round, read in any order, and never taken in part."""

from dataclasses import replace

import pytest

from core.code_set import Gathered, codes_of
from core.errors import Trouble
from core.staff.machine_state import DayCount, MachineState
from core.staff.member import Member
from core.staff.roles import Role
from core.staff.set_up_state import SetUpState
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit import staff_events as s
from core.visit.copying_pages import StaffReadCodes, StaffShowCodes
from core.visit.staff_events import StaffButton, StaffPressed
from tests.support.told import Told

STATE = MachineState(0, None, (), DayCount(0, 0, 0, 0), SetUpState(copies=True))
CONTENT = bytes((place * 7919) % 251 ^ (place >> 3) & 255 for place in range(1_500))
CODES = codes_of(CONTENT)


def on_duty(role: Role = Role.MANAGER, state: MachineState = STATE) -> Told:
    told = Told()
    told.visit = replace(told.visit, page=p.StaffDoor(number=582))
    return told.tell(s.StaffAnswered(Member(582, "Omar", role)), s.StaffStateHere(state))


def reading(*, by_camera: bool = False) -> Told:
    told = on_duty().tell(StaffPressed(StaffButton.READ_CODES))
    return told.tell(StaffPressed(StaffButton.LOOK)) if by_camera else told


def test_the_codes_go_round_one_by_one() -> None:
    told = on_duty().tell(StaffPressed(StaffButton.SHOW_CODES))
    assert told.asked(fx.StaffMakeCodes) == [fx.StaffMakeCodes(Role.MANAGER)]
    told.tell(StaffPressed(StaffButton.NEXT_CODE), s.CodesHere(CODES))
    places = []
    for _ in range(len(CODES) + 1):
        assert isinstance(told.visit.page, StaffShowCodes)
        places.append(told.visit.page.shown)
        told.tell(StaffPressed(StaffButton.NEXT_CODE))
    assert places == [*range(len(CODES)), 0]
    told.tell(e.BackPressed(), s.CodesHere(CODES))
    assert told.visit.page == p.StaffHome()


def test_codes_are_read_in_any_order_and_the_whole_is_handed_on_once() -> None:
    told = reading()
    for code in (*CODES[1:], CODES[1], "a card", CODES[0], CODES[2]):
        told.tell(e.CardShown(code))
    assert told.asked(fx.StaffTakeProfile) == [fx.StaffTakeProfile(Role.MANAGER, CONTENT)]
    assert isinstance(told.visit.page, StaffReadCodes)
    assert told.visit.page.taking
    assert CONTENT[:20].hex() not in repr(told.visit) + repr(told.effects)
    assert told.tell(s.StaffDone(StaffButton.READ_CODES)).visit.page == p.StaffHome(done="read-codes")


def test_what_is_no_code_is_told_and_nothing_that_was_read_is_lost() -> None:
    told = reading().tell(e.CardShown(CODES[0]), e.CardShown("04A2B3C4D5E6F7"))
    assert told.visit.page == StaffReadCodes(Gathered().with_code(CODES[0]) or Gathered(), strange=True)
    assert told.visit.over is None


def test_the_camera_looks_on_until_all_are_read_or_somebody_leaves() -> None:
    told = reading(by_camera=True).tell(e.CardShown(CODES[0]), e.CardShown(CODES[0]), e.CardShown("else"))
    assert len(told.asked(fx.LookForCard)) == 4
    assert told.tell(e.BackPressed()).asked(fx.StopLooking) == [fx.StopLooking()]
    told = reading(by_camera=True)
    for code in CODES:
        told.tell(e.CardShown(code))
    assert len(told.asked(fx.LookForCard)) == len(CODES)


def test_a_camera_that_sees_nothing_leaves_the_scanner() -> None:
    told = reading(by_camera=True).tell(e.CameraEnded(Trouble("trouble.no_camera")))
    assert told.visit.page == StaffReadCodes(trouble=Trouble("trouble.no_camera"))
    told.tell(e.CardShown(CODES[0]))
    assert isinstance(told.visit.page, StaffReadCodes)
    assert told.visit.page.gathered.read == 1


@pytest.mark.parametrize("button", [StaffButton.SHOW_CODES, StaffButton.READ_CODES])
@pytest.mark.parametrize(
    ("role", "state"),
    [
        (Role.ATTENDANT, STATE),
        (Role.TECHNICIAN, STATE),
        (Role.MANAGER, replace(STATE, set_up=SetUpState(editable=True))),
    ],
)
def test_only_a_manager_of_a_machine_that_trusts_somebody_copies(
    button: StaffButton, role: Role, state: MachineState
) -> None:
    assert on_duty(role, state).tell(StaffPressed(button)).visit.page == p.StaffHome()
