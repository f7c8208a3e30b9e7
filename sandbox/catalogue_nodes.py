# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the smaller nodes of the catalogue: texts, concepts, organisations, opening hours and channels."""

from typing import Any, Literal

Data = dict[str, Any]
Node = dict[str, Any]

BASE = "https://port-amity.example/id"
LOCATION = f"{BASE}/place/port-amity"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Kind = Literal["openrosa", "open311", "json-schema", "formio", "open-forms", "counter", "phone", "home-visit"]


def iri(kind: str, name: str) -> str:
    """The stable name of a thing; it does not change with the port on which the town listens."""
    return f"{BASE}/{kind}/{name}"


def texts(words: Data) -> list[Node]:
    """Text in each language as JSON-LD value objects; a list in one language gives one object for each."""
    return [
        {"@value": text, "@language": language}
        for language, value in words.items()
        for text in (value if isinstance(value, list) else [value])
    ]


def concept(kind: str, code: str, label: Data) -> Node:
    """A term of one of the town's own code lists; `notation` is the code itself."""
    return {"@id": iri(kind, code), "@type": "Concept", "notation": code, "prefLabel": texts(label)}


def organisation_nodes(organisation: Data) -> list[Node]:
    """A public body, or a partner (an organisation that is none), with its address."""
    name = organisation["id"]
    node: Node = {
        "@id": iri("organisation", name),
        "@type": ["Organization", "Agent"],
        "PublicOrganization.preferredLabel": texts(organisation["name"]),
        "PublicOrganization.spatial": [LOCATION],
        "Agent.identifier": name,
        "Agent.name": texts(organisation["name"]),
        "Agent.address": [iri("address", name)],
        "contactPoint": [iri("contact", name)],
    }
    if organisation["kind"] == "public":
        node["@type"] = ["PublicOrganization", *node["@type"]]
    address = {
        "@id": iri("address", name),
        "@type": "Address",
        "Address.fullAddress": texts(organisation["address"]),
    }
    return [node, address]


def contact_node(organisation: Data) -> list[Node]:
    """Where a person can be asked: telephone, and the hours of telephone and counter."""
    name = organisation["id"]
    return [
        {
            "@id": iri("contact", name),
            "@type": "ContactPoint",
            "ContactPoint.hasTelephone": [organisation["phone"]],
            "ContactPoint.openingHours": [iri("hours", name)],
        },
        {
            "@id": iri("hours", name),
            "@type": ["TemporalEntity", "OpeningHoursSpecification"],
            "TemporalEntity.description": texts(organisation["hours"]["words"]),
            "dayOfWeek": [f"https://schema.org/{DAYS[day - 1]}" for day in organisation["hours"]["days"]],
            "opens": organisation["hours"]["opens"],
            "closes": organisation["hours"]["closes"],
        },
    ]


def channel_nodes(service: Data, places: dict[str, Data], standards: Data, base: str) -> list[Node]:
    """The ways to a service. An API channel is a `dcat:DataService` too: which standard, where, what form."""
    nodes: list[Node] = []
    for channel in service["channels"]:
        kind: Kind = channel["kind"]
        owner = channel.get("owner", service["authority"])
        node: Node = {
            "@id": iri("channel", f"{service['id']}-{kind}"),
            "@type": "Channel",
            "Channel.identifier": f"{service['id']}-{kind}",
            "Channel.ownedBy": [iri("organisation", owner)],
            "Channel.type": iri("channel-type", "online-form" if kind in standards else kind),
        }
        if kind in standards:
            node["@type"] = ["Channel", "DataService"]
            node["Channel.identifier"] = channel["form"]
            node["conformsTo"] = [standards[kind]["iri"]]
            node["endpointURL"] = base + channel["endpoint"]
            node["Channel.processingTime"] = f"PT{channel['minutes']}M"
        else:
            node["Channel.openingHours"] = [iri("hours", owner)]
            node["Channel.description"] = texts(channel.get("words", places[owner]["address"]))
        nodes.append(node)
    return nodes
