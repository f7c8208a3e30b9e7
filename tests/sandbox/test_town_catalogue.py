# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests the catalogue: what a client learns from it in every language, and that it keeps CPSV-AP's shapes."""

import gzip
import json
import re
from typing import Any

import pyshacl
import pytest
import rdflib

from tests.support.corpora import corpora
from tests.support.sandbox_town import RunningTown
from tests.support.town_wire import ask
from tests.support.vocabularies import CPSV, CV, DCAT, DCT, ID, SCHEMA, SKOS, A

# rdflib 7 and pyshacl warn of rdflib's own inner workings.
pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated.*:DeprecationWarning")
LANGUAGES = {"en", "es", "ar", "zh-hans"}


# The drawings of the house's visual language that stand for events.
DRAWINGS = {
    "birth", "moving-home", "work", "death", "care", "business", "family", "wedding", "health", "learning",
    "disability", "money-taxes", "new-country", "documents", "travel", "report-problem",
}  # fmt: skip


def languages(graph: rdflib.Graph, thing: Any, property_: rdflib.URIRef) -> list[str]:
    """The language of each text, in lower case as RDF compares them."""
    texts = [text for text in graph.objects(thing, property_) if isinstance(text, rdflib.Literal)]
    return [str(text.language).lower() for text in texts]


def test_there_is_enough_to_choose_from(graph: rdflib.Graph) -> None:
    events = set(graph.subjects(A, CV.LifeEvent)) | set(graph.subjects(A, CV.BusinessEvent))
    assert len(events) == 16
    assert len(set(graph.subjects(A, CV.BusinessEvent))) == 1
    assert len(set(graph.subjects(A, CPSV.PublicService))) == 40
    assert {str(one).removeprefix(ID) for one in graph.subjects(A, CV.PublicOrganisation)} == {
        f"organisation/{name}"
        for name in ("town-hall", "civil-registry", "social-security", "tax-office", "city-works")
    }


@pytest.mark.parametrize(
    ("kind", "property_"),
    [
        (CPSV.PublicService, DCT.title),
        (CPSV.PublicService, DCT.description),
        (CV.Event, DCT.title),
        (CV.Event, DCT.description),
        (CV.Cost, DCT.description),
        (CV.Evidence, DCT.title),
        (CV.Output, DCT.title),
        (CV.Requirement, DCT.title),
        (CPSV.Rule, DCT.title),
        (CPSV.Rule, DCT.description),
        (CV.PublicOrganisation, SKOS.prefLabel),
        (SKOS.Concept, SKOS.prefLabel),
        (rdflib.URIRef("http://www.w3.org/2006/time#TemporalEntity"), DCT.description),
    ],
)
def test_every_text_is_there_once_in_each_language(
    graph: rdflib.Graph, kind: rdflib.URIRef, property_: rdflib.URIRef
) -> None:
    things = set(graph.subjects(A, kind))
    assert things
    for thing in things:
        assert sorted(languages(graph, thing, property_)) == sorted(LANGUAGES), thing


def test_keywords_are_there_in_each_language(graph: rdflib.Graph) -> None:
    for service in graph.subjects(A, CPSV.PublicService):
        assert set(languages(graph, service, DCAT.keyword)) == LANGUAGES


def test_each_language_is_written_in_its_own_script(catalogue_text: tuple[RunningTown, str]) -> None:
    scripts = {"ar": r"[\u0600-\u06ff]", "zh-Hans": r"[\u4e00-\u9fff]", "es": r"[A-Za-z]", "en": r"[A-Za-z]"}

    def check(value: Any) -> None:
        match value:
            case {"@language": language, "@value": text}:
                # Telephone numbers and standards' names have no other script.
                assert re.search(scripts[language], text), text
            case dict():
                for one in value.values():
                    check(one)
            case list():
                for one in value:
                    check(one)

    check(json.loads(catalogue_text[1])["@graph"])


def test_every_event_has_a_drawing_and_services(graph: rdflib.Graph) -> None:
    drawn = set()
    for event in graph.subjects(A, CV.Event):
        (kind,) = graph.objects(event, DCT.type)
        drawn.add(str(graph.value(kind, SKOS.notation)))
        services = set(graph.objects(event, CV.hasRelatedService))
        assert len(services) >= 2, event
        assert services == set(graph.subjects(CV.isGroupedBy, event))
    assert drawn == DRAWINGS


def test_partner_is_named_by_the_service_that_it_delivers(graph: rdflib.Graph) -> None:
    partner = rdflib.URIRef(f"{ID}organisation/harbour-neighbours")
    assert (partner, A, CV.PublicOrganisation) not in graph
    channels = set(graph.subjects(CV.ownedBy, partner))
    assert {service for channel in channels for service in graph.subjects(CV.hasChannel, channel)} == {
        rdflib.URIRef(f"{ID}service/help-at-home")
    }
    (participation,) = graph.subjects(CV.hasParticipant, partner)
    assert graph.value(participation, CV.role) == rdflib.URIRef(f"{ID}role/delivers")


def test_every_organisation_says_where_and_when_a_person_can_be_reached(graph: rdflib.Graph) -> None:
    organisations = set(graph.subjects(A, rdflib.URIRef("http://www.w3.org/ns/org#Organization")))
    assert len(organisations) == 6
    for organisation in organisations:
        (contact,) = graph.objects(organisation, CV.contactPoint)
        assert re.fullmatch(r"555 \d{4}", str(graph.value(contact, CV.telephone)))
        (hours,) = graph.objects(contact, CV.openingHours)
        assert str(graph.value(hours, SCHEMA.opens)) < str(graph.value(hours, SCHEMA.closes))
        assert set(graph.objects(hours, SCHEMA.dayOfWeek))


def test_chinese_sentences_are_short(graph: rdflib.Graph) -> None:
    texts = [text for text in graph.objects(None, DCT.description) if isinstance(text, rdflib.Literal)]
    chinese = [text for text in texts if str(text.language).lower() == "zh-hans"]
    assert len(chinese) > 60
    for text in chinese:
        assert max(len(sentence) for sentence in re.split("[。；？]", text)) <= 24, text


def test_catalogue_keeps_the_publishers_shapes(graph: rdflib.Graph) -> None:
    shapes = str(corpora() / "cpsv-ap" / "semic-3.2.0" / "cpsv-ap-SHACL.ttl")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes, shacl_graph_format="turtle")
    assert conforms, report


def test_shapes_would_notice_a_service_without_a_name(graph: rdflib.Graph) -> None:
    shapes = str(corpora() / "cpsv-ap" / "semic-3.2.0" / "cpsv-ap-SHACL.ttl")
    broken = rdflib.Graph() + graph
    broken.remove((rdflib.URIRef(f"{ID}service/register-birth"), DCT.title, None))
    conforms, _, report = pyshacl.validate(broken, shacl_graph=shapes, shacl_graph_format="turtle")
    assert not conforms
    assert "register-birth" in report


def test_unchanged_catalogue_is_not_sent_again_and_compresses_well(town: RunningTown) -> None:
    first = ask(town, "GET", "/catalogue.jsonld")
    packed = ask(town, "GET", "/catalogue.jsonld", headers={"Accept-Encoding": "gzip"})
    assert first.headers["content-type"] == "application/ld+json"
    assert gzip.decompress(packed.body) == first.body
    assert len(packed.body) < len(first.body) / 5
    for answer in (first, packed):
        again = ask(town, "GET", "/catalogue.jsonld", headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status, again.body) == (304, b"")
    other = ask(town, "GET", "/catalogue.jsonld", headers={"If-None-Match": '"something else"'})
    assert other.status == 200
