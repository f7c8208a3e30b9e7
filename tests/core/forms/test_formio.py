# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The door for Form.io: kinds of questions, conditions, lists, and the submission."""

import pytest

from core.forms.definition import AnswerType
from core.ids import QuestionPath
from tests.support.entry_readings import asked
from tests.support.formio_forms import VALUES, Component, answered, one, opened, sent


@pytest.mark.parametrize(
    ("component", "kind", "raw", "value"),
    [
        (one("textfield"), AnswerType.TEXT, "Ana", "Ana"),
        (one("simpletextareaadvanced"), AnswerType.TEXT, "Ana", "Ana"),
        (one("number"), AnswerType.DECIMAL, "1.5", 1.5),
        (one("currency"), AnswerType.DECIMAL, "12", 12),
        (one("checkbox"), AnswerType.TRUTH, "true", True),
        (one("radiopanel", values=VALUES), AnswerType.SELECT_ONE, "2", "nei"),
        (one("select", data={"values": [{"label": "3", "value": "3"}]}), AnswerType.SELECT_ONE, "1", 3),
        (
            one("select", multiple=True, data={"values": VALUES}),
            AnswerType.SELECT_MULTIPLE,
            "1 2",
            ["ja", "nei"],
        ),
        (one("selectboxes", values=VALUES), AnswerType.SELECT_MULTIPLE, "1", {"ja": True, "nei": False}),
        (one("navDatepicker"), AnswerType.DATE, "2026-11-27", "2026-11-27"),
        (one("day"), AnswerType.DATE, "2026-11-27", "11/27/2026"),
        (one("day", dayFirst=True), AnswerType.DATE, "2026-11-27", "27/11/2026"),
        (one("time"), AnswerType.TIME, "12:30", "12:30:00"),
    ],
)
def test_each_type_is_asked_and_written_as_form_io_does(
    component: Component, kind: AnswerType, raw: str, value: object
) -> None:
    entry = opened(component)
    assert entry.question(QuestionPath("/data/a")).type is kind
    assert sent(answered(entry, {"a": raw})) == {"a": value}


@pytest.mark.parametrize(
    "conditional",
    [
        {"show": True, "when": "a", "eq": "ja"},
        {"show": "true", "when": "a", "eq": "ja"},
        {"show": False, "when": "a", "eq": "nei"},
        {
            "show": True,
            "conjunction": "all",
            "conditions": [{"component": "a", "operator": "isEqual", "value": "ja"}],
        },
        {"json": {"===": [{"var": "data.a"}, "ja"]}},
        {"json": {"and": [{"in": [{"var": "row.a"}, ["ja", "x"]]}, {"!": {"var": "data.none"}}]}},
    ],
)
def test_conditions_of_a_layout_count_for_what_is_in_it(conditional: object) -> None:
    panel = {"type": "panel", "key": "p", "conditional": conditional, "components": [one("textfield", "b")]}
    entry = answered(opened(one("radio", values=VALUES), panel), {"a": "2", "b": "kept"})
    shown = isinstance(conditional, dict) and conditional.get("show") is False
    assert asked(entry) == ["a"], shown
    assert sent(entry) == {"a": "nei"}
    assert sent(answered(entry, {"a": "1"})) == {"a": "ja", "b": "kept"}


def test_what_is_not_cleared_when_hidden_is_sent() -> None:
    hidden = one("textfield", "b", clearOnHide=False, conditional={"show": True, "when": "a", "eq": "x"})
    entry = answered(opened(one("textfield"), hidden), {"a": "x", "b": "kept"})
    assert sent(answered(entry, {"a": "y"})) == {"a": "y", "b": "kept"}


def test_rows_of_a_grid_have_their_own_conditions() -> None:
    second = one("textfield", "c", conditional={"show": True, "when": "g.b", "eq": "x"})
    entry = opened({**one("datagrid", "g"), "components": [one("textfield", "b"), second]})
    entry = entry.add(QuestionPath("/data/g[+]"))
    entry = answered(entry, {"g[1]/b": "x", "g[1]/c": "one", "g[2]/b": "y"})
    assert asked(entry) == ["g[1]/b", "g[1]/c", "g[2]/b", "g[+]"]
    assert sent(entry) == {"g": [{"b": "x", "c": "one"}, {"b": "y"}]}


def test_a_grid_in_a_row_begins_with_a_row_of_its_own() -> None:
    several = one("textfield", "m", multiple=True, defaultValue=["one"])
    inner = {**one("datagrid", "h"), "components": [one("textfield", "b")]}
    entry = opened({**one("datagrid", "g"), "components": [inner, several]})
    assert asked(entry) == ["g[1]/h[1]/b", "g[1]/h[+]", "g[1]/m[1]", "g[1]/m[+]", "g[+]"]
    entry = answered(entry.add(QuestionPath("/data/g[+]")), {"g[1]/h[1]/b": "x", "g[2]/h[1]/b": "y"})
    assert sent(entry) == {"g": [{"h": [{"b": "x"}], "m": ["one"]}, {"h": [{"b": "y"}], "m": ["one"]}]}


def test_containers_dotted_keys_surveys_and_hidden_values() -> None:
    entry = opened(
        {**one("container", "c"), "components": [one("textfield", "x.y")]},
        {**one("survey", "s"), "questions": [{"label": "Q", "value": "q"}], "values": VALUES},
        one("hidden", "h", defaultValue="v"),
        one("textfield", "m", multiple=True, defaultValue=["one"]),
    )
    entry = answered(entry, {"c/x/y": "1", "s/q": "1"})
    assert sent(entry) == {"c": {"x": {"y": "1"}}, "s": {"q": "ja"}, "h": "v", "m": ["one"]}
