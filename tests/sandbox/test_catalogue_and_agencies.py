# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests that the catalogue agrees with the agencies: what it says can be done here can be done, and the reverse."""

import json
import re
from pathlib import Path

import pytest
import rdflib

from tests.support.sandbox_town import RunningTown, running_town
from tests.support.town_wire import ask, ask_openrosa
from tests.support.vocabularies import (
    CPSV,
    CV,
    DCAT,
    DCT,
    FORMIO,
    JSON_SCHEMA,
    OPEN311,
    OPEN_FORMS,
    OPENROSA,
    SKOS,
    A,
)

# rdflib 7 and pyshacl warn of rdflib's own inner workings.
pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated.*:DeprecationWarning")

QUEUED = {OPENROSA, JSON_SCHEMA, FORMIO, OPEN_FORMS}
"""The standards by which a form can be filled today and sent when there is a network."""


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
    assert len(published) == 11


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
        allowed = {"offline": QUEUED, "online": {OPEN311}, "counter-only": set()}[availability]
        assert standards <= allowed
        assert len(standards) == min(1, len(allowed))
        found[availability] = found.get(availability, 0) + 1
    assert found == {"offline": 14, "online": 6, "counter-only": 20}


def test_names_do_not_change_with_the_port_and_apis_do(
    catalogue_text: tuple[RunningTown, str], tmp_path: Path
) -> None:
    with running_town(tmp_path) as other:
        theirs = ask(other, "GET", "/catalogue.jsonld").text
    assert theirs.replace(other.url, catalogue_text[0].url) == catalogue_text[1]
    assert theirs != catalogue_text[1]
