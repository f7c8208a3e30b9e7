# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`select_one_external` of ODK Collect offers the rows of `itemsets.csv`, filtered by answers, in each language."""

import pytest

from core.forms.definition import AnswerType, Form
from core.forms.problems import FormProblems
from core.forms.xforms import load
from core.ids import QuestionPath
from tests.support.form_filling import begun
from tests.support.small_forms import source

PLAIN = b"list_name,name,label,state\ncounties,b1,King,a2\ncounties,b2,Brown,a1\ncities,c1,Dumont,\n"
SPOKEN = b"list_name,name,label::en,label::fr,state\ncounties,b1,King,Roi,a2\ncounties,b2,Brown,Brun,a1\n"
ITEXT = b'<itext><translation lang="en"/><translation lang="fr"/></itext>'
QUERY = "instance('counties')/root/item[state=/data/b]"


def opened(content: bytes | None, query: str = QUERY, itext: bytes = b"") -> Form | FormProblems:
    body = f'<input ref="/data/a" query="{query}"><label>A</label></input><input ref="/data/b"/>'
    form = source("<a/><b/>", "", body).replace(b"</model>", itext + b"</model>")
    return load(form, {} if content is None else {"itemsets.csv": content})


def offered(form: Form | FormProblems) -> list[tuple[str, dict[str, tuple[object, ...]]]]:
    assert isinstance(form, Form), form
    entry = begun(form).answer(QuestionPath("/data/b"), "a2")
    question = entry.question(QuestionPath("/data/a"))
    assert question.type is AnswerType.SELECT_ONE
    return [
        (one.value, {version.language: version.parts for version in one.label.versions})
        for one in entry.choices(question)
    ]


def test_the_rows_of_one_list_are_offered_that_an_answer_leaves() -> None:
    assert [value for value, _ in offered(opened(PLAIN))] == ["b1"]
    assert [value for value, _ in offered(opened(PLAIN, "instance('cities')/root/item"))] == ["c1"]


def test_words_come_in_each_language_of_the_form() -> None:
    assert offered(opened(SPOKEN, itext=ITEXT)) == [("b1", {"en": ("King",), "fr": ("Roi",)})]
    # A form without these languages has the first words that there are.
    ((_, words),) = offered(opened(SPOKEN))
    assert list(words.values()) == [("King",)]


@pytest.mark.parametrize(
    ("content", "query", "key"),
    [
        (None, QUERY, "form.attachment_missing"),
        (b"", QUERY, "form.not_a_list"),
        (b"\xff\xfe", QUERY, "form.not_a_list"),
        (PLAIN, "instance('nowhere')/root/item", "form.missing_node"),
        (PLAIN, "/data/b", "form.unsupported"),
        (PLAIN, "instance('counties')/root/item[", "form.expression"),
    ],
)
def test_what_is_no_list_is_refused_by_name(content: bytes | None, query: str, key: str) -> None:
    found = opened(content, query)
    assert isinstance(found, FormProblems)
    assert [one.key for one in found.problems] == [key]
