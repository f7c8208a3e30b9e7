# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a catalogue says of services, channels and agencies is read, and one bad entry never hides the others."""

import json
from decimal import Decimal

import pytest

from core.catalogue import ChannelKind, EventKind, Hours
from core.ids import EventId, Language, OrganisationId, ServiceId
from services.cpsv_ap import quantities
from services.cpsv_ap.reader import read_catalogue
from services.documents import Json, Unreadable, read_json
from services.language_tags import language_tag
from tests.support.cpsv_documents import service


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
