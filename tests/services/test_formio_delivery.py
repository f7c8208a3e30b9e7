# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each answer of a Form.io server proves what it proves and no more; what may be there is looked for."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from core.ids import FormId
from core.seal_number import make
from core.submission import (
    NoAccess,
    NotFoundThere,
    NotSent,
    Outcome,
    Received,
    Refused,
    Submission,
    Unknowable,
    Unsure,
)
from services.access import Keys
from services.boundary import Limits
from services.formio.agency import FormioAgency
from services.formio.envelope import envelope
from services.http import Http
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.agency_worlds import submission_of
from tests.support.deliveries import plain
from tests.support.json_worlds import FormioWorld
from tests.support.sandbox_town import RunningTown

LIMITS = Limits(connect=0.5, read=0.5, total=1.0)
SEAL = make((1).to_bytes(5))
HTML = b"<!DOCTYPE html><html><body>Harbour Guest Wi-Fi</body></html>"
OURS = json.dumps({"_id": "5f3e", "data": {}, "metadata": {"reference": SEAL}}).encode()
THEIRS = b'{"_id":"9999","metadata":{"reference":"other"}}'
# As Form.io's server writes it (@formio/core's validation, and `unique` of its own).
INVALID = json.dumps(
    {"name": "ValidationError", "details": [{"message": "Age cannot be less than 18", "path": ["age"]}]}
).encode()
UNIQUE = json.dumps({"name": "ValidationError", "details": [{"message": "E-mail must be unique"}]}).encode()


def item(endpoint: str) -> Submission:
    made = envelope('{"name":"سلمى"}'.encode(), endpoint, FormId("a/form"), SEAL)
    return submission_of(1, "a/form", made, language="ar")


def asked(*answers: bytes, key: str = "", looking: bool = False) -> tuple[Outcome, list[bytes]]:
    with c.chaos(*[c.raw(answer) for answer in answers]) as server:
        endpoint = f"{server.url}/project"
        http = Http(Origins.of([server.origin]), LIMITS)
        agency = FormioAgency(http, Keys.of([(endpoint, key)] if key else []))
        one = item(endpoint)
        outcome = agency.look_up(one, one.created) if looking else agency.deliver(one)
        return plain(outcome), server.requests


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (201, OURS, Received("5f3e")),
        (200, OURS, Received("5f3e")),
        # 'Save submission' is switched off: its actions ran, and nothing was kept.
        (200, b"true", Unknowable("bad_answer")),
        (201, b'{"data":{}}', Unknowable("bad_answer")),
        (201, b'{"_id":7}', Unknowable("bad_answer")),
        (201, b"", Unsure("bad_answer")),
        (200, HTML, Unsure("portal")),
        (302, b"", Unsure("redirect")),
        (400, INVALID, Refused(400, "Age cannot be less than 18")),
        (400, b"Bad Request", Unsure("status")),
        (404, b"Could not find a form", Unsure("status")),
        (401, b"Unauthorized", NoAccess("status")),
        (440, b"Login Timeout", NoAccess("status")),
        (429, b"", NotSent("status")),
        (500, b"", Unsure("status")),
        (503, b"", Unsure("status")),
        (511, HTML, Unsure("portal")),
    ],
)
def test_the_answer_to_the_post_proves(status: int, body: bytes, expected: Outcome) -> None:
    outcome, _ = asked(c.answer(status, body, ("Content-Type", "application/json")))
    assert outcome == expected


@pytest.mark.parametrize(
    ("status", "body", "key", "expected"),
    [
        (200, b"[" + OURS + b"]", "k", Received("5f3e")),
        (206, b"[" + THEIRS + b"," + OURS + b"]", "k", Received("5f3e")),
        (200, b"[]", "k", NotFoundThere()),
        # Without a key a server may hide what is there.
        (200, b"[]", "", Unknowable("status")),
        (401, b"Unauthorized", "", Unknowable("status")),
        (401, b"Unauthorized", "k", NoAccess("status")),
        # The server did not filter, so that ours may stand on a later page.
        (200, b"[" + THEIRS + b"]", "k", Unknowable("bad_answer")),
        (200, b"{}", "k", NotSent("bad_answer")),
        (200, HTML, "k", NotSent("portal")),
        (404, b"", "k", NotSent("status")),
        (503, b"", "k", NotSent("status")),
    ],
)
def test_the_answer_to_the_look_up_proves(status: int, body: bytes, key: str, expected: Outcome) -> None:
    outcome, (request,) = asked(c.answer(status, body), key=key, looking=True)
    assert outcome == expected
    address = request.split(b" ")[1].decode()
    assert urlsplit(address).path == "/project/a/form/submission"
    assert parse_qs(urlsplit(address).query)["metadata.reference"] == [SEAL]
    assert (b"x-token: k" in request.lower()) is bool(key)


def test_what_must_be_there_once_and_is_ours_is_received() -> None:
    refused, found = c.answer(400, UNIQUE), c.answer(200, b"[" + OURS + b"]")
    assert asked(refused, found, key="k")[0] == Received("5f3e")
    assert asked(refused, c.answer(200, b"[]"), key="k")[0] == Refused(400, "E-mail must be unique")


def test_bytes_are_the_same_at_every_attempt_and_hold_the_seal_number() -> None:
    bodies = {asked(c.answer(503))[1][0].partition(b"\r\n\r\n")[2] for _ in range(2)}
    (body,) = bodies
    assert json.loads(body) == {"data": {"name": "سلمى"}, "metadata": {"reference": SEAL}}
    assert not item("https://forms.example").envelope.repeatable


def test_two_posts_would_be_two_submissions(town: RunningTown) -> None:
    """Why nothing is ever repeated here."""
    world = FormioWorld(town)
    one = world.submission(1)
    assert isinstance(world.agency.deliver(one), Received)
    assert isinstance(world.agency.deliver(one), Received)
    assert world.records() == 2
