# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is ordered on the first page of those who work here and done outside, while that page stays."""

from core.staff.roles import Task, may
from core.visit.duty import Duty
from core.visit.staff_effects import StaffEdit, StaffEffect, StaffExportLog, StaffFreePrinter, StaffPrintDay
from core.visit.staff_events import StaffButton
from core.visit.state import Visit


def ordered(visit: Visit, duty: Duty, button: StaffButton) -> StaffEffect | None:
    """What that button asks for; None for another one, and for who may not."""
    role, state = duty.member.role, duty.state
    match button:
        case StaffButton.PRINT_DAY if may(role, Task.PRINT_DAY) and state is not None:
            return StaffPrintDay(role, state, visit.language)
        case StaffButton.FREE if may(role, Task.RELEASE_JAM) and duty.can_free:
            return StaffFreePrinter(role)
        case StaffButton.EXPORT_LOG if may(role, Task.EXPORT_LOG):
            return StaffExportLog(role)
        case StaffButton.EDIT if may(role, Task.CHANGE_PROFILE) and duty.can_change:
            return StaffEdit(role, visit.language)
        case _:
            return None
