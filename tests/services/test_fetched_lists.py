# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists that a Form.io form has at an address come with the form, whole or not at all; then no network is needed."""

import json
from collections.abc import Mapping, Sequence

import pytest

from core.forms.definition import Form
from core.forms.submission_json import to_formio
from core.ids import FormId, Language, QuestionPath
from core.ports import CachedForm
from kiosk.form_doors import open_form
from services.access import Keys
from services.boundary import Failed, Failure, Limits
from services.definition_forms import DefinitionForms
from services.formio.forms import source
from services.formio.lists import LARGEST_LIST
from services.http import Http
from services.origins import Origins
from services.published_forms import FormsNews
from tests.support import chaos_server as c
from tests.support.form_filling import begun
from tests.support.formio_forms import Component, one
from tests.support.sandbox_town import RunningTown

LIMITS = Limits(connect=0.5, read=2.0, total=5.0)
ONE, OTHER = FormId("one"), FormId("other")
ENGLISH = (Language("en"),)
KEY = "a-key-of-the-project"
JSON = ("Content-Type", "application/json")


def refreshed(
    origins: Sequence[str], endpoint: str, *known: CachedForm, wanted: Sequence[FormId] = (ONE,)
) -> FormsNews | Failed:
    http, keys = Http(Origins.of(origins), LIMITS), Keys.of([(endpoint, KEY)])
    publisher = DefinitionForms(http, source(http, keys), ENGLISH)
    return publisher.refresh(endpoint, frozenset(wanted), known, 1.0)


def asked(
    component: Component, *lists: bytes, known: Sequence[CachedForm] = ()
) -> tuple[FormsNews | Failed, list[str]]:
    """What comes of a form with this component, and the addresses that were asked beside the form's own."""
    form = json.dumps({"components": [one("textfield", "name"), component]}).encode()
    with c.chaos(*[c.raw(answer) for answer in (c.answer(200, form, JSON), *lists)]) as server:
        news = refreshed([server.origin], f"{server.url}/project", *known)
        return news, [request.split(b" ")[1].decode() for request in server.requests[1:]]


def opened(news: FormsNews | Failed) -> Form:
    assert isinstance(news, FormsNews), news
    form = open_form(news.changed[0].source)
    assert isinstance(form, Form), form
    return form


def words(form: Form) -> list[str]:
    return ["".join(map(str, one.label.versions[0].parts)) for one in form.questions[-1].choices]


def streets(*names: object, inside: str = "") -> bytes:
    rows = [{"id": number, "label": name} for number, name in enumerate(names, 1)]
    return c.answer(200, json.dumps({inside: rows} if inside else rows).encode(), JSON)


def by_url(**rest: object) -> Component:
    return one("select", "street", dataSrc="url", data={"url": "/streets"}, **rest)


def test_a_form_of_the_town_has_its_list_in_each_language_and_needs_no_network(town: RunningTown) -> None:
    http = Http(Origins.of([town.url]), LIMITS)
    languages = (Language("en"), Language("ar"))
    publisher = DefinitionForms(http, source(http, Keys()), languages)
    bins = FormId("orders/bins")
    endpoint = f"{town.url}/city-works/formio"
    news = publisher.refresh(endpoint, frozenset({bins}), (), 1.0)
    assert isinstance(news, FormsNews)
    before = len(town.traffic())

    form = open_form(news.changed[0].source)

    assert isinstance(form, Form)
    kind = next(one for one in form.questions if one.path == "/data/kind")
    said = [[version.parts for version in choice.label.versions] for choice in kind.choices]
    assert said[0] == [("Paper",), ("ورق",)]
    entry = begun(form).answer(QuestionPath("/data/kind"), "2")
    assert json.loads(to_formio(entry))["data"]["kind"] == "food"
    assert len(town.traffic()) == before
    # Asked again nothing is new; a list that changed makes another version.
    assert publisher.refresh(endpoint, frozenset({bins}), news.changed, 2.0) == FormsNews((bins,))


def test_a_list_comes_in_parts_and_once_from_a_server_that_knows_none() -> None:
    first, second = streets(*[f"S{number}" for number in range(100)]), streets("Ropewalk")
    news, addresses = asked(by_url(valueProperty="label"), first, second)
    assert len(words(opened(news))) == 101
    assert addresses == ["/project/streets?limit=100&skip=0", "/project/streets?limit=100&skip=100"]

    news, addresses = asked(
        by_url(disableLimit=True, filter="town=5&kind=a b", sort="name"), streets("Ropewalk")
    )
    assert words(opened(news)) == ["Ropewalk"]
    assert addresses == ["/project/streets?sort=name&town=5&kind=a%20b"]

    for answers in ((streets(*map(str, range(100))),), (streets(*map(str, range(130))),)):
        news, _ = asked(by_url(valueProperty="label"), *answers)
        assert len(words(opened(news))) == len(json.loads(answers[0].partition(b"\r\n\r\n")[2]))


def test_the_submissions_of_another_form_are_choices_and_the_key_goes_to_its_own_server_only() -> None:
    rows = json.dumps(
        [{"_id": "5f", "data": {"name": "North <b>hall</b>"}}, {"_id": "60", "data": {}}]
    ).encode()
    component = one(
        "select",
        "hall",
        dataSrc="resource",
        data={"resource": "64ab"},
        template="<span>{{ item.data.name }}</span>",
        valueProperty="data.name",
    )
    news, addresses = asked(component, c.answer(206, rows, JSON))
    assert words(opened(news)) == ["North hall"]
    assert addresses == ["/project/form/64ab/submission?limit=100&skip=0"]

    elsewhere = c.answer(200, b'["a"]', JSON)
    with c.chaos(c.raw(elsewhere)) as other:
        form = json.dumps({"components": [one("select", dataSrc="url", data={"url": f"{other.url}/list"})]})
        with c.chaos(c.raw(c.answer(200, form.encode(), JSON))) as own:
            news = refreshed([own.origin, other.origin], f"{own.url}/project")
            assert KEY.encode() in own.requests[0]
    assert words(opened(news)) == ["a"]
    assert KEY.encode() not in other.requests[0]


def test_who_is_not_among_the_origins_is_not_asked_and_the_other_forms_come() -> None:
    form = json.dumps(
        {"components": [one("select", dataSrc="url", data={"url": "https://elsewhere.example/list"})]}
    )
    plain = json.dumps({"components": [one("textfield")]})
    answers = [c.answer(200, text.encode(), JSON) for text in (form, plain)]
    with c.chaos(*map(c.raw, answers)) as server:
        news = refreshed([server.origin], f"{server.url}/project", wanted=(ONE, OTHER))
    assert isinstance(news, FormsNews)
    assert news.troubled == ((ONE, Failure.NOT_ALLOWED),)
    assert [one.form for one in news.changed] == [OTHER]


HOSTILE: Mapping[str, tuple[bytes, Failure]] = {
    "a page": (c.answer(200, b"<!DOCTYPE html><html></html>", JSON), Failure.PORTAL),
    "gone": (c.answer(404, b"[]"), Failure.STATUS),
    "no JSON": (c.answer(200, b'[{"label":', JSON), Failure.BAD_ANSWER),
    "deep": (c.answer(200, b"[" * 5_000 + b"]" * 5_000, JSON), Failure.BAD_ANSWER),
    "no list": (c.answer(200, b'{"items": []}', JSON), Failure.WRONG_TYPE),
    "nothing in it": (c.answer(200, b"[]", JSON), Failure.BAD_ANSWER),
    "nothing to choose": (c.answer(200, b'[null, {}, {"label": ""}, [[]]]', JSON), Failure.BAD_ANSWER),
    "huge": (c.answer(200, b'["' + b"a" * LARGEST_LIST + b'"]', JSON), Failure.TOO_LARGE),
    "very many": (c.answer(200, json.dumps([*map(str, range(20_001))]).encode(), JSON), Failure.TOO_LARGE),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_list_that_is_none_keeps_the_form_away_and_what_is_kept_stays(name: str) -> None:
    answer, failure = HOSTILE[name]
    before, _ = asked(by_url(), streets("Ropewalk"))
    assert isinstance(before, FormsNews)
    news, _ = asked(by_url(), answer, known=before.changed)
    assert news == FormsNews((ONE,), (), ((ONE, failure),))


def test_values_that_go_deep_or_come_twice_are_left_out() -> None:
    deep: object = "x"
    for _ in range(30):
        deep = [deep]
    rows = [
        {"label": "deep", "v": deep},
        {"label": "a", "v": 1},
        {"label": "b", "v": 1},
        {"label": "c", "v": {"d": 2}},
    ]
    news, _ = asked(
        by_url(valueProperty="v"), c.answer(200, json.dumps(rows).replace("Infinity", "1e400").encode(), JSON)
    )
    assert words(opened(news)) == ["a", "c"]
