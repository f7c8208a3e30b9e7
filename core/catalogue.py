# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is offered: public services, life events, organisations and channels, in the words of CPSV-AP 3.

SEMIC Core Public Service Vocabulary Application Profile 3.2; opening hours as HSDS 3 `schedule`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Final

from core.ids import EventId, FormId, Language, OrganisationId, ServiceId
from core.text import LocalisedText


class ChannelKind(Enum):
    """How a service can be reached. Those in `APIS` are what this program speaks."""

    OPENROSA = "openrosa"
    OPEN311 = "open311"
    JSON_SCHEMA = "json_schema"
    FORMIO = "formio"
    OPEN_FORMS = "open_forms"
    COUNTER = "counter"
    PHONE = "phone"
    OTHER = "other"


APIS = frozenset(
    {
        ChannelKind.OPENROSA,
        ChannelKind.OPEN311,
        ChannelKind.JSON_SCHEMA,
        ChannelKind.FORMIO,
        ChannelKind.OPEN_FORMS,
    }
)


class EventKind(Enum):
    """CPSV-AP tells life events of people from business events."""

    LIFE = "life"
    BUSINESS = "business"


@dataclass(frozen=True, slots=True)
class Hours:
    """When a place is open: weekdays (1 Monday to 7 Sunday), local times as `HH:MM`."""

    days: tuple[int, ...]
    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class Channel:
    """`cv:Channel`: one way to get a service.

    `endpoint` is the API's base address for the API kinds, otherwise empty; `form` is what the form is called there:
    OpenRosa formID, Open311 service_code, Form.io path, Open Forms slug, last part of a schema's address. `owner` is
    who runs the channel (`cv:ownedBy`), which is how a step delivered by a partner is recognised.
    """

    id: str
    kind: ChannelKind
    owner: OrganisationId
    endpoint: str = ""
    form: FormId = FormId("")
    phone: str = ""
    place: LocalisedText = LocalisedText()
    hours: tuple[Hours, ...] = ()

    @property
    def is_api(self) -> bool:
        """Whether the service can be done from this machine through this channel."""
        return self.kind in APIS


@dataclass(frozen=True, slots=True)
class Cost:
    """`cv:Cost`: an amount (zero is free) in an ISO 4217 currency, or words where there is no amount."""

    amount: Decimal | None
    currency: str = "EUR"
    description: LocalisedText = LocalisedText()


@dataclass(frozen=True, slots=True)
class Evidence:
    """`cv:EvidenceType`: a paper or fact that the citizen brings."""

    id: str
    name: LocalisedText


@dataclass(frozen=True, slots=True)
class PublicOrganisation:
    """`cv:PublicOrganisation`, or a partner. `partner` is true for bodies that are not public."""

    id: OrganisationId
    name: LocalisedText
    partner: bool = False
    phone: str = ""
    place: LocalisedText = LocalisedText()
    hours: tuple[Hours, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """`cv:LifeEvent` or `cv:BusinessEvent`: what happens in a life, for which services are grouped.

    `pictogram` names one of our drawings; empty when the catalogue does not say.
    """

    id: EventId
    kind: EventKind
    name: LocalisedText
    description: LocalisedText = LocalisedText()
    pictogram: str = ""


@dataclass(frozen=True, slots=True)
class PublicService:
    """`cpsv:PublicService`. `processing_days` is `cv:processingTime` (ISO 8601 duration) in days."""

    id: ServiceId
    name: LocalisedText
    description: LocalisedText
    organisation: OrganisationId
    events: tuple[EventId, ...] = ()
    channels: tuple[Channel, ...] = ()
    costs: tuple[Cost, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rules: tuple[LocalisedText, ...] = ()
    outputs: tuple[LocalisedText, ...] = ()
    keywords: LocalisedText = LocalisedText()
    processing_days: int | None = None
    languages: tuple[Language, ...] = ()

    @property
    def api(self) -> Channel | None:
        """The channel through which this machine can do the service, if there is one."""
        return next((channel for channel in self.channels if channel.is_api), None)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything offered, in the publisher's order. `version` is the publisher's ETag.

    `elsewhere` are services of the publisher that one machine does not offer (`core.offer`).
    """

    services: Mapping[ServiceId, PublicService] = field(default_factory=dict)
    events: Mapping[EventId, Event] = field(default_factory=dict)
    organisations: Mapping[OrganisationId, PublicOrganisation] = field(default_factory=dict)
    version: str = ""
    elsewhere: frozenset[ServiceId] = frozenset()

    def offered(self, service: ServiceId) -> PublicService | None:
        """The service, where it is offered."""
        return None if service in self.elsewhere else self.services.get(service)

    def of_event(self, event: EventId) -> tuple[PublicService, ...]:
        """The services offered for a life event, in the catalogue's order."""
        return tuple(
            service
            for service in self.services.values()
            if event in service.events and service.id not in self.elsewhere
        )


EMPTY: Final = Catalogue()
"""What is known before anything is."""
