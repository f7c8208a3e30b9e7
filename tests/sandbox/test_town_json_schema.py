# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests what the Tax Office answers by plain REST, each key once, over real HTTP."""

import json
import socket

import pytest

from tests.support.sandbox_town import RunningTown
from tests.support.town_keys import TAX_OFFICE_TOKEN
from tests.support.town_wire import Answer, ask

ADDRESS = "/tax-office/applications/tax-number"
WHOLE = {"full_name": "Marigold Testperson", "date_of_birth": "1990-02-03", "reason": "study"}


def headers(key: str) -> dict[str, str]:
    named = {"Authorization": f"Bearer {TAX_OFFICE_TOKEN}", "Content-Type": "application/json"}
    return {**named, "Idempotency-Key": f'"{key}"'} if key else named


def apply(town: RunningTown, key: str = "11111111-aaaa", content: object = WHOLE) -> Answer:
    return ask(town, "POST", ADDRESS, headers=headers(key), body=json.dumps(content).encode())


def early(town: RunningTown, key: str) -> Answer:
    """A second request under the key of one that is not whole yet."""
    while True:
        answer = apply(town, key, [])
        # Until the town has read the head of the first, this one is judged for itself.
        if answer.status != 422:
            return answer


@pytest.mark.parametrize(
    ("accepted", "language", "title"),
    [
        ("en", "en", "Get a tax number"),
        ("ar", "ar", "الحصول على رقم ضريبي"),
        ("zh-Hans", "zh-Hans", "办税号"),
        ("fr", "en", "Get a tax number"),
    ],
)
def test_schema_comes_in_the_language_that_is_accepted(
    town: RunningTown, accepted: str, language: str, title: str
) -> None:
    answer = ask(town, "GET", ADDRESS, headers={"Accept-Language": accepted})
    assert answer.headers["content-language"] == language
    assert answer.headers["content-type"] == "application/schema+json"
    assert json.loads(answer.body)["title"] == title
    tag = {"If-None-Match": answer.headers["etag"], "Accept-Language": accepted}
    assert ask(town, "GET", ADDRESS, headers=tag).status == 304


def test_same_key_and_content_give_the_same_answer_and_one_record(town: RunningTown) -> None:
    first, second = apply(town), apply(town)
    assert (first.status, second.status) == (201, 201)
    assert first.body == second.body
    (record,) = town.applications()
    assert record["reference"] == json.loads(first.body)["reference"]
    assert record["content"] == WHOLE


def test_other_content_under_a_known_key_is_422_and_changes_nothing(town: RunningTown) -> None:
    apply(town)
    answer = apply(town, content={**WHOLE, "full_name": "Somebody Else"})
    assert answer.status == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert [one["content"] for one in town.applications()] == [WHOLE]


def test_same_key_while_the_first_is_worked_on_is_409(town: RunningTown) -> None:
    body = json.dumps(WHOLE).encode()
    head = f"POST {ADDRESS} HTTP/1.1\r\nHost: town\r\nContent-Length: {len(body)}\r\n" + "".join(
        f"{name}: {value}\r\n" for name, value in headers("22222222-bbbb").items()
    )
    with socket.create_connection(("127.0.0.1", town.port), timeout=10) as slow:
        slow.sendall(head.encode() + b"\r\n" + body[:10])
        assert early(town, "22222222-bbbb").status == 409
        slow.sendall(body[10:])
        assert slow.recv(4096).startswith(b"HTTP/1.1 201")
    assert apply(town, "22222222-bbbb").status == 201
    assert len(town.applications()) == 1


@pytest.mark.parametrize(
    ("key", "content", "status"),
    [
        ("", WHOLE, 400),
        ("33333333-cccc", {"full_name": "M"}, 422),
        ("33333333-cccc", {**WHOLE, "reason": "job"}, 422),
        ("33333333-cccc", [], 422),
    ],
)
def test_what_does_not_fit_is_refused_in_words(
    town: RunningTown, key: str, content: object, status: int
) -> None:
    answer = apply(town, key, content)
    assert answer.status == status
    assert json.loads(answer.body)["detail"]
    assert town.applications() == []


def test_without_the_token_nothing_is_taken(town: RunningTown) -> None:
    answer = ask(town, "POST", ADDRESS, headers={"Idempotency-Key": '"44444444"'}, body=b"{}")
    assert answer.status == 401
    assert town.applications() == []


def test_forgotten_key_makes_a_second_record(town: RunningTown) -> None:
    """What a client must never let happen."""
    apply(town)
    town.forget_keys()
    apply(town)
    assert len(town.applications()) == 2
