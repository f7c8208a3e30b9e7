# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms that are JSON documents: fetched in every language, kept as one, and sent for again only when they changed."""

import json

from core.forms.definition import Form
from core.ids import FormId, Language
from core.ports import CachedForm
from kiosk.form_doors import open_form
from services.access import Keys
from services.boundary import Failed, Failure, Limits
from services.definition_forms import DefinitionForms
from services.definitions import read_definitions
from services.http import Http
from services.json_schema.forms import source
from services.origins import Origins
from services.published_forms import FormsNews
from tests.support import chaos_server as c
from tests.support.sandbox_town import RunningTown

LIMITS = Limits(connect=0.5, read=0.5, total=1.0)
LANGUAGES = (Language("en"), Language("fr"), Language("ar"), Language("zh-Hans"))
FORM = FormId("tax-number")
SCHEMA = json.dumps({"type": "object", "properties": {"name": {"type": "string"}}}).encode()


def publisher(origin: str) -> DefinitionForms:
    return DefinitionForms(Http(Origins.of([origin]), LIMITS), source(Keys()), LANGUAGES)


def fetched(answer: bytes, *known: CachedForm) -> tuple[FormsNews | Failed, list[bytes]]:
    with c.chaos(c.raw(answer)) as server:
        news = publisher(server.origin).refresh(f"{server.url}/api", frozenset({FORM}), known, 1.0)
        return news, server.requests


def of_the_town(town: RunningTown, *known: CachedForm) -> FormsNews:
    news = publisher(town.url).refresh(
        f"{town.url}/tax-office/applications", frozenset({FORM, FormId("none")}), known, 1.0
    )
    assert isinstance(news, FormsNews)
    return news


def test_form_is_opened_in_every_language_that_its_server_speaks(town: RunningTown) -> None:
    news = of_the_town(town)

    assert news.offered == (FORM,)
    (kept,) = news.changed
    form = open_form(kept.source)
    assert isinstance(form, Form)
    # Nobody there speaks French, so the form does not either.
    assert form.languages == ("en", "ar", "zh-Hans")
    label = form.questions[0].label
    assert [version.parts for version in label.versions] == [
        ("What is your full name?",),
        ("ما اسمك الكامل؟",),
        ("您的全名是什么？",),
    ]
    assert [len(choice.label.versions) for choice in form.questions[2].choices] == [3, 3, 3]


def test_what_is_kept_is_not_sent_again_and_has_not_changed(town: RunningTown) -> None:
    (kept,) = of_the_town(town).changed
    before = len(town.traffic())

    assert of_the_town(town, kept).changed == ()

    statuses = [one["status"] for one in town.traffic()[before:] if one["endpoint"] == "form"]
    # French is answered in English, for which there is no tag to send; `none` is not there.
    assert sorted(statuses) == [200, 304, 304, 304, 404]


def test_server_that_does_not_tell_its_language_is_asked_once() -> None:
    news, requests = fetched(c.answer(200, SCHEMA, ("Content-Type", "application/json")))

    assert isinstance(news, FormsNews)
    definitions = read_definitions(news.changed[0].source)
    assert definitions is not None
    assert [one.language for one in definitions.spoken] == ["und"]
    assert len(requests) == 1


def test_other_bytes_are_another_version() -> None:
    (kept,) = _changed(fetched(c.answer(200, SCHEMA))[0])
    other, _ = fetched(c.answer(200, SCHEMA.replace(b"name", b"nom")), kept)

    assert [one.version for one in _changed(other)] != [kept.version]


def test_what_is_no_definition_is_a_trouble_that_is_named() -> None:
    for body, kind in (
        (b"[]", Failure.WRONG_TYPE),
        (b'{"a":1}', Failure.WRONG_TYPE),
        (b"{", Failure.BAD_ANSWER),
        (b"[" * 100 + b"]" * 100, Failure.BAD_ANSWER),
        (b"<!DOCTYPE html><html></html>", Failure.PORTAL),
    ):
        news, _ = fetched(c.answer(200, body))
        assert isinstance(news, Failed)
        assert news.kind is kind


def test_form_that_is_gone_is_not_offered_any_more() -> None:
    news, _ = fetched(c.answer(410))

    assert news == FormsNews(())


def test_other_documents_are_not_taken_for_definitions() -> None:
    for made in (b"<h:html/>", b"{}", b'{"standard":"x","form":"y","spoken":[]}', b'{"standard":1}', b"{"):
        assert read_definitions(made) is None


def _changed(news: FormsNews | Failed) -> tuple[CachedForm, ...]:
    assert isinstance(news, FormsNews)
    return news.changed
