# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Joins the profile to the services: who may be contacted, with which keys, by which standard."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from core.catalogue import ChannelKind
from core.ports import Agency, Clock
from kiosk.profile.model import Profile
from services.access import Access, Keys
from services.agencies import agencies, publishers
from services.boundary import Failed, NotModified
from services.cpsv_ap.fetch import fetch_catalogue
from services.cpsv_ap.reader import ReadCatalogue
from services.http import Http
from services.origins import Origins
from services.published_forms import FormPublisher
from services.server_dates import ServerDates
from services.trust import Trust, trust_of


def trusted(profile: Profile) -> Trust:
    """Who is believed about the servers of the profile's agencies."""
    return trust_of((one.endpoint, one.authorities) for one in profile.access)


@dataclass(frozen=True, slots=True)
class Connections:
    """Everything through which this machine reaches agencies."""

    agencies: Mapping[ChannelKind, Agency]
    forms: Mapping[ChannelKind, FormPublisher]
    catalogues: Callable[[str, str], ReadCatalogue | NotModified | Failed]
    dates: ServerDates

    @classmethod
    def of(cls, profile: Profile, clock: Clock) -> "Connections":
        """The connections that a profile allows."""
        dates = ServerDates()
        http = Http(Origins.of(profile.origins), clock=clock.steady, dates=dates, trust=trusted(profile))
        keys = Keys.of((one.endpoint, Access(one.key, one.user, one.way)) for one in profile.access)
        return cls(
            MappingProxyType(dict(agencies(http, keys, clock))),
            MappingProxyType(dict(publishers(http, keys, clock, profile.languages))),
            partial(fetch_catalogue, http),
            dates,
        )
