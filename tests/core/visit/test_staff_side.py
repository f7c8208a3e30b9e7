# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who works here: a visit ends before they sign in, two give up an application, and silence signs out (P28)."""

from dataclasses import replace

import pytest

from core.errors import Trouble
from core.ids import SubmissionId
from core.seal_number import make
from core.staff.finding import Found, Gravity
from core.staff.log_events import LogEvent
from core.staff.machine_state import DayCount, GivenUp, Held, MachineState
from core.staff.member import Member, NotSignedIn, Shown
from core.staff.presence import IDLE, LONGEST
from core.staff.roles import Role
from core.staff.set_up_state import SetUpState
from core.submission import DeliveryState
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit import staff_events as s
from core.visit.staff_events import StaffButton, StaffPressed
from tests.support.told import Told

HELD = Held(SubmissionId("uuid:1"), make(b"12345"), DeliveryState.REFUSED, 1.0)
WAITS = replace(HELD, state=DeliveryState.SEALED)
STATE = MachineState(1, 1.0, (HELD,), DayCount(1, 0, 1, 0))
MONA, OMAR = Member(417, "Mona", Role.ATTENDANT), Member(582, "Omar", Role.MANAGER)


def at_door() -> Told:
    """A fresh process at which staff want to sign in."""
    told = Told()
    told.visit = replace(told.visit, page=p.StaffDoor())
    return told


def on_duty(member: Member = MONA) -> Told:
    told = at_door().tell(s.StaffTyped(str(member.number)), s.StaffEntered())
    told.tell(s.StaffTyped("481516"), s.StaffEntered(), s.StaffAnswered(member), s.StaffStateHere(STATE))
    assert told.visit.page == p.StaffHome()
    return told


def pressed(told: Told, *buttons: StaffButton) -> Told:
    return told.tell(*(StaffPressed(button) for button in buttons))


def ends(told: Told) -> list[fx.Ending]:
    return [one.ending for one in told.effects if isinstance(one, fx.EndVisit)]


def test_a_visit_is_ended_before_anybody_signs_in() -> None:
    told = pressed(Told(e.MachineOpened()), StaffButton.OPEN)
    assert ends(told) == [fx.Ending.STAFF]
    assert told.visit.page == p.AboutMachine()


def test_at_home_there_is_no_staff() -> None:
    told = Told(e.MachineOpened())
    told.visit = replace(told.visit, at_home=True)
    assert ends(pressed(told, StaffButton.OPEN)) == []


def test_a_number_and_then_a_pin_are_asked_for_and_nothing_typed_stays() -> None:
    told = at_door().tell(s.StaffTyped("417"), s.StaffEntered())
    assert isinstance(told.visit.page, p.StaffDoor)
    assert told.visit.page.asks_pin
    told.tell(s.StaffTyped("481516"), s.StaffEntered())
    assert told.asked(fx.StaffSignIn) == [fx.StaffSignIn(Shown(417, pin="481516"))]
    assert told.visit.page == p.StaffDoor(number=417, asking=True)
    assert "481516" not in repr(told.visit)
    told.tell(s.StaffAnswered(MONA))
    assert told.visit.page == p.StaffHome()
    assert told.asked(fx.StaffDescribe)


@pytest.mark.parametrize("text", ["04A2B3C4D5E6F7", '{"any":"code"}'])
def test_a_card_stands_for_the_number_whether_scanned_or_typed_by_a_wedge(text: str) -> None:
    for event in (e.CardShown(text), s.StaffTyped(text)):
        told = at_door().tell(event, s.StaffEntered())
        told.tell(s.StaffTyped("481516"), s.StaffEntered())
        assert told.asked(fx.StaffSignIn) == [fx.StaffSignIn(Shown(card=text, pin="481516"))]


@pytest.mark.parametrize("typed", ["", "41", "099", "4170", "abc"])
def test_what_is_neither_number_nor_card_leads_nowhere(typed: str) -> None:
    told = at_door().tell(s.StaffTyped(typed), s.StaffEntered())
    assert told.visit.page == p.StaffDoor()


def test_what_does_not_fit_is_said_without_saying_what_and_the_wait_runs_down() -> None:
    told = at_door().tell(s.StaffTyped("417"), s.StaffEntered(), s.StaffTyped("1"), s.StaffEntered())
    told.tell(s.StaffAnswered(NotSignedIn(30.0, looked_at=True)))
    assert told.visit.page == p.StaffDoor(told=True, left=30.0, of=30.0)
    told.tell(e.Tick(100.0), e.Tick(112.0))
    assert isinstance(told.visit.page, p.StaffDoor)
    assert told.visit.page.left == 18.0
    told.tell(e.Tick(140.0))
    assert isinstance(told.visit.page, p.StaffDoor)
    assert told.visit.page.left == 0.0


def test_trouble_of_the_stores_is_said_at_the_door() -> None:
    told = at_door().tell(s.StaffTyped("417"), s.StaffEntered(), s.StaffTyped("1"), s.StaffEntered())
    told.tell(s.StaffDone(StaffButton.OPEN, Trouble("trouble.disk_full")))
    assert told.visit.page == p.StaffDoor(trouble=Trouble("trouble.disk_full"))


def test_an_application_is_given_up_with_a_reason_and_a_second_person() -> None:
    told = pressed(on_duty(), StaffButton.HELD).tell(s.HeldChosen(HELD))
    pressed(told, StaffButton.DISCARD).tell(s.ReasonChosen(GivenUp.OTHER_WAY))
    assert told.visit.page == p.StaffDoor(second=p.SecondFor(HELD, GivenUp.OTHER_WAY))
    told.tell(s.StaffTyped("582"), s.StaffEntered(), s.StaffTyped("902143"), s.StaffEntered())
    second = Shown(582, pin="902143")
    assert told.asked(fx.StaffDiscard) == [fx.StaffDiscard(MONA, second, HELD, GivenUp.OTHER_WAY)]
    told.tell(s.StaffDiscarded(NotSignedIn(0.0, looked_at=True)))
    assert told.visit.page == p.StaffDoor(told=True, second=p.SecondFor(HELD, GivenUp.OTHER_WAY))
    told.tell(s.StaffTyped("582"), s.StaffEntered(), s.StaffTyped("902143"), s.StaffEntered())
    told.tell(s.StaffDiscarded(None))
    assert told.visit.page == p.StaffHome(done="discard")


def test_what_only_waits_is_exported_and_never_given_up() -> None:
    told = pressed(on_duty(), StaffButton.HELD).tell(s.HeldChosen(WAITS))
    pressed(told, StaffButton.DISCARD)
    assert told.visit.page == p.StaffItem(WAITS)
    pressed(told, StaffButton.EXPORT)
    assert told.asked(fx.StaffExport) == [fx.StaffExport(Role.ATTENDANT, WAITS)]
    told.tell(s.StaffDone(StaffButton.EXPORT))
    assert told.visit.page == p.StaffItem(WAITS, done="export")
    assert told.tell(e.BackPressed(), e.BackPressed()).visit.page == p.StaffHome()


@pytest.mark.parametrize(
    "button", [StaffButton.PRINT_DAY, StaffButton.FINDINGS, StaffButton.EXPORT_LOG, StaffButton.CHECKPOINT]
)
@pytest.mark.parametrize("role", Role)
def test_each_role_has_its_buttons_and_the_others_mean_nothing(role: Role, button: StaffButton) -> None:
    told = on_duty(replace(MONA, role=role))
    before = len(told.effects)
    pressed(told, button)
    allowed = (button is StaffButton.PRINT_DAY) is not (role is Role.TECHNICIAN)
    assert (len(told.effects) > before) is allowed


@pytest.mark.parametrize("role", Role)
def test_the_settings_are_opened_by_a_manager_alone_and_only_where_they_can_be_changed(role: Role) -> None:
    told = pressed(on_duty(replace(MONA, role=role)), StaffButton.EDIT)
    assert told.asked(fx.StaffEdit) == []
    told.tell(s.StaffStateHere(replace(STATE, set_up=SetUpState(editable=True))))
    opened = [fx.StaffEdit(role, told.visit.language)] if role is Role.MANAGER else []
    assert pressed(told, StaffButton.EDIT).asked(fx.StaffEdit) == opened
    trouble = Trouble("trouble.profile_unreadable")
    assert told.tell(s.StaffDone(StaffButton.EDIT, trouble)).visit.page == p.StaffHome(trouble=trouble)


def test_what_the_machine_finds_is_shown_where_it_is_still_wanted() -> None:
    found = (Found("Disk", Gravity.BAD, "full"),)
    told = pressed(on_duty(replace(MONA, role=Role.TECHNICIAN)), StaffButton.FINDINGS)
    assert told.tell(s.FindingsHere(found)).visit.page == p.StaffFindings(found)
    told.tell(e.BackPressed(), s.FindingsHere(found))
    assert told.visit.page == p.StaffHome()


def test_the_logs_signature_is_shown_where_it_is_still_wanted() -> None:
    told = pressed(on_duty(replace(MONA, role=Role.TECHNICIAN)), StaffButton.CHECKPOINT)
    assert told.asked(fx.StaffSignLog) == [fx.StaffSignLog(Role.TECHNICIAN)]
    assert told.tell(s.CheckpointHere(7, "CODE")).visit.page == p.StaffCheckpoint(7, "CODE")
    told.tell(e.BackPressed(), s.CheckpointHere(8, "CODE"))
    assert told.visit.page == p.StaffHome()


def test_a_log_that_cannot_be_signed_is_told_on_the_first_page() -> None:
    told = pressed(on_duty(replace(MONA, role=Role.TECHNICIAN)), StaffButton.CHECKPOINT)
    full = Trouble("trouble.no_stick")
    assert told.tell(s.StaffDone(StaffButton.OPEN, full)).visit.page == p.StaffHome(trouble=full)


def test_signing_out_is_written_down_and_ends_the_process() -> None:
    for told in (
        pressed(on_duty(), StaffButton.OUT),
        on_duty().tell(e.FinishPressed()),
        on_duty().tell(e.BackPressed()),
    ):
        assert ends(told) == [fx.Ending.LEFT]
        assert told.asked(fx.StaffNote) == [fx.StaffNote(LogEvent.SIGNED_OUT, Role.ATTENDANT, "signed-out")]


def test_a_restart_begins_everything_anew() -> None:
    told = pressed(on_duty(), StaffButton.RESTART)
    assert ends(told) == [fx.Ending.RESTART]
    assert [one.event for one in told.asked(fx.StaffNote) if isinstance(one, fx.StaffNote)] == [
        LogEvent.RESTARTED,
        LogEvent.SIGNED_OUT,
    ]


def test_ten_quiet_minutes_sign_out_after_a_question() -> None:
    told = on_duty()
    told.tell(*(e.Tick(float(second)) for second in range(int(IDLE) - 60)))
    assert told.visit.over is None
    told.tell(e.Tick(IDLE - 59))
    assert isinstance(told.visit.over, p.StillThere)
    told.tell(e.Tick(IDLE + 1))
    assert ends(told) == [fx.Ending.LEFT]


def test_a_press_gives_ten_minutes_again() -> None:
    told = on_duty().tell(e.Tick(0.0), e.Tick(IDLE - 30))
    assert isinstance(told.visit.over, p.StillThere)
    told.tell(e.Touched(), e.Tick(IDLE - 20), e.Tick(2 * IDLE - 120))
    assert (told.visit.over, ends(told)) == (None, [])


def test_after_twelve_hours_nobody_stays_signed_in() -> None:
    told, now = on_duty().tell(e.Tick(0.0)), 0.0
    while now < LONGEST:
        now += 300.0
        told.tell(e.Touched(), e.Tick(now))
    assert fx.Ending.LEFT in ends(told)


def test_leaving_the_door_ends_the_process_too() -> None:
    assert ends(at_door().tell(e.BackPressed())) == [fx.Ending.LEFT]
    assert ends(at_door().tell(e.FinishPressed())) == [fx.Ending.LEFT]
    told = at_door().tell(s.StaffTyped("417"), s.StaffEntered(), e.BackPressed())
    assert (told.visit.page, ends(told)) == (p.StaffDoor(), [])


def test_help_and_settings_lie_over_the_pages_as_everywhere() -> None:
    told = on_duty().tell(e.HelpPressed())
    assert isinstance(told.visit.over, p.Help)
    assert told.tell(e.BackPressed()).visit.page == p.StaffHome()
