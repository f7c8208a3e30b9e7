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

from core.forms.asked import ANOTHER, plain_path
from core.forms.binds import Kind
from core.forms.definition import AnswerType, Form
from core.forms.entry import Entry
from core.forms.keeping import given, resumed
from core.forms.submission_json import to_formio, to_json
from core.forms.submission_xml import to_xml
from core.ids import QuestionPath
from kiosk.authoring import form_run
from tests.support.form_filling import begun
from tests.support.random_formio import random_formio
from tests.support.random_forms import edited, random_form, random_schema

EDITS: Final = 40
MOST_LEVELS: Final = 8
"""Rounds in which answers are given: each may bring up what the next ones belong to."""

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


def formio_answers(form: Form, value: object, path: str) -> Iterator[tuple[str, object]]:
    """As `json_answers`; a set of boxes is one answer."""
    node = form.tree.find(plain_path(QuestionPath(path)))
    shape = form.shapes.get(-1 if node is None else node)
    if isinstance(value, dict) and (shape is None or shape.kind is not Kind.BOXES):
        for name, inner in value.items():
            yield from formio_answers(form, inner, f"{path}/{name}")
    elif isinstance(value, list):
        yield f"{path}{ANOTHER}", len(value)
        for number, inner in enumerate(value, 1):
            yield from formio_answers(form, inner, f"{path}[{number}]")
    else:
        yield path, value


def in_formio(seed: int) -> None:
    # An answer that is hidden and kept all the same could not be given to a new entry.
    form = random_formio(seed, clears=True)
    entry = used(form, seed)
    sent = json.loads(to_formio(entry))["data"]
    answers = dict(formio_answers(form, sent, "/data"))
    again = begun(form)
    # What an answer brings up is there only once it is given, and so is a row.
    for _ in range(MOST_LEVELS):
        for question in again.questions():
            path = question.path
            if question.type is AnswerType.REPEAT:
                rows = answers.get(path, 0)
                assert isinstance(rows, int)
                for _ in range(rows - len(again.instances(path))):
                    again = again.add(path)
                for number in range(len(again.instances(path)), rows, -1):
                    again = again.remove(path, number)
            elif question.type is not AnswerType.NOTE:
                shape = form.shapes.get(again.tree.origin(question.node))
                again = again.answer(path, form_run.given(answers.get(path), shape))
    assert json.loads(to_formio(again))["data"] == sent, seed


def put_away(seed: int) -> None:
    """What is kept of a form that was begun is the whole of it, answers to what is closed or not asked now too."""
    for made, written in ((random_form, to_xml), (random_schema, to_json), (random_formio, to_formio)):
        entry = used(made(seed), seed)
        again = resumed(entry.form, entry.submission_id, entry.setting.now, given(entry))
        assert written(again) == written(entry), seed
        assert [(one.path, again.raw(one.path)) for one in again.questions()] == [
            (one.path, entry.raw(one.path)) for one in entry.questions()
        ], seed


@pytest.mark.parametrize("once", [in_xml, in_json, in_formio, put_away])
def test_a_form_filled_from_a_submission_sends_it_again(once: Callable[[int], None]) -> None:
    for seed in range(12):
        once(seed)


@pytest.mark.long
@pytest.mark.parametrize("once", [in_xml, in_json, in_formio, put_away])
def test_a_thousand_forms_filled_from_their_submissions_send_them_again(once: Callable[[int], None]) -> None:
    for seed in range(1_000):
        once(seed)
