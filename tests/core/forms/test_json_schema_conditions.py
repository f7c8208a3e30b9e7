# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conditions of JSON Schemas: what they look at, in which order they are built, and what they say of known members."""

from typing import Any

import pytest

from core.forms.problems import Fate
from tests.support.entry_readings import asked, rules
from tests.support.json_forms import answered, opened, refused, sent

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
MORE: Schema = {"properties": {"more": TEXT}, "required": ["more"]}


def only(**values: object) -> Schema:
    """A condition on the values of some members."""
    return {
        "properties": {name: {"const": value} for name, value in values.items()},
        "required": list(values),
    }


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({}, True),
        (True, True),
        (False, False),
        ({"title": "anything"}, True),
        ({"properties": {"nowhere": {"const": 1}}}, True),
        ({"required": ["nowhere"]}, False),
        ({"not": {"required": ["nowhere"]}}, True),
        ({"anyOf": [{"required": ["nowhere"]}, {"allOf": [{"required": ["neither"]}]}]}, False),
    ],
)
def test_a_condition_about_nothing_that_is_asked_holds_always_or_never(
    condition: object, holds: bool
) -> None:
    both = {"if": condition, "then": MORE, "else": {"properties": {"less": TEXT}}}
    entry = opened({"a": TEXT}, **both)
    assert asked(entry) == ["a", "more" if holds else "less"]
    assert [one.fate for one in entry.form.notes] == [Fate.LEFT_OUT]
    assert (("more", "problem.required") in rules(entry)) is holds
    assert entry.form.binds[entry.form.question(entry.pages()[1].path).node].relevant is None


def test_a_condition_that_counts_members_looks_at_all_of_them() -> None:
    entry = opened({"a": TEXT, "b": TEXT}, **{"if": {"minProperties": 2}, "then": MORE})
    assert asked(answered(entry, a="x")) == ["a", "b"]
    assert asked(answered(entry, a="x", b="y")) == ["a", "b", "more"]


def test_conditions_deep_in_others_are_seen() -> None:
    deep = {"anyOf": [{"allOf": [only(a="x")]}, {"not": {"required": ["a"]}}]}
    entry = opened({"a": TEXT}, **{"if": deep, "then": MORE})
    assert asked(entry) == ["a", "more"]
    assert asked(answered(entry, a="x")) == ["a", "more"]
    assert asked(answered(entry, a="y")) == ["a"]


def test_a_condition_may_look_at_what_a_later_one_brings() -> None:
    later = {"if": only(a="x"), "then": {"properties": {"b": TEXT}}}
    entry = opened({"a": TEXT}, allOf=[{"if": only(b="y"), "then": MORE}, later])
    assert asked(entry) == ["a"]
    opening = answered(entry, a="x")
    assert asked(opening) == ["a", "b"]
    assert asked(answered(opening, b="y")) == ["a", "b", "more"]


def test_a_member_of_both_branches_counts_in_whichever_is_asked() -> None:
    branches = {
        "if": only(a="x"),
        "then": {"properties": {"b": {"enum": ["p", "q"]}}},
        "else": {"properties": {"b": TEXT}},
    }
    entry = opened({"a": TEXT}, allOf=[branches, {"if": only(b="q"), "then": MORE}])
    assert asked(answered(entry, a="x", b="2")) == ["a", "b", "more"]
    assert asked(answered(entry, **{"a": "z", "b~2": "q"})) == ["a", "b~2", "more"]


def test_conditions_that_wait_for_each_other_are_refused() -> None:
    several = [
        {"if": only(b="y"), "then": {"properties": {"c": TEXT}}},
        {"if": only(c="y"), "then": {"properties": {"b": TEXT}}},
    ]
    schema = {"type": "object", "properties": {"a": TEXT}, "allOf": several}
    assert refused(schema) == [("form.unsupported", "conditions that wait for each other")]


@pytest.mark.parametrize("narrowed", [{"const": "NL"}, {"enum": ["NL", "BE"]}])
def test_a_condition_narrows_the_values_of_what_is_asked_anyway(narrowed: Schema) -> None:
    country = {"enum": ["NL", "FR"]}
    then = {"properties": {"country": narrowed}}
    entry = opened(
        {"local": {"type": "boolean"}, "country": country}, **{"if": only(local=True), "then": then}
    )
    assert rules(answered(entry, local="false", country="2")) == []
    wrong = answered(entry, local="true", country="2")
    assert rules(wrong) == [("country", next(iter(narrowed)))]
    assert rules(answered(wrong, country="1")) == []


def test_a_condition_speaks_of_what_is_inside_an_object() -> None:
    address = {"type": "object", "properties": {"street": TEXT, "town": {"enum": ["A", "B"]}}}
    inside = {"properties": {"town": {"const": "A"}, "floor": {"type": "integer"}}, "required": ["street"]}
    entry = opened(
        {"here": {"type": "boolean"}, "address": address},
        **{"if": only(here=True), "then": {"properties": {"address": inside}}},
    )
    assert asked(entry) == ["here", "address/street", "address/town"]
    here = answered(entry, here="true", address__town="2")
    assert asked(here) == ["here", "address/street", "address/town", "address/floor"]
    assert rules(here) == [("address/street", "problem.required"), ("address/town", "const")]
    whole = answered(here, address__street="Long", address__town="1", address__floor="3")
    assert rules(whole) == []
    assert sent(whole) == {"here": True, "address": {"street": "Long", "town": "A", "floor": 3}}


def test_conditions_hold_in_each_row_of_a_list() -> None:
    row = {"type": "object", "properties": {"kind": TEXT}, "if": only(kind="x"), "then": MORE}
    entry = opened({"rows": {"type": "array", "items": row}})
    for _ in range(2):
        entry = entry.add(entry.pages()[-1].path)
    entry = answered(entry, **{"rows[2]__kind": "x"})
    assert asked(entry) == ["rows[1]/kind", "rows[2]/kind", "rows[2]/more", "rows[+]"]
