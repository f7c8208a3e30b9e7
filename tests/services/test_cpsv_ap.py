# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A catalogue is read from every spelling of JSON-LD, and one bad entry never hides the others."""

import json
from decimal import Decimal

import pytest

from core.catalogue import ChannelKind, EventKind, Hours
from core.ids import EventId, Language, OrganisationId, ServiceId
from services.boundary import Failed, Failure, Limits, NotModified
from services.cpsv_ap import quantities
from services.cpsv_ap.fetch import fetch_catalogue
from services.cpsv_ap.graph import Literal, Ref
from services.cpsv_ap.json_ld import read_graph
from services.cpsv_ap.reader import ReadCatalogue, read_catalogue
from services.documents import Json, Unreadable, read_json
from services.http import Http
from services.language_tags import language_tag
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.sandbox_town import RunningTown

LIMITS = Limits(connect=0.5, read=0.5, total=1.0)
TITLE = "http://purl.org/dc/terms/title"
AUTHORITY = "http://data.europa.eu/m8g/hasCompetentAuthority"
SERVICE = "http://purl.org/vocab/cpsv#PublicService"

EXPANDED = [
    {
        "@id": "urn:s",
        "@type": [SERVICE],
        TITLE: [{"@value": "Move", "@language": "en"}, {"@value": "搬家", "@language": "zh-hans"}],
        AUTHORITY: [{"@id": "urn:o"}],
    }
]
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


def service(**more: Json) -> Json:
    node: dict[str, Json] = {
        "@id": "urn:s", "@type": "cpsv:PublicService", "dct:title": "S", "cv:hasCompetentAuthority": {"@id": "urn:o"}
    }  # fmt: skip
    node.update({name.replace("__", ":"): value for name, value in more.items()})
    return node


def test_a_service_without_a_name_or_an_authority_is_skipped_and_named() -> None:
    nameless: Json = {
        "@id": "urn:nameless",
        "@type": "cpsv:PublicService",
        "cv:hasCompetentAuthority": {"@id": "urn:o"},
    }
    nobodys: Json = {"@id": "urn:nobodys", "@type": "cpsv:PublicService", "dct:title": "N"}
    broken: Json = {"@id": "urn:broken", "@type": "cpsv:PublicService", "dct:title": {"@value": {"a": 1}}}
    read = read_catalogue([nameless, service(), nobodys, broken, "text", None, 7, {"@type": 5}])
    assert list(read.catalogue.services) == ["urn:s"]
    assert {"urn:nameless", "urn:nobodys", "urn:broken"} <= {one.place for one in read.skipped}


def test_everything_that_hangs_on_a_service_is_read() -> None:
    graph: Json = [
        service(
            dct__description={"@value": "line\r\none\u202e\x00", "@language": "EN-gb"},
            cv__hasCost=[
                {"cv:hasValue": 12.5, "cv:currency": {"@id": "http://x/currency/XTS"}}, {"cv:hasValue": "a lot"}
            ],
            cpsv__hasInput={"@id": "urn:e", "dct:title": "Card", "dct:conformsTo": {"@id": "urn:t"}},
            cv__hasInputType=[{"@id": "urn:t", "dct:title": "Card type"}, {"@id": "urn:u", "dct:title": "Photo"}],
            cpsv__follows={"dct:title": "Rule", "dct:description": "Within 30 days."},
            cv__holdsRequirement={"dct:title": "You live here."},
            cpsv__produces={"dct:title": "Certificate"},
            dcat__keyword=["move", "house"],
            cv__processingTime="P1W",
            dct__language=[{"@id": "http://publications.europa.eu/resource/authority/language/ARA"}, "es", "klingon"],
            cv__isGroupedBy={"@id": "urn:birth"},
        ),
        {"@id": "urn:birth", "@type": "cv:LifeEvent", "dct:title": "Birth", "dct:type": {"skos:notation": "birth"}},
        {"@id": "urn:shop", "@type": "cv:BusinessEvent", "dct:title": "Shop", "cv:hasRelatedService": {"@id": "urn:s"}},
        {"@id": "urn:silent", "@type": "cv:LifeEvent"},
        {"@id": "urn:o", "@type": "cv:PublicOrganisation", "skos:prefLabel": "Registry",
         "cv:contactPoint": {"cv:telephone": "tel:555 0110", "cv:openingHours": {
             "schema:dayOfWeek": ["https://schema.org/Monday", "https://schema.org/Friday"],
             "schema:opens": "09:00", "schema:closes": "16:00:00"}},
         "locn:address": {"locn:fullAddress": "2 Quay Street"}},
    ]  # fmt: skip
    read = read_catalogue(graph)
    (one,) = read.catalogue.services.values()
    assert [(p.text, p.language) for p in one.description.versions] == [("line\none", "en-GB")]
    assert [(cost.amount, cost.currency) for cost in one.costs] == [(Decimal("12.5"), "XTS"), (None, "EUR")]
    assert [paper.name.best(Language("en")).text for paper in one.evidence] == ["Card", "Photo"]
    assert [rule.best(Language("en")).text for rule in one.rules] == ["Within 30 days.", "You live here."]
    assert [output.best(Language("en")).text for output in one.outputs] == ["Certificate"]
    assert one.keywords.best(Language("en")).text == "move, house"
    assert one.processing_days == 7
    assert one.languages == ("ar", "es")
    assert one.events == ("urn:birth", "urn:shop")
    events = read.catalogue.events
    assert list(events) == ["urn:birth", "urn:shop"]
    assert (events[EventId("urn:birth")].kind, events[EventId("urn:birth")].pictogram) == (
        EventKind.LIFE,
        "birth",
    )
    assert events[EventId("urn:shop")].kind is EventKind.BUSINESS
    organisation = read.catalogue.organisations[OrganisationId("urn:o")]
    assert (organisation.phone, organisation.partner) == ("555 0110", False)
    assert organisation.hours == (Hours((1, 5), "09:00", "16:00"),)
    assert organisation.place.best(Language("en")).text == "2 Quay Street"


def test_a_channel_is_an_api_only_when_it_says_where_and_which_form() -> None:
    openrosa: Json = {"@id": "https://docs.getodk.org/openrosa/"}

    def kind(channel: dict[str, Json]) -> ChannelKind:
        read = read_catalogue([service(cv__hasChannel={"@id": "urn:c", **channel})])
        return read.catalogue.services[ServiceId("urn:s")].channels[0].kind

    whole: dict[str, Json] = {
        "dct:conformsTo": openrosa, "dcat:endpointURL": {"@id": "https://a.example/v1/"}, "dct:identifier": "birth"
    }  # fmt: skip
    assert kind(whole) is ChannelKind.OPENROSA
    assert kind({**whole, "dct:conformsTo": "http://wiki.open311.org/GeoReport_v2/"}) is ChannelKind.OPEN311
    assert kind({**whole, "dct:conformsTo": {"@id": "https://soap.example/"}}) is ChannelKind.OTHER
    assert (
        kind({name: value for name, value in whole.items() if name != "dcat:endpointURL"})
        is ChannelKind.OTHER
    )
    assert (
        kind({name: value for name, value in whole.items() if name != "dct:identifier"}) is ChannelKind.OTHER
    )
    assert kind({"dct:type": {"@id": "https://x.example/channel-type/counter"}}) is ChannelKind.COUNTER
    assert kind({"dct:type": {"@id": "https://x.example/channel-type/phone"}}) is ChannelKind.PHONE


def test_a_partner_is_known_to_be_something_else_than_a_public_body() -> None:
    graph: Json = [
        service(cv__hasChannel={"@id": "urn:c", "cv:ownedBy": {"@id": "urn:p"}}),
        {"@id": "urn:p", "@type": "org:Organization", "skos:prefLabel": "Neighbours"},
    ]
    organisations = read_catalogue(graph).catalogue.organisations
    assert organisations[OrganisationId("urn:p")].partner
    assert not organisations[OrganisationId("urn:o")].partner


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


@pytest.mark.parametrize(
    ("written", "days"),
    [("P5D", 5), ("P2W", 14), ("P1M", 30), ("P1Y2M", 425), ("PT10M", 1), ("P2Y9M5DT6H5M20S", 1006), ("P0D", 0),
     ("P", None), ("PT", None), ("5 days", None), ("P999999Y", None), ("-P1D", None), ("", None)],
)  # fmt: skip
def test_durations_become_whole_days(written: str, days: int | None) -> None:
    assert quantities.days(written) == days


@pytest.mark.parametrize(
    ("written", "amount"),
    [("0", Decimal(0)), ("12.50", Decimal("12.50")), ("1e2", Decimal(100)), ("-1", None), ("NaN", None),
     ("Infinity", None), ("1e99", None), ("free", None), ("", None)],
)  # fmt: skip
def test_amounts_are_numbers_that_can_be_shown(written: str, amount: Decimal | None) -> None:
    assert quantities.amount(written) == amount


@pytest.mark.parametrize(
    ("written", "tag"),
    [("en", "en"), ("EN-us", "en-US"), ("zh-hans", "zh-Hans"), ("zh_CN", "zh-Hans"), ("zh-TW", "zh-Hant"),
     ("sr-latn-rs", "sr-Latn-RS"), ("", "und"), ("x", "und"), ("no tag", "und"), ("en\u202e", "und")],
)  # fmt: skip
def test_language_tags_get_their_usual_spelling(written: str, tag: str) -> None:
    assert language_tag(written) == tag


def fetched(answer: bytes, version: str = "") -> tuple[ReadCatalogue | NotModified | Failed, bytes]:
    with c.chaos(c.raw(answer)) as server:
        http = Http(Origins.of([server.origin]), LIMITS)
        return fetch_catalogue(http, server.url + "/c", version), server.requests[0]


def test_a_catalogue_is_fetched_with_its_tag_and_not_again_without_need() -> None:
    body = json.dumps(EXPANDED).encode()
    read, _ = fetched(c.answer(200, body, ("ETag", '"v1"')))
    assert isinstance(read, ReadCatalogue)
    assert (read.catalogue.version, read.source) == ('"v1"', body)
    again, request = fetched(c.answer(304), '"v1"')
    assert again == NotModified()
    assert b'If-None-Match: "v1"' in request


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (c.answer(200, b"[]"), Failure.BAD_ANSWER),
        (c.answer(200, b"{"), Failure.BAD_ANSWER),
        (c.answer(200, b"<!DOCTYPE html><html/>"), Failure.PORTAL),
        (c.answer(304), Failure.STATUS),
        (c.answer(404), Failure.STATUS),
        (c.answer(200, b"[" * 100 + b"]" * 100), Failure.BAD_ANSWER),
    ],
)
def test_what_is_no_catalogue_never_takes_the_place_of_one(answer: bytes, kind: Failure) -> None:
    read, _ = fetched(answer)
    assert isinstance(read, Failed)
    assert read.kind is kind


def test_the_towns_catalogue_is_read_whole(town: RunningTown) -> None:
    http = Http(Origins.of([town.url]))
    read = fetch_catalogue(http, f"{town.url}/catalogue.jsonld")
    assert isinstance(read, ReadCatalogue)
    assert read.skipped == ()
    catalogue = read.catalogue
    document = read_json(read.source)
    assert isinstance(document, dict)
    published = document["@graph"]
    assert isinstance(published, list)
    wanted = [
        one["@id"] for one in published if isinstance(one, dict) and one.get("@type") == "PublicService"
    ]
    assert list(catalogue.services) == wanted
    assert len(catalogue.services) >= 26
    assert len(catalogue.events) >= 12
    for one in catalogue.services.values():
        assert set(one.name.languages) == set(one.description.languages) == {"en", "es", "ar", "zh-Hans"}
        assert one.organisation in catalogue.organisations
        assert set(one.events) <= set(catalogue.events)
        assert one.channels
        if one.api is not None:
            assert one.api.endpoint.startswith(town.url)
            assert one.api.form
    assert any(one.partner for one in catalogue.organisations.values())
    assert all(event.pictogram for event in catalogue.events.values())
    assert fetch_catalogue(http, f"{town.url}/catalogue.jsonld", catalogue.version) == NotModified()


def test_twenty_thousand_services_are_read_in_seconds() -> None:
    nodes: list[Json] = []
    for number in range(20_000):
        node = service()
        assert isinstance(node, dict)
        nodes.append({**node, "@id": f"urn:{number}"})
    body = json.dumps({"@graph": nodes}).encode()
    document = read_json(body)
    assert not isinstance(document, Unreadable)
    assert len(read_catalogue(document).catalogue.services) == 20_000
