# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of JSON Forms' UI schemas: what they show, hide and lock, on which conditions, and what they read."""

import pytest

from core.forms.json_schema.ui.rules import names_of
from core.ids import QuestionPath
from tests.support.dressed_forms import FLAG, PERSON, TEXT, opened, refused
from tests.support.entry_readings import asked
from tests.support.json_forms import answered, sent
from tests.support.jsonforms_layouts import control, layout, rule


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


def test_a_rule_that_hides_what_it_reads_is_refused() -> None:
    ui = layout(control("name", rule=rule("SHOW", "name", {"const": "x"})))
    assert refused({"name": TEXT}, ui) == [("/data/name", "form.cycle")]


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
