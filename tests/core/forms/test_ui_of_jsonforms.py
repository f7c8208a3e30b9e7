# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""UI schemas of JSON Forms: order, labels, options and rules; what is not carried out is told by place and name."""

import json
from typing import Any

import pytest

from core.forms.definition import AnswerType, Form, Group
from core.forms.entry import Entry
from core.forms.json_schema.loading import load
from core.forms.json_schema.ui.rules import names_of
from core.forms.problems import Fate, FormProblems
from core.ids import FormId, QuestionPath
from tests.core.forms.test_json_schema import answered, asked, rules, sent
from tests.support.form_filling import begun

UI = dict[str, Any]
TEXT: UI = {"type": "string"}
FLAG: UI = {"type": "boolean"}
PERSON: UI = {
    "name": TEXT,
    "born": TEXT,
    "member": FLAG,
    "address": {"type": "object", "properties": {"town": TEXT}},
}


def loaded(properties: UI, ui: object, **rest: object) -> Form | FormProblems:
    schema = {"type": "object", "properties": properties, **rest}
    return load(json.dumps(schema).encode(), FormId("f"), json.dumps(ui).encode())


def opened(properties: UI, ui: object, **rest: object) -> Entry:
    form = loaded(properties, ui, **rest)
    assert isinstance(form, Form), form
    return begun(form)


def refused(properties: UI, ui: object, **rest: object) -> list[tuple[str, str]]:
    found = loaded(properties, ui, **rest)
    assert isinstance(found, FormProblems)
    return [(one.place, one.values.get("construct", one.key)) for one in found.problems]


def noted(entry: Entry) -> list[tuple[str, str, Fate]]:
    return [(one.place, one.construct, one.fate) for one in entry.form.notes]


def control(name: str, **more: object) -> UI:
    return {"type": "Control", "scope": f"#/properties/{name}", **more}


def layout(*elements: UI, kind: str = "VerticalLayout", **more: object) -> UI:
    return {"type": kind, "elements": list(elements), **more}


def rule(effect: str, scope: str, schema: object) -> UI:
    return {"effect": effect, "condition": {"scope": f"#/properties/{scope}", "schema": schema}}


def words(entry: Entry, name: str) -> tuple[str, str]:
    question = entry.question(QuestionPath(f"/data/{name}"))
    language = entry.form.default_language
    return entry.text(question.label, language).text, entry.text(question.hint, language).text


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


@pytest.mark.parametrize(
    ("effect", "schema", "unanswered", "yes", "no"),
    [
        ("SHOW", {"const": True}, False, True, False),
        ("HIDE", {"const": True}, True, False, True),
        ("SHOW", {"enum": [True, None]}, False, True, False),
        ("SHOW", {"not": {"const": False}}, True, True, False),
        ("SHOW", {"type": "boolean"}, False, True, True),
        ("SHOW", {"minLength": 3}, True, True, True),
        ("SHOW", True, True, True, True),
        ("SHOW", False, False, False, False),
    ],
)
def test_a_rule_shows_and_hides_as_its_schema_fits(
    effect: str, schema: object, unanswered: bool, yes: bool, no: bool
) -> None:
    ui = layout(control("member"), control("name", rule=rule(effect, "member", schema)))
    entry = opened({"member": FLAG, "name": TEXT}, ui)
    several = [entry, answered(entry, member="true"), answered(entry, member="false")]
    assert ["name" in asked(one) for one in several] == [unanswered, yes, no]


def test_a_rule_of_a_layout_counts_for_all_that_is_in_it() -> None:
    inner = layout(control("name"), layout(control("born"), rule=rule("SHOW", "name", {"const": "Ana"})))
    entry = opened(
        PERSON, layout(control("member"), {**inner, "rule": rule("SHOW", "member", {"const": True})})
    )
    assert asked(entry) == ["member"]
    assert asked(answered(entry, member="true")) == ["member", "name"]
    both = answered(answered(entry, member="true"), name="Ana")
    assert asked(both) == ["member", "name", "born"]
    assert asked(answered(both, member="false")) == ["member"]


@pytest.mark.parametrize(("effect", "value"), [("ENABLE", True), ("DISABLE", False)])
def test_a_rule_lets_answers_be_changed_or_not(effect: str, value: bool) -> None:
    ui = layout(control("member"), control("address", rule=rule(effect, "member", {"const": value})))
    entry = answered(opened({"member": FLAG, "address": PERSON["address"]}, ui), member="false")
    town = QuestionPath("/data/address/town")
    assert entry.readonly(town)
    assert not answered(entry, member="true").readonly(town)


def test_conditions_are_joined_and_may_want_an_answer() -> None:
    one = {"scope": "#/properties/a", "schema": {"const": "x"}}
    other = {"scope": "/properties/b", "schema": {"minLength": 2}, "failWhenUndefined": True}
    leaf = {"type": "LEAF", "scope": "#/properties/b", "expectedValue": "z"}
    for kind, shown in (("AND", [False, False, True]), ("OR", [True, False, True])):
        conditions = [one, {"type": "OR", "conditions": [other, leaf]}]
        ui = layout(
            *map(control, "ab"),
            control("c", rule={"effect": "SHOW", "condition": {"type": kind, "conditions": conditions}}),
        )
        entry = opened({"a": TEXT, "b": TEXT, "c": TEXT}, ui)
        several = [answered(entry, a="x"), answered(entry, b="y"), answered(entry, a="x", b="zz")]
        assert ["c" in asked(state) for state in several] == shown


def test_a_condition_may_count_a_list_and_speak_of_all_answers() -> None:
    tags = {"type": "array", "items": TEXT}
    counted = rule("SHOW", "tags", {"type": "array", "minItems": 2})
    whole = {"effect": "SHOW", "condition": {"scope": "#", "schema": {"required": ["name"]}}}
    ui = layout(control("tags"), control("name", rule=counted), control("born", rule=whole))
    entry = opened({"tags": tags, **PERSON}, ui)
    assert asked(entry) == ["tags[+]"]
    for _ in range(2):
        entry = entry.add(QuestionPath("/data/tags[+]"))
    entry = entry.answer(QuestionPath("/data/tags[1]"), "a").answer(QuestionPath("/data/tags[2]"), "b")
    assert asked(entry) == ["tags[1]", "tags[2]", "tags[+]", "name"]
    assert asked(answered(entry, name="Ana"))[-1] == "born"
    assert "name" not in asked(entry.remove(QuestionPath("/data/tags[+]"), 2))


def test_a_list_is_laid_out_by_its_detail_and_rules_count_in_each_row() -> None:
    row = {"type": "object", "properties": {"name": TEXT, "adult": FLAG, "job": TEXT}}
    detail = layout(
        control("adult"), control("job", rule=rule("SHOW", "adult", {"const": True})), control("name")
    )
    entry = opened(
        {"people": {"type": "array", "items": row}}, layout(control("people", options={"detail": detail}))
    )
    for _ in range(2):
        entry = entry.add(QuestionPath("/data/people[+]"))
    entry = answered(entry, **{"people[2]__adult": "true"})
    assert asked(entry) == [
        *("people[1]/adult", "people[1]/name"),
        *("people[2]/adult", "people[2]/job", "people[2]/name"),
        "people[+]",
    ]


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


def test_what_is_not_carried_out_is_noted_by_place_and_name() -> None:
    ui = layout(
        control("name", options={"slider": True, "format": "stars"}, i18n="k"),
        control("name"),
        control("born", label=False),
    )
    entry = opened({"name": TEXT, "born": TEXT}, ui)
    assert {(place, construct) for place, construct, _ in noted(entry)} == {
        ("ui/elements/0", "i18n"),
        ("ui/elements/0", "options.slider"),
        ("ui/elements/0", "options.format: stars"),
        ("ui/elements/1", "a second control for #/properties/name"),
        ("ui/elements/2", "label: false"),
    }


@pytest.mark.parametrize(
    ("element", "construct"),
    [
        ({"type": "Map", "scope": "#/properties/name"}, "an element of the type Map"),
        (control("nowhere"), "a control for #/properties/nowhere, which is nowhere"),
        (
            control("name", rule={"effect": "BLINK", "condition": {}}),
            "a rule without a known effect and a condition",
        ),
        (
            control("name", rule=rule("SHOW", "gone", {})),
            "a condition on #/properties/gone, which is nowhere",
        ),
        (
            control("name", rule={"effect": "SHOW", "condition": {"type": "MOON"}}),
            "a condition of the type MOON",
        ),
        (
            control("name", rule=rule("SHOW", "born", {"$ref": "#/x"})),
            "a schema that breaks the rules or refers elsewhere",
        ),
        (control("name", options={"dateSaveFormat": "YYYY"}), "options.dateSaveFormat"),
    ],
)
def test_what_no_form_can_be_shown_with_refuses_it(element: UI, construct: str) -> None:
    assert refused({"name": TEXT, "born": TEXT}, layout(element))[0][1] == construct


@pytest.mark.parametrize("ui", [[], "x", 3, None])
def test_a_ui_schema_that_is_no_object_is_refused(ui: object) -> None:
    assert refused(PERSON, ui) == [("ui", "a UI schema that is no object")]


def test_a_rule_that_hides_what_it_reads_is_refused() -> None:
    ui = layout(control("name", rule=rule("SHOW", "name", {"const": "x"})))
    assert refused({"name": TEXT}, ui) == [("/data/name", "form.cycle")]


def test_layouts_without_an_end_are_stopped() -> None:
    ui = layout(control("name"))
    for _ in range(300):
        ui = layout(ui)
    assert refused({"name": TEXT}, ui)[0][1] == "form.too_deep"


def test_a_ui_schema_of_very_many_elements_is_refused() -> None:
    ui = layout(control("name"), *[{"type": "Label", "text": "x"}] * 6_000)
    assert refused({"name": TEXT}, ui)[0][1] == "form.too_large"


def test_hidden_answers_are_not_sent_unless_the_schema_needs_them() -> None:
    hide = rule("HIDE", "member", {"const": True})
    ui = layout(control("member"), control("name", rule=hide), control("born", rule=hide))
    entry = opened({"member": FLAG, "name": TEXT, "born": TEXT}, ui, required=["name"])
    assert sent(answered(answered(entry, name="Ana", born="then"), member="true")) == {
        "member": True,
        "name": "Ana",
    }


@pytest.mark.parametrize(
    ("scope", "names"),
    [
        ("#/properties/a/properties/b", ("a", "b")),
        ("/properties/a", ("a",)),
        ("#/oneOf/0/properties/a", ("a",)),
        ("#/allOf/1/then/properties/a~1b", ("a/b",)),
        ("#/properties/a%25", ("a%",)),
        ("#", ()),
        ("", ()),
    ],
)
def test_scopes_are_read_as_json_forms_reads_them(scope: str, names: tuple[str, ...]) -> None:
    assert names_of(scope) == names
