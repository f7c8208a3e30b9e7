# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads how a service can be reached: which API serves it, at which counter, by which telephone."""

from core.catalogue import Channel, ChannelKind
from core.ids import FormId, OrganisationId
from core.text import LocalisedText
from services.cpsv_ap import vocabulary as v
from services.cpsv_ap.graph import Graph, Node
from services.cpsv_ap.quantities import hours, last_part
from services.outside_text import one_line

LONGEST_ADDRESS = 2_000
_STANDARDS = (
    ("openrosa", ChannelKind.OPENROSA),
    ("georeport", ChannelKind.OPEN311),
    ("json-schema.org", ChannelKind.JSON_SCHEMA),
    ("form.io", ChannelKind.FORMIO),
    ("open-forms", ChannelKind.OPEN_FORMS),
)
"""What the address of a standard contains, and what it means."""

_COUNTERS = frozenset({"counter", "servicecounter", "service-counter", "in-person", "office"})
_PHONES = frozenset({"phone", "telephone", "call-centre"})


def read_channel(graph: Graph, node: Node, authority: OrganisationId) -> Channel:
    """One `cv:Channel`. Without `cv:ownedBy` it is the service's own authority's.

    It is an API when it is a `dcat:DataService` that conforms to a standard we speak and says where it is and
    which form it means; a half-described one is offered as any other way.
    """
    owner = next((OrganisationId(one) for one in graph.refs(node, v.OWNED_BY)), authority)
    kind = _api_kind(graph, node)
    endpoint = next(iter(graph.refs(node, v.ENDPOINT)), "")
    form = graph.word(node, v.IDENTIFIER)
    if kind is not None and endpoint and len(endpoint) <= LONGEST_ADDRESS and form:
        return Channel(node.id, kind, owner, endpoint.rstrip("/"), FormId(form))
    kind = _other_kind(graph, node)
    return Channel(
        id=node.id,
        kind=kind,
        owner=owner,
        phone=telephone(graph, node) or (owner_phone(graph, owner) if kind is ChannelKind.PHONE else ""),
        place=graph.text(node, v.DESCRIPTION),
        hours=hours(graph, node),
    )


def telephone(graph: Graph, node: Node) -> str:
    """The first telephone number of a node, or of its contact points."""
    own = graph.word(node, v.TELEPHONE)
    contacts = (graph.word(one, v.TELEPHONE) for one in graph.linked(node, v.CONTACT))
    found = own or next((number for number in contacts if number), "")
    return one_line(found.removeprefix("tel:"), 40)


def owner_phone(graph: Graph, owner: OrganisationId) -> str:
    """The telephone number of an organisation; empty when the catalogue does not hold it."""
    node = graph.nodes.get(owner)
    return telephone(graph, node) if node is not None else ""


def place(graph: Graph, node: Node) -> LocalisedText:
    """Where an organisation is: its address in words."""
    for address in graph.linked(node, v.ADDRESS):
        return graph.text(address, v.FULL_ADDRESS)
    return LocalisedText()


def _api_kind(graph: Graph, node: Node) -> ChannelKind | None:
    for standard in graph.refs(node, v.CONFORMS_TO):
        for word, kind in _STANDARDS:
            if word in standard.lower():
                return kind
    return None


def _other_kind(graph: Graph, node: Node) -> ChannelKind:
    names = {last_part(one).lower() for one in graph.refs(node, v.TYPE)} | {graph.word(node, v.TYPE).lower()}
    if names & _COUNTERS:
        return ChannelKind.COUNTER
    return ChannelKind.PHONE if names & _PHONES else ChannelKind.OTHER
