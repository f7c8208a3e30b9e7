# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A catalogue as JSON that can be written down, and back again without loss."""

import json
from decimal import Decimal
from typing import Any

from core.catalogue import (
    Channel,
    ChannelKind,
    Cost,
    Event,
    EventKind,
    Evidence,
    Hours,
    PublicOrganisation,
    PublicService,
)
from core.ids import EventId, FormId, Language, OrganisationId, ServiceId
from core.text import LocalisedText, Phrase

# Our own database is authenticated page by page, so its JSON is taken at its word: `Any` ends here.
Record = list[Any]


def pack_service(service: PublicService) -> str:
    """One service as JSON."""
    return _packed([
        service.id,
        _text(service.name),
        _text(service.description),
        service.organisation,
        list(service.events),
        [_channel(channel) for channel in service.channels],
        [_cost(cost) for cost in service.costs],
        [[evidence.id, _text(evidence.name)] for evidence in service.evidence],
        [_text(rule) for rule in service.rules],
        [_text(output) for output in service.outputs],
        _text(service.keywords),
        service.processing_days,
        list(service.languages),
    ])  # fmt: skip


def unpack_service(packed: str) -> PublicService:
    """The service again."""
    (
        id_, name, description, organisation, events, channels, costs, evidence, rules, outputs, keywords,
        processing_days, languages,
    ) = json.loads(packed)  # fmt: skip
    return PublicService(
        id=ServiceId(id_),
        name=_as_text(name),
        description=_as_text(description),
        organisation=OrganisationId(organisation),
        events=tuple(EventId(event) for event in events),
        channels=tuple(_as_channel(channel) for channel in channels),
        costs=tuple(_as_cost(cost) for cost in costs),
        evidence=tuple(Evidence(item[0], _as_text(item[1])) for item in evidence),
        rules=tuple(_as_text(rule) for rule in rules),
        outputs=tuple(_as_text(output) for output in outputs),
        keywords=_as_text(keywords),
        processing_days=processing_days,
        languages=tuple(Language(language) for language in languages),
    )


def pack_event(event: Event) -> str:
    """One event as JSON."""
    return _packed([
        event.id, event.kind.value, _text(event.name), _text(event.description), event.pictogram,
    ])  # fmt: skip


def unpack_event(packed: str) -> Event:
    """The event again."""
    id_, kind, name, description, pictogram = json.loads(packed)
    return Event(EventId(id_), EventKind(kind), _as_text(name), _as_text(description), pictogram)


def pack_organisation(organisation: PublicOrganisation) -> str:
    """One organisation as JSON."""
    return _packed([
        organisation.id,
        _text(organisation.name),
        organisation.partner,
        organisation.phone,
        _text(organisation.place),
        _hours(organisation.hours),
    ])  # fmt: skip


def unpack_organisation(packed: str) -> PublicOrganisation:
    """The organisation again."""
    id_, name, partner, phone, place, hours = json.loads(packed)
    return PublicOrganisation(
        OrganisationId(id_), _as_text(name), partner, phone, _as_text(place), _as_hours(hours)
    )


def _packed(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _text(text: LocalisedText) -> Record:
    return [part for version in text.versions for part in (version.language, version.text)]


def _as_text(record: Record) -> LocalisedText:
    return LocalisedText(
        tuple(
            Phrase(text, Language(language)) for language, text in zip(record[::2], record[1::2], strict=True)
        )
    )


def _hours(hours: tuple[Hours, ...]) -> Record:
    return [[list(entry.days), entry.opens, entry.closes] for entry in hours]


def _as_hours(record: Record) -> tuple[Hours, ...]:
    return tuple(Hours(tuple(days), opens, closes) for days, opens, closes in record)


def _channel(channel: Channel) -> Record:
    return [
        channel.id,
        channel.kind.value,
        channel.owner,
        channel.endpoint,
        channel.form,
        channel.phone,
        _text(channel.place),
        _hours(channel.hours),
    ]


def _as_channel(record: Record) -> Channel:
    id_, kind, owner, endpoint, form, phone, place, hours = record
    return Channel(
        id=id_,
        kind=ChannelKind(kind),
        owner=OrganisationId(owner),
        endpoint=endpoint,
        form=FormId(form),
        phone=phone,
        place=_as_text(place),
        hours=_as_hours(hours),
    )


def _cost(cost: Cost) -> Record:
    amount = None if cost.amount is None else str(cost.amount)
    return [amount, cost.currency, _text(cost.description)]


def _as_cost(record: Record) -> Cost:
    amount, currency, description = record
    return Cost(None if amount is None else Decimal(amount), currency, _as_text(description))
