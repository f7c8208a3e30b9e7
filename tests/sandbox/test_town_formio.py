# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests what City Works' Form.io project answers, over real HTTP."""

import json

import pytest

from tests.support.sandbox_town import RunningTown
from tests.support.town_keys import FORMIO_TOKEN
from tests.support.town_wire import Answer, ask

ADDRESS = "/city-works/formio/orders/bins"
WHOLE = {"fullName": "Marigold", "address": "27 Ropewalk", "kind": "paper"}


def send(town: RunningTown, data: object, reference: str = "S1") -> Answer:
    body = json.dumps({"data": data, "metadata": {"reference": reference}, "roles": ["admin"]}).encode()
    return ask(town, "POST", f"{ADDRESS}/submission", headers={"Content-Type": "application/json"}, body=body)


def found(town: RunningTown, query: str = "", token: str = FORMIO_TOKEN) -> Answer:
    return ask(town, "GET", f"{ADDRESS}/submission{query}", headers={"x-token": token})


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Order bins"), ("ar", "طلب صناديق القمامة"), ("zh-Hans", "申请垃圾桶")]
)
def test_form_comes_in_the_language_that_is_accepted(town: RunningTown, language: str, title: str) -> None:
    answer = ask(town, "GET", ADDRESS, headers={"Accept-Language": language})
    assert answer.headers["content-language"] == language
    assert json.loads(answer.body)["title"] == title
    assert ask(town, "GET", "/city-works/formio/nothing").status == 404


def test_submission_gets_a_number_and_keeps_what_form_io_keeps(town: RunningTown) -> None:
    answer = send(town, WHOLE)
    assert answer.status == 201
    kept = json.loads(answer.body)
    assert len(kept["_id"]) == 24
    assert (kept["data"], kept["metadata"]) == (WHOLE, {"reference": "S1"})
    assert "roles" not in kept


def test_the_same_twice_is_two(town: RunningTown) -> None:
    assert [send(town, WHOLE).status for _ in range(2)] == [201, 201]
    assert len(town.applications()) == 2


def test_what_is_required_and_shown_has_to_be_there(town: RunningTown) -> None:
    missing = send(town, {**WHOLE, "kind": "rest"})
    assert missing.status == 400
    assert [one["path"] for one in json.loads(missing.body)["details"]] == [["people"]]
    assert send(town, []).status == 400
    assert town.applications() == []


def test_submissions_are_found_by_their_metadata_with_the_key_only(town: RunningTown) -> None:
    for number in range(3):
        send(town, WHOLE, f"S{number}")
    one = json.loads(found(town, "?metadata.reference=S2&limit=5").body)
    assert [each["metadata"]["reference"] for each in one] == ["S2"]
    assert json.loads(found(town, "?metadata.reference=S9").body) == []
    assert found(town, "?limit=2").status == 206
    assert found(town, token="").status == 401
