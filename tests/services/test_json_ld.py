# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A catalogue is the same in every spelling of JSON-LD."""

import pytest

from core.ids import OrganisationId, ServiceId
from services.cpsv_ap.graph import Literal, Ref
from services.cpsv_ap.json_ld import read_graph
from services.cpsv_ap.reader import read_catalogue
from services.documents import Json
from tests.support.cpsv_documents import AUTHORITY, EXPANDED, TITLE

WITH_PREFIXES = {
    "@context": {"cpsv": "http://purl.org/vocab/cpsv#", "dct": "http://purl.org/dc/terms/"},
    "@graph": [
        {
            "@id": "urn:s",
            "@type": "cpsv:PublicService",
            "dct:title": [{"@value": "Move", "@language": "en"}, {"@value": "搬家", "@language": "zh-Hans"}],
            "cv:hasCompetentAuthority": {"@id": "urn:o"},
        }
    ],
}


WITH_TERMS = {
    "@context": [
        {"svc": "http://purl.org/vocab/cpsv#", "Service": "svc:PublicService", "uri": "@id", "a": "@type"},
        {
            "name": {"@id": TITLE, "@container": "@language"},
            "by": {"@id": AUTHORITY, "@type": "@id", "@container": "@set"},
        },
    ],
    "uri": "urn:s",
    "a": "Service",
    "name": {"en": "Move", "zh_Hans": ["搬家"]},
    "by": ["urn:o"],
}


NESTED_AND_REVERSED = {
    "@context": {"@vocab": "http://purl.org/vocab/cpsv#", "@base": "urn:", "@language": "en", "dct": "http://purl.org/dc/terms/"},
    "@id": "o",
    "@type": "http://data.europa.eu/m8g/PublicOrganisation",
    "@reverse": {
        "cv:hasCompetentAuthority": {
            "@id": "s",
            "@type": "PublicService",
            "dct:title": ["Move", {"@value": "搬家", "@language": "zh-Hans"}],
        }
    },
}  # fmt: skip


FOREIGN_CONTEXT = {
    "@context": "https://example.org/somebody-elses-context.jsonld",
    "id": "urn:s",
    "type": "PublicService",
    "name": {"type": "LanguageProperty", "languageMap": {"en": "Move", "zh-Hans": "搬家"}},
    "PublicService.hasCompetentAuthority": {"type": "Relationship", "object": "urn:o"},
}


@pytest.mark.parametrize(
    "document", [EXPANDED, WITH_PREFIXES, WITH_TERMS, NESTED_AND_REVERSED, FOREIGN_CONTEXT]
)
def test_one_service_is_the_same_in_every_spelling(document: Json) -> None:
    read = read_catalogue(document, "tag")
    (service,) = read.catalogue.services.values()
    assert service.id == ServiceId("urn:s")
    assert {one.language: one.text for one in service.name.versions} == {"en": "Move", "zh-Hans": "搬家"}
    assert service.organisation == OrganisationId("urn:o")
    assert OrganisationId("urn:o") in read.catalogue.organisations
    assert read.catalogue.version == "tag"
    assert read.skipped == ()


def test_values_keep_their_kind_and_order() -> None:
    graph = read_graph(
        {
            "@id": "urn:a",
            "dct:title": [1, True, 2.5, None, {"@list": ["x", {"@id": "urn:b"}]}, {"@set": ["y"]}],
            "unknown": "dropped",
        }
    )
    assert graph.nodes["urn:a"].values[TITLE] == [
        Literal("1"), Literal("true"), Literal("2.5"), Literal("x"), Ref("urn:b"), Literal("y")
    ]  # fmt: skip
    assert [(one.place, one.reason) for one in graph.skipped] == [
        ("urn:a unknown", "not a term of any context")
    ]


def test_the_rarer_spellings_are_understood() -> None:
    graph = read_graph(
        {
            "@context": [
                {
                    "owner": {"@reverse": "cv:ownedBy"},
                    "labels": {"@id": "skos:prefLabel", "@container": "@index"},
                },
                {"seen": {"@id": "dct:title", "@container": ["@set", "@language"], "@language": "es"}},
            ],
            "@id": "urn:a",
            "owner": [{"@id": "urn:channel"}],
            "labels": {"first": "one", "second": ["two"]},
            "@included": [{"@id": "urn:b", "@context": None, "dct:title": "B"}],
        }
    )
    assert graph.nodes["urn:channel"].values == {"http://data.europa.eu/m8g/ownedBy": [Ref("urn:a")]}
    assert list(graph.nodes["urn:a"].values["http://www.w3.org/2004/02/skos/core#prefLabel"]) == [
        Literal("one"), Literal("two")
    ]  # fmt: skip
    assert graph.nodes["urn:b"].values == {TITLE: [Literal("B")]}
    assert graph.skipped == ()
