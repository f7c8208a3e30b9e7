# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is not carried out of a Form.io definition: refused by name, or noted for the author."""

import json

import pytest

from core.forms.definition import AnswerType
from core.forms.formio.loading import load
from core.forms.problems import Fate, FormProblems
from core.ids import FormId
from tests.support.formio_forms import Component, answered, one, opened, refused, sent, told

NEEDED = one("textfield", "n", validate={"required": True})


@pytest.mark.parametrize(
    ("component", "construct"),
    [
        (one("textfield", customConditional="for (;;) show = data.b"), "JavaScript"),
        (one("textfield", calculateValue="value = 1"), "JavaScript"),
        (one("textfield", validate={"custom": "valid = true"}), "JavaScript"),
        (one("textfield", logic=[{"name": "x"}]), "logic: the trigger of no kind"),
        (one("sketchpad", validate={"required": True}), "sketchpad"),
        (one("textfield", allowMultipleMasks=True, inputMasks=[{"mask": "99"}]), "inputMasks"),
        (
            one("textfield", validate={"plugins": ["brk-zakelijk-gerechtigd"]}),
            "validate.plugins: brk-zakelijk-gerechtigd",
        ),
        (one("textfield", validate={"newRule": 3}), "validate.newRule"),
        (one("datetime", widget={"disableWeekends": True}), "disableWeekends"),
        (one("navDatepicker", earliestAllowedDate="soon"), "earliestAllowedDate"),
        (one("navDatepicker", specificLatestAllowedDate="31.12.2026"), "specificLatestAllowedDate"),
        (one("navDatepicker", beforeDateInputKey="nowhere"), "beforeDateInputKey"),
        (one("date", earliestAllowedDate=0), "earliestAllowedDate"),
        (one("textfield", persistent="client-only"), "persistent: client-only"),
        (one("textarea", **{"as": "json"}), "as: json"),
        (one("textfield", storeas="array"), "storeas: array"),
        (one("tags", maxTags=3), "maxTags"),
        (one("day", useLocaleSettings=True), "useLocaleSettings"),
        (one("checkbox", inputType="radio"), "a checkbox as a radio button"),
        (
            {**one("datagrid"), "components": [], "disableAddingRemovingRows": True},
            "disableAddingRemovingRows",
        ),
        ({**one("datagrid"), "components": [], "conditionalAddButton": "show = 1"}, "conditionalAddButton"),
        (one("textfield", conditional={"json": {"eval": ["x"]}}), "JSON logic: eval"),
        (one("textfield", validate={"pattern": "("}), "form.pattern"),
        ({"type": "textfield"}, "a component without a key"),
        ({"components": 1, "validate": {"required": True}}, "a component without a type"),
    ],
)
def test_what_is_not_supported_is_refused_by_name(component: Component, construct: str) -> None:
    assert construct in refused(one("textfield", "z"), component)


def test_a_program_of_the_whole_form_is_refused() -> None:
    document = {"components": [one("textfield")], "controller": "alert(1)"}
    found = load(json.dumps(document).encode(), FormId("f"))
    assert isinstance(found, FormProblems)
    assert found.problems[0].values == {"construct": "controller"}


@pytest.mark.parametrize(
    ("component", "note"),
    [
        (one("textfield", unique=True), ("unique", Fate.JUDGED_LATER)),
        (one("textfield", validate={"unique": True}), ("unique", Fate.JUDGED_LATER)),
        (one("email", kickbox={"enabled": True}), ("kickbox", Fate.JUDGED_LATER)),
        (one("textfield", prefill={"plugin": "stufbg", "attribute": "x"}), ("prefill", Fate.BY_HAND)),
        (
            one("textfield", validate={"plugins": ["kvk-kvkNumber"]}),
            ("kvk-kvkNumber", Fate.JUDGED_LATER),
        ),
        (one("textfield", deriveCity=True), ("deriveCity", Fate.BY_HAND)),
        (one("datetime", enableDate=False), ("enableDate: false", Fate.NO_EFFECT)),
        (
            one("textfield", translatedErrors={"nl": {"required": "Nodig"}}),
            ("translatedErrors", Fate.NOT_SHOWN),
        ),
        (one("sketchpad"), ("sketchpad", Fate.LEFT_OUT)),
    ],
)
def test_what_is_passed_over_is_noted_for_the_author(component: Component, note: tuple[str, Fate]) -> None:
    assert told(component) == [note]
    assert told(one("textfield", unique=False, case="mixed", kickbox={"enabled": False})) == []


def test_what_is_not_needed_and_cannot_be_filled_stays_as_a_note() -> None:
    entry = opened(one("sketchpad"), one("textfield", "b"))
    assert next((page.type, page.appearance) for page in entry.pages()) == (AnswerType.NOTE, "not-here")
    assert sent(answered(entry, {"b": "x"})) == {"b": "x"}


@pytest.mark.parametrize(
    "inside",
    [
        {"components": [NEEDED]},
        {"columns": [{"components": [one("panel", "p", components=[NEEDED])]}]},
        {"components": [one("datagrid", "g", components=[NEEDED])]},
        {"components": [one("editgrid", "g", components=[NEEDED], validate={"minLength": 1})]},
    ],
)
def test_what_cannot_be_filled_and_holds_a_needed_answer_is_refused_by_name(inside: Component) -> None:
    assert refused(one("wizardry", **inside), one("textfield", "b")) == ["wizardry"]
    assert refused(one("panel", "around", components=[one("wizardry", "w", **inside)])) == ["wizardry"]


@pytest.mark.parametrize(
    "child",
    [
        one("textfield", "n"),
        one("textfield", "n", hidden=True, validate={"required": True}),
        one("editgrid", "g", components=[NEEDED]),
    ],
)
def test_what_cannot_be_filled_and_holds_no_needed_answer_is_left_out(child: Component) -> None:
    assert told(one("wizardry", components=[child])) == [("wizardry", Fate.LEFT_OUT)]


def test_questions_that_hide_each_other_are_refused() -> None:
    def by(other: str) -> Component:
        return {"show": True, "when": other, "eq": "x"}

    assert refused(
        one("textfield", "a", conditional=by("b")), one("textfield", "b", conditional=by("a"))
    ) == ["form.cycle"]
