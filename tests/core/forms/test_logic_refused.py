# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of the `logic` and the JSON logic of Form.io's components is refused by name, and what keeps nobody out."""

import pytest

from core.forms.problems import Fate
from tests.support.form_scripts import refusals
from tests.support.formio_forms import VALUES, Component, one, refused, told

WHEN: Component = {"type": "json", "json": {"==": [{"var": "data.z"}, "x"]}}
HIDE: Component = {"type": "property", "property": {"value": "hidden", "type": "boolean"}, "state": True}


def turning(trigger: Component, action: Component, type_: str = "textfield", **rest: object) -> Component:
    return one(type_, "a", logic=[{"name": "l", "trigger": trigger, "actions": [action]}], **rest)


def schema(written: str) -> Component:
    return turning(WHEN, {"type": "mergeComponentSchema", "schemaDefinition": written})


def says(member: str, words: str = "x") -> Component:
    return {"type": "property", "property": {"value": member, "type": "string"}, "text": words}


def scripted(code: str) -> Component:
    return {"type": "javascript", "javascript": code}


LIST: Component = {"components": [one("textfield", "x")]}


@pytest.mark.parametrize(
    ("component", "construct"),
    [
        (turning({"type": "spell"}, HIDE), "logic: the trigger spell"),
        (turning({"type": "json", "json": {"spell": [1]}}, HIDE), "JSON logic: spell"),
        (turning({"type": "json", "json": {"var": "form.x"}}, HIDE), "JSON logic: the variable form"),
        (
            turning(
                {"type": "simple", "simple": {"conditions": [{"component": "z", "operator": "sounds"}]}}, HIDE
            ),
            "operator sounds",
        ),
        (turning(WHEN, {"type": "explode"}), "logic: the action explode"),
        (turning(WHEN, says("type")), "logic: the property type"),
        (turning(WHEN, says("label", "Dear {{ data.z }}")), "logic: answers written into a text by {{ }}"),
        (turning(WHEN, says("title"), "panel", **LIST), "logic: title of a panel"),
        (turning(WHEN, {"type": "value", "value": ""}), "logic: a value of nothing"),
        (
            turning(WHEN, {"type": "value", "value": {"var": "value"}}),
            "JSON logic: the value that it has worked out before",
        ),
        (
            turning(WHEN, {"type": "value", "value": {"var": "data.z"}}, "datagrid", **LIST),
            "logic: the value of a datagrid",
        ),
        (schema("schema = make()"), "logic: schema that is worked out"),
        (schema("schema = [1]"), "logic: a schema that is no object"),
        (schema("schema = {validate: {pattern: 'x'}}"), "logic: validate in a schema"),
        (
            one("textfield", calculateValue={"var": "value"}),
            "JSON logic: the value that it has worked out before",
        ),
        (one("textfield", customDefaultValue={"var": "user.name"}), "JSON logic: the variable user"),
        (one("textfield", calculateValue={"var": ""}), "JSON logic: all variables at once"),
        (one("textfield", validate={"json": {"spell": []}}), "JSON logic: spell"),
        (
            one("radio", multiple=True, values=VALUES, calculateValue={"+": [1, 2]}),
            "JSON logic for more than one answer",
        ),
        (
            one("textfield", logic=[{"trigger": WHEN, "actions": [says("label"), says("title")]}]),
            "logic: label and title of one component",
        ),
    ],
)
def test_what_is_not_carried_out_is_refused_by_name(component: Component, construct: str) -> None:
    assert construct in refused(one("textfield", "z"), component)


def test_scripts_in_logic_need_what_runs_them() -> None:
    looping = turning(scripted("for (const one of [1]) result = data.z === 'x'"), HIDE)
    assert refused(one("textfield", "z"), looping) == ["JavaScript"]
    assert refused(turning(WHEN, {"type": "value", "value": "value = data.z"})) == ["JavaScript"]
    assert refusals(turning(scripted("form.on('change')"), HIDE)) == ["JavaScript: form.on"]
    assert told(turning(scripted("result = data.z === 'x'"), HIDE)) == []


def test_an_event_of_a_button_is_refused_and_one_that_never_happens_is_noted() -> None:
    component = turning({"type": "event", "event": "now"}, HIDE)
    assert told(component) == [("logic", Fate.NO_EFFECT)]
    button = one("button", "b", action="event", event="now")
    assert refused(one("textfield", "z"), button, component) == ["logic: the trigger event"]


def test_a_value_that_depends_on_itself_is_refused() -> None:
    itself: Component = {"type": "json", "json": {"==": [{"var": "data.a"}, "x"]}}
    component = turning(itself, {"type": "value", "value": {"cat": ["y"]}})
    assert refused(component) == ["form.cycle"]


def test_looks_that_change_nothing_of_what_is_asked_are_passed_over() -> None:
    assert (
        told(turning(WHEN, says("placeholder")), schema("schema = {customClass: 'big', prefix: null}")) == []
    )
