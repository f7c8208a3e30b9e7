# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Choices between objects that JSON Schemas make in `allOf`, beside `null`, and in dependencies: none is lost."""

import pytest

from tests.support.entry_readings import asked, rules
from tests.support.json_forms import Schema, answered, opened, refused, sent

TEXT: Schema = {"type": "string"}
TWICE = [("form.unsupported", "a member that two choices ask for")]


def choice(one: Schema, other: Schema) -> Schema:
    """One of two objects with these members."""
    return {"oneOf": [{"properties": one}, {"properties": other}]}


LATER: Schema = {
    "properties": {"b": TEXT},
    "if": {"required": ["b"]},
    "then": {"properties": {"name": TEXT}},
}


@pytest.mark.parametrize(
    "other", [{"properties": {"name": TEXT}}, {"properties": {"name": {"const": 1}}}, LATER]
)
def test_a_member_that_two_choices_ask_for_refuses_the_form(other: Schema) -> None:
    first = choice({"name": TEXT}, {"p": TEXT})
    second = {"oneOf": [{"properties": {"q": TEXT}}, other]}
    for choices in ([first, second], [second, first]):
        assert refused({"type": "object", "allOf": choices}) == TWICE


def test_choices_that_narrow_what_is_asked_anyway_or_fix_it_are_asked() -> None:
    first = choice({"name": {"minLength": 2}, "for": {"const": "a"}, "p": TEXT}, {"x": TEXT})
    second = choice({"name": {"maxLength": 3}, "for": {"const": "a"}, "q": TEXT}, {"y": TEXT})
    entry = opened({"name": TEXT}, allOf=[first, second])
    chosen = answered(entry, **{"~0which": "1", "~0which2": "1", "name": "Ana", "p": "1", "q": "2"})
    assert sent(chosen) == {"name": "Ana", "for": "a", "p": "1", "q": "2"}
    assert rules(answered(chosen, name="A")) == [("name", "minLength")]
    assert rules(answered(chosen, name="Anabel")) == [("name", "maxLength")]


def test_a_choice_on_a_value_is_asked_wherever_a_dependency_has_it() -> None:
    on_value: Schema = {
        "oneOf": [
            {"properties": {"kind": {"enum": ["cat"]}, "colour": TEXT}},
            {"properties": {"kind": {"enum": ["dog"]}, "breed": TEXT}, "required": ["breed"]},
        ]
    }
    for part in (on_value, {"allOf": [on_value]}, {"allOf": [{"properties": {"more": TEXT}}, on_value]}):
        entry = opened({"kind": TEXT}, dependencies={"kind": part})
        more = ["more"] if "allOf" in part and len(part["allOf"]) > 1 else []
        assert asked(entry) == ["kind"]
        assert asked(answered(entry, kind="cat")) == ["kind", *more, "colour"]
        dog = answered(entry, kind="dog")
        assert asked(dog) == ["kind", *more, "breed"]
        assert rules(dog) == [("breed", "problem.required")]


def test_a_choice_of_all_of_is_checked_where_a_condition_narrows_an_object() -> None:
    place: Schema = {"type": "object", "properties": {"town": TEXT, "land": TEXT}}
    narrowed = choice({"town": {"const": "Porto"}}, {"town": {"const": "Faro"}})
    for part in (narrowed, {"allOf": [narrowed]}):
        condition = {"if": {"properties": {"here": {"const": True}}, "required": ["here"]}}
        entry = opened(
            {"here": {"type": "boolean"}, "place": place},
            **condition,
            then={"properties": {"place": part}},
        )
        wrong = answered(entry, here="true", place__town="Paris")
        assert "oneOf" in {rule for _, rule in rules(wrong)}
        assert rules(answered(wrong, place__town="Faro")) == []


def test_a_choice_beside_an_object_or_null_is_asked_like_the_objects_own() -> None:
    inner: Schema = {"type": "object", "properties": {"z": TEXT}, "allOf": [choice({"a": TEXT}, {"b": TEXT})]}
    outer: Schema = {"allOf": [choice({"c": TEXT}, {"d": TEXT})], "anyOf": [{"type": "null"}, inner]}
    assert asked(opened({"p": outer})) == ["p/z", "p/~0which", "p/~0which2"]
    beside: Schema = {**choice({"c": TEXT}, {"d": TEXT}), "anyOf": [{"type": "null"}, inner]}
    assert asked(opened({"p": beside})) == ["p/z", "p/~0which", "p/~0which2"]
    of_both: Schema = {
        **choice({"c": TEXT}, {"d": TEXT}),
        "anyOf": [{"type": "null"}, choice({"a": TEXT}, {"b": TEXT})],
    }
    assert asked(opened({"p": of_both})) == ["p/~0which", "p/~0which2"]


def test_members_beside_an_object_or_null_add_up() -> None:
    person: Schema = {"type": "object", "properties": {"name": TEXT}, "required": ["name"]}
    both: Schema = {"properties": {"age": TEXT}, "required": ["age"], "anyOf": [person, {"type": "null"}]}
    entry = opened({"p": both}, required=["p"])
    assert sorted(asked(entry)) == ["p/age", "p/name"]
    assert {where for where, _ in rules(entry)} == {"p/age", "p/name"}
