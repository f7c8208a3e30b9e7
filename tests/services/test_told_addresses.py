# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where agencies say that they tell how far they are: their own address or none, and no key goes elsewhere."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from core import sync
from core.following import NothingTold, Progress, Told
from core.ids import FormId, SubmissionId
from core.ports import Agency
from core.submission import DeliveryState, Outcome, Received, Submission, Unsure
from services.access import Keys
from services.boundary import Limits
from services.formio.agency import FormioAgency
from services.formio.envelope import envelope as formio
from services.http import Http
from services.json_schema.agency import JsonSchemaAgency
from services.json_schema.envelope import envelope as json_schema
from services.open311.agency import Open311Agency
from services.open311.envelope import envelope as open311
from services.origins import Origins
from services.own_address import LONGEST, own_address
from tests.support import chaos_server as c
from tests.support.agency_worlds import RealClock, submission_of

LIMITS = Limits(connect=0.5, read=0.5, total=1.0)
OURS = b'{"reference":"PA-1","status":"running"}'
Made = Callable[[Http, str, str], tuple[Agency, Submission]]


def schema_agency(http: Http, endpoint: str, key: str) -> tuple[Agency, Submission]:
    made = json_schema(b"{}", endpoint, FormId("f"), SubmissionId("uuid:1"))
    return JsonSchemaAgency(http, Keys.of([(endpoint, key)])), submission_of(1, "f", made)


def formio_agency(http: Http, endpoint: str, key: str) -> tuple[Agency, Submission]:
    made = formio(b"{}", endpoint, FormId("f"), "S")
    return FormioAgency(http, Keys.of([(endpoint, key)])), submission_of(1, "f", made)


def city(http: Http, endpoint: str, key: str) -> tuple[Agency, Submission]:
    made = open311(b"<data/>", f"{endpoint}?jurisdiction_id=a", FormId("f"), "S")
    return Open311Agency(http, Keys.of([]), RealClock()), submission_of(1, "f", made)


def delivered(made: Made, *answers: bytes, key: str = "k") -> tuple[Outcome, str]:
    with c.chaos(*[c.raw(answer) for answer in answers]) as server:
        agency, item = made(Http(Origins.of([server.origin]), LIMITS), f"{server.url}/api", key)
        return agency.deliver(item), server.url


def asked(made: Made, path: str, name: str, *answers: bytes) -> tuple[Progress, list[bytes]]:
    with c.chaos(*[c.raw(answer) for answer in answers]) as server:
        agency, item = made(Http(Origins.of([server.origin]), LIMITS), f"{server.url}/api", "secret")
        delivery = replace(sync.begin(item), reference=name, told_at=server.url + path)
        return agency.progress(delivery), server.requests


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/api/f/PA-1", "/api/f/PA-1"),
        ("f/PA-1?x=1", "/api/f/PA-1?x=1"),
        ("", ""),
        ("http://elsewhere.example/api/f/PA-1", ""),
        ("http://user@127.0.0.1/x", ""),
        ("javascript:1", ""),
        ("http://[", ""),
        ("/" + "x" * LONGEST, ""),
    ],
)
def test_resource_that_a_rest_server_names_is_taken_when_it_is_its_own(location: str, expected: str) -> None:
    outcome, url = delivered(schema_agency, c.answer(201, OURS, ("Location", location)))
    assert outcome == Received("PA-1", url + expected if expected else "")


def test_an_address_without_a_host_of_ours_is_nobodys() -> None:
    assert own_address("https://a.example/x", "https://a.example/y") == "https://a.example/x"
    assert own_address("https://a.example:8443/x", "https://a.example/y") == ""
    assert own_address("http://a.example/x", "https://a.example/y") == ""


def test_a_formio_submission_is_asked_for_only_with_the_projects_key() -> None:
    outcome, url = delivered(formio_agency, c.answer(201, b'{"_id":"5f/3e"}'))
    assert outcome == Received("5f/3e", f"{url}/api/f/submission/5f%2F3e")
    assert delivered(formio_agency, c.answer(201, b'{"_id":"5f3e"}'), key="")[0] == Received("5f3e")


def test_a_city_is_asked_by_id_or_by_token_with_the_arguments_of_its_endpoint() -> None:
    outcome, url = delivered(city, c.answer(201, b'[{"service_request_id":"C 1/2"}]'))
    assert outcome == Received("C 1/2", f"{url}/api/requests/C%201%2F2.json?jurisdiction_id=a")
    outcome, url = delivered(city, c.answer(201, b'[{"token":"t1"}]'), c.answer(404))
    assert outcome == Received("t1", f"{url}/api/tokens/t1.json?jurisdiction_id=a")


def test_the_token_leads_to_the_id_and_the_id_to_the_state() -> None:
    named = c.answer(200, b'[{"service_request_id":"C-9","token":"t1"}]')
    row = {"service_request_id": "C-9", "status": "Closed", "status_notes": "Mended."}
    shown = c.answer(200, json.dumps([row]).encode())
    told, requests = asked(city, "/api/tokens/t1.json?jurisdiction_id=a", "t1", named, shown)
    assert told == Told(DeliveryState.DECIDED, "Mended.")
    assert requests[1].startswith(b"GET /api/requests/C-9.json?jurisdiction_id=a ")


@pytest.mark.parametrize(
    "row",
    [
        {"service_request_id": "C-8", "status": "closed"},
        {"service_request_id": "C-9", "status": "gone fishing"},
        {"service_request_id": "C-9", "status": ""},
        {"service_request_id": "C-9"},
    ],
)
def test_a_row_of_another_report_or_an_unknown_word_proves_nothing(row: dict[str, str]) -> None:
    answer = c.answer(200, json.dumps([row]).encode())
    assert asked(city, "/api/requests/C-9.json", "C-9", answer)[0] == NothingTold("bad_answer")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (c.answer(200, OURS), Told(DeliveryState.ACCEPTED)),
        (
            c.answer(200, b'{"id":"PA-1","status":"In progress","message":"<b>Soon</b>\\u202e"}'),
            Told(DeliveryState.ACCEPTED, "<b>Soon</b>"),
        ),
        (c.answer(200, b'{"reference":"PA-2","status":"running"}'), NothingTold("bad_answer")),
        (c.answer(200, b'{"status":"running"}'), NothingTold("bad_answer")),
        (c.answer(200, b'{"reference":"PA-1","status":"failed"}'), NothingTold("bad_answer")),
        (c.answer(200, b'{"reference":"PA-1","status":["running"]}'), NothingTold("bad_answer")),
        (c.answer(200, b"<!DOCTYPE html><html>"), NothingTold("portal")),
        (c.answer(404, b"{}"), NothingTold("status")),
        (c.answer(401, b"{}"), NothingTold("status")),
        (c.answer(503, b"", ("Retry-After", "120")), NothingTold("status", 120.0)),
        (b"", NothingTold("cut")),
    ],
)
def test_the_resource_of_a_rest_server_proves(answer: bytes, expected: Progress) -> None:
    assert asked(schema_agency, "/api/f/PA-1", "PA-1", answer)[0] == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b'{"_id":"5f","state":"submitted"}', Told(DeliveryState.RECEIVED)),
        (b'{"_id":"5f","state":"draft"}', Told(DeliveryState.NEEDS_YOU)),
        (b'{"_id":"5e","state":"draft"}', NothingTold("bad_answer")),
        (b'{"_id":"5f"}', NothingTold("bad_answer")),
        (b"[]", NothingTold("bad_answer")),
    ],
)
def test_the_state_of_a_formio_submission_proves(answer: bytes, expected: Progress) -> None:
    assert asked(formio_agency, "/api/f/submission/5f", "5f", c.answer(200, answer))[0] == expected


@pytest.mark.parametrize(("path", "given"), [("/api/f/PA-1", True), ("/other/PA-1", False)])
def test_the_key_goes_to_addresses_below_its_endpoint_only(path: str, given: bool) -> None:
    _, (request,) = asked(schema_agency, path, "PA-1", c.answer(200, OURS))
    assert (b"secret" in request) is given


def test_what_is_unsure_without_an_address_says_so() -> None:
    outcome, _ = delivered(schema_agency, c.answer(500, b"", ("Location", "/api/f/PA-1")))
    assert outcome == Unsure("status")
