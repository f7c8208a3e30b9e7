# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time passes for those who work here: after ten quiet minutes, or twelve hours, they are signed out (P28)."""

from dataclasses import replace

from core.staff.log_events import LogEvent
from core.staff.presence import WARNED
from core.visit import pages as p
from core.visit.duty import LOOK_EVERY, Duty
from core.visit.effects import Ending, EndVisit, Remind, StaffDescribe, StaffNote
from core.visit.state import Visit
from core.visit.steps import Step

SIGNED_OUT, BEGUN_ANEW, TOO_LONG = "signed-out", "restart", "time"


def out(visit: Visit, duty: Duty, why: str, ending: Ending = Ending.LEFT) -> Step:
    """Sign out: the log gets why, and the process ends."""
    note = StaffNote(LogEvent.SIGNED_OUT, duty.member.role, why)
    return Step(visit, (note, EndVisit(ending)))


def tick(visit: Visit, duty: Duty, now: float) -> Step:
    """One second, at a steady time, with somebody signed in. A minute before the end it is asked who is there."""
    duty = duty.at(now, pressed=visit.quiet_since is None)
    visit = counted(replace(visit, staff=duty, quiet_since=visit.quiet_since or now), now)
    left = duty.left(now)
    if left <= 0:
        return out(visit, duty, TOO_LONG)
    if left > WARNED:
        return _looked(visit, duty)
    match visit.over:
        case p.StillThere() as asked:
            return Step(replace(visit, over=replace(asked, left=left)))
        case under:
            asked = p.StillThere(left=left, of=WARNED, since=now, under=under)
            return Step(replace(visit, over=asked), (Remind(),))


def _looked(visit: Visit, duty: Duty) -> Step:
    """Where the page tells how it stands with a set-up that was asked for, that is looked at again and again."""
    if not duty.looks or not isinstance(visit.page, p.StaffHome):
        return Step(visit)
    duty = replace(duty, looks=duty.looks - 1)
    looks = (StaffDescribe(),) if duty.looks % LOOK_EVERY == 0 else ()
    return Step(replace(visit, staff=duty), looks)


def counted(visit: Visit, now: float) -> Visit:
    """The wait after wrong tries runs down on the page that says it."""
    match visit.page:
        case p.StaffDoor(left=left) as door if left > 0:
            since = now if door.since is None else door.since
            return replace(visit, page=replace(door, since=since, left=max(0.0, door.of - (now - since))))
        case _:
            return visit
