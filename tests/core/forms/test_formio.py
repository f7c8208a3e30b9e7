# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The door for Form.io: kinds of questions, rules, conditions, lists, refusals, and the submission."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.forms.definition import AnswerType, Form
from core.forms.entry import Entry
from core.forms.formio.check_digits import JUDGES
from core.forms.formio.loading import load
from core.forms.problems import Fate, FormProblems
from core.forms.submission_json import to_formio
from core.ids import FormId, QuestionPath
from tests.support.form_filling import begun

Component = dict[str, Any]


def one(type_: str, key: str = "a", **rest: object) -> Component:
    return {"type": type_, "key": key, "label": key.upper(), "input": True, **rest}


def opened(*components: Component) -> Entry:
    form = load(json.dumps({"title": "T", "components": components}).encode(), FormId("f"))
    assert isinstance(form, Form), form
    return begun(form)


def refused(*components: Component) -> list[str]:
    found = load(json.dumps({"components": components}).encode(), FormId("f"))
    assert isinstance(found, FormProblems)
    return [problem.values.get("construct", problem.key) for problem in found.problems]


def answered(entry: Entry, answers: dict[str, str]) -> Entry:
    for name, raw in answers.items():
        entry = entry.answer(QuestionPath(f"/data/{name}"), raw)
    return entry


def sent(entry: Entry) -> object:
    return json.loads(to_formio(entry))["data"]


def told(*components: Component) -> list[tuple[str, Fate]]:
    notes = opened(one("textfield", "z"), *components).form.notes
    return [(note.construct, note.fate) for note in notes]


def asked(entry: Entry) -> list[str]:
    return [question.path.removeprefix("/data/") for question in entry.pages()]


def rules(entry: Entry) -> list[tuple[str, str]]:
    return [(found.path.removeprefix("/data/"), found.rule or found.key) for found in entry.problems()]


VALUES = [{"label": "Yes", "value": "ja"}, {"label": "No", "value": "nei"}]


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
        (one("time"), AnswerType.TIME, "12:30", "12:30"),
    ],
)
def test_each_type_is_asked_and_written_as_form_io_does(
    component: Component, kind: AnswerType, raw: str, value: object
) -> None:
    entry = opened(component)
    assert entry.question(QuestionPath("/data/a")).type is kind
    assert sent(answered(entry, {"a": raw})) == {"a": value}


@pytest.mark.parametrize(
    ("component", "raw", "rule"),
    [
        (one("textfield", validate={"required": True}), "", "problem.required"),
        (one("textfield", validate={"minLength": "3"}), "ab", "minLength"),
        (one("textfield", validate={"maxLength": 3}), "abcd", "maxLength"),
        (one("textarea", validate={"minWords": 2}), "one", "minWords"),
        (one("textarea", validate={"maxWords": 1}), "one two", "maxWords"),
        (one("textfield", validate={"pattern": "[0-9]{4}"}), "12345", "pattern"),
        (one("phoneNumber", inputMask="(999) 999-9999"), "555", "mask"),
        (one("number", validate={"min": 0}), "-1", "min"),
        (one("number", validate={"max": 5}), "6", "max"),
        (one("number", validate={"step": "0.5"}), "1.2", "step"),
        (one("number", validate={"step": 2, "min": 1}), "2", "step"),
        (one("number", decimalLimit=1), "1.25", "decimalLimit"),
        (one("number", decimalLimit=0), "1.5", "decimalLimit"),
        (one("number", validate={"integer": True}), "1.5", "decimalLimit"),
        (one("currency"), "1.999", "decimalLimit"),
        (one("textfield", validate={"digitsOnly": True}), "12a", "digitsOnly"),
        (one("bsn", inputMask="999999999"), "111222334", "checkDigits"),
        (one("iban"), "NL92 ABNA 0417 1643 00", "checkDigits"),
        (one("fnrfield"), "15108695077", "checkDigits"),
        (one("orgNr"), "988 077 918", "checkDigits"),
        (one("bankAccount"), "8601 11 17948", "checkDigits"),
        (one("year"), "19950", "year"),
        (one("year", validate={"maxYear": 1998}), "1999", "maxYear"),
        (one("monthPicker"), "2026-13", "month"),
        (one("monthPicker", validate={"minYear": 2020}), "2019-12", "minYear"),
        (one("email"), "ana@", "email"),
        (one("url"), "a b", "url"),
        (one("checkbox", validate={"required": True}), "false", "required"),
        (one("day", fields={"year": {"minYear": "2000"}}), "1999-01-01", "minYear"),
        (one("day", fields={"day": {"hide": True}}), "13/2020", "day"),
        (one("selectboxes", values=VALUES, validate={"maxSelectedCount": 1}), "1 2", "maxSelectedCount"),
    ],
)
def test_each_rule_is_told_by_its_name(component: Component, raw: str, rule: str) -> None:
    assert rules(answered(opened(component), {"a": raw})) == [("a", rule)]


@pytest.mark.parametrize(
    ("component", "raw"),
    [
        (one("number", validate={"step": "0.1"}), "0.7"),
        (one("number", validate={"step": "any"}), "0.7123"),
        (one("number", validate={"step": 2, "min": 1}), "7"),
        (one("number", decimalLimit=2), "1.250"),
        (one("number", decimalLimit=2), "1000"),
        (one("currency", decimalLimit=3), "1.999"),
        (one("bsn", inputMask="999999999"), "111222333"),
        (one("iban"), "nl91 abna 0417 1643 00"),
        (one("fnrfield"), "151086 95088"),
        (one("orgNr"), "988 077 917"),
        (one("bankAccount"), "8601 11 17947"),
        (one("year", validate={"minYear": 1992, "maxYear": 1998}), "1995"),
        (one("monthPicker", validate={"minYear": 2020}), "2020-01"),
        (one("select", data={"values": VALUES}, validate={"onlyAvailableItems": True}), "2"),
    ],
)
def test_what_fits_a_rule_has_no_problem(component: Component, raw: str) -> None:
    assert rules(answered(opened(component), {"a": raw})) == []


def test_only_what_is_there_can_be_chosen() -> None:
    entry = opened(one("select", data={"values": VALUES}, validate={"onlyAvailableItems": True}))
    assert rules(answered(entry, {"a": "3"})) == [("a", "problem.choice")]


@given(st.sampled_from(["bsn", "iban", "fnrfield", "orgNr", "bankAccount"]), st.text(max_size=40))
def test_no_text_stops_the_judges_of_numbers(kind: str, raw: str) -> None:
    assert isinstance(JUDGES[kind.lower()](raw), bool)


def test_an_author_s_own_words_are_told() -> None:
    entry = opened(one("textfield", validate={"minLength": 3, "customMessage": "<b>Three</b> signs"}))
    problem = answered(entry, {"a": "x"}).problems()[0]
    assert problem.message is not None
    assert entry.text(problem.message, entry.form.default_language).text == "Three signs"


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


def test_a_survey_that_is_required_wants_every_line_and_says_so_in_its_own_words() -> None:
    questions = [{"label": "Q", "value": "q"}, {"label": "R", "value": "r"}]
    rule = {"required": True, "customMessage": "All of them"}
    entry = opened({**one("survey", "s"), "questions": questions, "values": VALUES, "validate": rule})
    entry = answered(entry, {"s/q": "1"})
    assert rules(entry) == [("s/r", "problem.required")]
    message = entry.problems()[0].message
    assert message is not None
    assert entry.text(message, entry.form.default_language).text == "All of them"


def test_containers_dotted_keys_surveys_and_hidden_values() -> None:
    entry = opened(
        {**one("container", "c"), "components": [one("textfield", "x.y")]},
        {**one("survey", "s"), "questions": [{"label": "Q", "value": "q"}], "values": VALUES},
        one("hidden", "h", defaultValue="v"),
        one("textfield", "m", multiple=True, defaultValue=["one"]),
    )
    entry = answered(entry, {"c/x/y": "1", "s/q": "1"})
    assert sent(entry) == {"c": {"x": {"y": "1"}}, "s": {"q": "ja"}, "h": "v", "m": ["one"]}


@pytest.mark.parametrize(
    ("component", "construct"),
    [
        (one("textfield", customConditional="for (;;) show = data.b"), "JavaScript"),
        (one("textfield", calculateValue="value = 1"), "JavaScript"),
        (one("textfield", validate={"custom": "valid = true"}), "JavaScript"),
        (one("textfield", logic=[{"name": "x"}]), "logic"),
        (one("signature", validate={"required": True}), "signature"),
        (one("datetime", datePicker={"minDate": "2020-01-01"}), "minDate"),
        (one("day", maxDate="moment()"), "maxDate"),
        (one("textfield", allowMultipleMasks=True, inputMasks=[{"mask": "99"}]), "inputMasks"),
        (one("select", dataSrc="url"), "choices from url"),
        (one("textfield", validate={"plugins": ["kvk-kvkNumber"]}), "validate.plugins"),
        (one("textfield", validate={"newRule": 3}), "validate.newRule"),
        (one("datetime", widget={"disableWeekends": True}), "disableWeekends"),
        (one("navDatepicker", earliestAllowedDate=0), "earliestAllowedDate"),
        (one("date", openForms={"minDate": {"mode": "future"}}), "openForms.minDate"),
        (one("textfield", persistent="client-only"), "persistent: client-only"),
        (one("textarea", **{"as": "json"}), "as: json"),
        (one("tags", storeas="array"), "storeas: array"),
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
        (one("textfield", deriveCity=True), ("deriveCity", Fate.BY_HAND)),
        (one("textfield", case="uppercase"), ("case", Fate.NO_EFFECT)),
        (one("datetime", enableTime=False), ("enableTime: false", Fate.NO_EFFECT)),
        (
            one("textfield", translatedErrors={"nl": {"required": "Nodig"}}),
            ("translatedErrors", Fate.NOT_SHOWN),
        ),
        (one("signature"), ("signature", Fate.LEFT_OUT)),
    ],
)
def test_what_is_passed_over_is_noted_for_the_author(component: Component, note: tuple[str, Fate]) -> None:
    assert told(component) == [note]
    assert told(one("textfield", unique=False, case="mixed", kickbox={"enabled": False})) == []


def test_what_is_not_needed_and_cannot_be_filled_stays_as_a_note() -> None:
    entry = opened(one("signature"), one("textfield", "b"))
    assert next((page.type, page.appearance) for page in entry.pages()) == (AnswerType.NOTE, "not-here")
    assert sent(answered(entry, {"b": "x"})) == {"b": "x"}


def test_questions_that_hide_each_other_are_refused() -> None:
    def by(other: str) -> Component:
        return {"show": True, "when": other, "eq": "x"}

    assert refused(
        one("textfield", "a", conditional=by("b")), one("textfield", "b", conditional=by("a"))
    ) == ["form.cycle"]
