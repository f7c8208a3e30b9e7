# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests how faults are ordered: how often they strike, whom, until when, and what the town tells of it."""

import pytest

from tests.support.one_submission import AGENCY, XML
from tests.support.sandbox_town import RunningTown
from tests.support.town_control import TownError
from tests.support.town_wire import ask, ask_openrosa, instance, raw, raw_submission, send


def test_count_is_how_often_a_fault_strikes(town: RunningTown) -> None:
    town.order("close-before-commit", endpoint="submission", count=2)
    ends = [raw(town, raw_submission(town, AGENCY, XML)).received[:12] for _ in range(3)]
    assert ends == [b"", b"", b"HTTP/1.1 201"]
    assert town.faults()["faults"][0]["struck"] == 2


def test_fault_without_count_strikes_until_it_is_cleared(town: RunningTown) -> None:
    town.order("close-before-commit", endpoint="submission")
    assert [raw(town, raw_submission(town, AGENCY, XML)).received for _ in range(5)] == [b""] * 5
    town.clear()
    assert send(town, AGENCY, XML).status == 201


def test_fault_of_one_agency_and_endpoint_leaves_the_others_alone(town: RunningTown) -> None:
    town.order("status-before-commit", agency="tax-office", endpoint="submission", status=503)
    assert send(town, AGENCY, XML).status == 201
    assert ask_openrosa(town, "GET", "tax-office", "formList").status == 200
    assert ask_openrosa(town, "HEAD", "tax-office", "submission").status == 204
    assert send(town, "tax-office", instance("register-business", "uuid:2")).status == 503


@pytest.mark.parametrize(
    ("path", "endpoint"),
    [
        ("/catalogue.jsonld", "catalogue"),
        ("/open311/discovery.json", "discovery"),
        ("/open311/v2/services.xml", "services"),
        ("/open311/v2/services/pothole.json", "definition"),
        ("/open311/v2/requests.json", "requests"),
        ("/open311/v2/tokens/x.json", "tokens"),
    ],
)
def test_each_endpoint_can_be_struck_alone(town: RunningTown, path: str, endpoint: str) -> None:
    town.order("status-before-commit", endpoint=endpoint, status=418, count=1)
    assert ask_openrosa(town, "GET", AGENCY, "formList").status == 200
    assert ask(town, "GET", path).status == 418
    assert [one["endpoint"] for one in town.traffic()] == ["form-list", endpoint]


def test_traffic_tells_what_came_without_keys_or_answers(town: RunningTown) -> None:
    town.order("close-before-commit", endpoint="submission", count=1)
    raw(town, raw_submission(town, AGENCY, instance("register-birth", "uuid:1", answer="Marigold")))
    send(town, AGENCY, XML)
    assert [(one["method"], one["status"], one["fault"]) for one in town.traffic()] == [
        ("POST", 0, "close-before-commit"),
        ("POST", 201, None),
    ]
    assert "Marigold" not in str(town.traffic())
    assert "AppUser" not in str(town.traffic())


@pytest.mark.parametrize(
    ("kind", "words"),
    [("no-such-fault", {}), ("truncate", {"endpoint": "nowhere"}), ("truncate", {"colour": "red"})],
)
def test_unknown_words_in_an_order_are_refused(town: RunningTown, kind: str, words: dict[str, str]) -> None:
    with pytest.raises(TownError):
        town.order(kind, **words)
    assert town.faults()["faults"] == []


def test_control_api_is_not_on_the_towns_port(town: RunningTown) -> None:
    assert ask(town, "GET", "/control/submissions").status == 404
