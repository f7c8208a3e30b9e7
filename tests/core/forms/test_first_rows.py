# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows that a grid of Form.io begins with, and a grid whose rows have to hold an answer."""

import pytest

from core.forms.definition import MOST_INSTANCES
from core.ids import QuestionPath
from tests.support.formio_forms import VALUES, Component, answered, answers, one, opened, sent

NEEDED = {"required": True}


def grid(type_: str = "datagrid", **rest: object) -> Component:
    inside = [
        one("textfield", "name"),
        one("number", "age", defaultValue=18),
        one("radio", "way", values=VALUES),
    ]
    return one(type_, "g", components=inside, **rest)


@pytest.mark.parametrize("type_", ["datagrid", "editgrid"])
def test_a_grid_begins_with_the_rows_that_its_form_gives(type_: str) -> None:
    rows = [{"name": "Ann", "age": 3, "way": "nei"}, {"name": "Bo", "stale": 1}]
    assert sent(opened(grid(type_, defaultValue=rows))) == {
        "g": [{"name": "Ann", "age": 3, "way": "nei"}, {"name": "Bo", "age": 18, "way": ""}]
    }


def test_without_rows_of_its_form_a_data_grid_begins_with_one_and_an_edit_grid_with_none() -> None:
    begins = {"g": [{"name": "", "age": 18, "way": ""}]}
    assert sent(opened(grid())) == sent(opened(grid(defaultValue=[{}]))) == begins
    assert sent(opened(grid("editgrid"))) == sent(opened(grid(initEmpty=True))) == {"g": []}


def test_rows_reach_through_objects_and_hidden_values_and_leave_lists_inside_to_themselves() -> None:
    inner = one("datagrid", "h", components=[one("textfield", "b")])
    parts = [one("container", "c", components=[one("textfield", "x")]), one("hidden", "k"), inner]
    rows = [{"c": {"x": "deep"}, "k": "kept", "h": [{"b": "not taken"}]}, {"c": "no object"}]
    assert sent(opened(one("datagrid", "g", components=parts, defaultValue=rows))) == {
        "g": [
            {"c": {"x": "deep"}, "k": "kept", "h": [{"b": ""}]},
            {"k": "", "h": [{"b": ""}]},
        ]
    }


def test_no_more_rows_are_begun_than_a_list_may_have() -> None:
    begun = sent(opened(grid(defaultValue=[{"name": "n"}] * (MOST_INSTANCES + 5))))
    assert isinstance(begun, dict)
    assert len(begun["g"]) == MOST_INSTANCES


@pytest.mark.parametrize("type_", ["datagrid", "editgrid"])
def test_a_needed_grid_wants_an_answer_in_one_of_its_rows(type_: str) -> None:
    inside = [one("textfield", "name"), one("textfield", "note")]
    needed = one(type_, "g", components=inside, validate=NEEDED, defaultValue=[{}, {}])
    entry = opened(needed)
    assert [(one.path, one.key) for one in entry.problems()] == [
        (QuestionPath("/data/g[+]"), "problem.required")
    ]
    assert answered(entry, {"g[2]/note": "x"}).problems() == ()
    assert [one.key for one in answered(entry, {"g[2]/note": "  "}).problems()] == ["problem.required"]


def test_what_is_asked_and_empty_is_sent_as_the_window_leaves_it_and_objects_without_answers_are_not() -> (
    None
):
    inside = one("container", "c", components=[one("textfield", "x")])
    asked = [
        one("textfield"),
        one("checkbox", "b"),
        one("selectboxes", "s", values=VALUES),
        one("number", "n"),
        inside,
    ]
    hidden = one("textfield", "h", conditional={"show": True, "when": "a", "eq": "x"})
    entry = opened(*asked, hidden)
    assert sent(entry) == {"a": "", "b": False, "s": {"ja": False, "nei": False}}
    assert answers(entry) == {}
    assert sent(answered(entry, {"a": "x", "c/x": "y"})) == {
        "a": "x",
        "b": False,
        "s": {"ja": False, "nei": False},
        "c": {"x": "y"},
        "h": "",
    }


def test_a_condition_that_waits_for_an_empty_text_holds_until_it_is_written() -> None:
    waits = one("textfield", "b", conditional={"show": False, "when": "a", "eq": ""})
    entry = opened(one("email"), waits)
    assert not entry.relevant(QuestionPath("/data/b"))
    assert answered(entry, {"a": "x@example.org"}).relevant(QuestionPath("/data/b"))


def test_a_list_that_is_not_asked_is_not_sent_at_all() -> None:
    when = {"show": True, "when": "a", "eq": "x"}
    lists = [
        one("datagrid", "g", components=[one("textfield")], conditional=when),
        one("textfield", "m", multiple=True, conditional=when),
        one("editgrid", "e", components=[one("textfield")], conditional=when),
    ]
    entry = opened(one("textfield"), *lists)
    assert sent(entry) == {"a": ""}
    assert sent(answered(entry, {"a": "x"})) == {"a": "x", "g": [{"a": ""}], "m": [], "e": []}


def test_an_answer_of_0_keeps_the_object_that_it_is_in_and_a_row_keeps_its_0() -> None:
    inside = one("container", "home", components=[one("number", "children"), one("textfield", "x")])
    assert sent(answered(opened(inside), {"home/children": "0"})) == {"home": {"children": 0, "x": ""}}
    rows = one(
        "datagrid",
        "g",
        components=[one("number", "n"), one("textfield", "t")],
        defaultValue=[{"n": 0, "t": "a"}],
    )
    assert sent(opened(rows)) == {"g": [{"n": 0, "t": "a"}]}
