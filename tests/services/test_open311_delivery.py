# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report is sent once; whatever remains open is looked up and never sent again blindly."""

import json
import time
from urllib.parse import parse_qs

import pytest

from core.ids import FormId
from core.submission import NoAccess, NotFoundThere, NotSent, Outcome, Received, Refused, Submission, Unsure
from services.access import Keys
from services.boundary import Limits
from services.http import Http
from services.open311.agency import Open311Agency
from services.open311.envelope import envelope, reference_mark
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.agency_worlds import Open311World, RealClock, submission_of
from tests.support.deliveries import plain
from tests.support.sandbox_town import RunningTown

LIMITS = Limits(connect=0.5, read=0.5, total=1.0)
XML = (
    "<data><report><description>Ein Loch &amp; mehr\n孔</description><t_depth>5</t_depth><c_shape>not_20_sure</c_shape>"
    "<m_days>mon tue_2e_</m_days><d_seen>2026-11-20</d_seen><t_left/><address_string>Quay 1</address_string>"
    "</report><meta><instanceID>uuid:1</instanceID></meta></data>"
).encode()
HTML = b"<!DOCTYPE html><html><body>InvalidAppError</body></html>"


def agency_at(server: c.ChaosServer, key: str = "", xml: bytes = XML) -> tuple[Open311Agency, Submission]:
    endpoint = f"{server.url}/open311/v2"
    item = submission_of(1, "POT", envelope(xml, endpoint, FormId("POT"), submission_of(1, "", ANY).seal))
    keys = Keys.of([(endpoint, key)] if key else [])
    return Open311Agency(Http(Origins.of([server.origin]), LIMITS), keys, RealClock()), item


ANY = envelope(b"<data/>", "http://127.0.0.1/x", FormId("x"), "S")


def delivered(*answers: bytes) -> tuple[Outcome, list[bytes]]:
    with c.chaos(*(c.raw(answer) for answer in answers)) as server:
        agency, item = agency_at(server)
        return plain(agency.deliver(item)), server.requests


def errors(status: int, *words: str) -> bytes:
    return c.answer(status, json.dumps([{"code": status, "description": word} for word in words]).encode())


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (c.answer(201, b'[{"service_request_id":"CW-1","service_notice":"ok"}]'), Received("CW-1")),
        (c.answer(200, b'[{"service_request_id":0}]'), Received("0")),
        (c.answer(200, b'{"service_requests":[{"service_request_id":101001366957}]}'), Received("101001366957")),
        (c.answer(201, b"<requests><request><service_request_id>oz</service_request_id></request></requests>"),
         Received("oz")),
        (c.answer(201, b"<service_requests><request><service_request_id>293944</service_request_id>"
                       b"<account_id/></request></service_requests>"), Received("293944")),
        (c.answer(201, b"[]"), Unsure("bad_answer")),
        (c.answer(201, b'[{"service_request_id":null}]'), Unsure("bad_answer")),
        (c.answer(201, b'[{"service_request_id":"a"},{"service_request_id":"b"}]'), Unsure("bad_answer")),
        (c.answer(201, b"taken"), Unsure("bad_answer")),
        (c.answer(200, HTML), Unsure("portal")),
        (c.answer(511, HTML), Unsure("portal")),
        (c.answer(302, b"", ("Location", "/x")), Unsure("redirect")),
        (errors(400, "depth is required", "depth is required"), Refused(400, "depth is required")),
        (c.answer(404, b"<errors><error><code>404</code><description>no service</description></error></errors>"),
         Refused(404, "no service")),
        (c.answer(400, b'{"code":400,"detail":{"non_field_errors":["Service code 999 is invalid"]}}'),
         Refused(400, "Service code 999 is invalid")),
        (c.answer(403, b"<error>Invalid api_key received</error>"), NoAccess("status")),
        (c.answer(401), NoAccess("status")),
        (c.answer(404, HTML), Unsure("status")),
        (c.answer(400, b"{}"), Unsure("status")),
        (errors(408, "slow"), Unsure("status")),
        (errors(500, "oops"), Unsure("status")),
        (c.answer(500, HTML), Unsure("status")),
        (c.answer(503, b"", ("Retry-After", "3")), Unsure("status")),
        (c.answer(429, b"", ("Retry-After", "3")), NotSent("status", 3.0)),
        (b"", Unsure("cut")),
    ],
)  # fmt: skip
def test_the_answer_to_the_post_proves(answer: bytes, expected: Outcome) -> None:
    outcome, requests = delivered(answer)
    assert outcome == expected
    assert len(requests) == 1


def test_a_token_becomes_an_id_or_is_the_reference_itself() -> None:
    token = c.answer(201, b'[{"token":"abc123"}]')
    named = c.answer(200, b'[{"service_request_id":"CW-9","token":"abc123"}]')
    outcome, requests = delivered(token, named)
    assert outcome == Received("CW-9")
    assert requests[1].startswith(b"GET /open311/v2/tokens/abc123.json ")
    assert delivered(token, c.answer(404))[0] == Received("abc123")
    assert delivered(token, c.answer(200, b'[{"token":"abc123"}]'))[0] == Received("abc123")
    assert delivered(c.answer(201, b'[{"token":"../../x"}]'), named)[0] == Received("../../x")


def test_the_fields_are_those_of_the_standard_and_the_key_goes_first() -> None:
    with c.chaos(c.raw(c.answer(201, b'[{"service_request_id":"1"}]'))) as server:
        agency, item = agency_at(server, key="K&Y")
        agency.deliver(item)
    head, body = server.requests[0].split(b"\r\n\r\n", 1)
    assert b"Content-Type: application/x-www-form-urlencoded" in head
    assert body.endswith(item.envelope.body)
    assert parse_qs(body.decode(), keep_blank_values=True) == {
        "api_key": ["K&Y"],
        "service_code": ["POT"],
        "description": [f"Ein Loch & mehr\n孔\n\n{reference_mark(item.seal)}"],
        "address_string": ["Quay 1"],
        "attribute[depth]": ["5"],
        "attribute[shape]": ["not sure"],
        "attribute[days][]": ["mon", "tue."],
        "attribute[seen]": ["2026-11-20T00:00:00"],
    }
    assert b"K%26Y" not in item.envelope.body
    assert not item.envelope.repeatable


def test_arguments_of_an_endpoint_stay_behind_every_method() -> None:
    one = envelope(XML, "https://city.example/v2/?jurisdiction_id=city", FormId("x"), "S", ending="xml")
    assert one.url == "https://city.example/v2/requests.xml?jurisdiction_id=city"


def looked_up(*answers: bytes, since: float | None = None) -> tuple[Outcome, list[bytes]]:
    with c.chaos(*(c.raw(answer) for answer in answers)) as server:
        agency, item = agency_at(server)
        found = agency.look_up(item, item.created if since is None else since)
        return plain(found), server.requests


def rows(*descriptions: str | None, first: int = 0) -> bytes:
    return json.dumps(
        [{"service_request_id": first + n, "description": text} for n, text in enumerate(descriptions)]
    ).encode()


MARK = reference_mark(submission_of(1, "", ANY).seal)


def test_a_look_up_finds_our_mark_and_asks_for_our_service_and_time() -> None:
    outcome, requests = looked_up(c.answer(200, rows("other", f"words\n\n{MARK.lower()} ", first=7)))
    assert outcome == Received("8")
    asked = parse_qs(requests[0].split(b" ")[1].decode().split("?")[1])
    assert asked["service_code"] == ["POT"]
    assert asked["start_date"][0] < time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()) < asked["end_date"][0]


def test_a_report_that_its_city_cut_before_the_mark_is_not_taken_for_one_that_is_not_there() -> None:
    words = (
        "A tree has fallen over the path behind the school, and children climb around it on the road. " * 3
    )
    xml = f"<data><report><description>{words}</description></report></data>".encode()
    for shown, expected in (
        (words[:250] + "...", Unsure("bad_answer")),
        (words[:99], NotFoundThere()),
        ("Another " + words, NotFoundThere()),
    ):
        with c.chaos(c.raw(c.answer(200, rows(shown)))) as server:
            agency, item = agency_at(server, xml=xml)
            assert agency.look_up(item, item.created) == expected


def test_only_a_whole_view_proves_that_a_report_is_not_there() -> None:
    assert looked_up(c.answer(200, rows("other")))[0] == NotFoundThere()
    assert looked_up(c.answer(200, b"[]"))[0] == NotFoundThere()
    assert looked_up(c.answer(200, b"<service_requests/>"))[0] == NotFoundThere()
    assert looked_up(c.answer(200, rows("other", None)))[0] == Unsure("bad_answer")


@pytest.mark.parametrize("shown", [10, 20, 25, 30, 50, 1_000])
def test_a_full_page_is_divided_until_everything_was_seen(shown: int) -> None:
    full = c.answer(200, rows(*["other"] * shown))
    part = c.answer(200, rows("other"))
    outcome, requests = looked_up(full, part, c.answer(200, rows(f"ours {MARK}", first=3)))
    assert outcome == Received("3")
    assert len(requests) == 3
    assert looked_up(full, part, part)[0] == NotFoundThere()
    assert looked_up(full)[0] == Unsure("too_large")
    paged = c.answer(200, rows("other"), ("X-Page-Count", "3"))
    assert looked_up(paged, part, part)[0] == NotFoundThere()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (c.answer(401), NoAccess("status")),
        (c.answer(503, b"", ("Retry-After", "9")), NotSent("status", 9.0)),
        (c.answer(200, HTML), NotSent("portal")),
        (c.answer(200, b"{"), NotSent("bad_answer")),
        (c.answer(200, b'[{"status":"open"}]'), NotSent("bad_answer")),
        (b"", NotSent("cut")),
    ],
)
def test_a_look_up_that_fails_says_why_and_proves_nothing(answer: bytes, expected: Outcome) -> None:
    assert looked_up(answer)[0] == expected


def test_duplicate_means_that_the_report_is_there() -> None:
    duplicate = errors(400, "base is a duplicate")
    assert delivered(duplicate, c.answer(200, rows(f"x {MARK}", first=4)))[0] == Received("4")
    assert delivered(duplicate, c.answer(200, rows("x")))[0] == Unsure("status")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("close-after-commit", {}),
        ("reset-after-commit", {}),
        ("status-after-commit", {"status": 500}),
        ("status-after-commit", {"status": 503, "retry_after": 3}),
        ("delay-after-commit", {"milliseconds": 1500}),
        ("truncate", {}),
    ],
)
def test_a_report_that_arrived_silently_is_found_and_never_doubled(
    town: RunningTown, kind: str, words: dict[str, int]
) -> None:
    world = Open311World(town)
    item = world.submission(21)
    town.order(kind, endpoint="request-post", count=1, **words)
    assert isinstance(world.agency.deliver(item), Unsure)
    found = world.agency.look_up(item, item.created)
    assert isinstance(found, Received)
    assert [one["service_request_id"] for one in town.requests()] == [found.reference]


def test_the_town_gives_a_token_service_an_id(town: RunningTown) -> None:
    world = Open311World(town)
    xml = b"<data><report><description>x</description><address_string>y</address_string></report></data>"
    wire = envelope(xml, world.endpoint, FormId("graffiti"), "SEAL")
    outcome = world.agency.deliver(submission_of(31, "graffiti", wire))
    assert isinstance(outcome, Received)
    assert outcome.reference in {one["service_request_id"] for one in town.requests()}
