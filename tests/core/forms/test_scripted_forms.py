# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Form.io's scripts in a form that is filled: what they work out, whom they let write, and what they say is wrong."""

import pytest

from core.forms.keeping import given, resumed
from core.forms.problems import Fate
from core.forms.programs import Outcome, Program, Stop, Stopped, Thrown
from core.ids import QuestionPath
from kiosk.scripting.process import ScriptProcess
from tests.support.form_filling import NOW, SUBMISSION
from tests.support.form_scripts import refusals, scripted
from tests.support.formio_forms import VALUES, answered, one, refused, sent

A, C = QuestionPath("/data/a"), QuestionPath("/data/c")
LIST = {
    **one("datagrid", "l"),
    "components": [one("number", "x"), one("number", "y", calculateValue="value = row.x * 2")],
}
COPY = one("textfield", "c", calculateValue="if (data.same) { value = data.a; }")
SAME = one("checkbox", "same")


class Ends:
    """An engine that comes to the same end with every program."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome

    def run(self, program: Program, seen: object) -> Outcome:
        return self.outcome


def test_what_is_worked_out_follows_each_answer_and_is_nobodys_to_write(engine: ScriptProcess) -> None:
    entry = scripted(engine, one("number", "a"), one("number", "c", calculateValue="value = data.a * 2"))
    assert entry.raw(C) == ""
    entry = answered(entry, {"a": "4"})
    assert (entry.raw(C), entry.readonly(C), sent(entry)) == ("8", True, {"a": 4, "c": 8})
    assert entry.answer(C, "9") is entry


def test_where_a_script_works_nothing_out_people_write_and_what_they_wrote_stays(
    engine: ScriptProcess,
) -> None:
    entry = answered(scripted(engine, SAME, one("textfield", "a"), COPY), {"c": "mine", "a": "yours"})
    assert (entry.raw(C), entry.readonly(C)) == ("mine", False)
    entry = answered(entry, {"same": "true"})
    assert (entry.raw(C), entry.readonly(C)) == ("yours", True)
    entry = answered(entry, {"same": "false", "a": "other"})
    assert (entry.raw(C), entry.readonly(C)) == ("yours", False)


def test_what_may_be_written_over_stays_as_written_until_it_is_taken_away(engine: ScriptProcess) -> None:
    worked = one("textfield", "c", calculateValue="value = data.a", allowCalculateOverride=True)
    entry = answered(scripted(engine, one("textfield", "a"), worked), {"a": "one"})
    assert entry.raw(C) == "one"
    entry = answered(entry, {"c": "mine", "a": "two"})
    assert entry.raw(C) == "mine"
    assert answered(entry, {"c": ""}).raw(C) == "two"


def test_what_was_written_over_and_is_no_number_gives_way_when_it_is_taken_away(
    engine: ScriptProcess,
) -> None:
    worked = one("number", "c", calculateValue="value = data.a", allowCalculateOverride=True)
    entry = answered(scripted(engine, one("number", "a"), worked), {"c": "x", "a": "2"})

    assert answered(entry, {"c": ""}).raw(C) == "2"


def test_what_a_hidden_question_keeps_is_seen_by_a_script_as_it_is_now(engine: ScriptProcess) -> None:
    hidden = one(
        "number",
        "b",
        calculateValue="value = data.a * 2",
        customConditional="show = 1 === 2;",
        clearOnHide=False,
    )
    form = scripted(
        engine, one("number", "a"), hidden, one("number", "c", calculateValue="value = data.b + 1")
    )

    assert answered(form, {"a": "3"}).raw(C) == "7"
    assert answered(form, {"a": "3"}).answer(QuestionPath("/data/a"), "4").raw(C) == "9"


def test_a_row_sees_its_own_answers_and_the_form_sees_all_rows(engine: ScriptProcess) -> None:
    total = one("number", "c", calculateValue="value = data.l.reduce((sum, one) => sum + (one.y || 0), 0)")
    entry = answered(scripted(engine, LIST, total), {"l[1]/x": "1"})
    entry = entry.add(QuestionPath("/data/l[+]")).answer(QuestionPath("/data/l[2]/x"), "5")
    assert sent(entry) == {"l": [{"x": 1, "y": 2}, {"x": 5, "y": 10}], "c": 12}
    assert sent(entry.remove(QuestionPath("/data/l[+]"), 1)) == {"l": [{"x": 5, "y": 10}], "c": 10}


def test_no_answer_is_what_the_window_of_form_io_has(engine: ScriptProcess) -> None:
    seen = "value = JSON.stringify([data.t, data.n, data.b, data.s, data.l, typeof data.h])"
    boxes = one("selectboxes", "s", values=VALUES)
    hidden = one("textfield", "h", customConditional="show = data.b === true")
    parts = [one("textfield", "t"), one("number", "n"), one("checkbox", "b"), boxes, hidden]
    empty = {**one("datagrid", "l", initEmpty=True), "components": [one("textfield", "x")]}
    entry = scripted(engine, *parts, empty, one("textfield", "c", calculateValue=seen))
    assert entry.raw(C) == '["",null,false,{"ja":false,"nei":false},[],"undefined"]'


def test_choices_boxes_and_days_are_worked_out_as_form_io_writes_them(engine: ScriptProcess) -> None:
    entry = scripted(
        engine,
        one("radio", "r", values=VALUES, calculateValue="value = 'nei'"),
        one("selectboxes", "s", values=VALUES, calculateValue="value = {ja: true, nei: false}"),
        one("day", "d", calculateValue="value = '02/28/2026'"),
        one("checkbox", "b", calculateValue="value = 1 < 2"),
        one("hidden", "h", calculateValue="value = 6 * 7"),
    )
    assert sent(entry) == {"r": "nei", "s": {"ja": True, "nei": False}, "d": "02/28/2026", "b": True, "h": 42}


def test_a_form_begins_with_what_its_script_says_in_each_row_too(engine: ScriptProcess) -> None:
    inner = one("textfield", "x", customDefaultValue="value = 'row ' + data.a")
    rows = {**one("datagrid", "l"), "components": [inner]}
    entry = scripted(engine, one("textfield", "a", customDefaultValue="value = 'first'"), rows)
    assert sent(entry) == {"a": "first", "l": [{"x": "row first"}]}
    entry = answered(entry, {"a": "later"}).add(QuestionPath("/data/l[+]"))
    assert sent(entry) == {"a": "later", "l": [{"x": "row first"}, {"x": "row later"}]}


def test_a_rule_may_need_one_of_two_answers(engine: ScriptProcess) -> None:
    rule = {"custom": "valid = data.a || data.b ? true : '<b>One</b> of them'"}
    entry = scripted(engine, one("textfield", "a", validate=rule), one("textfield", "b"))
    (problem,) = entry.problems()
    assert problem.message is not None
    assert (problem.rule, entry.text(problem.message, entry.form.default_language).text) == (
        "custom",
        "One of them",
    )
    assert answered(entry, {"b": "x"}).problems() == ()


def test_the_words_that_a_form_has_for_every_mistake_are_told(engine: ScriptProcess) -> None:
    rule = {"custom": "valid = 'by the script'", "customMessage": "by the form"}
    (problem,) = scripted(engine, one("textfield", "a", validate=rule)).problems()
    assert problem.message is not None
    assert problem.message.versions[0].parts == ("by the form",)


@pytest.mark.parametrize("stop", list(Stop))
def test_a_calculation_without_an_end_is_told_and_nothing_written_is_lost(stop: Stop) -> None:
    engine = Ends(Thrown())
    entry = answered(scripted(engine, SAME, one("textfield", "a"), COPY), {"c": "mine", "a": "yours"})
    assert entry.problems() == ()
    engine.outcome = Stopped(stop)
    entry = answered(entry, {"same": "true"})
    assert (entry.raw(C), entry.raw(A)) == ("mine", "yours")
    assert [(problem.path, problem.key) for problem in entry.problems()] == [(C, "problem.program")]
    assert entry.failed_rules() == (C,)
    engine.outcome = Thrown()
    assert answered(entry, {"same": "false"}).problems() == ()


def test_a_hidden_calculation_without_an_end_is_told_too() -> None:
    entry = scripted(
        Ends(Stopped(Stop.BUDGET)), one("textfield", "a"), one("hidden", "h", calculateValue="value = data.a")
    )
    assert [(problem.path, problem.key) for problem in entry.problems()] == [(A, "problem.program")]


def test_a_rule_without_an_end_is_told_and_a_condition_without_one_shows() -> None:
    stopped = Ends(Stopped(Stop.BUDGET))
    (problem,) = scripted(
        stopped, one("textfield", "a", validate={"custom": "valid = input.length > 2"})
    ).problems()
    assert (problem.key, problem.rule) == ("problem.program", "custom")
    entry = scripted(
        stopped, one("textfield", "a"), one("textfield", "c", customConditional="show = [1].includes(data.a)")
    )
    assert entry.relevant(C)


def test_a_result_that_the_component_cannot_hold_is_told(engine: ScriptProcess) -> None:
    worked = one("radio", "c", values=VALUES, calculateValue="value = 'kanskje'")
    assert [problem.key for problem in scripted(engine, worked).problems()] == ["problem.program"]


def test_what_a_script_does_to_answers_is_refused_when_it_runs(engine: ScriptProcess) -> None:
    worked = one("number", "c", calculateValue="const held = data.l; held.push({}); value = held.length")
    assert [problem.key for problem in scripted(engine, LIST, worked).problems()] == ["problem.program"]


def test_what_was_put_in_comes_back_with_what_was_worked_out(engine: ScriptProcess) -> None:
    entry = answered(scripted(engine, SAME, one("textfield", "a"), COPY), {"a": "yours", "same": "true"})
    assert sent(resumed(entry.form, SUBMISSION, NOW, given(entry))) == sent(entry)
    entry = answered(entry, {"same": "false", "c": "mine"})
    assert sent(resumed(entry.form, SUBMISSION, NOW, given(entry))) == sent(entry)


def test_the_moment_is_that_at_which_the_form_was_opened(engine: ScriptProcess) -> None:
    entry = scripted(engine, one("textfield", "c", calculateValue="value = new Date().toISOString()"))
    assert entry.raw(C) == "2026-11-23T21:00:00.000Z"


@pytest.mark.parametrize(
    ("components", "construct"),
    [
        ([one("textfield", calculateValue="value = utils.x()")], "JavaScript: utils.x"),
        (
            [one("textfield", customConditional={"var": "data.b"})],
            "JavaScript: JSON logic in customConditional",
        ),
        ([one("tags", multiple=True, calculateValue="value = 1")], "JavaScript for more than one answer"),
        ([{**LIST, "calculateValue": "value = []"}], "JavaScript for more than one answer"),
        ([one("textfield", calculateValue="value = Object.keys(data).length")], "form.cycle"),
        (
            [
                one("number", "a", calculateValue="value = data.b"),
                one("number", "b", calculateValue="value = data.a"),
            ],
            "form.cycle",
        ),
        (
            [one("orgNr", validate={"custom": "valid = instance.validateIban(input)"})],
            "JavaScript: instance.validateIban",
        ),
    ],
)
def test_what_cannot_be_run_is_refused_by_name(components: list[dict[str, object]], construct: str) -> None:
    assert construct in refusals(one("textfield", "z"), *components)


def test_without_an_engine_every_script_is_refused_as_code() -> None:
    for code in ("value = 1", "value = utils.x()"):
        assert refused(one("textfield", calculateValue=code)) == ["JavaScript"]


def test_the_author_is_told_which_parts_run_apart(engine: ScriptProcess) -> None:
    entry = scripted(engine, one("textfield", "a"), COPY)
    assert [(note.place, note.construct, note.fate) for note in entry.form.notes] == [
        ("/data/c", "JavaScript", Fate.RUN_APART)
    ]


def test_the_rule_of_a_types_own_number_needs_no_script() -> None:
    checked = one("orgNr", "a", validate={"custom": "valid = instance.validateOrganizationNumber(input);"})
    entry = scripted(Ends(Stopped(Stop.ENGINE)), checked)
    assert answered(entry, {"a": "974760673"}).problems() == ()
    assert [problem.rule for problem in answered(entry, {"a": "974760674"}).problems()] == ["checkDigits"]
