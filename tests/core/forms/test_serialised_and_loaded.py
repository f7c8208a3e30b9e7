# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A submission says all that was answered: the same form filled from it sends the same submission again."""

import json
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Final

import pytest
from lxml import etree

from core.forms.asked import ANOTHER
from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.keeping import given, resumed
from core.forms.submission_json import to_json
from core.forms.submission_xml import to_xml
from core.ids import QuestionPath
from tests.support.form_filling import begun
from tests.support.random_forms import edited, random_form, random_schema

EDITS: Final = 40

Answers = Mapping[str, object]
"""Texts or JSON values by their questions' paths, and for each list how many rows it has."""


def xml_answers(form: Form, element: etree._Element, path: str) -> Iterator[tuple[str, object]]:
    repeated = {form.tree.nodes[node].name for node in form.tree.repeats}
    rows: dict[str, int] = {}
    for child in element:
        name = etree.QName(child).localname
        place = f"{path}/{name}"
        if name in repeated:
            rows[place] = rows.get(place, 0) + 1
            yield f"{place}{ANOTHER}", rows[place]
            place += f"[{rows[place]}]"
        yield place, child.text or ""
        yield from xml_answers(form, child, place)


def json_answers(value: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from json_answers(inner, f"{path}/{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield f"{path}{ANOTHER}", number
            yield from json_answers(inner, f"{path}[{number}]")
    else:
        yield path, value


def loaded(form: Form, several: list[tuple[str, object]]) -> Entry:
    """A new entry with these answers, rows first, then answers in the order of the questions."""
    entry = begun(form)
    for place, rows in several:
        if place.endswith(ANOTHER) and isinstance(rows, int):
            for _ in range(rows - len(entry.instances(QuestionPath(place)))):
                entry = entry.add(QuestionPath(place))
    answers = dict(several)
    for question in entry.questions():
        if question.path in answers and entry.tree.origin(question.node) not in form.calculated:
            shape = form.shapes.get(entry.tree.origin(question.node))
            entry = entry.answer(question.path, raw_of(answers[question.path], shape.values if shape else {}))
    return entry


def raw_of(value: object, choices: Mapping[str, object]) -> str:
    if choices:
        return next(
            token for token, meant in choices.items() if meant == value and type(meant) is type(value)
        )
    return json.dumps(value) if not isinstance(value, str) else value


def used(form: Form, seed: int) -> Entry:
    entry, chance = begun(form), Random(seed)
    for _ in range(EDITS):
        entry = edited(entry, chance)
    return entry


def in_xml(seed: int) -> None:
    sent = to_xml(used(random_form(seed), seed))
    form = random_form(seed)
    again = loaded(form, list(xml_answers(form, etree.fromstring(sent), "/data")))
    assert to_xml(again) == sent, seed


def in_json(seed: int) -> None:
    form = random_schema(seed)
    entry = used(form, seed)
    sent = json.loads(to_json(entry))
    if any(entry.raw(one.path) and entry.readonly(one.path) for one in entry.questions()):
        # An answer that a rule has closed since cannot be given to a new entry in any order.
        return
    assert json.loads(to_json(loaded(form, list(json_answers(sent, "/data"))))) == sent, seed


def put_away(seed: int) -> None:
    """What is kept of a form that was begun is the whole of it, answers to what is closed or not asked now too."""
    for made, written in ((random_form, to_xml), (random_schema, to_json)):
        entry = used(made(seed), seed)
        again = resumed(entry.form, entry.submission_id, entry.setting.now, given(entry))
        assert written(again) == written(entry), seed
        assert [(one.path, again.raw(one.path)) for one in again.questions()] == [
            (one.path, entry.raw(one.path)) for one in entry.questions()
        ], seed


@pytest.mark.parametrize("once", [in_xml, in_json, put_away])
def test_a_form_filled_from_a_submission_sends_it_again(once: Callable[[int], None]) -> None:
    for seed in range(12):
        once(seed)


@pytest.mark.long
@pytest.mark.parametrize("once", [in_xml, in_json, put_away])
def test_a_thousand_forms_filled_from_their_submissions_send_them_again(once: Callable[[int], None]) -> None:
    for seed in range(1_000):
        once(seed)
