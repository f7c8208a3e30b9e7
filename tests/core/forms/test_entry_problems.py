# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Filling a form: what was typed is judged, and kept exactly."""

import pytest

from core.ids import Language
from tests.support import small_forms
from tests.support.small_forms import at, inputs

EN = Language("en")


@pytest.mark.parametrize(
    ("kind", "raw", "problem"),
    [
        ("int", "12", None),
        ("int", "١٢", None),
        ("int", "1.5", "problem.integer"),
        ("int", "12a", "problem.integer"),
        ("int", "1" * 16, "problem.integer"),
        ("decimal", "-1.5", None),
        ("decimal", "١٫٥", None),
        ("decimal", "1,5", "problem.decimal"),
        ("decimal", "1e5", "problem.decimal"),
        ("date", "2026-11-23", None),
        ("date", "2026-3-5", None),
        ("date", "2026-13-45", "problem.date"),
        ("date", "1950--3", "problem.date"),
        ("date", "26-3-5", "problem.date"),
        ("time", "09:30", None),
        ("time", "25:00", "problem.time"),
        ("dateTime", "2026-11-23T09:30:00+02:00", None),
        ("dateTime", "2026-11-23T99", "problem.date"),
        ("string", "x" * 4_000, None),
        ("string", "x" * 4_001, "problem.too_long"),
        ("string", "x" * 10_000, "problem.too_long"),
        ("string", "a\x00b", "problem.characters"),
        ("string", "a\x1bb", "problem.characters"),
        ("string", "\ud800", "problem.characters"),
        ("string", "two\nlines", None),
        ("string", "\u202eabc\u202c", None),
        ("string", "👩‍👩‍👧 مارينا 妈妈", None),
    ],
)
def test_what_was_typed_is_judged_and_kept_exactly(kind: str, raw: str, problem: str | None) -> None:
    entry = small_forms.entry("<a/>", f'<bind nodeset="/data/a" type="{kind}"/>', inputs("a")).answer(
        at("a"), raw
    )
    found = entry.problem(at("a"))
    assert (found.key if found else None) == problem
    assert entry.raw(at("a")) == raw


def test_digits_of_other_scripts_are_sent_as_ascii_digits() -> None:
    entry = small_forms.entry("<a/>", '<bind nodeset="/data/a" type="int"/>', inputs("a")).answer(
        at("a"), " ٠١٢ "
    )
    assert entry.value_text(entry.form.question(at("a")).node) == "12"


def test_a_bad_answer_is_empty_for_other_questions_until_it_is_mended() -> None:
    entry = small_forms.entry(
        "<a/><b/>",
        """<bind nodeset="/data/a" type="int"/><bind nodeset="/data/b" relevant="/data/a != ''"/>""",
        inputs("a", "b"),
    )
    assert not entry.answer(at("a"), "12x").relevant(at("b"))
    assert entry.answer(at("a"), "12x").answer(at("a"), "12").relevant(at("b"))


def test_a_required_question_wants_an_answer_and_blanks_are_none() -> None:
    entry = small_forms.entry(
        "<a/>", '<bind nodeset="/data/a" required="true()" jr:requiredMsg="Say it."/>', inputs("a")
    )
    for raw in ("", "   ", "\n"):
        problem = entry.answer(at("a"), raw).problem(at("a"))
        assert problem is not None
        assert problem.key == "problem.required"
        assert problem.message is not None
        assert entry.text(problem.message, EN).text == "Say it."
    assert entry.answer(at("a"), "x").problems() == ()


def test_requirement_can_depend_on_an_answer_and_read_only_questions_need_none() -> None:
    entry = small_forms.entry(
        "<a/><b/><c/>",
        """<bind nodeset="/data/b" required="/data/a = '1'"/>
        <bind nodeset="/data/c" required="true()" readonly="/data/a = '1'"/>""",
        inputs("a", "b", "c"),
    )
    assert (entry.required(at("b")), entry.required(at("c"))) == (False, True)
    turned = entry.answer(at("a"), "1")
    assert (turned.required(at("b")), turned.required(at("c"))) == (True, False)
    assert turned.readonly(at("c"))
    assert turned.answer(at("c"), "typed") is turned


def test_a_constraint_is_asked_for_answers_only_and_brings_the_forms_words() -> None:
    entry = small_forms.entry(
        "<a/><most>10</most>",
        '<bind nodeset="/data/a" type="int" constraint=". &lt;= /data/most" jr:constraintMsg="At most ten."/>'
        '<bind nodeset="/data/most" type="int"/>',
        inputs("a"),
    )
    assert entry.problem(at("a")) is None
    assert entry.answer(at("a"), "10").problem(at("a")) is None
    problem = entry.answer(at("a"), "11").problem(at("a"))
    assert problem is not None
    assert problem.key == "problem.constraint"
    assert problem.message is not None
    assert entry.text(problem.message, EN).text == "At most ten."


def test_a_constraint_that_cannot_be_computed_does_not_take_the_answer() -> None:
    entry = small_forms.entry("<a/>", '<bind nodeset="/data/a" constraint="date(.) &gt; 0"/>', inputs("a"))
    assert entry.answer(at("a"), "2026-01-01").problem(at("a")) is None
    problem = entry.answer(at("a"), "soon").problem(at("a"))
    assert problem is not None
    assert problem.key == "problem.constraint"
