# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""UI schemas of JSON Forms: order, labels, groups, options, and answers that no control asks for."""

from core.forms.definition import AnswerType, Group
from core.forms.problems import Fate
from tests.support.dressed_forms import PERSON, TEXT, noted, opened, refused, words
from tests.support.entry_readings import asked, rules
from tests.support.json_forms import answered, sent
from tests.support.jsonforms_layouts import control, layout


def test_controls_are_asked_in_their_order_and_under_their_labels() -> None:
    inner = layout(
        control("born", label="Day of birth"), control("address/properties/town"), kind="HorizontalLayout"
    )
    entry = opened(PERSON, layout(inner, control("member"), control("name", label="Your name")))
    assert asked(entry) == ["born", "address/town", "member", "name"]
    assert words(entry, "name") == ("Your name", "")
    assert words(entry, "born") == ("Day of birth", "")
    assert noted(entry) == []
    assert sent(answered(entry, name="Ana", address__town="Rome")) == {
        "name": "Ana",
        "address": {"town": "Rome"},
    }


def test_groups_and_categories_keep_their_names_and_labels_are_read() -> None:
    first = layout({"type": "Label", "text": "Who you are"}, control("name"), kind="Category", label="Person")
    second = layout(control("address"), kind="Group", label="Home")
    entry = opened({"name": TEXT, "address": PERSON["address"]}, layout(first, second, kind="Categorization"))
    assert [one.type for one in entry.pages()] == [AnswerType.NOTE, AnswerType.TEXT, AnswerType.TEXT]
    groups = [entry.form.groups(one.path) for one in entry.pages()]
    language = entry.form.default_language
    named = [[entry.text(one.label, language).text for one in around] for around in groups]
    assert named == [["Person"], ["Person"], ["Home", "Address"]]
    assert isinstance(entry.form.body[0], Group)


def test_an_answer_without_a_control_is_left_out_and_told() -> None:
    entry = opened({"name": TEXT, "kind": {**TEXT, "default": "x"}}, layout(control("name")))
    assert asked(entry) == ["name"]
    assert noted(entry) == [("/data/kind", "a member without a control", Fate.LEFT_OUT)]
    assert sent(entry) == {}


def test_a_needed_answer_without_a_control_refuses_the_form_unless_it_is_given() -> None:
    properties = {"name": TEXT, "kind": TEXT}
    assert refused(properties, layout(control("name")), required=["kind"]) == [
        ("/data/kind", "a needed answer that no control asks for")
    ]
    given = {**properties, "kind": {**TEXT, "default": "x"}}
    assert sent(opened(given, layout(control("name")), required=["kind"])) == {"kind": "x"}


def test_what_an_object_needs_counts_only_where_the_object_is_asked_or_needed() -> None:
    address = {"type": "object", "properties": {"town": TEXT, "street": TEXT}, "required": ["street"]}
    properties = {"name": TEXT, "address": address}
    assert asked(opened(properties, layout(control("name")))) == ["name"]
    town = layout(control("name"), control("address/properties/town"))
    assert refused(properties, town)[0][0] == "/data/address/street"
    assert refused(properties, layout(control("name")), required=["address"])[0][0] == "/data/address/street"


def test_what_a_condition_adds_to_an_object_comes_with_the_control_of_the_object() -> None:
    inside = {"properties": {"address": {"properties": {"floor": {"type": "integer"}}}}}
    rest = {"if": {"properties": {"member": {"const": True}}, "required": ["member"]}, "then": inside}
    entry = answered(opened(PERSON, layout(control("member"), control("address")), **rest), member="true")
    assert asked(entry) == ["member", "address/town", "address/floor"]
    one = answered(
        opened(PERSON, layout(control("member"), control("address/properties/town")), **rest), member="true"
    )
    assert asked(one) == ["member", "address/town"]
    assert ("/data/address/floor", "a member without a control", Fate.LEFT_OUT) in noted(one)
    assert sent(answered(one, address__town="Rome")) == {"member": True, "address": {"town": "Rome"}}


def test_options_change_how_an_answer_is_asked_for() -> None:
    ui = layout(
        control("name", options={"multi": True}),
        control("born", options={"format": "date"}),
        control("member", options={"readonly": True}),
    )
    entry = opened(PERSON, ui)
    name, born, member = entry.pages()
    assert name.appearance == "multiline"
    assert born.type is AnswerType.DATE
    assert entry.readonly(member.path)
    assert rules(answered(entry, born="soon"))[0][0] == "born"
