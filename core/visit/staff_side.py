# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of those who work here: who signs in, what they press, and what is answered.

A visit is ended and wiped before anybody signs in: the page for it is the first one of a fresh process.
"""

from dataclasses import replace
from typing import assert_never

from core.errors import Trouble
from core.staff.credentials import LONGEST_PIN, LONGEST_TOKEN, is_token, number_of
from core.staff.log_events import LogEvent
from core.staff.member import Member, NotSignedIn, Shown
from core.staff.roles import Task, may
from core.visit import copying, self_test
from core.visit import events as e
from core.visit import pages as p
from core.visit.copying_pages import CopyPage, StaffReadCodes, StaffShowCodes
from core.visit.duty import Duty
from core.visit.effects import (
    Ending,
    EndVisit,
    StaffDescribe,
    StaffDiscard,
    StaffExport,
    StaffLook,
    StaffNote,
    StaffSignIn,
    StaffSignLog,
)
from core.visit.self_test_pages import SelfTestPage, StaffTested
from core.visit.staff_events import (
    CheckpointHere,
    CodesHere,
    FindingsHere,
    HeldChosen,
    ReasonChosen,
    StaffAnswer,
    StaffAnswered,
    StaffButton,
    StaffDiscarded,
    StaffDone,
    StaffEntered,
    StaffPressed,
    StaffStateHere,
    StaffTyped,
)
from core.visit.staff_orders import looked_for, ordered, printed
from core.visit.staff_presence import BEGUN_ANEW, SIGNED_OUT, out
from core.visit.state import Visit
from core.visit.steps import Step, stay


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means here; None for anything that is not of the staff's pages."""
    if isinstance(visit.page, p.AboutMachine) and event == StaffPressed(StaffButton.OPEN):
        return stay(visit) if visit.at_home else Step(visit, (EndVisit(Ending.STAFF),))
    if isinstance(event, e.FinishPressed) and isinstance(visit.page, p.StaffPage):
        return _left(visit)
    if visit.over is not None or isinstance(event, e.HelpPressed):
        return None
    if isinstance(visit.page, p.StaffDoor):
        return _at_door(visit, visit.page, event)
    if visit.staff is None or not isinstance(visit.page, p.StaffPage):
        return None
    return _on_duty(visit, visit.staff, event)


def _left(visit: Visit) -> Step:
    if visit.staff is None:
        return Step(visit, (EndVisit(Ending.LEFT),))
    return out(visit, visit.staff, SIGNED_OUT)


def _at_door(visit: Visit, door: p.StaffDoor, event: e.ByPerson) -> Step | None:
    match event:
        case StaffTyped() | StaffEntered() | e.CardShown() if door.asking:
            return stay(visit)
        case StaffTyped(typed=typed):
            most = LONGEST_PIN if door.asks_pin else LONGEST_TOKEN
            return Step(replace(visit, page=replace(door, typed=typed[:most])))
        case e.CardShown(text=text) if not door.asks_pin and is_token(text):
            return Step(replace(visit, page=_asking_pin(door, card=text)))
        case e.CardShown():
            return stay(visit)
        case StaffEntered() if door.asks_pin:
            return _tried(visit, door) if door.typed else stay(visit)
        case StaffEntered():
            if (number := number_of(door.typed)) is not None:
                return Step(replace(visit, page=_asking_pin(door, number=number)))
            card = door.typed if is_token(door.typed) else ""
            return Step(
                replace(visit, page=_asking_pin(door, card=card) if card else replace(door, typed=""))
            )
        case e.BackPressed() if door.asks_pin:
            return Step(replace(visit, page=p.StaffDoor(second=door.second)))
        case e.BackPressed() if door.second is not None:
            return Step(replace(visit, page=p.StaffReason(door.second.held)))
        case e.BackPressed():
            return Step(visit, (EndVisit(Ending.LEFT),))
        case _:
            return None


def _asking_pin(door: p.StaffDoor, *, number: int | None = None, card: str = "") -> p.StaffDoor:
    return p.StaffDoor(number=number, card=card, second=door.second)


def _tried(visit: Visit, door: p.StaffDoor) -> Step:
    shown = Shown(door.number, door.card, door.typed)
    asking = replace(visit, page=replace(door, typed="", asking=True))
    if door.second is None:
        return Step(asking, (StaffSignIn(shown),))
    if visit.staff is None:
        return stay(visit)
    second = door.second
    return Step(asking, (StaffDiscard(visit.staff.member, shown, second.held, second.reason),))


def _on_duty(visit: Visit, duty: Duty, event: e.ByPerson) -> Step | None:
    match visit.page, event:
        case _, StaffPressed(button=button):
            return _pressed(visit, duty, button)
        case p.StaffHeld(), HeldChosen(held=held):
            return Step(replace(visit, page=p.StaffItem(held)))
        case p.StaffReason(held=held), ReasonChosen(reason=reason):
            return Step(replace(visit, page=p.StaffDoor(second=p.SecondFor(held, reason))))
        case p.StaffHome(), e.BackPressed():
            return out(visit, duty, SIGNED_OUT)
        case ((p.StaffHeld() | p.StaffFindings() | p.StaffCheckpoint()), e.BackPressed()):
            return _home(visit)
        case _, e.BackPressed() if isinstance(visit.page, SelfTestPage | CopyPage):
            home = _home(visit)
            return Step(home.visit, (*copying.left(visit), *home.effects))
        case p.StaffItem(), e.BackPressed():
            return Step(replace(visit, page=p.StaffHeld()))
        case p.StaffReason(held=held), e.BackPressed():
            return Step(replace(visit, page=p.StaffItem(held)))
        case _ if isinstance(visit.page, SelfTestPage):
            return self_test.step(visit, duty, visit.page, event)
        case _ if isinstance(visit.page, CopyPage):
            return copying.step(visit, duty, event)
        case _:
            return None


def _pressed(visit: Visit, duty: Duty, button: StaffButton) -> Step:
    role = duty.member.role
    match button, visit.page:
        case StaffButton.OUT, _:
            return out(visit, duty, SIGNED_OUT)
        case StaffButton.RESTART, p.StaffHome():
            after = out(visit, duty, BEGUN_ANEW, Ending.RESTART)
            return Step(after.visit, (StaffNote(LogEvent.RESTARTED, role), *after.effects))
        case StaffButton.HELD, p.StaffHome():
            return Step(replace(visit, page=p.StaffHeld()), (StaffDescribe(),))
        case _ if (looks := looked_for(visit, duty, button)) is not None:
            return Step(replace(visit, page=looks), (StaffLook(role),))
        case ((StaffButton.TOUCH | StaffButton.KEYS), (p.StaffFindings() | StaffTested())):
            return self_test.opened(visit, duty, button) or stay(visit)
        case (
            (StaffButton.SHOW_CODES | StaffButton.READ_CODES, p.StaffHome())
            | (StaffButton.NEXT_CODE, StaffShowCodes())
            | (StaffButton.LOOK, StaffReadCodes())
        ):
            return copying.pressed(visit, duty, button)
        case StaffButton.CHECKPOINT, p.StaffHome() if may(role, Task.EXPORT_LOG):
            return Step(replace(visit, page=p.StaffCheckpoint()), (StaffSignLog(role),))
        case StaffButton.EXPORT, p.StaffItem(held=held) if may(role, Task.EXPORT_SEALED):
            return Step(visit, (StaffExport(role, held),))
        case StaffButton.DISCARD, p.StaffItem(held=held) if held.discardable and may(
            role, Task.DISCARD_SEALED
        ):
            return Step(replace(visit, page=p.StaffReason(held)))
        case StaffButton.PRINT_FOUND, p.StaffFindings() as page if sheet := printed(visit, duty, page):
            return Step(visit, (sheet,))
        case _, p.StaffHome() if (order := ordered(visit, duty, button)) is not None:
            return Step(replace(visit, staff=duty.ordered(set_up=button is StaffButton.ASK)), (order,))
        case _:
            return stay(visit)


def answered(visit: Visit, event: StaffAnswer) -> Step:
    """What the stores and devices say."""
    match event:
        case StaffAnswered(answer=answer):
            return _signed_in(visit, answer)
        case StaffStateHere(state=state):
            return Step(replace(visit, staff=replace(visit.staff, state=state)) if visit.staff else visit)
        case StaffDone(button=button, trouble=trouble):
            done = "" if trouble is not None or button is StaffButton.EDIT else button.value
            if isinstance(visit.page, p.StaffDoor):
                return Step(replace(visit, page=p.StaffDoor(second=visit.page.second, trouble=trouble)))
            if isinstance(visit.page, p.StaffHome) and button in (StaffButton.FREE, StaffButton.LOOKED):
                return _home(visit, p.StaffHome(done=done, trouble=trouble))
            if isinstance(visit.page, p.StaffHome | p.StaffItem | p.StaffFindings):
                return Step(replace(visit, page=replace(visit.page, done=done, trouble=trouble)))
            if isinstance(visit.page, p.StaffCheckpoint) and trouble is not None:
                return _home(visit, p.StaffHome(trouble=trouble))
            if isinstance(visit.page, CopyPage):
                return _home(visit, p.StaffHome(done=done, trouble=trouble))
            return stay(visit)
        case StaffDiscarded(answer=answer):
            return _discarded(visit, answer)
        case FindingsHere(found=found, walks=walks):
            if not isinstance(visit.page, p.StaffFindings):
                return stay(visit)
            return Step(replace(visit, page=p.StaffFindings(found, walks, visit.page.devices)))
        case CheckpointHere(records=records, code=code):
            here = isinstance(visit.page, p.StaffCheckpoint)
            return Step(replace(visit, page=p.StaffCheckpoint(records, code))) if here else stay(visit)
        case CodesHere():
            return copying.codes_here(visit, event)
        case _:
            assert_never(event)


def _signed_in(visit: Visit, answer: Member | NotSignedIn) -> Step:
    match visit.page, answer:
        case p.StaffDoor(second=None), Member() as member:
            return _home(replace(visit, staff=Duty(member), quiet_since=None))
        case p.StaffDoor() as door, NotSignedIn() as refused:
            return Step(replace(visit, page=_told(door, refused)))
        case _:
            return stay(visit)


def _discarded(visit: Visit, answer: Trouble | NotSignedIn | None) -> Step:
    match visit.page, answer:
        case p.StaffDoor() as door, NotSignedIn() as refused:
            return Step(replace(visit, page=_told(door, refused)))
        case p.StaffDoor(), Trouble() as trouble:
            return _home(visit, p.StaffHome(trouble=trouble))
        case p.StaffDoor(), None:
            return _home(visit, p.StaffHome(done=StaffButton.DISCARD.value))
        case _:
            return stay(visit)


def _told(door: p.StaffDoor, refused: NotSignedIn) -> p.StaffDoor:
    return p.StaffDoor(told=True, left=refused.wait, of=refused.wait, second=door.second)


def _home(visit: Visit, page: p.StaffHome | None = None) -> Step:
    return Step(replace(visit, page=page or p.StaffHome(), trail=()), (StaffDescribe(),))
