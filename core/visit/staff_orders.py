# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What those who work here order and what is done outside, while their page stays."""

from core.staff.roles import Task, may
from core.visit.duty import Duty
from core.visit.staff_effects import (
    StaffAskSource,
    StaffEdit,
    StaffEffect,
    StaffExportLog,
    StaffFreePrinter,
    StaffLookedForPaper,
    StaffPrintDay,
    StaffPrintFound,
)
from core.visit.staff_events import StaffButton
from core.visit.staff_pages import StaffFindings, StaffHome
from core.visit.state import Visit


def printed(visit: Visit, duty: Duty, page: StaffFindings) -> StaffEffect | None:
    """The sheet with what was found; None while the machine looks, and for who may not see it."""
    role = duty.member.role
    if page.found is None or not may(role, Task.SEE_FINDINGS):
        return None
    return StaffPrintFound(role, page.found, duty.tested, visit.as_of, visit.language)


def looked_for(visit: Visit, duty: Duty, button: StaffButton) -> StaffFindings | None:
    """The page on which the machine looks at itself, for the first time or again; None for who may not see it."""
    if not may(duty.member.role, Task.SEE_FINDINGS):
        return None
    match button, visit.page:
        case StaffButton.FINDINGS | StaffButton.DEVICES, StaffHome():
            return StaffFindings(devices=button is StaffButton.DEVICES)
        case StaffButton.AGAIN, StaffFindings(found=found, devices=devices) if found is not None:
            return StaffFindings(devices=devices)
        case _:
            return None


def ordered(visit: Visit, duty: Duty, button: StaffButton) -> StaffEffect | None:
    """On their first page: what that button asks for; None for another one, and for who may not."""
    role, state = duty.member.role, duty.state
    match button:
        case StaffButton.PRINT_DAY if may(role, Task.PRINT_DAY) and state is not None:
            return StaffPrintDay(role, state, visit.language)
        case StaffButton.FREE if may(role, Task.RELEASE_JAM) and duty.can_free:
            return StaffFreePrinter(role)
        case StaffButton.LOOKED if may(role, Task.RELEASE_JAM) and duty.can_look_for_paper:
            return StaffLookedForPaper(role)
        case StaffButton.EXPORT_LOG if may(role, Task.EXPORT_LOG):
            return StaffExportLog(role)
        case StaffButton.ASK if may(role, Task.SEE_NETWORK) and state is not None and state.set_up.asks:
            return StaffAskSource(role)
        case StaffButton.EDIT if may(role, Task.CHANGE_PROFILE) and duty.can_change:
            return StaffEdit(role, visit.language)
        case _:
            return None
