# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Schemas whose root is no object, and schemas that contain themselves: asked, sent, and judged by `jsonschema`."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from core.forms.asked import ANOTHER
from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.json_schema.loading import load
from core.forms.json_schema.recursion import LEVELS
from core.forms.problems import Fate, FormProblems
from core.forms.submission_json import to_json
from core.ids import FormId, QuestionPath
from tests.support.form_filling import begun

Schema = dict[str, Any]

PERSON: Schema = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "children": {"type": "array", "items": {"$ref": "#/$defs/person"}},
    },
    "required": ["name"],
}
FAMILY: Schema = {
    "type": "object",
    "properties": {"of": {"$ref": "#/$defs/person"}},
    "$defs": {"person": PERSON},
}


def opened(schema: Schema, ui: Schema | None = None) -> Entry:
    form = load(json.dumps(schema).encode(), FormId("f"), json.dumps(ui).encode() if ui is not None else None)
    assert isinstance(form, Form), form
    return begun(form)


def answer(entry: Entry, path: str, raw: str) -> Entry:
    return entry.answer(QuestionPath(f"/data/{path}"), raw)


def add(entry: Entry, path: str) -> Entry:
    return entry.add(QuestionPath(f"/data/{path}{ANOTHER}"))


def sent(entry: Entry) -> object:
    assert entry.problems() == ()
    return json.loads(to_json(entry))


def labels(entry: Entry) -> list[str]:
    return [entry.text(one.label, entry.form.default_language).text for one in entry.pages()]


@pytest.mark.parametrize(
    ("schema", "raw", "value"),
    [
        ({"type": "string", "title": "Your street"}, "Mill Lane", "Mill Lane"),
        ({"type": "integer", "minimum": 3}, "3", 3),
        ({"type": "boolean"}, "false", False),
        ({"enum": ["red", 7]}, "2", 7),
        ({"type": "array", "items": {"enum": ["a", "b"]}}, "2", ["b"]),
        ({"type": "string", "format": "date"}, "2026-11-27", "2026-11-27"),
    ],
)
def test_a_root_that_is_one_value_is_one_question_and_is_sent_alone(
    schema: Schema, raw: str, value: object
) -> None:
    found = sent(answer(opened(schema), "answer", raw))
    assert found == value
    assert Draft202012Validator(schema).is_valid(found)


def test_a_root_without_an_answer_is_missed_unless_it_is_a_list() -> None:
    assert [one.key for one in opened({"type": "string"}).problems()] == ["problem.required"]
    assert [
        one.rule for one in answer(opened({"type": "integer", "minimum": 3}), "answer", "2").problems()
    ] == ["minimum"]
    listed = {"type": "array", "items": {"type": "string"}}
    assert sent(opened(listed)) == []
    assert [one.key for one in opened({**listed, "minItems": 1}).problems()] == ["rule.min_items"]


def test_a_root_that_is_a_list_of_objects_is_sent_as_a_list_and_judged_as_a_whole() -> None:
    schema = {
        "type": "array",
        "uniqueItems": True,
        "items": {"type": "object", "properties": {"a": {"type": "string"}}},
    }
    entry = opened(schema)
    for place in (1, 2):
        entry = answer(add(entry, "answer"), f"answer[{place}]/a", "same")
    assert [one.rule for one in entry.problems()] == ["uniqueItems"]
    assert sent(answer(entry, "answer[2]/a", "other")) == [{"a": "same"}, {"a": "other"}]


@pytest.mark.parametrize(
    "ui",
    [
        {"type": "Control", "scope": "#/", "label": "Say it here"},
        {"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#", "label": "Say it here"}]},
        {"ui:title": "Say it here"},
    ],
)
def test_the_ui_schema_of_a_root_shows_its_question(ui: Schema) -> None:
    assert labels(opened({"type": "string"}, ui)) == ["Say it here"]


def test_the_words_of_a_root_are_its_title_else_what_describes_it() -> None:
    assert labels(opened({"type": "string", "title": "Street", "description": "Where?"})) == ["Street"]
    assert labels(opened({"type": "string", "description": "Where do you live?"})) == ["Where do you live?"]


def test_what_contains_itself_is_asked_a_few_levels_deep_and_fits_its_schema() -> None:
    entry, path = answer(opened(FAMILY), "of/name", "Ana"), "of"
    for level in range(1, LEVELS):
        entry = add(entry, f"{path}/children")
        path = f"{path}/children[1]"
        entry = answer(entry, f"{path}/name", f"Child {level}")
    with pytest.raises(KeyError):
        add(entry, f"{path}/children")
    found = sent(entry)
    assert found == {
        "of": {"name": "Ana", "children": [{"name": "Child 1", "children": [{"name": "Child 2"}]}]}
    }
    assert Draft202012Validator(FAMILY).is_valid(found)
    told = [(one.construct, one.fate) for one in entry.form.notes]
    assert ("what goes on inside itself, deeper", Fate.LEFT_OUT) in told


def test_a_list_that_is_needed_is_sent_empty_where_it_is_not_asked_any_more() -> None:
    person = {**PERSON, "required": ["name", "children"]}
    schema = {"$ref": "#/$defs/person", "$defs": {"person": person}}
    entry = answer(opened(schema), "name", "Ana")
    entry = answer(add(entry, "children"), "children[1]/name", "Ben")
    entry = answer(add(entry, "children[1]/children"), "children[1]/children[1]/name", "Cem")
    found = sent(entry)
    assert Draft202012Validator(schema).is_valid(found)
    assert found == {
        "name": "Ana",
        "children": [{"name": "Ben", "children": [{"name": "Cem", "children": []}]}],
    }


def test_a_choice_between_a_leaf_and_more_of_the_same_ends_with_the_leaf() -> None:
    file = {
        "title": "File",
        "type": "object",
        "properties": {"name": {"type": "string"}},
        "required": ["name"],
    }
    folder = {
        "title": "Folder",
        "type": "object",
        "properties": {"inside": {"$ref": "#/$defs/one"}},
        "required": ["inside"],
    }
    schema = {"$ref": "#/$defs/one", "$defs": {"one": {"oneOf": [file, folder]}}}
    entry, path = opened(schema), ""
    for _ in range(LEVELS - 1):
        entry = answer(entry, f"{path}~0which", "2")
        path = f"{path}inside/"
    assert len(entry.form.questions) > LEVELS
    entry = answer(entry, f"{path}name", "a.txt")
    found = sent(entry)
    assert found == {"inside": {"inside": {"name": "a.txt"}}}
    assert Draft202012Validator(schema).is_valid(found)


def test_a_schema_that_grows_with_every_level_is_asked_fewer_levels_deep_or_refused() -> None:
    wide = {f"p{number}": {"type": "array", "items": {"$ref": "#"}} for number in range(40)}
    schema = {"type": "object", "properties": {"name": {"type": "string"}, **wide}}
    assert labels(opened(schema))[0] == "Name"
    wider = {f"p{number}": {"$ref": "#"} for number in range(20_000)}
    found = load(json.dumps({"type": "object", "properties": wider}).encode(), FormId("f"))
    assert isinstance(found, FormProblems)
