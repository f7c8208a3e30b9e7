# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""UI schemas of react-jsonschema-form: order, words, widgets and choices; what is passed over is told by its place."""

import pytest

from core.forms.definition import AnswerType
from core.forms.problems import Fate
from core.ids import QuestionPath
from tests.support.dressed_forms import FLAG, PERSON, TEXT, UI, noted, opened, refused, words
from tests.support.entry_readings import asked, rules
from tests.support.json_forms import answered, sent


def test_members_are_asked_in_the_order_told_with_the_rest_at_the_star() -> None:
    assert asked(opened(PERSON, {"ui:order": ["member", "*", "name"]})) == [
        "member",
        "born",
        "address/town",
        "name",
    ]
    assert asked(opened(PERSON, {"ui:order": ["gone", "address", "*"]}))[0] == "address/town"


def test_an_order_that_forgets_a_member_is_refused_as_there() -> None:
    assert refused(PERSON, {"ui:order": ["name"]}) == [("ui", "ui:order without address, born, member")]


def test_conditional_members_take_their_place_in_the_order() -> None:
    then = {"properties": {"job": TEXT}}
    rest = {"if": {"properties": {"member": {"const": True}}, "required": ["member"]}, "then": then}
    entry = opened({"member": FLAG, "name": TEXT}, {"ui:order": ["member", "job", "name"]}, **rest)
    assert asked(entry) == ["member", "name"]
    assert asked(answered(entry, member="true")) == ["member", "job", "name"]


def test_conditional_members_of_an_object_take_their_place_in_it() -> None:
    inside = {"properties": {"address": {"properties": {"floor": {"type": "integer"}}}}}
    rest = {"if": {"properties": {"member": {"const": True}}, "required": ["member"]}, "then": inside}
    entry = opened(PERSON, {"address": {"ui:order": ["floor", "town"]}}, **rest)
    assert asked(answered(entry, member="true"))[-2:] == ["address/floor", "address/town"]
    assert noted(entry) == []


def test_titles_descriptions_and_help_are_the_words_of_a_question() -> None:
    ui = {
        "name": {"ui:title": "Your name", "ui:description": "As in your passport.", "ui:help": "Ask us."},
        "born": {"ui:options": {"title": "Born", "help": "Ask."}},
    }
    entry = opened({"name": TEXT, "born": {**TEXT, "description": "The day."}}, ui)
    assert words(entry, "name") == ("Your name", "As in your passport. Ask us.")
    assert words(entry, "born") == ("Born", "The day. Ask.")
    assert noted(entry) == []


@pytest.mark.parametrize(
    ("widget", "kind"),
    [
        ("textarea", AnswerType.TEXT),
        ("date", AnswerType.DATE),
        ("alt-date", AnswerType.DATE),
        ("datetime", AnswerType.DATE_TIME),
        ("time", AnswerType.TIME),
        ("email", AnswerType.TEXT),
    ],
)
def test_widgets_tell_how_a_text_is_asked_for(widget: str, kind: AnswerType) -> None:
    question = opened({"name": TEXT}, {"name": {"ui:widget": widget}}).pages()[0]
    assert question.type is kind
    assert question.appearance == ("multiline" if widget == "textarea" else "")


FILE: UI = {"type": "string", "format": "data-url"}
FILES: UI = {"type": "array", "items": FILE}


@pytest.mark.parametrize(
    ("schema", "ui"),
    [
        (FILE, {"ui:widget": "file"}),
        (FILES, {"ui:widget": "files"}),
        (FILES, {"ui:widget": "file"}),
        (FILES, {"items": {"ui:widget": "file"}}),
    ],
)
def test_the_widget_of_a_file_is_what_a_data_url_has_anyway(schema: UI, ui: UI) -> None:
    entry = opened({"a": schema}, {"a": ui}, required=["a"])
    plain = opened({"a": schema}, {}, required=["a"])
    assert [page.type for page in entry.pages()] == [page.type for page in plain.pages()]
    assert AnswerType.UPLOAD in [one.type for one in entry.form.questions]
    assert noted(entry) == []


@pytest.mark.parametrize(
    ("schema", "widget"),
    [
        (TEXT, "file"),
        ({"type": "string", "contentEncoding": "base64", "contentMediaType": "image/png"}, "file"),
        ({"type": "array", "items": TEXT}, "files"),
        ({"type": "array", "items": {"type": "object", "properties": {"a": FILE}}}, "files"),
    ],
)
def test_the_widget_of_a_file_is_refused_where_no_data_url_is_sent(schema: UI, widget: str) -> None:
    assert refused({"a": schema}, {"a": {"ui:widget": widget}}) == [("ui/a", f"ui:widget: {widget}")]


def test_what_is_hidden_is_sent_as_it_begins() -> None:
    ui = {"name": {"ui:widget": "hidden"}, "address": {"ui:widget": "hidden"}}
    entry = opened({**PERSON, "name": {**TEXT, "default": "x"}}, ui, required=["name"])
    assert asked(entry) == ["born", "member"]
    assert sent(entry) == {"name": "x"}
    assert refused(PERSON, ui, required=["name"]) == [("ui/name", "a needed answer that is hidden")]


def test_nobody_changes_what_is_read_only_or_disabled() -> None:
    entry = opened(PERSON, {"name": {"ui:readonly": True}, "address": {"ui:disabled": True}})
    fixed = [entry.readonly(one.path) for one in entry.pages()]
    assert fixed == [True, False, False, True]
    assert all(
        map((whole := opened(PERSON, {"ui:readonly": True})).readonly, [one.path for one in whole.pages()])
    )


def test_choices_have_other_names_and_some_cannot_be_chosen() -> None:
    ui = {"kind": {"ui:enumNames": ["One", "Two", "Three"], "ui:enumDisabled": ["b"], "ui:widget": "radio"}}
    entry = opened({"kind": {"enum": ["a", "b", "c"]}}, ui)
    question = entry.pages()[0]
    language = entry.form.default_language
    assert [entry.text(one.label, language).text for one in entry.choices(question)] == ["One", "Three"]
    assert sent(answered(entry, kind="3")) == {"kind": "c"}


def test_rows_and_values_of_lists_have_words_of_their_own() -> None:
    rows = {"type": "array", "items": {"type": "object", "properties": {"a": TEXT, "b": TEXT}}}
    ui: UI = {
        "rows": {"items": {"ui:order": ["b", "a"], "a": {"ui:widget": "textarea"}}},
        "notes": {"items": {"ui:widget": "textarea"}, "ui:title": "Remarks"},
    }
    entry = opened({"rows": rows, "notes": {"type": "array", "items": TEXT}}, ui)
    entry = entry.add(QuestionPath("/data/rows[+]")).add(QuestionPath("/data/notes[+]"))
    assert asked(entry) == ["rows[1]/b", "rows[1]/a", "rows[+]", "notes[1]", "notes[+]"]
    assert [one.appearance for one in entry.pages()] == ["", "multiline", "", "multiline", ""]
    assert words(entry, "notes[+]")[0] == "Remarks"


def test_a_file_is_of_the_kinds_that_are_told() -> None:
    file = {"type": "string", "format": "data-url"}
    ui: UI = {"f": {"ui:options": {"accept": ".pdf"}}, "l": {"ui:accept": "image/*"}}
    entry = opened({"f": file, "l": {"type": "array", "items": file}}, ui).add(QuestionPath("/data/l[+]"))
    assert entry.question(QuestionPath("/data/f")).media_type == ".pdf"
    assert entry.question(QuestionPath("/data/l[1]")).media_type == "image/*"


def test_a_list_to_which_nothing_is_added_keeps_its_least() -> None:
    numbers = {"type": "array", "items": TEXT, "minItems": 2}
    fixed = {"a": {"ui:options": {"addable": False}}, "b": {"ui:addable": False}}
    entry = opened({"a": numbers, "b": {"type": "array", "items": TEXT}}, fixed, required=["a"])
    assert noted(entry) == [("ui/b", "a list to which nothing can be added", Fate.LEFT_OUT)]
    assert [(one.least, one.most) for one in entry.form.repeats] == [(2, 2)]
    assert rules(entry) == [("a[+]", "minItems")]


def test_what_is_passed_over_is_noted_and_what_is_foreign_refuses() -> None:
    ui = {
        "name": {"ui:placeholder": "…", "ui:widget": "color", "inner": {}},
        "gone": {"ui:title": "x"},
        "address": {"ui:description": "Where"},
        "classNames": "wide",
        "ui:title": "A form",
    }
    assert {(place, construct) for place, construct, _ in noted(opened(PERSON, ui))} == {
        ("ui", "ui:title"),
        ("ui/classNames", "a place that the form does not have"),
        ("ui/gone", "a place that the form does not have"),
        ("ui/name", "ui:placeholder"),
        ("ui/name", "ui:widget: color"),
        ("ui/name/inner", "a place that the form does not have"),
        ("ui/address", "ui:description"),
    }
    for option, value in (("widget", "Stars"), ("field", "geo")):
        assert refused(PERSON, {"name": {f"ui:{option}": value}}) == [("ui/name", f"ui:{option}: {value}")]
    assert refused(PERSON, {"ui:field": "geo"}) == [("ui", "ui:field: geo")]


def test_the_question_which_object_is_meant_comes_before_its_members() -> None:
    one, other = ({"title": name, "properties": {name: TEXT}} for name in ("cat", "dog"))
    entry = opened({"pet": {"type": "object", "oneOf": [one, other]}}, {"pet": {"ui:order": ["dog", "cat"]}})
    assert asked(answered(entry, **{"pet__~0which": "2"})) == ["pet/~0which", "pet/dog"]
