# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells staff which agencies' servers answer, from what the courier has noted. Nobody is asked for it now."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.ids import OrganisationId
from core.ports import Cache
from core.staff.agency_reach import AgencyReach, Silence
from services.boundary import Failure

SILENCES: Final[Mapping[str, Silence]] = MappingProxyType(
    {
        Failure.CLOCK.value: Silence.CLOCK,
        Failure.PORTAL.value: Silence.LOGIN,
        Failure.TLS.value: Silence.CERTIFICATE,
    }
)
"""What can be mended at the machine or in its network, by the kind that the courier noted."""


def agency_reaches(cache: Cache, probe: str = "") -> tuple[AgencyReach, ...]:
    """One for each server that services are sent to, those that do not answer first.

    `probe` is the address that is asked whether the network lets through; it is told of where it does not.
    """
    kept = cache.catalogue()
    if kept is None:
        return ()
    agencies: dict[str, dict[OrganisationId, None]] = {}
    for service in kept[0].services.values():
        for channel in service.channels:
            if channel.is_api:
                agencies.setdefault(channel.endpoint, {})[channel.owner] = None
    asked = cache.reach(probe) if probe else None
    shut = [_reach(cache, probe, ())] if asked is not None and asked.kind == Failure.PORTAL.value else []
    found = shut + [_reach(cache, endpoint, tuple(owners)) for endpoint, owners in agencies.items()]
    return tuple(sorted(found, key=lambda one: (one.answers is True, one.endpoint)))


def _reach(cache: Cache, endpoint: str, agencies: tuple[OrganisationId, ...]) -> AgencyReach:
    noted = cache.reach(endpoint)
    if noted is None:
        return AgencyReach(endpoint, agencies)
    silence = Silence.UNKNOWN if noted.reachable else SILENCES.get(noted.kind, Silence.UNKNOWN)
    return AgencyReach(endpoint, agencies, noted.reachable, noted.since, silence)
