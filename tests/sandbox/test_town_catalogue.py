# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests the catalogue: what a client learns from it in every language, and that it keeps CPSV-AP's shapes."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyshacl
import pytest
import rdflib

from tests.support.corpora import corpora
from tests.support.sandbox_town import RunningTown, running_town
from tests.support.town_wire import ask, ask_openrosa

# rdflib 7 and pyshacl warn of rdflib's own inner workings.
pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated.*:DeprecationWarning")

LANGUAGES = {"en", "es", "ar", "zh-hans"}
CPSV = rdflib.Namespace("http://purl.org/vocab/cpsv#")
CV = rdflib.Namespace("http://data.europa.eu/m8g/")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")
SKOS = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")
SCHEMA = rdflib.Namespace("https://schema.org/")
A = rdflib.RDF.type
ID = "https://port-amity.example/id/"
OPENROSA = rdflib.URIRef("https://docs.getodk.org/openrosa/")
OPEN311 = rdflib.URIRef("http://wiki.open311.org/GeoReport_v2/")
# The drawings of the house's visual language that stand for events.
DRAWINGS = {
    "birth", "moving-home", "work", "death", "care", "business", "family", "wedding", "health", "learning",
    "disability", "money-taxes", "new-country", "documents", "travel", "report-problem",
}  # fmt: skip


@pytest.fixture(scope="module")
def catalogue_text(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningTown, str]]:
    with running_town(tmp_path_factory.mktemp("catalogue")) as town:
        yield town, ask(town, "GET", "/catalogue.jsonld").text


@pytest.fixture(scope="module")
def graph(catalogue_text: tuple[RunningTown, str]) -> rdflib.Graph:
    return rdflib.Graph().parse(data=catalogue_text[1], format="json-ld")


def languages(graph: rdflib.Graph, thing: Any, property_: rdflib.URIRef) -> list[str]:
    """The language of each text, in lower case as RDF compares them."""
    texts = [text for text in graph.objects(thing, property_) if isinstance(text, rdflib.Literal)]
    return [str(text.language).lower() for text in texts]


def test_there_is_enough_to_choose_from(graph: rdflib.Graph) -> None:
    events = set(graph.subjects(A, CV.LifeEvent)) | set(graph.subjects(A, CV.BusinessEvent))
    assert len(events) == 16
    assert len(set(graph.subjects(A, CV.BusinessEvent))) == 1
    assert len(set(graph.subjects(A, CPSV.PublicService))) == 39
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


def test_each_of_the_first_five_events_has_a_form_that_works_here(
    catalogue_text: tuple[RunningTown, str],
) -> None:
    nodes = {node["@id"]: node for node in json.loads(catalogue_text[1])["@graph"]}
    events = [node for node in nodes.values() if "Event" in node["@type"]]
    for event in events[:5]:
        channels = [
            nodes[channel]
            for service in event["Event.hasRelatedService"]
            for channel in nodes[service]["PublicService.hasChannel"]
        ]
        assert any("DataService" in channel["@type"] for channel in channels), event["@id"]


def test_every_form_in_the_catalogue_can_be_fetched_and_every_published_form_is_in_it(
    catalogue_text: tuple[RunningTown, str], graph: rdflib.Graph
) -> None:
    town = catalogue_text[0]
    named = set()
    for channel in graph.subjects(DCT.conformsTo, OPENROSA):
        endpoint = str(graph.value(channel, DCAT.endpointURL))
        form = str(graph.value(channel, DCT.identifier))
        (service,) = graph.subjects(CV.hasChannel, channel)
        (authority,) = graph.objects(service, CV.hasCompetentAuthority)
        agency = str(authority).rpartition("/")[2]
        assert town.openrosa(agency) == endpoint.replace(
            "/v1/", f"/v1/key/{town.openrosa(agency).split('/')[5]}/"
        )
        assert ask_openrosa(town, "GET", agency, f"forms/{form}.xml").status == 200
        named.add(form)
    published = {
        form
        for agency in ("civil-registry", "social-security", "tax-office", "city-works")
        for form in re.findall("<formID>(.*?)</formID>", ask_openrosa(town, "GET", agency, "formList").text)
    }
    assert named == published
    assert len(published) == 10


def test_every_report_in_the_catalogue_is_an_open311_service(
    catalogue_text: tuple[RunningTown, str], graph: rdflib.Graph
) -> None:
    town = catalogue_text[0]
    channels = list(graph.subjects(DCT.conformsTo, OPEN311))
    assert {str(graph.value(one, DCAT.endpointURL)) for one in channels} == {f"{town.url}/open311/v2"}
    services = json.loads(ask(town, "GET", "/open311/v2/services.json").body)
    assert {str(graph.value(one, DCT.identifier)) for one in channels} == {
        one["service_code"] for one in services
    }


def test_availability_agrees_with_the_channels(graph: rdflib.Graph) -> None:
    found: dict[str, int] = {}
    for service in graph.subjects(A, CPSV.PublicService):
        (concept,) = graph.objects(service, CV.isClassifiedBy)
        availability = str(graph.value(concept, SKOS.notation))
        standards = {
            standard
            for channel in graph.objects(service, CV.hasChannel)
            for standard in graph.objects(channel, DCT.conformsTo)
        }
        assert standards == {"offline": {OPENROSA}, "online": {OPEN311}, "counter-only": set()}[availability]
        found[availability] = found.get(availability, 0) + 1
    assert found == {"offline": 10, "online": 6, "counter-only": 23}


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


def test_names_do_not_change_with_the_port_and_apis_do(
    catalogue_text: tuple[RunningTown, str], tmp_path: Path
) -> None:
    with running_town(tmp_path) as other:
        theirs = ask(other, "GET", "/catalogue.jsonld").text
    assert theirs.replace(other.url, catalogue_text[0].url) == catalogue_text[1]
    assert theirs != catalogue_text[1]


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
