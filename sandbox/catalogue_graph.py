# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the town's data files into one CPSV-AP 3.2 graph in JSON-LD; the words are in the files, not here."""

import json
from pathlib import Path
from typing import Any

from sandbox.catalogue_nodes import (
    LOCATION,
    Node,
    channel_nodes,
    concept,
    contact_node,
    iri,
    organisation_nodes,
    texts,
)
from sandbox.web import LANGUAGES

Data = dict[str, Any]
EU_LANGUAGES = {
    language: f"http://publications.europa.eu/resource/authority/language/{code}"
    for language, code in zip(LANGUAGES, ("ENG", "SPA", "ARA", "ZHO"), strict=True)
}


def catalogue_graph(folder: Path, base: str) -> Data:
    """The catalogue of the data files in `folder`; `base` is the address under which the APIs are reached."""
    words: Data = _read(folder / "concepts.json")
    organisations: list[Data] = _read(folder / "organisations.json")
    events: list[Data] = _read(folder / "events.json")
    services: list[Data] = [one for path in sorted(folder.glob("services-*.json")) for one in _read(path)]
    papers: Data = words["evidence"]

    nodes: list[Node] = [
        {
            "@id": iri("catalogue", "port-amity"),
            "@type": "Dataset",
            "Dataset.identifier": ["port-amity"],
            "Dataset.title": texts(words["catalogue"]["name"]),
            "Dataset.description": texts(words["catalogue"]["description"]),
            "Dataset.publisher": iri("organisation", "town-hall"),
            "Dataset.hasPart": [iri("service", service["id"]) for service in services],
        },
        {"@id": LOCATION, "@type": "Location", "title": texts(words["place"])},
        *({"@id": eu, "@type": "LinguisticSystem"} for eu in EU_LANGUAGES.values()),
        *(
            {"@id": entry["iri"], "@type": "Standard", "title": texts({"en": entry["name"]})}
            for entry in words["standards"].values()
        ),
        *(
            concept(kind, code, label)
            for kind in words["concepts"]
            for code, label in words["concepts"][kind].items()
        ),
    ]
    for organisation in organisations:
        nodes += organisation_nodes(organisation)
        nodes += contact_node(organisation)
    for event in events:
        nodes.append(_event(event, services))
    for code, name in papers.items():
        nodes += _evidence(code, name)
    places = {organisation["id"]: organisation for organisation in organisations}
    for service in services:
        nodes += _service(service, places, words, base)
    return {"@context": _read(folder / "context.json"), "@graph": nodes}


def _event(event: Data, services: list[Data]) -> Node:
    """A life or business event. Its type names the kind of event, which a client may know a drawing for."""
    kind = "BusinessEvent" if event["kind"] == "business" else "LifeEvent"
    return {
        "@id": iri("event", event["id"]),
        "@type": ["Event", kind],
        "Event.identifier": event["id"],
        "Event.name": texts(event["name"]),
        "Event.description": texts(event["description"]),
        f"{kind}.type": [iri("event-type", event["type"])],
        "Event.hasRelatedService": [
            iri("service", one["id"]) for one in services if event["id"] in one["events"]
        ],
    }


def _evidence(code: str, name: Data) -> list[Node]:
    """A paper that people bring: as Evidence with a name, and the type that it conforms to."""
    return [
        {
            "@id": iri("evidence", code),
            "@type": "Evidence",
            "Evidence.identifier": code,
            "Evidence.name": texts(name),
            "Evidence.isConformantTo": [iri("evidence-type", code)],
        },
        {
            "@id": iri("evidence-type", code),
            "@type": "EvidenceType",
            "EvidenceType.identifier": code,
            "title": texts(name),
        },
    ]


def _service(service: Data, places: dict[str, Data], words: Data, base: str) -> list[Node]:
    """One service with all that hangs on it alone: costs, rules, requirements, outputs, channels."""
    name = service["id"]
    costs: list[Node] = [
        {
            "@id": iri("cost", f"{name}-{number}"),
            "@type": "Cost",
            "Cost.identifier": f"{name}-{number}",
            "Cost.hasValue": {"@type": "xsd:double", "@value": str(float(cost["amount"]))},
            "Cost.currency": iri("currency", "XTS"),
            "Cost.description": texts(cost["words"]),
            "Cost.isDefinedBy": [iri("organisation", service["authority"])],
        }
        for number, cost in enumerate(service["costs"], start=1)
    ]
    rules: list[Node] = [
        {
            "@id": iri("rule", f"{name}-{number}"),
            "@type": "Rule",
            "Rule.identifier": f"{name}-{number}",
            "Rule.name": texts(rule["name"]),
            "Rule.description": texts(rule["words"]),
        }
        for number, rule in enumerate(service.get("rules", []), start=1)
    ]
    requirements: list[Node] = [
        {
            "@id": iri("requirement", f"{name}-{number}"),
            "@type": "Requirement",
            "Requirement.identifier": f"{name}-{number}",
            "Requirement.name": texts(requirement),
            "Requirement.hasSupportingEvidence": [iri("evidence", code) for code in service["bring"]],
        }
        for number, requirement in enumerate(service.get("requirements", []), start=1)
    ]
    outputs: list[Node] = [
        {
            "@id": iri("output", f"{name}-{number}"),
            "@type": "Output",
            "Output.identifier": f"{name}-{number}",
            "Output.name": texts(output),
        }
        for number, output in enumerate(service["outputs"], start=1)
    ]
    participations: list[Node] = [
        {
            "@id": iri("participation", f"{name}-{partner}"),
            "@type": "Participation",
            "Participation.identifier": f"{name}-{partner}",
            "Participation.description": texts(words["participation"][role]),
            "Participation.role": [iri("role", role)],
            "Participation.hasParticipant": iri("organisation", partner),
        }
        for partner, role in service.get("participants", {}).items()
    ]
    channels = channel_nodes(service, places, words["standards"], base)
    node: Node = {
        "@id": iri("service", name),
        "@type": "PublicService",
        "PublicService.identifier": name,
        "PublicService.name": texts(service["name"]),
        "PublicService.description": texts(service["description"]),
        "PublicService.keyword": texts(service["keywords"]),
        "PublicService.hasCompetentAuthority": [iri("organisation", service["authority"])],
        "PublicService.isGroupedBy": [iri("event", event) for event in service["events"]],
        "PublicService.isClassifiedBy": [iri("availability", service["availability"])],
        "PublicService.language": list(EU_LANGUAGES.values()),
        "PublicService.spatial": [LOCATION],
        "PublicService.processingTime": service["processing"],
        "PublicService.contactPoint": [iri("contact", service["authority"])],
        "PublicService.hasInput": [iri("evidence", code) for code in service["bring"]],
        "PublicService.hasInputType": [iri("evidence-type", code) for code in service["bring"]],
        "PublicService.hasChannel": [channel["@id"] for channel in channels],
        "PublicService.hasCost": [cost["@id"] for cost in costs],
        "PublicService.follows": [rule["@id"] for rule in rules],
        "PublicService.holdsRequirement": [requirement["@id"] for requirement in requirements],
        "PublicService.produces": [output["@id"] for output in outputs],
        "PublicService.hasParticipation": [participation["@id"] for participation in participations],
    }
    # A property without a value says nothing; leaving it out keeps the graph small.
    return [
        {key: value for key, value in node.items() if value != []},
        *costs, *rules, *requirements, *outputs, *participations, *channels,
    ]  # fmt: skip


def _read(path: Path) -> Any:
    """One data file."""
    return json.loads(path.read_text(encoding="utf-8"))
