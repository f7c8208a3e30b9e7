# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Operators, masks, clocks and defaults of Form.io compare and write as the standard's own engine does.

The verdicts in the tables are those of @formio/core 2.8.3 and Inputmask 5.
"""

import pytest

from core.forms.clocks import in_clock, knows, out_of_clock
from core.forms.expression.regular import matches
from core.forms.formio.condition_operators import OPERATORS
from core.forms.formio.masks import plain_mask, rich_mask
from core.ids import QuestionPath
from tests.support.formio_forms import answered, one, opened, refused, sent


@pytest.mark.parametrize(
    ("operator", "value", "wanted", "holds"),
    [
        ("isEqual", 42, "42", True),
        ("isEqual", "42", 42, False),
        ("isEqual", True, "true", True),
        ("isEqual", True, 1, False),
        ("isEqual", None, "", False),
        ("isEqual", "", "", True),
        ("isEqual", {"a": True, "b": False}, "a", True),
        ("isEqual", {"a": True, "b": False}, "b", False),
        ("isEqual", ["a", "b"], "b", True),
        ("isNotEqual", ["a", "b"], "b", True),
        ("isNotEqual", "b", "b", False),
        ("includes", "harbour", "bo", True),
        ("includes", None, "x", False),
        ("includes", 425, "2", False),
        ("notIncludes", ["ab", "cd"], "a", True),
        ("startsWith", "harbour", "har", True),
        ("endsWith", ["a", "harbour"], "our", True),
        ("greaterThan", 6, 5, True),
        ("greaterThan", 6, "5", True),
        ("greaterThan", "6", 5, False),
        ("greaterThan", True, 0, False),
        ("greaterThan", None, 0, False),
        ("greaterThanOrEqual", 5, 5, True),
        ("greaterThanOrEqual", 5, "5", False),
        ("greaterThanOrEqual", 6, "5", True),
        ("lessThanOrEqual", 5, "x", False),
        ("lessThan", 4.5, 5, True),
        ("isEmpty", "", None, True),
        ("isEmpty", "  ", None, True),
        ("isEmpty", 0, None, False),
        ("isEmpty", False, None, True),
        ("isEmpty", {"a": False}, None, True),
        ("isEmpty", [], None, True),
        ("isEmpty", [{"a": ""}], None, True),
        ("isNotEmpty", [{"a": "x"}], None, True),
        ("isNotEmpty", ["x"], None, True),
        ("dateGreaterThan", "2026-05-02", "2026-05-01", True),
        ("dateGreaterThan", "2026-05-01T00:00:00", "2026-05-01", False),
        ("dateGreaterThan", "05/02/2026", "05/01/2026", True),
        ("dateGreaterThan", "harbour", "2026-05-01", False),
        ("dateLessThan", None, "2026-05-01", False),
        ("dateLessThanOrEqual", "2026-05-01", "2026-05-01", True),
        ("isDateEqual", "2026-05-01T10:00:00+00:00", "2026-05-01T12:00:00+02:00", True),
        ("isNotDateEqual", "harbour", "2026-05-01", True),
    ],
)
def test_an_operator_compares_as_the_engine_does(
    operator: str, value: object, wanted: object, holds: bool
) -> None:
    assert OPERATORS[operator](value, wanted) is holds


@pytest.mark.parametrize(
    ("mask", "fits", "fits_not"),
    [
        ("(999) 999-9999", ["(555) 123-4567"], ["555 123-4567", "5551234567"]),
        ("99[9]", ["12", "123"], ["1", "1234"]),
        ("9{2,3}", ["12", "123"], ["1", "1234"]),
        ("A9", ["B1", "É1"], ["a1", "11"]),
        ("&&", ["B1", "1Z"], ["a1"]),
        ("##", ["FF", "1A"], ["ff", "GG"]),
        ("aa", ["éà", "жж", "Ana"[:2]], ["Šx", "a1"]),
        ("**", ["1é", "ж1"], ["--"]),
        (r"\99", ["91"], ["9", "11"]),
        ("(a|9)", ["a", "1"], ["-", "a1"]),
        ("99/99/9999", ["01/02/2020"], ["0102/2020"]),
        ("+47 99", ["+47 12"], ["4712", "12"]),
        ("9{+}", ["1", "123"], [""]),
        ("9{*}", ["", "12"], ["a"]),
        ("A-9{2}", ["B-12"], ["B12"]),
        ("(9", ["(1"], ["1"]),
        ("(aaa)|(999)", ["123", "abc"], ["a1"]),
        ("aa|99", ["ab9", "a19", "aa9"], ["ab", "12"]),
        ("(99)|(aa)-9", ["12-1", "ab-1"], ["1-1"]),
        ("9{2}-|/9", ["12-1", "12/1"], ["1-1", "12 1"]),
    ],
)
def test_the_mask_of_a_text_field_lets_in_what_the_window_lets_in(
    mask: str, fits: list[str], fits_not: list[str]
) -> None:
    assert [one for one in [*fits, *fits_not] if matches(one, rich_mask(mask))] == fits


def test_the_mask_of_another_component_has_small_letters_for_a() -> None:
    shape = plain_mask("aA9*-[")
    assert [one for one in ("xX1z-[", "XX1z-[", "xX1z-") if matches(one, shape)] == ["xX1z-["]


def test_a_mask_counts_in_a_form() -> None:
    entry = opened(one("textfield", inputMask="aaa"), one("phoneNumber", "b", inputMask="aaa"))
    found = answered(entry, {"a": "Ana", "b": "Ana"}).problems()
    assert [(problem.path, problem.rule) for problem in found] == [(QuestionPath("/data/b"), "mask")]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("HH:mm:ss", "09:05:00"),
        ("HH:mm", "09:05"),
        ("h:mm A", "9:05 AM"),
        ("hh:mm a", "09:05 am"),
        ("H[h]m", "9h5"),
        ("HH:mm:ss.SSS", "09:05:00.000"),
    ],
)
def test_a_time_is_sent_as_its_form_wants_it(written: str, shown: str) -> None:
    assert knows(written)
    entry = answered(opened(one("time", dataFormat=written)), {"a": "09:05"})
    assert sent(entry) == {"a": shown}
    assert not entry.problems()


def test_noon_and_midnight_are_twelve() -> None:
    assert [in_clock(one, "h a") for one in ("00:30", "12:30", "13:30")] == ["12 am", "12 pm", "1 pm"]


def test_a_time_that_cannot_be_written_so_is_refused_by_name() -> None:
    assert refused(one("time", dataFormat="X")) == ["dataFormat X"]


def test_a_default_of_0_is_none_and_one_default_of_several_answers_is_the_first() -> None:
    entry = opened(
        one("number", defaultValue=0),
        one("number", "b", defaultValue=7),
        one("textfield", "c", multiple=True),
    )
    assert sent(entry) == {"b": 7, "c": []}
    several = opened(
        one("textfield", multiple=True, defaultValue="x"), one("number", "b", multiple=True, defaultValue=3)
    )
    assert sent(several) == {"a": ["x"], "b": [3]}


@pytest.mark.parametrize("written", ["hh:mm A", "h:mm a", "HH:mm", "HH[h]mm", "HH:mm:ss"])
def test_the_limits_of_a_time_judge_it_however_its_form_writes_it(written: str) -> None:
    limits = {"minTime": "09:00", "maxTime": "17:00"}
    entry = opened(one("time", dataFormat=written, validate=limits))
    judged = {
        text: answered(entry, {"a": text}).problems()
        for text in ("08:59", "09:00", "14:30", "17:00", "21:00", "00:10")
    }
    assert [text for text, problems in judged.items() if not problems] == ["09:00", "14:30", "17:00"]


@pytest.mark.parametrize("written", ["hh:mm", "mm:ss", "HH:HH", "HH:mm Z"])
def test_a_time_that_could_not_be_read_again_is_refused(written: str) -> None:
    assert not knows(written)


@pytest.mark.parametrize("text", ["", "9:05", "25:00", "harbour"])
def test_what_is_not_written_so_is_no_time(text: str) -> None:
    assert out_of_clock(text, "HH:mm:ss") == ""


@pytest.mark.parametrize(
    ("first", "after", "before"), [(True, "2024-04-15", "2024-02-12"), (False, "2024-04-15", "2024-01-03")]
)
def test_days_are_compared_as_their_component_writes_them(first: bool, after: str, before: str) -> None:
    condition = {"component": "a", "operator": "dateGreaterThan", "value": "01/04/2024"}
    waits = one("textfield", "b", conditional={"show": True, "conditions": [condition]})
    entry = opened(one("day", dayFirst=first), waits)
    assert answered(entry, {"a": after}).relevant(QuestionPath("/data/b"))
    assert not answered(entry, {"a": before}).relevant(QuestionPath("/data/b"))


def test_a_number_too_large_to_compare_is_only_large() -> None:
    assert not OPERATORS["greaterThan"](5, 10**400)
    assert OPERATORS["lessThan"](5, 10**400)
