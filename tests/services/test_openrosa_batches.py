# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A submission with files that is too large for its server goes in several requests, and is one there."""

import re

import pytest

from core.ids import SubmissionId
from core.submission import Outcome, Received, Refused, Submission, Unknowable, Unsure
from services.access import Keys
from services.http import Http
from services.openrosa.agency import OpenRosaAgency
from services.openrosa.batches import batches
from services.openrosa.envelope import envelope
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.agency_worlds import LIMITS, OpenRosaWorld, RealClock, submission_of
from tests.support.sandbox_town import RunningTown
from tests.support.town_wire import ask

IDENTITY = SubmissionId("uuid:00000000-0000-4000-8000-000000000001")
XML = (
    '<data id="register-birth" version="2026112301"><child><child_given_name>Marigold</child_given_name></child>'
    f"<meta><instanceID>{IDENTITY}</instanceID></meta></data>"
).encode()
FILES = {"one.jpg": b"1" * 3_000, "two.jpg": b"--civic-\r\n" * 300, "three.jpg": b"3" * 200, "four.jpg": b""}
MOST = 5_000
TAKEN = (
    b'<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="submit_success">'
    b"Reference: PA-26-4T7-K2M</message></OpenRosaResponse>"
)
ERROR = (
    b'<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="error">no</message>'
    b"</OpenRosaResponse>"
)


def item(at: str) -> Submission:
    return submission_of(1, "register-birth", envelope(XML, at, IDENTITY, FILES), "2026112301")


def test_parts_hold_the_same_xml_and_every_file_once() -> None:
    made = item("https://odk.example").envelope
    parts = batches(made, MOST)

    assert [part.more for part in parts] == [True, False]
    assert all(len(part.body) <= MOST for part in parts)
    assert all(part.body.count(XML) == 1 for part in parts)
    named = [re.findall(rb'filename="(\w+\.jpg)"', part.body) for part in parts]
    assert named == [[b"one.jpg"], [b"two.jpg", b"three.jpg", b"four.jpg"]]
    assert [b"*isIncomplete*" in part.body for part in parts] == [True, False]
    assert batches(made, MOST) == parts


def test_what_fits_goes_as_it_is() -> None:
    made = item("https://odk.example").envelope
    for most in (None, len(made.body)):
        (part,) = batches(made, most)
        assert (part.body, part.more) == (made.body, False)


def test_file_that_is_too_large_alone_has_no_parts() -> None:
    made = item("https://odk.example").envelope
    assert batches(made, 3_000) == ()
    assert batches(envelope(XML, "https://odk.example", IDENTITY), 100) == ()


def test_town_puts_the_parts_together(town: RunningTown) -> None:
    """What the parts are to a server: it holds one submission with all files, whatever their order."""
    world = OpenRosaWorld(town)
    made = item(world.endpoint).envelope
    for part in (*reversed(batches(made, MOST)), *batches(made, MOST)):
        headers = {**dict(made.headers), "X-OpenRosa-Version": "1.0"}
        answer = ask(
            town, "POST", f"{town.openrosa('civil-registry')}/submission", headers=headers, body=part.body
        )
        assert answer.status == 201
    (record,) = town.submissions()
    assert record["times_received"] == 4
    assert {name: one["bytes"] for name, one in record["attachments"].items()} == {
        name: len(content) for name, content in FILES.items()
    }


def delivered(*posts: bytes) -> tuple[Outcome, list[bytes]]:
    head = c.answer(204, b"", ("X-OpenRosa-Accept-Content-Length", str(MOST)))
    with c.chaos(*[c.raw(one) for one in (head, *posts)]) as server:
        at = f"{server.url}/v1/projects/1"
        agency = OpenRosaAgency(Http(Origins.of([server.origin]), LIMITS), Keys(), RealClock())
        return agency.deliver(item(at)), server.requests


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (c.answer(201, TAKEN), Received("PA-26-4T7-K2M")),
        # The server holds the beginning: what would be certain for the whole is not any more.
        (c.answer(429, b"", ("Retry-After", "30")), Unsure("status", 30.0)),
        (c.answer(413, ERROR), Unknowable("status")),
        (c.answer(401), Unsure("status")),
        (c.answer(403, ERROR), Unsure("status")),
        (c.answer(500), Unsure("status")),
        (b"", Unsure("cut")),
    ],
)
def test_the_last_part_decides(second: bytes, expected: Outcome) -> None:
    outcome, requests = delivered(c.answer(201, TAKEN), second)
    assert outcome == expected
    assert [request.split(b" ")[0] for request in requests] == [b"HEAD", b"POST", b"POST"]


def test_no_part_follows_one_that_was_not_taken() -> None:
    outcome, requests = delivered(c.answer(404, ERROR), c.answer(201, TAKEN))
    assert outcome == Refused(404, "no")
    assert len(requests) == 2
