# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A manager copies the settings by codes: one machine shows them one by one, another reads them in any order.

Nothing is believed here: once all codes are there, the whole is proved and tried as any carried profile is.
"""

from dataclasses import replace

from core.code_set import Gathered
from core.errors import Trouble
from core.staff.roles import Task, may
from core.visit.by_person import ByPerson
from core.visit.card_events import CardShown
from core.visit.copying_pages import StaffReadCodes, StaffShowCodes
from core.visit.duty import Duty
from core.visit.effects import LookForCard, StopLooking
from core.visit.staff_effects import StaffMakeCodes, StaffTakeProfile
from core.visit.staff_events import CodesHere, StaffButton
from core.visit.state import Visit
from core.visit.steps import Step, stay


def pressed(visit: Visit, duty: Duty, button: StaffButton) -> Step:
    """One of the buttons for copying."""
    role = duty.member.role
    allowed = may(role, Task.CHANGE_PROFILE) and duty.state is not None and duty.state.set_up.copies
    match button, visit.page:
        case StaffButton.SHOW_CODES, _ if allowed:
            return Step(replace(visit, page=StaffShowCodes()), (StaffMakeCodes(role),))
        case StaffButton.READ_CODES, _ if allowed:
            return Step(replace(visit, page=StaffReadCodes()))
        case StaffButton.NEXT_CODE, StaffShowCodes(codes=codes, shown=shown) if codes:
            return Step(replace(visit, page=StaffShowCodes(codes, (shown + 1) % len(codes))))
        case StaffButton.LOOK, StaffReadCodes() as page if not page.taking:
            return Step(replace(visit, page=replace(page, looking=True, trouble=None)), (LookForCard(),))
        case _:
            return stay(visit)


def step(visit: Visit, duty: Duty, event: ByPerson) -> Step | None:
    """A code was held up; None for anything else."""
    match visit.page, event:
        case StaffReadCodes(taking=True), CardShown():
            return stay(visit)
        case StaffReadCodes() as page, CardShown(text=text):
            return _read(visit, duty, page, text)
        case _:
            return None


def _read(visit: Visit, duty: Duty, page: StaffReadCodes, text: str) -> Step:
    gathered = page.gathered.with_code(text)
    again = (LookForCard(),) if page.looking else ()
    if gathered is None:
        return Step(replace(visit, page=replace(page, strange=True)), again)
    if not gathered.complete:
        return Step(replace(visit, page=replace(page, gathered=gathered, strange=False)), again)
    whole = gathered.whole()
    if whole is None:
        return Step(replace(visit, page=replace(page, gathered=Gathered(), strange=True)), again)
    taking = StaffReadCodes(gathered, taking=True)
    return Step(replace(visit, page=taking), (StaffTakeProfile(duty.member.role, whole),))


def left(visit: Visit) -> tuple[StopLooking, ...]:
    """What leaving these pages asks for: that the camera looks no more."""
    looks = isinstance(visit.page, StaffReadCodes) and visit.page.looking
    return (StopLooking(),) if looks else ()


def codes_here(visit: Visit, event: CodesHere) -> Step:
    """The codes are made; whoever has left the page meanwhile is not called back."""
    here = isinstance(visit.page, StaffShowCodes)
    return Step(replace(visit, page=StaffShowCodes(event.codes))) if here else stay(visit)


def reads(visit: Visit) -> bool:
    """Whether these codes are what a camera looks for."""
    return isinstance(visit.page, StaffReadCodes)


def blind(visit: Visit, trouble: Trouble) -> Step:
    """The camera sees nothing; a scanner may still read them."""
    page = visit.page
    if not isinstance(page, StaffReadCodes):
        return stay(visit)
    return Step(replace(visit, page=replace(page, looking=False, trouble=trouble)))
