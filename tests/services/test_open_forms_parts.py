# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and Dutch addresses on their way to an Open Forms server: handed over first, and worked out by it."""

import base64
import json
from typing import Any

import pytest

from core.forms.definition import AnswerType, Form
from core.forms.entry import Entry
from core.forms.submission_json import to_json
from core.ids import FormId, Language, QuestionPath
from core.submission import NotSent, Received, Refused, Submission
from core.visit.files import FileHeld
from kiosk.form_doors import open_form
from services.definition_forms import DefinitionForms
from services.http import Http
from services.open_forms.agency import OpenFormsAgency
from services.open_forms.envelope import envelope
from services.open_forms.forms import source
from services.origins import Origins
from services.published_forms import FormsNews
from tests.support.agency_worlds import LIMITS, submission_of
from tests.support.form_filling import begun
from tests.support.sandbox_town import RunningTown

FORM = FormId("market-stall")
API = "/social-security/open-forms/api/v2"
PAPER = FileHeld("licence.pdf", 'Licence "2026" ä.pdf', b"%PDF-1.7 licence")
PHOTO = FileHeld("stall.png", "stall.png", b"\x89PNG stall")
HOME = {"postcode": "1015 CJ", "houseNumber": "117", "streetName": "Gracht", "city": "Amsterdam"}


def http(town: RunningTown) -> Http:
    return Http(Origins.of([town.url]), LIMITS)


def opened(town: RunningTown) -> Entry:
    forms = DefinitionForms(http(town), source(http(town)), (Language("en"),))
    news = forms.refresh(town.url + API, frozenset({FORM}), (), 0.0)
    assert isinstance(news, FormsNews)
    (kept,) = news.changed
    form = open_form(kept.source)
    assert isinstance(form, Form), form
    return begun(form)


def filled(town: RunningTown, **home: str) -> Entry:
    entry = opened(town)
    answers = {"kind": "2", "place": "52.37 4.88 0.0 0.0", "privacyPolicyAccepted": "true"}
    answers |= {f"home/{name}": value for name, value in (HOME | home).items()}
    for name, raw in answers.items():
        entry = entry.answer(QuestionPath(f"/data/{name}"), raw)
    for file in (PAPER, PHOTO):
        another = next(page.path for page in entry.pages() if page.type is AnswerType.REPEAT)
        entry = entry.add(another)
        (empty,) = (p.path for p in entry.pages() if p.type is AnswerType.UPLOAD and not entry.raw(p.path))
        entry = entry.answer(empty, file.name)
    assert entry.problems() == ()
    return entry


def item(town: RunningTown, entry: Entry, *files: FileHeld) -> Submission:
    return submission_of(1, FORM, envelope(to_json(entry, files), town.url + API, FORM))


def agency(town: RunningTown) -> OpenFormsAgency:
    return OpenFormsAgency(http(town), pause=lambda _: None)


def received(town: RunningTown) -> list[dict[str, Any]]:
    (record,) = town.applications()
    steps: list[dict[str, Any]] = list(record["content"]["steps"].values())
    return steps


def test_files_are_handed_over_and_the_answers_say_where_they_are(town: RunningTown) -> None:
    outcome = agency(town).deliver(item(town, filled(town), PAPER, PHOTO))
    assert isinstance(outcome, Received)
    papers = received(town)[1]["papers"]
    assert [one["originalName"] for one in papers] == ["Licence -2026- ä.pdf", "stall.png"]
    assert [(one["storage"], one["type"], one["size"]) for one in papers] == [
        ("url", "application/pdf", len(PAPER.content)),
        ("url", "image/png", len(PHOTO.content)),
    ]
    assert base64.b64encode(PAPER.content).decode() not in json.dumps(papers)


def test_the_street_is_the_one_that_the_server_knows_and_signs(town: RunningTown) -> None:
    assert isinstance(agency(town).deliver(item(town, filled(town), PAPER, PHOTO)), Received)
    stall, papers = received(town)
    assert stall["place"] == {"type": "Point", "coordinates": [4.88, 52.37]}
    home = papers["home"]
    assert home.pop("secretStreetCity")
    assert home == HOME | {"streetName": "Keizersgracht", "autoPopulated": True}


def test_a_street_that_the_server_does_not_know_is_sent_as_it_was_written(town: RunningTown) -> None:
    outcome = agency(town).deliver(item(town, filled(town, houseNumber="118"), PAPER, PHOTO))
    assert outcome == Refused(400, "Bad Request\nInvalid secret city - street name.")


def test_a_file_that_the_server_does_not_take_is_told_in_its_words(town: RunningTown) -> None:
    text = FileHeld(PHOTO.name, "notes.txt", b"text")
    answers = json.loads(to_json(filled(town), (PAPER, text)))
    answers["papers"][1]["url"] = "data:text/plain;base64,dGV4dA=="
    body = json.dumps(answers).encode()
    one = submission_of(1, FORM, envelope(body, town.url + API, FORM))
    assert agency(town).deliver(one) == Refused(400, "The provided file is not a valid file type.")
    assert town.applications() == []


@pytest.mark.parametrize("kind", ["close-after-commit", "portal-page", "truncate"])
@pytest.mark.parametrize("endpoint", ["upload", "street"])
def test_what_fails_on_the_way_there_is_certainly_not_filed(
    town: RunningTown, kind: str, endpoint: str
) -> None:
    one = item(town, filled(town), PAPER, PHOTO)
    town.order(kind, agency="social-security", endpoint=endpoint, count=1)
    assert isinstance(agency(town).deliver(one), NotSent)
    assert town.applications() == []
    assert isinstance(agency(town).deliver(one), Received)
