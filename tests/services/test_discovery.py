# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever pastes an address learns which standard answers there and what it offers, or why nothing was found."""

import json

import pytest

from core.ports import Clock
from kiosk.clock import MachineClock
from services.boundary import Answer, Failed, Failure, Limits
from services.discovery import Found, Standard, discover
from services.http import Http
from services.origins import Origins
from tests.support.sandbox_town import RunningTown

CLOCK: Clock = MachineClock()
KEY = "PortAmityKioskCivilRegistryAppUserKeyForTheSandboxTownOnly000001"


def found_at(town: RunningTown, path: str) -> Found | Failed:
    return discover(Http(Origins.of([town.url]), Limits()), f"{town.url}{path}", CLOCK)


@pytest.mark.parametrize(
    ("path", "standard", "endpoint"),
    [
        ("/catalogue.jsonld", Standard.CPSV_AP, "/catalogue.jsonld"),
        ("", Standard.CPSV_AP, "/catalogue.jsonld"),
        ("/open311", Standard.OPEN311, "/open311/v2"),
        ("/open311/v2", Standard.OPEN311, "/open311/v2"),
        ("/open311/v2/services.xml", Standard.OPEN311, "/open311/v2"),
        (f"/v1/key/{KEY}/projects/1", Standard.OPENROSA, f"/v1/key/{KEY}/projects/1"),
        (f"/v1/key/{KEY}/projects/1/formList", Standard.OPENROSA, f"/v1/key/{KEY}/projects/1"),
    ],
)
def test_the_standard_and_its_offers_are_found(
    town: RunningTown, path: str, standard: Standard, endpoint: str
) -> None:
    found = found_at(town, path)
    assert isinstance(found, Found), found
    assert (found.standard, found.endpoint) == (standard, town.url + endpoint)
    assert found.offers
    assert all(one.id and one.name for one in found.offers)


def test_where_nothing_is_the_first_answer_is_told(town: RunningTown) -> None:
    found = found_at(town, "/nowhere")
    assert isinstance(found, Failed)
    assert (found.kind, found.status) == (Failure.STATUS, 404)


def test_nobody_is_asked_who_is_not_allowed(town: RunningTown) -> None:
    found = discover(Http(Origins.of(["https://example.org"])), town.url, CLOCK)
    assert isinstance(found, Failed)
    assert found.kind is Failure.NOT_ALLOWED


class Told(Http):
    """An agency that answers one place with one document, and has nothing at any other."""

    def __init__(self, place: str, document: object) -> None:
        super().__init__(Origins.of(["https://agency.example"]))
        self._place, self._body = f"https://agency.example{place}", json.dumps(document).encode()

    def get(self, address: str, headers: object = (), most: int | None = None) -> Answer | Failed:
        del headers, most
        if address == self._place:
            return Answer(200, (("content-type", "application/json"),), self._body)
        return Failed(Failure.STATUS, sent=True, status=404)


FORMIO = {"title": "Contact", "path": "contact", "components": []}
OPEN_FORMS = {"uuid": "f-1", "name": "Parking permit", "slug": "parking", "steps": []}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Dog",
    "properties": {"name": {}},
}


@pytest.mark.parametrize(
    ("asked", "place", "document", "standard", "endpoint", "offer"),
    [
        ("/p/contact", "/p/contact", FORMIO, Standard.FORMIO, "/p", ("contact", "Contact")),
        ("/p", "/p/form", [FORMIO], Standard.FORMIO, "/p", ("contact", "Contact")),
        ("/api/v2", "/api/v2/forms", [OPEN_FORMS], Standard.OPEN_FORMS, "/api/v2", ("f-1", "Parking permit")),
        (
            "/api/v2",
            "/api/v2/forms",
            {"results": [OPEN_FORMS]},
            Standard.OPEN_FORMS,
            "/api/v2",
            ("f-1", "Parking permit"),
        ),
        (
            "/api/v2/forms/f-1",
            "/api/v2/forms/f-1",
            OPEN_FORMS,
            Standard.OPEN_FORMS,
            "/api/v2",
            ("f-1", "Parking permit"),
        ),
        ("/tax/dog", "/tax/dog", SCHEMA, Standard.JSON_SCHEMA, "/tax", ("dog", "Dog")),
    ],
)
def test_forms_in_json_are_told_from_each_other(
    asked: str, place: str, document: object, standard: Standard, endpoint: str, offer: tuple[str, str]
) -> None:
    found = discover(Told(place, document), f"https://agency.example{asked}", CLOCK)
    assert isinstance(found, Found), found
    assert (found.standard, found.endpoint) == (standard, f"https://agency.example{endpoint}")
    assert [(one.id, one.name) for one in found.offers] == [offer]


@pytest.mark.parametrize(
    "document", [{}, [], "text", 5, None, [1, 2], {"components": 5}, {"results": {}}, [[]]]
)
def test_what_is_no_standard_is_not_taken_for_one(document: object) -> None:
    found = discover(Told("/x", document), "https://agency.example/x", CLOCK)
    assert isinstance(found, Failed)
    assert found.kind is Failure.WRONG_TYPE
