# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a real Open Forms server answered is answered again over the wire, and proves what it says."""

import json
from typing import Any

import pytest

from core.ids import FormId
from core.submission import Outcome, Received, Refused, Unsure
from services.boundary import Limits
from services.http import Http
from services.open_forms.agency import OpenFormsAgency
from services.open_forms.envelope import envelope
from services.open_forms.forms import why_closed
from services.open_forms.steps import components, keys, statements
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.agency_worlds import submission_of
from tests.support.corpora import corpora
from tests.support.town_wire import Answer, recorded_bytes

LIMITS = Limits(connect=1.0, read=1.0, total=3.0)
ANSWERS = b'{"name":"Ann","age":40,"car":"no","mail":"a@example.org","d":"2020-01-02"}'
THEIR_ORIGIN = b"http://127.0.0.1:8400"
WENT_WELL = {
    "GET forms": "01-form",
    "POST submissions": "02-submission-create",
    "PUT steps": "08-step-put",
    "POST _complete": "10-complete",
    "GET status": "11-status",
}
LOGIC = {"04-check-logic-12", "05-check-logic-40"}
"""What the server reckons while somebody types; it judges the same when a step is put."""


def capture(name: str) -> Answer:
    """An answer; the request stands before it, in lines that begin with `>`."""
    whole = (corpora() / "open-forms" / "captures" / f"{name}.http").read_bytes()
    return recorded_bytes(whole[whole.index(b"HTTP/1.1") :])


def content(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capture(name).body)
    return found


def delivered(**instead: str) -> Outcome:
    """A whole conversation in which each request gets what was recorded for its like."""
    answers = {**WENT_WELL, **{name.replace("_to_", " "): file for name, file in instead.items()}}

    async def server_side(exchange: c.Exchange) -> None:
        line = (await exchange.request()).split(b"\r\n")[0].decode()
        method, path = line.split(" ")[:2]
        parts = path.strip("/").split("/")
        if method == "GET" and "steps" in parts:
            step = json.dumps({"configuration": content("08-step-put")["configuration"]}).encode()
            await exchange.say(c.answer(200, step))
            return
        kind = next(one for one in ("steps", "_complete", "status", "submissions", "forms") if one in parts)
        answer = capture(answers[f"{method} {kind}"])
        body = answer.body.replace(THEIR_ORIGIN, exchange.server.url.encode())
        await exchange.say(c.answer(answer.status, body, ("Content-Type", answer.headers["content-type"])))

    with c.chaos(server_side) as server:
        made = envelope(ANSWERS, f"{server.url}/api/v2", FormId("research"))
        agency = OpenFormsAgency(Http(Origins.of([server.origin]), LIMITS), pause=lambda _: None)
        return agency.deliver(submission_of(1, "research", made))


def test_no_recording_is_left_out() -> None:
    names = {path.stem for path in (corpora() / "open-forms" / "captures").iterdir()}
    read_below = {"06-step-put-invalid", "07-step-put-required-missing", "12-complete-again"}
    assert names == read_below | set(WENT_WELL.values()) | LOGIC | {"15-form-unknown", "16-openapi-root"}


def test_conversation_as_it_was_recorded_ends_with_the_reference_that_was_given() -> None:
    assert delivered() == Received("OF-3LUEPN")


@pytest.mark.parametrize(
    ("request_", "answer", "expected"),
    [
        (
            "PUT_to_steps",
            "06-step-put-invalid",
            Refused(
                400,
                "Invalid input.\nZorg ervoor dat dit veld niet meer dan 20 karakters bevat.\n"
                "Zorg ervoor dat deze waarde kleiner is dan of gelijk is aan 130.\n"
                "Voer een geldig e-mailadres in.",
            ),
        ),
        ("PUT_to_steps", "07-step-put-required-missing", Received("OF-3LUEPN")),
        ("GET_to_forms", "15-form-unknown", Refused(404, "Niet gevonden.")),
        # A session that has ended already looks like this; nobody can tell it from a second try.
        ("POST_to__complete", "12-complete-again", Unsure("status")),
    ],
)
def test_what_was_answered_proves(request_: str, answer: str, expected: Outcome) -> None:
    assert delivered(**{request_: answer}) == expected


def test_recorded_form_is_open_to_all_and_demands_nothing_at_the_end() -> None:
    form = content("01-form")
    assert why_closed(form) == ""
    assert statements(form) == []
    for name, value in (
        ("loginRequired", True),
        ("submissionAllowed", "no_with_overview"),
        ("active", False),
    ):
        assert why_closed({**form, name: value}) == name


def test_keys_of_a_recorded_step_are_found() -> None:
    assert list(keys(components(content("08-step-put")))) == [
        "name",
        "age",
        "car",
        "plate",
        "minor",
        "mail",
        "d",
    ]
