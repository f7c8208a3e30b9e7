# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A conversation with an Open Forms server: nothing is filed before its end, and a lost end is for a person."""

import json

import pytest

from core.catalogue import ChannelKind
from core.ids import FormId
from core.submission import NoAccess, NotSent, Outcome, Received, Refused, Submission, Unknowable, Unsure
from services.access import Keys
from services.agencies import agencies
from services.documents import Json
from services.http import Http
from services.open_forms.agency import OpenFormsAgency
from services.open_forms.envelope import envelope, shown_at
from services.open_forms.steps import Members, keys, leaves, part_of
from services.origins import Origins
from tests.support.agency_worlds import LIMITS, RealClock, submission_of
from tests.support.sandbox_town import RunningTown

ANSWERS = {
    "fullName": "Marigold",
    "birthDate": "1990-02-03",
    "card": {"reason": "lost", "address": "27 Ropewalk"},
    "privacyPolicyAccepted": True,
}


def item(town: RunningTown, number: int = 1, answers: object = None) -> Submission:
    body = json.dumps(ANSWERS if answers is None else answers).encode()
    made = envelope(body, f"{town.url}/social-security/open-forms/api/v2", FormId("health-card"))
    return submission_of(number, "health-card", made)


def agency(town: RunningTown) -> OpenFormsAgency:
    return OpenFormsAgency(Http(Origins.of([town.url]), LIMITS), pause=lambda _: None)


def test_conversation_ends_with_the_agencys_reference(town: RunningTown) -> None:
    outcome = agency(town).deliver(item(town))
    (record,) = town.applications()
    assert outcome == Received(record["reference"])
    you, card = record["content"]["steps"].values()
    assert you == {"fullName": "Marigold", "birthDate": "1990-02-03"}
    assert card == {"card": {"reason": "lost", "address": "27 Ropewalk"}}
    assert record["content"]["declared"] == {"privacyPolicyAccepted": True}


def test_program_uses_it_for_its_channels(town: RunningTown) -> None:
    made = agencies(Http(Origins.of([town.url]), LIMITS), Keys(), RealClock())[ChannelKind.OPEN_FORMS]
    assert isinstance(made.deliver(item(town)), Received)


BEFORE = ["form", "session", "step"]
FAULTS: tuple[dict[str, object], ...] = (
    {"kind": "close-after-commit"},
    {"kind": "reset-before-body"},
    {"kind": "truncate"},
    {"kind": "portal-page"},
    {"kind": "portal-511"},
    {"kind": "status-after-commit", "status": 500},
    {"kind": "status-before-commit", "status": 429, "retry_after": 7},
)


@pytest.mark.parametrize("endpoint", BEFORE)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: "-".join(str(one) for one in fault.values()))
def test_whatever_fails_before_the_end_is_certainly_not_filed(
    town: RunningTown, fault: dict[str, object], endpoint: str
) -> None:
    words = {key: value for key, value in fault.items() if key != "kind"}
    town.order(str(fault["kind"]), agency="social-security", endpoint=endpoint, count=1, **words)
    made = agency(town)
    outcome = made.deliver(item(town))
    assert isinstance(outcome, NotSent)
    assert outcome.wait == fault.get("retry_after")
    assert town.applications() == []
    assert isinstance(made.deliver(item(town)), Received)


@pytest.mark.parametrize(
    ("kind", "stored"),
    [
        ("close-before-commit", 0),
        ("close-after-commit", 1),
        ("reset-after-commit", 1),
        ("truncate", 1),
        ("portal-page", 0),
        ("portal-redirect", 0),
    ],
)
def test_lost_end_is_unsure_and_cannot_be_found_out(town: RunningTown, kind: str, stored: int) -> None:
    town.order(kind, agency="social-security", endpoint="submission", count=1)
    made, one = agency(town), item(town)
    assert isinstance(made.deliver(one), Unsure)
    assert isinstance(made.look_up(one, one.created), Unknowable)
    assert len(town.applications()) == stored


def test_end_that_was_acknowledged_is_asked_for_until_it_is_through(town: RunningTown) -> None:
    town.order("status-before-commit", agency="social-security", endpoint="status", count=1, status=502)
    one = item(town)
    unsure = agency(town).deliver(one)
    assert isinstance(unsure, Unsure)
    # Another courier asks: what is kept is the address, not the one that was told it.
    made = agency(town)
    assert made.look_up(one, one.created, unsure.told_at) == Unsure("timeout")
    found = made.look_up(one, one.created, unsure.told_at)
    assert found == Received(town.applications()[0]["reference"])
    assert isinstance(made.look_up(one, one.created), Unknowable)


def test_forbidden_end_is_not_taken_for_a_no(town: RunningTown) -> None:
    town.order("status-after-commit", agency="social-security", endpoint="submission", count=1, status=403)
    assert isinstance(agency(town).deliver(item(town)), Unsure)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({**ANSWERS, "fullName": ""}, Refused(400, "Bad Request\nWhat is your full name?: required.")),
        (
            {**ANSWERS, "privacyPolicyAccepted": False},
            Refused(400, "Bad Request\nYou must accept the privacy policy."),
        ),
        # The form that was filled asked for something that this one does not.
        ({**ANSWERS, "nickname": "Mari"}, Unknowable("wrong_type")),
    ],
)
def test_what_the_server_finds_wrong_is_told_in_its_words(
    town: RunningTown, answers: object, expected: Outcome
) -> None:
    assert agency(town).deliver(item(town, answers=answers)) == expected
    assert town.applications() == []


def test_machine_that_is_not_let_in_says_so(town: RunningTown) -> None:
    town.order("status-before-commit", agency="social-security", endpoint="session", count=1, status=403)
    assert isinstance(agency(town).deliver(item(town)), NoAccess)


def test_address_for_people_is_beside_the_api() -> None:
    assert shown_at("https://forms.example/api/v2", FormId("card")) == "https://forms.example/card"
    assert (
        shown_at("https://x.example/open-forms/api/v2", FormId("card")) == "https://x.example/open-forms/card"
    )


def test_keys_are_found_inside_what_only_arranges() -> None:
    found: list[Json] = [
        {"type": "fieldset", "key": "f", "components": [{"type": "textfield", "key": "a.b"}]},
        {"type": "columns", "columns": [{"components": [{"type": "textfield", "key": "a.c"}]}]},
        {"type": "editgrid", "key": "g", "components": [{"type": "textfield", "key": "inner"}]},
    ]
    assert list(keys(found)) == ["a.b", "a.c", "g"]
    answers: Members = {"a": {"b": 1, "c": 2, "d": 3}, "g": [{"inner": 4}]}
    assert part_of(answers, found) == {"a": {"b": 1, "c": 2}, "g": [{"inner": 4}]}
    assert list(leaves(answers)) == ["a.b", "a.c", "a.d", "g"]
