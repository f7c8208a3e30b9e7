# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a CPSV-AP graph into the program's catalogue: one bad service is skipped, never the list."""

from dataclasses import dataclass

from core.catalogue import Catalogue, Cost, Event, EventKind, Evidence, PublicOrganisation, PublicService
from core.ids import EventId, OrganisationId, ServiceId
from core.text import LocalisedText
from services.cpsv_ap import quantities
from services.cpsv_ap import vocabulary as v
from services.cpsv_ap.channels import place, read_channel, telephone
from services.cpsv_ap.graph import Graph, Node, Skipped
from services.cpsv_ap.json_ld import read_graph
from services.documents import Json
from services.outside_text import PARAGRAPH, one_line

MOST_SERVICES = 50_000


@dataclass(frozen=True, slots=True)
class ReadCatalogue:
    """A catalogue, and what of the document could not be used. `source` are the document's bytes."""

    catalogue: Catalogue
    skipped: tuple[Skipped, ...] = ()
    source: bytes = b""


def read_catalogue(document: Json, version: str = "") -> ReadCatalogue:
    """Read a parsed JSON-LD document; `version` is the publisher's entity tag. Never raises."""
    graph = read_graph(document)
    skipped = list(graph.skipped)
    events = {EventId(node.id): _event(graph, node) for node in graph.of_type(*v.EVENTS)}
    grouped = _services_of_events(graph)
    services: dict[ServiceId, PublicService] = {}
    for node in graph.of_type(v.PUBLIC_SERVICE):
        service = _service(graph, node, grouped.get(node.id, ()))
        if isinstance(service, Skipped):
            skipped.append(service)
        elif len(services) < MOST_SERVICES:
            services[service.id] = service
        else:
            skipped.append(Skipped(node.id, "too many services"))
    named = {event: one for event, one in events.items() if one.name}
    skipped += [Skipped(event, "an event without a name") for event in events if event not in named]
    catalogue = Catalogue(services, named, _organisations(graph, services), version)
    return ReadCatalogue(catalogue, tuple(skipped))


def _service(graph: Graph, node: Node, events: tuple[EventId, ...]) -> PublicService | Skipped:
    name = graph.text(node, v.TITLE, v.LABEL)
    if not name:
        return Skipped(node.id, "a service without a name")
    authority = next(iter(graph.refs(node, v.AUTHORITY)), "")
    if not authority:
        return Skipped(node.id, "a service without a competent authority")
    organisation = OrganisationId(authority)
    groups = [EventId(one) for one in graph.refs(node, v.GROUPED_BY)]
    spoken = (quantities.language(one) for one in graph.codes(node, v.LANGUAGE))
    return PublicService(
        id=ServiceId(node.id),
        name=name,
        description=graph.text(node, v.DESCRIPTION, most=PARAGRAPH),
        organisation=organisation,
        events=tuple(dict.fromkeys((*groups, *events))),
        channels=tuple(read_channel(graph, one, organisation) for one in graph.linked(node, v.CHANNEL)),
        costs=tuple(_cost(graph, one) for one in graph.linked(node, v.COST)),
        evidence=_evidence(graph, node),
        rules=_texts(graph, node, (v.FOLLOWS, v.REQUIREMENT), (v.DESCRIPTION, v.TITLE)),
        outputs=_texts(graph, node, (v.PRODUCES,), (v.TITLE, v.DESCRIPTION)),
        keywords=graph.words(node, v.KEYWORD),
        processing_days=quantities.days(graph.word(node, v.PROCESSING_TIME)),
        languages=tuple(dict.fromkeys(one for one in spoken if one is not None)),
    )


def _event(graph: Graph, node: Node) -> Event:
    """An event. The drawing is the notation of its kind (`dct:type`), a name that both sides know."""
    kinds = graph.linked(node, v.TYPE)
    return Event(
        id=EventId(node.id),
        kind=EventKind.BUSINESS if v.BUSINESS_EVENT in node.types else EventKind.LIFE,
        name=graph.text(node, v.TITLE, v.LABEL),
        description=graph.text(node, v.DESCRIPTION, most=PARAGRAPH),
        pictogram=next((word for kind in kinds if (word := one_line(graph.word(kind, v.NOTATION), 40))), ""),
    )


def _services_of_events(graph: Graph) -> dict[str, tuple[EventId, ...]]:
    """Which events name a service: CPSV-AP lets either side, or both, name the other."""
    found: dict[str, list[EventId]] = {}
    for node in graph.of_type(*v.EVENTS):
        # The Smart Data Models give events the property that SEMIC keeps for services.
        named = graph.refs(node, v.HAS_RELATED_SERVICE) + graph.refs(node, v.RELATED_SERVICE)
        for service in named:
            found.setdefault(service, []).append(EventId(node.id))
    return {service: tuple(events) for service, events in found.items()}


def _cost(graph: Graph, node: Node) -> Cost:
    written = graph.word(node, v.VALUE)
    return Cost(
        amount=quantities.amount(written) if written else None,
        currency=quantities.currency(graph.word(node, v.CURRENCY)),
        description=graph.text(node, v.DESCRIPTION),
    )


def _evidence(graph: Graph, node: Node) -> tuple[Evidence, ...]:
    """What to bring: evidence that is named, then types of evidence that no named one conforms to."""
    found: list[Evidence] = []
    covered: set[str] = set()
    for name in (v.INPUT, v.INPUT_TYPE):
        for one in graph.linked(node, name):
            title = graph.text(one, v.TITLE, v.LABEL, v.DESCRIPTION)
            if one.id in covered or not title:
                continue
            found.append(Evidence(one.id, title))
            covered.update((one.id, *graph.refs(one, v.CONFORMS_TO)))
    return tuple(found)


def _texts(
    graph: Graph, node: Node, properties: tuple[str, ...], names: tuple[str, ...]
) -> tuple[LocalisedText, ...]:
    """The words of everything that some properties of a service name."""
    texts = (
        graph.text(one, *names, most=PARAGRAPH) for name in properties for one in graph.linked(node, name)
    )
    return tuple(text for text in texts if text)


def _organisations(
    graph: Graph, services: dict[ServiceId, PublicService]
) -> dict[OrganisationId, PublicOrganisation]:
    """Every organisation that a service or a channel names, so that no screen meets an unknown one."""
    wanted = dict.fromkeys(OrganisationId(node.id) for node in graph.of_type(v.PUBLIC_ORGANISATION))
    for service in services.values():
        wanted.update(dict.fromkeys((service.organisation, *(one.owner for one in service.channels))))
    return {one: _organisation(graph, one) for one in wanted}


def _organisation(graph: Graph, organisation: OrganisationId) -> PublicOrganisation:
    node = graph.nodes.get(organisation)
    if node is None:
        return PublicOrganisation(organisation, LocalisedText())
    hours = quantities.hours(graph, node) or tuple(
        one for contact in graph.linked(node, v.CONTACT) for one in quantities.hours(graph, contact)
    )
    return PublicOrganisation(
        id=organisation,
        name=graph.text(node, v.LABEL, v.TITLE),
        # Known to be something else than a public body; of an organisation without a type nothing is said.
        partner=bool(node.types) and v.PUBLIC_ORGANISATION not in node.types,
        phone=telephone(graph, node),
        place=place(graph, node),
        hours=hours,
    )
