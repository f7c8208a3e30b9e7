# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Form.io's rules for one answer: which is broken, by its name or in the author's words, and what fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.forms.formio.check_digits import JUDGES
from tests.support.entry_readings import rules
from tests.support.formio_forms import VALUES, Component, answered, one, opened


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


@pytest.fixture(scope="module", autouse=True)
def loaded_judges() -> None:
    """The library of the numbers is loaded with the first one, which takes longer than any single try may."""
    for judge in JUDGES.values():
        judge("")


@given(st.sampled_from(["bsn", "iban", "fnrfield", "orgNr", "bankAccount"]), st.text(max_size=40))
def test_no_text_stops_the_judges_of_numbers(kind: str, raw: str) -> None:
    assert isinstance(JUDGES[kind.lower()](raw), bool)


def test_an_author_s_own_words_are_told() -> None:
    entry = opened(one("textfield", validate={"minLength": 3, "customMessage": "<b>Three</b> signs"}))
    problem = answered(entry, {"a": "x"}).problems()[0]
    assert problem.message is not None
    assert entry.text(problem.message, entry.form.default_language).text == "Three signs"


def test_a_survey_that_is_required_wants_every_line_and_says_so_in_its_own_words() -> None:
    questions = [{"label": "Q", "value": "q"}, {"label": "R", "value": "r"}]
    rule = {"required": True, "customMessage": "All of them"}
    entry = opened({**one("survey", "s"), "questions": questions, "values": VALUES, "validate": rule})
    entry = answered(entry, {"s/q": "1"})
    assert rules(entry) == [("s/r", "problem.required")]
    message = entry.problems()[0].message
    assert message is not None
    assert entry.text(message, entry.form.default_language).text == "All of them"
