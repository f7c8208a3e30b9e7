# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two schemas of which both hold: keywords beside a reference, and members that `allOf` says again."""

import pytest

from core.forms.entry import Entry
from core.ids import QuestionPath
from tests.support.entry_readings import asked
from tests.support.json_forms import Schema, answered, opened, sent

NEW = "https://json-schema.org/draft/2020-12/schema"
OLD = "http://json-schema.org/draft-07/schema#"
TEXT: Schema = {"type": "string"}
PERSON: Schema = {
    "type": "object",
    "properties": {"name": {"type": "string", "maxLength": 5}, "town": TEXT},
    "required": ["name"],
}


def of_person(beside: Schema, dialect: str = NEW, person: Schema = PERSON) -> Entry:
    """A form whose member `p` refers to a person, with keywords beside the reference."""
    defined = {"$schema": dialect, "$defs": {"person": person}}
    return opened({"p": {"$ref": "#/$defs/person", **beside}}, required=["p"], **defined)


def missing(entry: Entry) -> set[str]:
    return {str(one.path).removeprefix("/data/") for one in entry.problems()}


def test_members_and_needs_beside_a_reference_come_to_those_it_leads_to() -> None:
    entry = of_person({"properties": {"age": {"type": "integer"}}, "required": ["town"]})
    assert sorted(asked(entry)) == ["p/age", "p/name", "p/town"]
    assert missing(entry) == {"p/name", "p/town"}
    full = answered(entry, p__name="Ana", p__town="Porto", p__age="40")
    assert full.problems() == ()
    assert sent(full) == {"p": {"name": "Ana", "town": "Porto", "age": 40}}


def test_a_member_beside_a_reference_keeps_what_the_reference_says_of_it() -> None:
    entry = of_person({"properties": {"name": {"minLength": 3, "title": "Full name"}}})
    path = QuestionPath("/data/p/name")
    for raw in ("An", "Anabel"):
        assert entry.answer(path, raw).problem(path) is not None, raw
    assert entry.answer(path, "Ana").problem(path) is None
    assert entry.text(entry.question(path).label, entry.form.default_language).text == "Full name"


def test_a_limit_beside_a_reference_never_widens_the_one_it_leads_to() -> None:
    name: Schema = {"type": "string", "maxLength": 5}
    path = QuestionPath("/data/a")
    for beside, good, bad in ((9, "Anabe", "Anabel"), (2, "An", "Ana")):
        entry = opened({"a": {"$ref": "#/$defs/n", "maxLength": beside}}, **{"$defs": {"n": name}})
        assert entry.answer(path, good).problem(path) is None
        assert entry.answer(path, bad).problem(path) is not None


def test_the_condition_of_what_a_reference_leads_to_holds_beside_other_members() -> None:
    condition: Schema = {
        "if": {"properties": {"town": {"const": "Porto"}}, "required": ["town"]},
        "then": {"properties": {"quarter": TEXT}},
    }
    entry = of_person({"properties": {"age": {"type": "integer"}}}, person={**PERSON, **condition})
    assert sorted(asked(entry)) == ["p/age", "p/name", "p/town"]
    assert "p/quarter" in asked(answered(entry, p__town="Porto"))


@pytest.mark.parametrize("dialect", [OLD, "http://json-schema.org/draft-04/schema#"])
def test_before_2019_only_the_words_beside_a_reference_count(dialect: str) -> None:
    beside = {"title": "You", "properties": {"age": {"type": "integer"}}, "required": ["town"]}
    entry = of_person(beside, dialect)
    assert asked(entry) == ["p/name", "p/town"]
    assert missing(entry) == {"p/name"}


def test_a_member_that_all_of_says_again_is_what_both_say() -> None:
    again = {"properties": {"name": {"minLength": 3}}, "required": ["town"]}
    entry = opened({"p": {"allOf": [PERSON, again]}}, required=["p"])
    path = QuestionPath("/data/p/name")
    for raw in ("An", "Anabel"):
        assert entry.answer(path, raw).problem(path) is not None, raw
    assert missing(answered(entry, p__name="Ana")) == {"p/town"}


def test_choices_of_both_are_offered() -> None:
    entry = opened({"a": {"allOf": [{"enum": ["x", "y", "z"]}, {"enum": ["z", "x", "w"]}]}})
    assert [one.label.versions[0].parts for one in entry.pages()[0].choices] == [("x",), ("z",)]


def test_each_choice_between_objects_that_all_of_has_is_asked_for_itself() -> None:
    own = {
        "title": "Who travels?",
        "oneOf": [
            {"title": "I do", "properties": {"for": {"const": "me"}}},
            {"title": "Others", "properties": {"for": {"const": "others"}, "names": TEXT}},
        ],
    }
    kind = {
        "title": "What kind of journey is it?",
        "oneOf": [
            {"title": "On duty", "properties": {"kind": {"const": "duty"}}},
            {"title": "A course", "properties": {"kind": {"const": "course"}, "number": TEXT}},
        ],
    }
    inner = {"title": " ", "allOf": [own, {"properties": {"town": TEXT}}]}
    entry = opened({}, allOf=[inner, {"title": " ", "allOf": [kind]}])
    which = [one for one in entry.pages() if one.choices]
    assert [one.label.versions[0].parts for one in which] == [
        ("Who travels?",),
        ("What kind of journey is it?",),
    ]
    chosen = entry.answer(which[0].path, "2").answer(which[1].path, "2")
    assert sorted(one for one in asked(chosen) if "which" not in one) == ["names", "number", "town"]
    full = answered(chosen, names="Ana", number="7")
    assert sent(full) == {"for": "others", "kind": "course", "names": "Ana", "number": "7"}
    assert sent(chosen.answer(which[1].path, "1")) == {"for": "others", "kind": "duty"}
