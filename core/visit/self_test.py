# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A technician tries the glass and the keys: what has answered is remembered, and what never did is told and noted.

A grid cannot be touched by a key, and a key that is not there cannot be pressed: each test ends when somebody ends it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from core.staff.log_events import LogEvent
from core.staff.roles import Task, may
from core.visit.by_person import ByPerson
from core.visit.duty import Duty
from core.visit.self_test_events import KeyFelt, SquareFelt, TryingEnded
from core.visit.self_test_pages import SelfTestPage, Square, StaffKeys, StaffTested, StaffTouch
from core.visit.staff_effects import StaffNoteTest
from core.visit.staff_events import StaffButton
from core.visit.state import Visit
from core.visit.steps import Step

TESTS: Final[Mapping[StaffButton, StaffTouch | StaffKeys]] = {
    StaffButton.TOUCH: StaffTouch(),
    StaffButton.KEYS: StaffKeys(),
}


def opened(visit: Visit, duty: Duty, button: StaffButton) -> Step | None:
    """Begin that test, from nothing; None for another button, and for who may not."""
    if button not in TESTS or not may(duty.member.role, Task.SEE_FINDINGS):
        return None
    return Step(replace(visit, page=TESTS[button]))


def step(visit: Visit, duty: Duty, page: SelfTestPage, event: ByPerson) -> Step | None:
    """What was touched or pressed; None for anything else."""
    match page, event:
        case StaffTouch(), SquareFelt():
            return _touched(visit, duty, page, event)
        case StaffTouch(), TryingEnded():
            return _ended(visit, duty, _of_glass(page))
        case StaffKeys(felt=felt), KeyFelt(key=key, means=means):
            now = felt | {means} if means else felt
            return Step(replace(visit, page=StaffKeys(now, key, means)))
        case StaffKeys(felt=felt), TryingEnded(asked=asked):
            silent = tuple(one for one in asked if one not in felt)
            return _ended(visit, duty, StaffTested(touch=False, asked=len(asked), keys=silent))
        case _:
            return None


def _touched(visit: Visit, duty: Duty, page: StaffTouch, event: SquareFelt) -> Step:
    same = (page.columns, page.rows) == (event.columns, event.rows)
    # A glass in other squares is another test: in larger letters, or turned.
    felt = (page.felt if same else frozenset[Square]()) | {event.square}
    now = StaffTouch(event.columns, event.rows, felt)
    if len(felt) == event.columns * event.rows:
        return _ended(visit, duty, _of_glass(now))
    return Step(replace(visit, page=now))


def _of_glass(page: StaffTouch) -> StaffTested:
    squares = ((column, row) for row in range(1, page.rows + 1) for column in range(1, page.columns + 1))
    silent = tuple(one for one in squares if one not in page.felt)
    return StaffTested(touch=True, asked=page.columns * page.rows, squares=silent)


def _ended(visit: Visit, duty: Duty, tested: StaffTested) -> Step:
    event = LogEvent.TOUCH_TESTED if tested.touch else LogEvent.KEYS_TESTED
    note = StaffNoteTest(event, duty.member.role, tested.asked, tested.silent)
    return Step(replace(visit, page=tested, staff=duty.with_tested(tested)), (note,))
