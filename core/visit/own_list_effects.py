# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a visit asks of the store of a person's own services."""

from dataclasses import dataclass, field

from core.own_services import OwnServices


@dataclass(frozen=True, slots=True)
class LoadOwnServices:
    """Bring them back. Answered by `OwnServicesHere`, and not at all where nothing is kept."""


@dataclass(frozen=True, slots=True)
class KeepOwnServices:
    """Put them away as they are now. Answered by `OwnServicesNotKept` only when the disk refuses."""

    services: OwnServices = field(repr=False)


OwnListEffect = LoadOwnServices | KeepOwnServices
