# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is answered about the machine itself."""

from dataclasses import dataclass

from core.end_record import EndRecord
from core.visit.holding import Holding
from core.visit.staff_events import StaffAnswer


@dataclass(frozen=True, slots=True)
class MachineDescribed:
    """What the stores hold; answers `DescribeMachine`."""

    holding: Holding


@dataclass(frozen=True, slots=True)
class EndKnown:
    """The process of the visit before this one is gone."""

    record: EndRecord


FromMachine = MachineDescribed | EndKnown | StaffAnswer
