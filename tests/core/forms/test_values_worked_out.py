# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How what a form works out is written, as JavaRosa writes it; types of an author's own; places left to write on."""

import pytest

from core.forms.definition import AnswerType
from core.forms.plain_text import plain
from core.forms.problems import Fate
from core.forms.submission_xml import to_xml
from core.ids import QuestionPath
from tests.support.small_forms import entry, inputs


@pytest.mark.parametrize("kind", ["string", "int", "decimal", "date", "boolean"])
def test_yes_and_no_are_sent_as_1_and_0_and_stay_yes_and_no_for_other_rules(kind: str) -> None:
    binds = (
        f'<bind nodeset="/data/flag" type="{kind}" calculate="/data/a = \'x\'"/>'
        "<bind nodeset=\"/data/told\" calculate=\"if(/data/flag, 'on', 'off')\"/>"
        '<bind nodeset="/data/same" calculate="/data/flag = false()"/>'
    )
    empty = entry("<a/><flag/><told/><same/>", binds, inputs("a"))
    filled = empty.answer(QuestionPath("/data/a"), "x")
    assert b"<flag>0</flag><told>off</told><same>1</same>" in to_xml(empty)
    assert b"<flag>1</flag><told>on</told><same>0</same>" in to_xml(filled)


@pytest.mark.parametrize(
    ("kind", "value", "written"),
    [
        ("int", "/data/a * 2", "<b></b>"),
        ("int", "7.9", "<b>7</b>"),
        ("string", "1 = 1", "<b>1</b>"),
        ("date", "date('2026-01-31')", "<b>2026-01-31</b>"),
    ],
)
def test_a_value_that_an_action_sets_is_fitted_to_its_type_as_a_calculation_is(
    kind: str, value: str, written: str
) -> None:
    action = f'<setvalue event="odk-instance-first-load" ref="/data/b" value="{value}"/>'
    made = entry("<a/><b/>", f'<bind nodeset="/data/b" type="{kind}"/>', inputs("a", "b"), action)
    assert written.replace("<b></b>", "<b") in to_xml(made).decode()
    assert not made.problems()


def test_the_older_name_of_the_area_of_a_shape_works_too() -> None:
    shape = "0 0 0 0;0 0.001 0 0;0.001 0.001 0 0;0 0 0 0"
    binds = "".join(
        f'<bind nodeset="/data/{node}" calculate="{name}(\'{shape}\')"/>'
        for node, name in (("new", "area"), ("old", "enclosed-area"))
    )
    made = entry("<a/><new/><old/>", binds, inputs("a"))
    new, old = (made.value_text(node) for node in (made.tree.children(0, name)[0] for name in ("new", "old")))
    assert new == old
    assert float(new) == pytest.approx(6_194, rel=0.01)


def test_a_type_of_the_authors_own_is_asked_as_a_text_and_told_to_the_author() -> None:
    made = entry("<a/>", '<bind nodeset="/data/a" type="TEL"/>', inputs("a"))
    (question,) = made.questions()
    assert question.type is AnswerType.TEXT
    assert [(one.construct, one.fate) for one in made.form.notes] == [("type tel", Fate.NO_EFFECT)]
    assert b"<a>555 0142</a>" in to_xml(made.answer(question.path, "555 0142"))


@pytest.mark.parametrize(
    "text",
    ["I, __________, declare", "on ______ (date) at ____", "** a note **", "a ____ b ____ c"],
)
def test_a_row_of_marks_to_write_on_stays(text: str) -> None:
    assert plain(text) == text


def test_marks_around_words_go() -> None:
    assert (
        plain("**a** __b__ ***c*** *d* _e_ and __f__ but ______ stays") == "a b c d e and f but ______ stays"
    )
