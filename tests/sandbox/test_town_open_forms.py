# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests what the Social Security Office's Open Forms server answers, over real HTTP, beside what a real one did."""

import json
from typing import Any

import pytest

from tests.support.sandbox_town import RunningTown
from tests.support.town_wire import Answer, ask

BASE = "/social-security/open-forms"
API = f"{BASE}/api/v2"
YOU = {"fullName": "Marigold", "birthDate": "1990-02-03"}
CARD = {"card": {"reason": "lost", "address": "27 Ropewalk"}}
DECLARED = {"privacyPolicyAccepted": True}


class Person:
    """Somebody with a browser: keeps the cookie and the token."""

    def __init__(self, town: RunningTown) -> None:
        self.town = town
        answer = ask(town, "GET", f"{API}/forms/health-card")
        self.form: dict[str, Any] = json.loads(answer.body)
        self.headers = {
            "Cookie": answer.headers["set-cookie"].partition(";")[0],
            "X-CSRFToken": answer.headers["x-csrftoken"],
            "Content-Type": "application/json",
        }

    def say(self, method: str, path: str, content: object = None) -> Answer:
        body = None if content is None else json.dumps(content).encode()
        return ask(self.town, method, API + path, headers=self.headers, body=body)

    def begun(self, shown: str = f"{BASE}/health-card") -> Answer:
        content = {"form": self.form["url"], "formUrl": self.town.url + shown, "anonymous": True}
        return self.say("POST", "/submissions", content)

    def filled(self) -> str:
        path = f"/submissions/{json.loads(self.begun().body)['id']}"
        for step, data in zip(self.form["steps"], (YOU, CARD), strict=True):
            assert self.say("PUT", f"{path}/steps/{step['uuid']}", {"data": data}).status == 201
        return path


def test_whole_conversation_ends_with_a_reference(town: RunningTown) -> None:
    person = Person(town)
    path = person.filled()
    done = person.say("POST", f"{path}/_complete", DECLARED)
    assert done.status == 200
    status = json.loads(done.body)["statusUrl"]
    told = [json.loads(ask(town, "GET", status).body) for _ in range(2)]
    assert [one["status"] for one in told] == ["in_progress", "done"]
    (record,) = town.applications()
    assert told[1]["publicReference"] == record["reference"]
    assert list(record["content"]["steps"].values()) == [YOU, CARD]


def test_session_forgets_what_is_complete(town: RunningTown) -> None:
    person = Person(town)
    path = person.filled()
    person.say("POST", f"{path}/_complete", DECLARED)
    again = person.say("POST", f"{path}/_complete", DECLARED)
    assert (again.status, json.loads(again.body)["code"]) == (403, "not_authenticated")
    assert len(town.applications()) == 1


@pytest.mark.parametrize("name", ["Cookie", "X-CSRFToken"])
def test_nothing_is_taken_without_cookie_and_token(town: RunningTown, name: str) -> None:
    person = Person(town)
    del person.headers[name]
    assert person.begun().status == 403


def test_what_is_missing_is_named(town: RunningTown) -> None:
    person = Person(town)
    assert person.begun(shown="/elsewhere").status == 400
    path = f"/submissions/{json.loads(person.begun().body)['id']}"
    first = person.form["steps"][0]["uuid"]
    wrong = person.say("PUT", f"{path}/steps/{first}", {"data": {"fullName": "M"}})
    assert [one["name"] for one in json.loads(wrong.body)["invalidParams"]] == ["data.birthDate"]
    assert person.say("POST", f"{path}/_complete", DECLARED).status == 400
    undeclared = person.say("POST", f"{person.filled()}/_complete", {})
    assert json.loads(undeclared.body)["invalidParams"][0]["name"] == "privacyPolicyAccepted"
    assert town.applications() == []


@pytest.mark.parametrize(("language", "name"), [("en", "About you"), ("ar", "عنك"), ("fr", "About you")])
def test_words_come_in_the_language_that_is_accepted(town: RunningTown, language: str, name: str) -> None:
    answer = ask(town, "GET", f"{API}/forms/health-card", headers={"Accept-Language": language})
    assert json.loads(answer.body)["steps"][0]["formDefinition"] == name
    assert answer.headers["content-language"] == ("ar" if language == "ar" else "en")
