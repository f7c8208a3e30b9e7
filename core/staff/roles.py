# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The three roles of staff, and what each may do: an attendant helps, a manager sets up, a technician mends."""

from enum import Enum
from typing import assert_never


class Role(Enum):
    """What somebody of the staff is at this machine. The values are part of the stores and never change."""

    ATTENDANT = "attendant"
    MANAGER = "manager"
    TECHNICIAN = "technician"


class Task(Enum):
    """One thing that staff may do in the window. Nobody ever reads what a citizen wrote."""

    SEE_STATE = "see_state"
    RESTART = "restart"
    RELEASE_JAM = "release_jam"
    PRINT_DAY = "print_day"
    EXPORT_SEALED = "export_sealed"
    DISCARD_SEALED = "discard_sealed"
    SEE_FINDINGS = "see_findings"
    SEE_NETWORK = "see_network"
    EXPORT_LOG = "export_log"
    CHANGE_PROFILE = "change_profile"


_EVERYBODY = frozenset({Task.SEE_STATE, Task.RESTART, Task.RELEASE_JAM})
_AT_THE_COUNTER = frozenset({Task.PRINT_DAY, Task.EXPORT_SEALED, Task.DISCARD_SEALED})


def tasks(role: Role) -> frozenset[Task]:
    """What a role may do."""
    match role:
        case Role.ATTENDANT:
            return _EVERYBODY | _AT_THE_COUNTER
        case Role.MANAGER:
            return _EVERYBODY | _AT_THE_COUNTER | {Task.CHANGE_PROFILE}
        case Role.TECHNICIAN:
            return _EVERYBODY | {Task.SEE_FINDINGS, Task.SEE_NETWORK, Task.EXPORT_LOG}
        case _:
            assert_never(role)


def may(role: Role, task: Task) -> bool:
    """Whether somebody of that role may do it."""
    return task in tasks(role)
