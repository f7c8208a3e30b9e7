# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each answer of a REST server with keys proves what it proves and no more; the same bytes leave each time."""

import json

import pytest

from core.ids import FormId, SubmissionId
from core.submission import NoAccess, NotSent, Outcome, Received, Refused, Submission, Unknowable, Unsure
from services.access import Keys
from services.boundary import Limits
from services.http import Http
from services.json_schema.agency import JsonSchemaAgency
from services.json_schema.envelope import KEY_SECONDS, envelope
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.agency_worlds import submission_of
from tests.support.json_worlds import JsonSchemaWorld
from tests.support.sandbox_town import RunningTown

LIMITS = Limits(connect=0.5, read=0.5, total=1.0)
IDENTITY = SubmissionId("uuid:00000000-0000-4000-8000-000000000001")
BODY = '{"name":"سلمى"}'.encode()
HTML = b"<!DOCTYPE html><html><body>Harbour Guest Wi-Fi</body></html>"
OURS = b'{"reference":"PA-26-4T7-K2M"}'


def problem(detail: str, title: str = "Bad") -> bytes:
    return json.dumps({"type": "about:blank", "title": title, "status": 400, "detail": detail}).encode()


def delivered(answer: bytes, key: str = "") -> tuple[Outcome, list[bytes]]:
    with c.chaos(c.raw(answer)) as server:
        endpoint = f"{server.url}/api"
        http = Http(Origins.of([server.origin]), LIMITS)
        agency = JsonSchemaAgency(http, Keys.of([(endpoint, key)] if key else []))
        return agency.deliver(item(endpoint)), server.requests


def item(endpoint: str) -> Submission:
    return submission_of(1, "f", envelope(BODY, endpoint, FormId("f"), IDENTITY), language="ar")


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (201, OURS, Received("PA-26-4T7-K2M")),
        (200, OURS, Received("PA-26-4T7-K2M")),
        (202, b'{"id":17}', Received("17")),
        (201, b'{"id":"7","reference":"A 1"}', Received("A 1")),
        (201, b'{"reference":""}', Unsure("bad_answer")),
        (201, b'{"reference":true}', Unsure("bad_answer")),
        (201, b'{"reference":null,"id":{}}', Unsure("bad_answer")),
        (201, b"[]", Unsure("bad_answer")),
        (201, b"", Unsure("bad_answer")),
        (200, HTML, Unsure("portal")),
        (204, b"", Unsure("status")),
        (302, b"", Unsure("redirect")),
        (400, problem("No such street."), Refused(400, "Bad\nNo such street.")),
        (422, problem("Too young."), Refused(422, "Bad\nToo young.")),
        (422, problem("This Idempotency-Key is already used."), Unknowable("status")),
        (409, problem("A request is outstanding for this Idempotency-Key."), Unsure("status")),
        (404, HTML, Unsure("status")),
        (400, b"oops", Unsure("status")),
        (401, problem("who?"), NoAccess("status")),
        (403, b"", NoAccess("status")),
        (408, b"", NotSent("status")),
        (429, b"", NotSent("status")),
        (500, problem("oops"), Unsure("status")),
        (503, b"", Unsure("status")),
        (511, HTML, Unsure("portal")),
    ],
)
def test_the_answer_to_the_post_proves(status: int, body: bytes, expected: Outcome) -> None:
    outcome, _ = delivered(c.answer(status, body, ("Content-Type", "application/json")))
    assert outcome == expected


@pytest.mark.parametrize(("status", "kind"), [(429, NotSent), (503, Unsure)])
def test_the_wait_that_a_server_asks_for_is_told(status: int, kind: type[NotSent | Unsure]) -> None:
    outcome, _ = delivered(c.answer(status, b"", ("Retry-After", "120")))
    assert outcome == kind("status", 120.0)


def test_bytes_and_key_are_the_same_at_every_attempt() -> None:
    requests = [delivered(c.answer(503))[1][0] for _ in range(2)]
    for request in requests:
        head, _, body = request.partition(b"\r\n\r\n")
        assert body == BODY
        assert b'idempotency-key: "00000000-0000-4000-8000-000000000001"' in head.lower()
        assert b"accept-language: ar" in head.lower()
        assert b"authorization" not in head.lower()


def test_key_of_the_machine_goes_along_where_there_is_one() -> None:
    _, (request,) = delivered(c.answer(201, OURS), key="secret-1")
    assert b"authorization: bearer secret-1" in request.lower()


def test_repetition_is_declared_safe_for_a_day() -> None:
    made = item("https://tax.example/api").envelope
    assert (made.repeatable, made.remembered) == (True, KEY_SECONDS)
    assert made.url == "https://tax.example/api/f"


def test_forgotten_key_is_never_tried_by_a_look_up(town: RunningTown) -> None:
    world = JsonSchemaWorld(town)
    one = world.submission(1)
    world.lose_next_answer()
    assert isinstance(world.agency.deliver(one), Unsure)
    town.forget_keys()
    assert isinstance(world.agency.look_up(one, one.created), Unknowable)
    assert world.records() == 1
