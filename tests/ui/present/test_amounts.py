# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Money is said as people write it in their language; a few whole numbers are pressed; a rating says its ends."""

import json
from decimal import Decimal

import pytest

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.formio.loading import load as load_formio
from core.forms.json_schema.loading import load as load_schema
from core.forms.submission_json import to_json
from core.forms.xforms import load as load_xform
from core.ids import FormId
from i18n.formats import is_payable
from i18n.messages import Messages
from tests.support.form_filling import begun
from ui.present.answer_words import answer_words
from ui.present.answering import field_of
from ui.present.fields import ChoiceContents, NumberContents, SteppedContents
from ui.present.question_hint import hint_of
from ui.registry_setting import a_kiosk


def formio(**component: object) -> Entry:
    part = {"key": "a", "input": True, "label": "How much?", **component}
    return opened(load_formio(json.dumps({"components": [part]}).encode(), FormId("f")))


def schema(**member: object) -> Entry:
    whole = {"type": "object", "properties": {"a": {"title": "How much?", **member}}}
    return opened(load_schema(json.dumps(whole).encode(), FormId("f")))


def xform(control: str, kind: str) -> Entry:
    source = (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>T'
        f'</h:title><model><instance><data id="t"><a/></data></instance><bind nodeset="/data/a" type="{kind}"/></model>'
        f"</h:head><h:body>{control}</h:body></h:html>"
    )
    return opened(load_xform(source.encode()))


def opened(form: object) -> Entry:
    assert isinstance(form, Form), form
    return begun(form)


def shown(entry: Entry, language: str = "en") -> object:
    return field_of(entry, entry.pages()[0], Messages.load(language), a_kiosk())


def given(entry: Entry, raw: str) -> Entry:
    return entry.answer(entry.pages()[0].path, raw)


def said(entry: Entry, language: str = "en") -> str | None:
    field = shown(entry, language)
    assert isinstance(field, NumberContents)
    return field.said


def bare(text: str | None) -> str:
    """Without marks of direction, and with one kind of space."""
    return " ".join((text or "").translate(str.maketrans("", "", "\u200f\u2066\u2067\u2068\u2069")).split())


@pytest.mark.parametrize(
    ("language", "empty", "words"),
    [
        ("en", "Currency: euros", "1,250.50 euros"),
        ("es", "Moneda: euros", "1.250,50 euros"),
        ("fr", "Monnaie : euros", "1 250,50 euros"),
        ("zh-Hans", "货币：欧元", "1,250.50欧元"),
        ("ar", "العملة: يورو", "1,250.50 يورو"),
    ],
)
def test_money_is_said_in_its_language_while_it_is_written(language: str, empty: str, words: str) -> None:
    entry = formio(type="currency", currency="EUR")
    assert (bare(said(entry, language)), bare(said(given(entry, "1250.5"), language))) == (empty, words)
    question = entry.pages()[0]
    answer = answer_words(given(entry, "1250.5"), question, Messages.load(language))
    assert bare(answer.text) == words


def test_money_is_sent_as_the_number_that_its_form_expects() -> None:
    assert json.loads(to_json(given(formio(type="currency", currency="EUR"), "1250.5"))) == {"a": 1250.5}


def test_what_no_coin_pays_is_not_rounded_in_words() -> None:
    entry = given(formio(type="currency", currency="EUR"), "12.345")
    assert said(entry) == "Currency: euros"
    problem = entry.problem(entry.pages()[0].path)
    assert problem is not None
    assert problem.key == "rule.decimals"
    assert not is_payable(Decimal("12.5"), "JPY")


def test_a_currency_without_a_name_means_what_form_io_means_by_it() -> None:
    assert said(given(formio(type="currency"), "3")) == "3 US dollars"
    assert said(given(formio(type="currency", currency="?"), "3")) is None


def test_thousands_are_set_apart_where_a_form_wants_it() -> None:
    entry = xform('<input ref="/data/a" appearance="thousands-sep"><label>How many?</label></input>', "int")
    assert (said(entry), said(given(entry, "1234567"))) == ("", "1,234,567")
    assert answer_words(given(entry, "1234567"), entry.pages()[0], Messages.load("en")).text == "1,234,567"


def test_what_a_schema_counts_in_cents_is_said_like_money() -> None:
    assert said(given(schema(type="number", multipleOf=0.01), "1234.5")) == "1,234.5"
    assert said(given(schema(type="number"), "1234.5")) is None


@pytest.mark.parametrize(
    "entry",
    [
        formio(type="number", validate={"min": 1, "max": 5, "integer": True}),
        formio(type="number", decimalLimit=0, validate={"min": "1", "max": "5"}),
        schema(type="integer", minimum=1, maximum=5),
    ],
)
def test_a_few_whole_numbers_are_pressed_and_sent_as_numbers(entry: Entry) -> None:
    field = shown(entry)
    assert isinstance(field, ChoiceContents)
    assert [one.label.text for one in field.options] == ["1", "2", "3", "4", "5"]
    answered = given(entry, field.pressed("4"))
    assert answered.problem(entry.pages()[0].path) is None
    assert json.loads(to_json(answered)) == {"a": 4}


@pytest.mark.parametrize(
    "entry",
    [
        formio(type="number", validate={"min": 1, "max": 5}),
        formio(type="number", validate={"min": 1, "max": 50, "integer": True}),
        formio(type="number", validate={"min": 1, "integer": True}),
        schema(type="integer", minimum=1, maximum=50),
        schema(type="integer", minimum=0, maximum=4, multipleOf=2),
        schema(type="number", minimum=1, maximum=5),
    ],
)
def test_other_numbers_are_written(entry: Entry) -> None:
    assert isinstance(shown(entry), NumberContents)


def _range(appearance: str, end: int, hint: str = "") -> Entry:
    control = (
        f'<range ref="/data/a" start="1" end="{end}" step="1" appearance="{appearance}"><label>How good?</label>'
        f"{hint}</range>"
    )
    return xform(control, "int")


def test_a_rating_says_which_end_is_which_unless_its_form_does() -> None:
    texts = Messages.load("en")
    rating, own = _range("rating", 5), _range("rating", 5, "<hint>1 is bad</hint>")

    def hint(entry: Entry) -> str:
        question = entry.pages()[0]
        return hint_of(entry, question, field_of(entry, question, texts, a_kiosk()), texts).text

    assert hint(rating) == "1 is the lowest, 5 the highest."
    assert hint(own) == "1 is bad"
    assert "highest" not in hint(_range("", 5))


def test_a_picker_is_pressed_or_stepped_like_any_scale() -> None:
    assert isinstance(shown(_range("picker", 5)), ChoiceContents)
    assert isinstance(shown(_range("picker", 60)), SteppedContents)
