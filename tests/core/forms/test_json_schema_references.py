# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""References lead to pointers, anchors and ids within a document; what has several ends or none is refused."""

import json
from typing import Any

from core.forms.definition import AnswerType, Form
from core.forms.json_schema.loading import load
from core.forms.problems import Fate, FormProblems
from core.ids import FormId

NUMBER = {"type": "integer"}


def loaded(a: dict[str, Any], **around: Any) -> Form | FormProblems:
    schema = {"type": "object", "properties": {"a": a}, **around}
    return load(json.dumps(schema).encode(), FormId("f"))


def asked(a: dict[str, Any], **around: Any) -> list[AnswerType]:
    form = loaded(a, **around)
    assert isinstance(form, Form), form
    return [one.type for one in form.questions]


def problems(a: dict[str, Any], **around: Any) -> list[tuple[str, str, str]]:
    found = loaded(a, **around)
    assert isinstance(found, FormProblems)
    return [(one.place, one.key, next(iter(one.values.values()), "")) for one in found.problems]


def test_a_part_is_found_by_its_id_and_by_what_lies_in_it() -> None:
    inner = {"$id": "parts/n", "$defs": {"n": {"$anchor": "num", **NUMBER}}, **NUMBER}
    around = {"$id": "https://example.org/forms/root", "$defs": {"x": inner}}
    for reference in (
        "parts/n",
        "parts/n#num",
        "parts/n#/$defs/n",
        "https://example.org/forms/parts/n",
        "/forms/parts/n#num",
        "root#/$defs/x",
        "#/$defs/x",
    ):
        assert asked({"$ref": reference}, **around) == [AnswerType.INTEGER], reference


def test_a_reference_in_a_part_with_an_id_starts_from_there() -> None:
    inner = {"$id": "https://example.org/n", "$ref": "#/$defs/own", "$defs": {"own": NUMBER}}
    assert asked({"$ref": "https://example.org/n"}, **{"$defs": {"n": inner, "own": {"type": "string"}}}) == [
        AnswerType.INTEGER
    ]


def test_the_id_of_draft_4_counts_in_draft_4() -> None:
    old = {"$schema": "http://json-schema.org/draft-04/schema#", "definitions": {"n": {"id": "#n", **NUMBER}}}
    assert asked({"$ref": "#n"}, **old) == [AnswerType.INTEGER]
    named = {"properties": {"id": {"type": "string"}}, "type": "object"}
    assert asked(named, id="a form") == [AnswerType.TEXT]


def test_a_reference_that_depends_on_the_way_is_followed_where_it_has_one_end() -> None:
    node = {"$dynamicAnchor": "n", **NUMBER}
    assert asked({"$dynamicRef": "#n"}, **{"$defs": {"n": node}}) == [AnswerType.INTEGER]
    inner = {
        "type": "object",
        "properties": {"b": NUMBER, "c": {"type": "array", "items": {"$recursiveRef": "#"}}},
    }
    form = loaded(inner, **{"$recursiveAnchor": True})
    assert isinstance(form, Form)
    assert [one.fate for one in form.notes] == [Fate.LEFT_OUT]


def test_one_that_has_several_ends_or_none_is_refused() -> None:
    twice = {"$defs": {"n": {"$dynamicAnchor": "n"}, "o": {"$id": "o", "$dynamicAnchor": "n"}}}
    construct = "a $dynamicRef with several places to lead to"
    assert problems({"$dynamicRef": "#n"}, **twice) == [("#/properties/a", "form.unsupported", construct)]
    for reference in ("https://example.org/elsewhere", "#nowhere", "http://[", "n#/x"):
        assert problems({"$ref": reference}) == [("#/properties/a", "form.missing_node", reference)]


def test_an_address_that_is_none_and_a_place_past_every_number_are_refused() -> None:
    far = "#/allOf/" + "9" * 5_000
    for kind, reference in (("$dynamicRef", "http://[#a"), ("$recursiveRef", "http://[#a"), ("$ref", far)):
        found = problems({kind: reference}, allOf=[NUMBER])
        assert found == [("#/properties/a", "form.missing_node", reference[:200])], kind


def test_members_that_only_a_pattern_names_are_told_or_refused() -> None:
    patterns = {"patternProperties": {"^x": NUMBER}}
    form = loaded(NUMBER, description="About me", **patterns)
    assert isinstance(form, Form)
    assert [(one.place, one.construct, one.fate) for one in form.notes] == [
        ("/data", "members that only a pattern names", Fate.LEFT_OUT),
        ("/data", "the description of an object", Fate.NOT_SHOWN),
    ]
    alone = load(json.dumps({"type": "object", **patterns}).encode(), FormId("f"))
    assert isinstance(alone, FormProblems)
    assert [(one.place, one.key) for one in alone.problems] == [("#", "form.unsupported")]
