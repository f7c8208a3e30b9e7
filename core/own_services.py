# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home, a person's own services: those that they added themselves, and those that they used last."""

from dataclasses import dataclass, replace
from typing import Final

from core.ids import ServiceId

MOST_USED: Final = 6
"""So many services used last are kept; what somebody wants to find for longer, they add."""

USED_DAYS: Final = 365
"""Days after its last use until a service that nobody added is forgotten: much at an office comes once a year."""


@dataclass(frozen=True, slots=True)
class Used:
    """A service whose form was begun or sent from here, and when last (epoch seconds)."""

    service: ServiceId
    at: float


@dataclass(frozen=True, slots=True)
class OwnServices:
    """Each without repetition, the latest first. A service may be among both."""

    added: tuple[ServiceId, ...] = ()
    used: tuple[Used, ...] = ()

    def services(self) -> tuple[ServiceId, ...]:
        """All of them once: what was added comes before what was only used."""
        return (*self.added, *(one.service for one in self.used if one.service not in self.added))

    def used_at(self, service: ServiceId) -> float | None:
        """When it was used last, if that is known."""
        return next((one.at for one in self.used if one.service == service), None)

    def with_used(self, service: ServiceId, at: float) -> "OwnServices":
        """It was used just now; the one that was used longest ago gives way."""
        others = tuple(one for one in self.used if one.service != service)
        return replace(self, used=(Used(service, at), *others)[:MOST_USED])

    def with_added(self, service: ServiceId, *, added: bool) -> "OwnServices":
        """Its person added it, or took it out again."""
        others = tuple(one for one in self.added if one != service)
        return replace(self, added=(service, *others) if added else others)

    def lasting(self, now: float) -> "OwnServices":
        """Without what was used too long ago. A use in the future (a clock that was set back) is kept."""
        return replace(self, used=tuple(one for one in self.used if now - one.at <= USED_DAYS * 24 * 3600))
