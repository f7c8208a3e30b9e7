# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One form out of the same form in several languages: every text in each, and nothing else changed."""

import json
from collections.abc import Iterator

import pytest

from core.form_languages import joined
from core.forms.definition import Form, Group, Question, Repeat
from core.forms.formio import loading as formio
from core.forms.json_schema import loading as json_schema
from core.forms.message import Message
from core.ids import FormId, Language

LANGUAGES = (Language("en"), Language("ar"))


def schema(word: str, *, more: bool = False) -> Form:
    person = {
        "type": "object",
        "title": f"Person {word}",
        "properties": {
            "name": {"type": "string", "title": f"Name {word}", "description": f"Hint {word}"},
            "role": {"title": f"Role {word}", "oneOf": [{"const": "a", "title": f"A {word}"}]},
        },
    }
    properties: dict[str, object] = {
        "people": {"type": "array", "title": f"People {word}", "items": person},
        "one": person,
    }
    if more:
        properties["extra"] = {"type": "string"}
    source = {"type": "object", "title": f"Form {word}", "properties": properties}
    form = json_schema.load(json.dumps(source).encode(), FormId("f"))
    assert isinstance(form, Form), form
    return form


def messages(parts: tuple[Question | Group | Repeat, ...]) -> Iterator[Message]:
    for part in parts:
        yield part.label
        if isinstance(part, Question):
            yield part.hint
            yield from (choice.label for choice in part.choices)
        else:
            yield from messages(part.children)


def test_every_text_comes_in_every_language() -> None:
    form = joined(list(zip(LANGUAGES, (schema("en"), schema("ar")), strict=True)))

    assert form.languages == LANGUAGES
    assert [phrase.text for phrase in form.title.versions] == ["Form en", "Form ar"]
    told = [message for message in messages(form.body) if message]
    assert len(told) >= 10
    for message in told:
        assert [one.language for one in message.versions] == list(LANGUAGES)
        said = ["".join(map(str, one.parts)) for one in message.versions]
        assert said[0].replace(" en", "") == said[1].replace(" ar", "")


def test_questions_lists_and_groups_are_those_of_the_body() -> None:
    first = schema("en")
    form = joined([(LANGUAGES[0], first), (LANGUAGES[1], schema("ar"))])

    assert [one.path for one in form.questions] == [one.path for one in first.questions]
    assert all(form.by_path[one.path] is one for one in form.questions)
    assert [one.node for one in form.repeats] == [one.node for one in first.repeats]
    assert all(len(one.label.versions) == 2 for one in form.repeats)
    assert form.tree is first.tree


def test_a_list_that_is_hidden_is_sent_and_asked_for_in_no_language() -> None:
    def one(said: str) -> Form:
        name = {"type": "textfield", "key": "name", "label": f"Name {said}"}
        grid = {"type": "datagrid", "key": "rows", "hidden": True, "components": [name]}
        form = formio.load(json.dumps({"components": [name, grid]}).encode(), FormId("f"))
        assert isinstance(form, Form), form
        return form

    form = joined([(LANGUAGES[0], one("en")), (LANGUAGES[1], one("ar"))])

    assert [one.path for one in form.questions] == ["/data/name"]
    assert form.repeats == one("en").repeats


def test_language_whose_form_asks_something_else_is_left_out() -> None:
    form = joined([(LANGUAGES[0], schema("en")), (LANGUAGES[1], schema("ar", more=True))])

    assert form.languages == LANGUAGES[:1]


@pytest.mark.parametrize("word", ["en", "ar"])
def test_own_words_for_mistakes_come_along(word: str) -> None:
    def one(said: str) -> Form:
        component = {
            "type": "textfield",
            "key": "a",
            "label": "A",
            "validate": {"required": True, "customMessage": f"Please {said}"},
        }
        form = formio.load(json.dumps({"components": [component]}).encode(), FormId("f"))
        assert isinstance(form, Form), form
        return form

    form = joined(list(zip(LANGUAGES, (one("en"), one("ar")), strict=True)))
    said = {
        "".join(map(str, version.parts)): version.language
        for bind in form.binds
        for message in (
            bind.required_message,
            bind.constraint_message,
            *(check.message for check in bind.checks),
        )
        for version in message.versions
    }
    assert said.get(f"Please {word}", word) == word
