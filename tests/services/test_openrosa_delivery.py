# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each answer of an OpenRosa server proves what it proves and no more; the same bytes leave each time."""

import hashlib
from dataclasses import dataclass

import pytest

from core.ids import SubmissionId
from core.submission import NoAccess, NotSent, Outcome, Received, Refused, Submission, Unsure
from services.access import Keys
from services.boundary import Limits
from services.http import Http
from services.openrosa.agency import OpenRosaAgency
from services.openrosa.envelope import envelope
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.agency_worlds import OpenRosaWorld, submission_of
from tests.support.sandbox_town import RunningTown

LIMITS = Limits(connect=0.5, read=0.5, total=1.0)
IDENTITY = SubmissionId("uuid:00000000-0000-4000-8000-000000000001")
XML = b'<data id="f" version="1"><a>\xd8\xb3 &amp; \xe5\xad\xa9</a><meta><instanceID>uuid:1</instanceID></meta></data>'
HTML = b"<!DOCTYPE html><html><body>Harbour Guest Wi-Fi</body></html>"
HEAD_OK = c.answer(204, b"", ("X-OpenRosa-Version", "1.0"), ("X-OpenRosa-Accept-Content-Length", "100000000"))


@dataclass(frozen=True, slots=True)
class Noon:
    """A clock that stands."""

    def wall(self) -> float:
        """Noon of a November day."""
        return 1_795_435_200.0

    def steady(self) -> float:
        """Nothing passes."""
        return 0.0


def said(message: str, nature: str = "submit_success", instance: str = IDENTITY) -> bytes:
    metadata = (
        f'<submissionMetadata xmlns="http://www.opendatakit.org/xforms" id="f" instanceID="{instance}"/>'
        if instance
        else ""
    )
    return (
        '<OpenRosaResponse xmlns="http://openrosa.org/http/response" items="0">'
        f'<message nature="{nature}">{message}</message>{metadata}</OpenRosaResponse>'
    ).encode()


def delivered(head: bytes, post: bytes, key: str = "") -> tuple[Outcome, list[bytes]]:
    with c.chaos(c.to_each_method(head, post)) as server:
        endpoint = f"{server.url}/v1/projects/1"
        http = Http(Origins.of([server.origin]), LIMITS)
        agency = OpenRosaAgency(http, Keys.of([(endpoint, key)] if key else []), Noon())
        item = submission_of(1, "f", envelope(XML, endpoint, IDENTITY), language="ar")
        return agency.deliver(item), server.requests


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (201, said("Reference: PA-26-4T7-K2M"), Received("PA-26-4T7-K2M")),
        (201, said("الرقم المرجعي: PA-26-4T7-K2M"), Received("PA-26-4T7-K2M")),
        (201, said("编号：PA-26-4T7-K2M。"), Received("PA-26-4T7-K2M")),
        (202, said("Reference: PA-26-4T7-K2M"), Received("PA-26-4T7-K2M")),
        (201, said("full submission upload was successful!"), Received(IDENTITY)),
        (201, said("Note: thank-you", instance=""), Received(IDENTITY)),
        (201, said("Reference: PA-26-4T7-K2M", instance="uuid:somebody-else"), Unsure("bad_answer")),
        (201, said("Reference: PA-26-4T7-K2M", nature="error"), Unsure("bad_answer")),
        (201, b"", Unsure("bad_answer")),
        (201, b"{}", Unsure("bad_answer")),
        (201, HTML, Unsure("portal")),
        (200, HTML, Unsure("portal")),
        (200, said("Reference: PA-26-4T7-K2M"), Unsure("bad_answer")),
        (204, b"", Unsure("bad_answer")),
        (302, b"", Unsure("redirect")),
        (400, said("no id", "error", ""), Refused(400, "no id")),
        (404, said("unknown version", "error", ""), Refused(404, "unknown version")),
        (409, said("closed", "error", ""), Refused(409, "closed")),
        (413, said("too big", "error", ""), Refused(413, "too big")),
        (404, HTML, Unsure("status")),
        (404, b"Not Found", Unsure("status")),
        (400, b"{}", Unsure("status")),
        (401, said("who?", "error", ""), NoAccess("status")),
        (403, b"", NoAccess("status")),
        (408, b"", NotSent("status")),
        (429, b"", NotSent("status")),
        (500, said("oops", "error", ""), Unsure("status")),
        (502, HTML, Unsure("status")),
        (503, b"", Unsure("status")),
        (511, HTML, Unsure("portal")),
    ],
)
def test_the_answer_to_the_post_proves(status: int, body: bytes, expected: Outcome) -> None:
    outcome, requests = delivered(HEAD_OK, c.answer(status, body, ("Content-Type", "text/xml")))
    assert outcome == expected
    assert [request.split(b" ")[0] for request in requests] == [b"HEAD", b"POST"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (c.answer(401), NoAccess("status")),
        (c.answer(403), NoAccess("status")),
        (c.answer(302, b"", ("Location", "http://portal.example/")), NotSent("redirect")),
        (c.answer(200, b"", ("Content-Type", "text/html")), NotSent("portal")),
        (c.answer(511, b"", ("Content-Type", "text/html")), NotSent("portal")),
        (c.answer(500), NotSent("status")),
        (c.answer(503, b"", ("Retry-After", "120")), NotSent("status", 120.0)),
        (c.answer(204, b"", ("X-OpenRosa-Accept-Content-Length", "10")), Refused(413, "")),
        (b"", NotSent("cut")),
    ],
)
def test_trouble_that_the_head_shows_is_certain_and_no_answers_leave(
    answer: bytes, expected: Outcome
) -> None:
    outcome, requests = delivered(answer, c.answer(201, said("Reference: X-1")))
    assert outcome == expected
    assert len(requests) == 1
    assert all(b"instanceID" not in request for request in requests)


@pytest.mark.parametrize("status", [404, 405, 501, 200])
def test_a_server_without_head_is_still_asked(status: int) -> None:
    outcome, _ = delivered(c.answer(status), c.answer(201, said("Reference: X-1Y2")))
    assert outcome == Received("X-1Y2")


@pytest.mark.parametrize(
    ("asked", "wait"),
    [("30", 30.0), ("Mon, 23 Nov 2026 12:01:00 GMT", 60.0), ("soon", None), ("-5", None), ("", None)],
)
def test_the_wait_that_a_server_asks_for_is_told(asked: str, wait: float | None) -> None:
    headers = (("Retry-After", asked), ("Date", "Mon, 23 Nov 2026 12:00:00 GMT"))
    outcome, _ = delivered(HEAD_OK, c.answer(429, b"", *headers))
    assert outcome == NotSent("status", wait)


def test_a_503_that_names_a_time_is_an_overload_and_not_processed() -> None:
    outcome, _ = delivered(HEAD_OK, c.answer(503, b"", ("Retry-After", "7")))
    assert outcome == NotSent("status", 7.0)


def test_every_attempt_sends_the_same_bytes_in_the_standards_form() -> None:
    posts = [
        delivered(HEAD_OK, c.answer(201, said("Reference: X-1Y2")), key="SECRET")[1][1] for _ in range(3)
    ]
    assert len({hashlib.sha256(post.split(b"\r\n\r\n", 1)[1]).hexdigest() for post in posts}) == 1
    post = posts[0]
    head = post.split(b"\r\n\r\n", 1)[0]
    assert head.startswith(b"POST /v1/key/SECRET/projects/1/submission HTTP/1.1")
    assert b"X-OpenRosa-Version: 1.0" in head
    assert b"Accept-Language: ar" in head
    assert b"Date: Mon, 23 Nov 2026 12:00:00 GMT" in head
    assert b'name="xml_submission_file"; filename="submission.xml"' in post
    assert XML in post


def test_the_envelope_holds_no_key_and_its_boundary_is_not_in_the_content() -> None:
    one = envelope(XML, "https://a.example/v1/projects/1/", IDENTITY)
    assert one == envelope(XML, "https://a.example/v1/projects/1", IDENTITY)
    boundary = dict(one.headers)["Content-Type"].split("boundary=")[1].encode()
    assert one.body.count(b"--" + boundary) == 2
    again = envelope(boundary + XML, "https://a.example/v1/projects/1", IDENTITY)
    assert one.body != again.body
    assert one.repeatable


def item_of(town: RunningTown) -> tuple[OpenRosaWorld, Submission]:
    world = OpenRosaWorld(town)
    return world, world.submission(11)


@pytest.mark.parametrize(
    ("kind", "words", "certain"),
    [
        ("close-before-commit", {}, False),
        ("close-after-commit", {}, False),
        ("reset-before-body", {}, False),
        ("reset-before-commit", {}, False),
        ("reset-after-commit", {}, False),
        ("delay-after-commit", {"milliseconds": 1500}, False),
        ("truncate", {}, False),
        ("truncate", {"keep": 0}, False),
        ("status-before-commit", {"status": 500}, False),
        ("status-after-commit", {"status": 500}, False),
        ("status-after-commit", {"status": 503}, False),
        ("status-before-commit", {"status": 503, "retry_after": 3}, True),
        ("status-before-commit", {"status": 429, "retry_after": 3}, True),
        ("portal-page", {}, False),
        ("portal-redirect", {}, False),
        ("portal-511", {}, False),
    ],
)
def test_whatever_the_town_does_one_record_and_one_reference_remain(
    town: RunningTown, kind: str, words: dict[str, int], certain: bool
) -> None:
    world, item = item_of(town)
    town.order(kind, endpoint="submission", count=1, **words)
    first = world.agency.deliver(item)
    assert isinstance(first, NotSent if certain else Unsure), first
    second = world.agency.deliver(item)
    assert isinstance(second, Received)
    assert world.agency.deliver(item) == second
    records = town.submissions()
    assert [record["reference"] for record in records] == [second.reference]


def test_a_lying_content_type_does_not_hide_a_good_receipt(town: RunningTown) -> None:
    world, item = item_of(town)
    town.order("wrong-content-type", endpoint="submission", count=1)
    assert isinstance(world.agency.deliver(item), Received)


def test_a_closed_form_is_refused_in_the_towns_words_but_a_kept_one_is_still_received(
    town: RunningTown,
) -> None:
    world, item = item_of(town)
    kept = world.agency.deliver(item)
    town.change_form("register-birth", closed=True)
    try:
        assert world.agency.deliver(item) == kept
        refused = world.agency.deliver(world.submission(12))
        assert isinstance(refused, Refused)
        assert refused.status == 409
        assert "not currently accepting" in refused.reason
    finally:
        town.change_form("register-birth", closed=False)
