# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The door for JSON Schema: kinds of questions, conditions, lists, refusals, and the JSON that is sent."""

import json

import pytest

from core.forms.definition import AnswerType
from core.forms.json_schema.loading import load
from core.forms.json_schema.rules import validator_for
from core.forms.problems import FormProblems
from core.ids import FormId, QuestionPath
from tests.support.entry_readings import asked, rules
from tests.support.form_filling import begun
from tests.support.json_forms import Schema, answered, opened, refused, sent


@pytest.mark.parametrize(
    ("schema", "kind", "raw", "value"),
    [
        ({"type": "string"}, AnswerType.TEXT, "Ana", "Ana"),
        ({"type": "integer"}, AnswerType.INTEGER, "12", 12),
        ({"type": "number"}, AnswerType.DECIMAL, "1.5", 1.5),
        ({"type": "boolean"}, AnswerType.TRUTH, "false", False),
        ({"type": "string", "format": "date"}, AnswerType.DATE, "2026-11-27", "2026-11-27"),
        ({"enum": ["a b", 3]}, AnswerType.SELECT_ONE, "2", 3),
        ({"oneOf": [{"const": "x", "title": "The x"}, {"const": "y"}]}, AnswerType.SELECT_ONE, "1", "x"),
        ({"type": "array", "items": {"enum": ["a", "b"]}}, AnswerType.SELECT_MULTIPLE, "2 1", ["b", "a"]),
        ({"type": ["string", "null"]}, AnswerType.TEXT, "Ana", "Ana"),
        ({"anyOf": [{"type": "null"}, {"type": "integer"}]}, AnswerType.INTEGER, "3", 3),
    ],
)
def test_each_kind_of_value_is_asked_and_sent(
    schema: Schema, kind: AnswerType, raw: str, value: object
) -> None:
    entry = answered(opened({"a": schema}), a=raw)
    assert entry.question(QuestionPath("/data/a")).type is kind
    assert entry.problems() == ()
    assert sent(entry) == {"a": value}


def test_titles_are_labels_and_names_are_words_without_one() -> None:
    entry = opened(
        {"firstName": {"type": "string"}, "b": {"type": "string", "title": "Town", "description": "Where?"}}
    )
    labels = [entry.text(one.label, entry.form.default_language).text for one in entry.pages()]
    assert labels == ["First name", "Town"]


@pytest.mark.parametrize(
    ("schema", "raw", "rule"),
    [
        ({"type": "string", "minLength": 3}, "ab", "minLength"),
        ({"type": "string", "maxLength": 3}, "abcd", "maxLength"),
        ({"type": "string", "pattern": "^[0-9]{5}$"}, "1234", "pattern"),
        ({"type": "string", "format": "email"}, "ana", "format"),
        ({"type": "integer", "minimum": 5}, "4", "minimum"),
        ({"type": "integer", "exclusiveMaximum": 5}, "5", "exclusiveMaximum"),
        ({"type": "number", "multipleOf": 0.5}, "0.7", "multipleOf"),
        ({"type": "array", "items": {"enum": [1, 2, 3]}, "minItems": 2}, "1", "minItems"),
    ],
)
def test_each_condition_is_told_by_its_own_rule(schema: Schema, raw: str, rule: str) -> None:
    assert rules(answered(opened({"a": schema}), a=raw)) == [("a", rule)]


def test_what_is_required_is_needed_and_what_is_not_is_left_out() -> None:
    entry = opened({"a": {"type": "string"}, "b": {"type": "string"}}, required=["a"])
    assert rules(entry) == [("a", "problem.required")]
    assert sent(answered(entry, a="x")) == {"a": "x"}


def test_a_condition_opens_questions_and_needs_answers() -> None:
    entry = opened(
        {"works": {"type": "boolean"}, "name": {"type": "string"}},
        **{
            "if": {"properties": {"works": {"const": True}}, "required": ["works"]},
            "then": {"properties": {"employer": {"type": "string"}}, "required": ["employer", "name"]},
            "else": {"properties": {"since": {"type": "string", "format": "date"}}},
        },
    )
    assert asked(entry) == ["works", "name", "since"]
    working = answered(entry, works="true")
    assert asked(working) == ["works", "name", "employer"]
    assert rules(working) == [("name", "problem.required"), ("employer", "problem.required")]
    assert sent(answered(working, employer="City", name="Ana")) == {
        "works": True,
        "name": "Ana",
        "employer": "City",
    }


def test_dependencies_open_questions_in_every_draft() -> None:
    card = {"type": "string"}
    for keyword in ("dependencies", "dependentSchemas"):
        more = {keyword: {"card": {"properties": {"address": {"type": "string"}}, "required": ["address"]}}}
        entry = opened({"card": card}, **more)
        assert asked(entry) == ["card"]
        assert rules(answered(entry, card="1")) == [("address", "problem.required")]
    entry = opened({"card": card, "code": card}, dependentRequired={"card": ["code"]})
    assert rules(answered(entry, card="1")) == [("code", "problem.required")]


def test_one_of_several_objects_is_chosen_first() -> None:
    person = {"title": "A person", "properties": {"name": {"type": "string"}}, "required": ["name"]}
    company = {
        "title": "A company",
        "properties": {"name": {"type": "string"}, "number": {"type": "integer"}},
    }
    entry = opened({"who": {"oneOf": [{"type": "object", **person}, {"type": "object", **company}]}})
    assert asked(entry) == ["who/~0which"]
    as_company = answered(entry, **{"who__~0which": "2", "who__number": "5"})
    assert sent(answered(as_company, **{"who__name~2": "Ltd"})) == {"who": {"name": "Ltd", "number": 5}}


def test_lists_of_objects_and_of_values_are_repeats() -> None:
    child = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
    entry = opened(
        {
            "children": {"type": "array", "items": child, "minItems": 1},
            "tags": {"type": "array", "items": {"type": "string"}},
        },
        required=["children"],
    )
    assert rules(entry) == [("children[+]", "minItems")]
    entry = entry.add(QuestionPath("/data/children[+]")).add(QuestionPath("/data/tags[+]"))
    entry = entry.answer(QuestionPath("/data/children[1]/name"), "Ana").answer(
        QuestionPath("/data/tags[1]"), "x"
    )
    assert sent(entry) == {"children": [{"name": "Ana"}], "tags": ["x"]}
    assert rules(entry) == []


def test_what_only_the_whole_shows_is_told_at_the_nearest_question() -> None:
    entry = opened({"tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True}})
    more = QuestionPath("/data/tags[+]")
    entry = entry.add(more).add(more)
    for place in (1, 2):
        entry = entry.answer(QuestionPath(f"/data/tags[{place}]"), "same")
    assert rules(entry) == [("tags[1]", "uniqueItems")]


def test_constants_are_sent_and_not_asked() -> None:
    entry = opened({"kind": {"const": "move"}, "a": {"type": "string"}})
    assert asked(entry) == ["a"]
    assert sent(entry) == {"kind": "move"}


@pytest.mark.parametrize(
    ("schema", "found"),
    [
        ({}, ("form.unsupported", "a value of any kind")),
        ({"title": "Whatever"}, ("form.unsupported", "a value of any kind")),
        ({"type": "array"}, ("form.unsupported", "a list of several kinds")),
        (
            {"type": "object", "properties": {"a": {"type": "array"}}},
            ("form.unsupported", "a list of several kinds"),
        ),
        (
            {"type": "object", "properties": {"a": {"$ref": "#"}}, "required": ["a"]},
            ("form.unsupported", "a recursive $ref without an end"),
        ),
        ({"$ref": "#"}, ("form.unsupported", "a recursive $ref without an end")),
        ({"type": "object", "properties": {"a": {"$ref": "other.json"}}}, ("form.missing_node", "")),
        ({"type": "object", "properties": {"a": {"type": "nonsense"}}}, ("form.not_a_schema", "")),
        ({"type": "object"}, ("form.not_a_form", "")),
        ([], ("form.not_a_form", "")),
    ],
)
def test_what_no_form_can_be_made_of_is_refused_by_name(schema: object, found: tuple[str, str]) -> None:
    assert refused(schema) == [found]


@pytest.mark.parametrize(
    "source", [b"", b"{", b"\xff", b"[" * 50_000, b'{"type":"object"' + b" " * 8_000_001 + b"}"]
)
def test_what_is_no_json_is_refused(source: bytes) -> None:
    assert isinstance(load(source, FormId("f")), FormProblems)


def test_references_that_grow_without_end_are_stopped() -> None:
    doubled = {
        f"d{n}": {"properties": {"a": {"$ref": f"#/$defs/d{n + 1}"}, "b": {"$ref": f"#/$defs/d{n + 1}"}}}
        for n in range(40)
    }
    schema = {"type": "object", "$ref": "#/$defs/d0", "$defs": {**doubled, "d40": {"type": "string"}}}
    assert refused(schema) == [("form.too_deep", "")]


@pytest.mark.parametrize("times", [10, 55, 110, 230])
@pytest.mark.parametrize(("keyword", "inner"), [("not", {}), ("anyOf", {"type": "string"}), ("allOf", {})])
def test_a_schema_of_many_levels_is_judged_or_refused(keyword: str, inner: object, times: int) -> None:
    for _ in range(times // 2):
        inner = {"not": {"not": inner}} if keyword == "not" else {keyword: [inner]}
    source = {"type": "object", "properties": {"a": {"type": "string", "not": {"not": inner}}}}
    form = load(json.dumps(source).encode(), FormId("f"))

    if isinstance(form, FormProblems):
        assert [one.key for one in form.problems] == ["form.too_deep"]
    else:
        assert begun(form).answer(QuestionPath("/data/a"), "x").problems() == ()


def test_a_list_that_names_the_kind_of_its_first_entry_has_all_of_that_kind() -> None:
    entry = {"type": "object", "properties": {"name": {"type": "string"}}}
    draft = {"$schema": "http://json-schema.org/draft-07/schema#"}
    form = opened({"a": {"type": "array", "items": [entry]}}, **draft).form
    assert [one.path for one in form.repeats] == ["/data/a"]
    closed = {"a": {"type": "array", "items": [entry], "additionalItems": False}}
    found = refused({**draft, "type": "object", "properties": closed})
    assert found == [("form.unsupported", "a list of several kinds")]


@pytest.mark.parametrize("pattern", [r"^[\p{L} '-]+$", r"^[\w-\s]+$"])
def test_patterns_of_browsers_are_no_broken_schema(pattern: str) -> None:
    entry = opened({"a": {"type": "string", "pattern": pattern}})
    assert rules(answered(entry, a="Ann-Mari")) == []
    assert rules(answered(entry, a="1/2")) == [("a", "pattern")]


def test_names_by_patterns_are_judged_as_browsers_read_them() -> None:
    schema = {"patternProperties": {r"^\p{L}+$": {"type": "number"}}, "additionalProperties": False}
    judged = validator_for(schema, "")
    assert [judged.is_valid(one) for one in ({"é": 1}, {"é": "x"}, {"1": 1})] == [True, False, False]
    never = validator_for({"patternProperties": {"^(a+)+$": False}}, "")
    assert never.is_valid({"a" * 40 + "!": 1}) in (True, False)
    closed = validator_for({"patternProperties": {r"\p{L}": {}}, "unevaluatedProperties": False}, "")
    assert closed.is_valid({"é": 1})


def test_a_pattern_that_never_ends_is_stopped() -> None:
    entry = opened({"a": {"type": "string", "pattern": "^(a+)+$"}})
    assert rules(answered(entry, a="a" * 40 + "!")) in ([], [("a", "pattern")])
