# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a check says to a form's author names the place and can be understood without having read the program."""

import json

import pytest

from core.forms.definition import Form
from core.forms.formio.loading import load
from core.ids import FormId
from kiosk.authoring.form_check import findings, summary
from kiosk.authoring.form_file import read
from kiosk.authoring.problem_words import in_words
from tests.support.formio_forms import Component, one


def checked(*components: Component) -> list[str]:
    form = load(json.dumps({"components": components}).encode(), FormId("f"))
    assert isinstance(form, Form), form
    return [summary(form), *findings(form)]


def test_what_is_left_out_and_what_has_no_words_for_people_is_said() -> None:
    said = checked(
        {"type": "textfield", "key": "firstName"},
        one("orgbook", "b"),
        one("textfield", "c", prefillKey="who"),
        one("textfield", "d", label="Say what happened, " * 9),
    )
    assert said[0] == "4 questions, 0 repeats; no language named"
    whole = "\n".join(said[1:])
    assert "the type orgbook cannot be answered here and is left out: /data/b" in whole
    assert "what an office knows of who has signed in (prefillKey) is not filled in" in whole
    assert "1 question is called by the name in the data, which is no word for people" in whole
    assert "/data/d: 170 characters; 140 are easy to take in" in whole
    assert "und" not in whole.split()


def test_a_form_inside_an_export_is_shown_to_its_author() -> None:
    export = {"versions": [{"schema": {"components": [one("textfield")]}}], "name": "x"}
    found = read(json.dumps(export).encode(), "export.json", {})
    assert not isinstance(found.form, Form)
    (said,) = map(in_words, found.form.problems)
    assert said.startswith("#/versions/0/schema: a Form.io form stands here inside a larger document")


def test_data_is_no_form_and_that_is_said_in_words() -> None:
    found = read(b'{"data": {"a": "b"}, "state": "submitted"}', "data.json", {})
    assert not isinstance(found.form, Form)
    (said,) = map(in_words, found.form.problems)
    assert "a JSON Schema has a type or properties, a definition of Form.io has components" in said


def test_a_schema_inside_an_example_is_opened_without_its_ui_schema_too() -> None:
    schema = {"type": "object", "properties": {"a": {"$ref": "#/definitions/d"}}}
    whole = {"name": "x", "schema": {**schema, "definitions": {"d": {"type": "string", "title": "A?"}}}}
    found = read(json.dumps(whole).encode(), "example.json", {})
    assert isinstance(found.form, Form)
    assert [question.path for question in found.form.questions] == ["/data/a"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b" \n", "#: the file is empty"),
        (b"<data><a/></data>", "<data>: this is no form to fill in: an XForm begins with <h:html>"),
    ],
)
def test_what_is_no_form_at_all_is_said_as_that(source: bytes, said: str) -> None:
    found = read(source, "answers.xml", {})
    assert not isinstance(found.form, Form)
    assert in_words(found.form.problems[0]).startswith(said)


def test_a_file_that_goes_elsewhere_is_told_with_what_would_work() -> None:
    told = "a file (storage: s3) goes to a place of its platform's own"
    assert f"{told} and is left out; base64 sends it along: /data/a" in checked(one("file", storage="s3"))
    needed = one("file", storage="s3", validate={"required": True})
    found = read(json.dumps({"components": [needed]}).encode(), "f.json", {})
    assert not isinstance(found.form, Form)
    assert [*map(in_words, found.form.problems)] == [
        f"/data/a: {told}, which is not supported; base64 sends it along"
    ]


def test_a_control_for_nothing_is_said_in_a_sentence() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string", "title": "A?"}}}
    ui = {"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/b"}]}
    found = read(json.dumps({"schema": schema, "uischema": ui}).encode(), "f.json", {})
    assert not isinstance(found.form, Form)
    assert [*map(in_words, found.form.problems)] == [
        "ui/elements/0: a control for #/properties/b, which is nowhere among what this form asks"
    ]
