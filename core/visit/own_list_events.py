# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to a person's own services (at home): they come from the disk, and somebody adds, removes, empties."""

from dataclasses import dataclass, field

from core.errors import Trouble
from core.own_services import OwnServices
from core.visit.by_person import ByPerson


@dataclass(frozen=True, slots=True)
class OwnServicesHere:
    """They are kept here; these are there already."""

    services: OwnServices = field(default=OwnServices(), repr=False)


@dataclass(frozen=True, slots=True)
class OwnServicesNotKept:
    """The disk did not take them: from now on nothing is said to be kept."""

    trouble: Trouble


@dataclass(frozen=True, slots=True)
class OwnListOpened(ByPerson):
    """My services, please."""


@dataclass(frozen=True, slots=True)
class OwnPressed(ByPerson):
    """Add the service that is shown to mine, or take it out again."""


@dataclass(frozen=True, slots=True)
class OwnListEmptied(ByPerson):
    """Empty the list of my services."""
