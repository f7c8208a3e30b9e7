# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the catalogue to the reference: every API channel of the town is fetched, filled and received."""

from datetime import UTC, datetime

import pytest

from core.catalogue import APIS, Channel, ChannelKind
from core.forms.definition import AnswerType, Form, Question
from core.forms.entry import Entry
from core.ids import SubmissionId
from core.seal_number import make
from core.submission import Received
from kiosk.form_doors import envelope_of, open_form
from services.access import Keys
from services.agencies import agencies, publishers
from services.cpsv_ap.fetch import fetch_catalogue
from services.cpsv_ap.reader import ReadCatalogue
from services.http import Http
from services.origins import Origins
from services.published_forms import FormsNews
from tests.support.agency_worlds import RealClock, submission_of
from tests.support.sandbox_town import RunningTown
from tests.support.town_keys import APP_USER_KEYS, FORMIO_TOKEN, OPEN311_KEY, PROJECTS, TAX_OFFICE_TOKEN

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LANGUAGES = {"en", "es", "ar", "zh-Hans"}


@pytest.fixture(scope="module")
def at(town_of_services: RunningTown) -> tuple[Http, Keys]:
    pairs = [
        (f"{town_of_services.url}/v1/projects/{number}", APP_USER_KEYS[agency])
        for agency, number in PROJECTS.items()
    ]
    pairs.append((f"{town_of_services.url}/open311/v2", OPEN311_KEY))
    pairs.append((f"{town_of_services.url}/tax-office/applications", TAX_OFFICE_TOKEN))
    pairs.append((f"{town_of_services.url}/city-works/formio", FORMIO_TOKEN))
    return Http(Origins.of([town_of_services.url])), Keys.of(pairs)


def test_every_form_that_the_catalogue_names_opens_fills_and_is_received(
    town: RunningTown, at: tuple[Http, Keys]
) -> None:
    http, keys = at
    read = fetch_catalogue(http, f"{town.url}/catalogue.jsonld")
    assert isinstance(read, ReadCatalogue)
    channels = {
        (channel.endpoint, channel.form): channel
        for service in read.catalogue.services.values()
        for channel in service.channels
        if channel.is_api
    }
    received = {}
    for number, channel in enumerate(channels.values(), start=1):
        entry = filled(
            opened(http, keys, channel), SubmissionId(f"uuid:00000000-0000-4000-8000-{number:012}")
        )
        wire = envelope_of(channel, entry, make(number.to_bytes(5)), NOW)
        item = submission_of(number, channel.form, wire, entry.form.version)
        outcome = agencies(http, keys, RealClock())[channel.kind].deliver(item)
        assert isinstance(outcome, Received), (channel.form, outcome)
        received[channel.form] = outcome.reference
    kinds = {channel.kind for channel in channels.values()}
    assert kinds == APIS
    assert len(set(received.values())) == len(channels) >= 8
    held = len(town.submissions()) + len(town.requests()) + len(town.applications())
    assert held == len(channels)


def opened(http: Http, keys: Keys, channel: Channel) -> Form:
    publisher = publishers(http, keys, RealClock())[channel.kind]
    news = publisher.refresh(channel.endpoint, frozenset({channel.form}), (), 1.0)
    assert isinstance(news, FormsNews)
    assert news.troubled == ()
    (kept,) = news.changed
    form = open_form(kept.source, {one.name: one.content for one in kept.files if one.content is not None})
    assert isinstance(form, Form), (channel.form, form)
    assert form.id == channel.form
    if channel.kind in (ChannelKind.OPENROSA, ChannelKind.OPEN311):
        assert form.version == kept.version
    assert set(form.languages) == LANGUAGES
    return form


def filled(form: Form, identity: SubmissionId) -> Entry:
    """Answer whatever must be answered, with the first thing that the form accepts."""
    entry = Entry.begin(form, identity, NOW.date(), NOW)
    for _ in range(200):
        problems = entry.problems()
        if not problems:
            return entry
        question = entry.question(problems[0].path)
        entry = next(
            (
                tried
                for raw in answers_for(question)
                if not (tried := entry.answer(question.path, raw)).problem(question.path)
            ),
            entry.answer(question.path, ""),
        )
    raise AssertionError((form.id, entry.problems()))


def answers_for(question: Question) -> tuple[str, ...]:
    match question.type:
        case AnswerType.SELECT_ONE | AnswerType.SELECT_MULTIPLE:
            return tuple(choice.value for choice in question.choices)
        case AnswerType.RANK:
            return (" ".join(choice.value for choice in question.choices),)
        case AnswerType.RANGE:
            assert question.scale is not None
            return (f"{question.scale.start:g}",)
        case AnswerType.TRUTH:
            return ("true",)
        case AnswerType.DATE:
            return ("2026-11-20", "2026-11-25", "1990-01-01", "1950-01-01")
        case AnswerType.INTEGER | AnswerType.DECIMAL:
            return ("1", "5", "20", "500", "3000", "2000")
        case _:
            return ("27 Ropewalk", "12345678", "PA0123456789", "a@b.example", "555 0100", "5550100", "10:00")
