# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The publishers' own CPSV-AP examples are read, each in the spelling in which it was published."""

import json
from pathlib import Path

import pytest

from core.ids import EventId, Language, OrganisationId, ServiceId
from services.cpsv_ap import vocabulary as v
from services.cpsv_ap.context import Context
from services.cpsv_ap.json_ld import read_graph
from services.cpsv_ap.reader import read_catalogue
from services.documents import Json, Unreadable, read_json
from tests.support.corpora import corpora

SKIPPED = {
    "semic-3.2.0/cpsv-ap-SHACL.ttl": "rules for catalogues in Turtle, not a catalogue",
    "semic-3.2.0/cpsv-ap.ttl": "the vocabulary itself in Turtle, not a catalogue",
    "smart-data-models/Address/examples/example-normalized.jsonld": "an address alone; read, and nothing to offer",
    "smart-data-models/Address/examples/example.jsonld": "an address alone; read, and nothing to offer",
    **{
        f"smart-data-models/{kind}/schema.json": "a JSON Schema, not data"
        for kind in (
            "Address", "BusinessEvent", "CriterionRequirement", "Evidence", "PublicOrganization",
            "PublicService", "Rule",
        )
    },
}  # fmt: skip
"""Files that hold no part of a catalogue. Reading them must still be harmless, which is tested."""

ELSEWHERE = {
    "semic-3.2.0/cpsv-ap.jsonld": "the context: every term of it is compared",
    "semic-3.2.0/example-rdf_public_service.ttl": "Turtle: read after rdflib has written it as JSON-LD",
}

TYPES = {
    "BusinessEvent": v.BUSINESS_EVENT,
    "Cost": v.CV + "Cost",
    "CriterionRequirement": v.CV + "Requirement",
    "Evidence": v.CV + "Evidence",
    "LifeEvent": v.LIFE_EVENT,
    "PublicOrganization": v.PUBLIC_ORGANISATION,
    "PublicService": v.PUBLIC_SERVICE,
    "Rule": v.CPSV + "Rule",
}
EN = Language("en")


def folder() -> Path:
    return corpora() / "cpsv-ap"


def all_names() -> set[str]:
    return {str(path.relative_to(folder())) for path in folder().rglob("*") if path.is_file()}


def examples(kind: str) -> list[Json]:
    found = sorted((folder() / "smart-data-models" / kind / "examples").iterdir())
    return [document(path) for path in found]


def document(path: Path) -> Json:
    value = read_json(path.read_bytes())
    assert not isinstance(value, Unreadable), path.name
    return value


def test_every_file_is_read_here_or_named_with_a_reason() -> None:
    read = {
        str(path.relative_to(folder()))
        for kind in TYPES
        for path in (folder() / "smart-data-models" / kind / "examples").iterdir()
    }
    assert read | set(SKIPPED) | set(ELSEWHERE) == all_names()
    assert len(read) == 23


@pytest.mark.parametrize("kind", TYPES)
def test_each_example_gives_one_node_of_its_type_in_every_spelling(kind: str) -> None:
    for value in examples(kind):
        assert isinstance(value, dict)
        graph = read_graph(value)
        node = graph.nodes[str(value["id"])]
        assert node.types == {TYPES[kind]}
        name = graph.text(node, v.TITLE, v.LABEL, v.DESCRIPTION)
        assert name, value["id"]


def test_the_finnish_trademark_service_is_read_alike_in_all_its_spellings() -> None:
    services = []
    for value in examples("PublicService"):
        read = read_catalogue(value)
        (service,) = read.catalogue.services.values()
        assert list(read.catalogue.organisations) == [service.organisation]
        services.append(service)
    assert len(services) == 3
    for service in services:
        assert service.name.best(EN).text == "Electronic application for a trademark"
        assert service.description.best(EN).text.startswith("A trademark is a symbol")
        assert service.organisation.endswith("8566c45a-8b9e-46d5-8371-81c8ad002362")
        assert service.events == ("http://europa.eu/youreurope/businessOntology#start-grow",)
        assert service.processing_days == 1006
        assert service.languages == ("en",)


def test_the_examples_joined_by_their_ids_make_one_catalogue() -> None:
    service, event, organisation, cost, rule, evidence = (
        dict(value) for kind in ("PublicService", "LifeEvent", "PublicOrganization", "Cost", "Rule", "Evidence")
        if isinstance(value := examples(kind)[-1], dict)
    )  # fmt: skip
    service |= {"hasCost": [cost["id"]], "follows": rule["id"], "hasInput": [evidence["id"]]}
    service["hasCompetentAuthority"] = organisation["id"]
    event["relatedService"] = [service["id"]]
    joined: list[Json] = [service, event, organisation, cost, rule, evidence]
    catalogue = read_catalogue(joined).catalogue
    one = catalogue.services[ServiceId(str(service["id"]))]
    assert [(str(paid.amount), paid.currency) for paid in one.costs] == [("12.3", "EUR")]
    assert one.rules[0].best(EN).text.startswith("The mayor of the municipality")
    assert one.evidence[0].name.best(EN).text == "Form to apply for a trademark"
    assert EventId(str(event["id"])) in one.events
    authority = catalogue.organisations[OrganisationId(str(organisation["id"]))]
    assert authority.name.best(EN).text == "The Finnish Patent and Registration Office"


def test_semics_example_is_read_although_it_breaks_semics_shapes() -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib reads Turtle; it is a package for checks only")
    graph = rdflib.Graph()
    graph.parse(folder() / "semic-3.2.0" / "example-rdf_public_service.ttl", format="turtle")
    value = read_json(graph.serialize(format="json-ld").encode())
    assert not isinstance(value, Unreadable)
    catalogue = read_catalogue(value).catalogue
    (service,) = catalogue.services.values()
    assert service.name.best(EN).text == "Tax-on-web"
    assert service.description.best(Language("fr")).text.startswith("Service pour la déclaration")
    assert service.rules[0].best(EN).text == "Request to provide certificate about childcare costs"
    assert [paper.name.best(Language("fr")).text for paper in service.evidence] == [
        "Attestation garde d'enfants"
    ]
    assert len(service.channels) == 1
    organisation = catalogue.organisations[service.organisation]
    assert set(organisation.name.languages) == {"fr", "nl", "en", "de"}


def test_every_term_of_semics_context_means_what_semic_says() -> None:
    published = document(folder() / "semic-3.2.0" / "cpsv-ap.jsonld")
    assert isinstance(published, dict)
    local = published["@context"]
    assert isinstance(local, dict)
    context = Context().extended(local)
    compared = 0
    for name, definition in local.items():
        target = definition["@id"] if isinstance(definition, dict) else definition
        assert context.key(name).iri == target, name
        compared += 1
    assert compared == len(local) == 150


def test_our_own_names_agree_with_semics_context() -> None:
    published = document(folder() / "semic-3.2.0" / "cpsv-ap.jsonld")
    assert isinstance(published, dict)
    local = published["@context"]
    assert isinstance(local, dict)
    theirs: dict[str, set[str]] = {}
    for name, definition in local.items():
        target = definition["@id"] if isinstance(definition, dict) else definition
        theirs.setdefault(name.rsplit(".", 1)[-1], set()).add(str(target))
    wrong = {
        name: (iri, theirs[name])
        for name, iri in v.LOCAL_NAMES.items()
        if name in theirs and iri not in theirs[name]
    }
    assert wrong == {}


@pytest.mark.parametrize("name", SKIPPED)
def test_what_is_no_catalogue_gives_none(name: str) -> None:
    value = read_json((folder() / name).read_bytes())
    if isinstance(value, Unreadable):
        assert name.endswith(".ttl")
    else:
        assert read_catalogue(value).catalogue.services == {}
        json.dumps(value)
