# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`search()` of ODK Collect offers the rows of a list beside the form, all of them or those that match an answer."""

import pytest

from core.forms.definition import Form
from core.forms.problems import FormProblems
from core.forms.xforms import load
from core.ids import QuestionPath
from tests.support.form_filling import begun
from tests.support.small_forms import source

CSV = b"name,label,kind\nap,Apple,fruit\nca,Carrot,root\npe,Pear,fruit\n"
ITEM = "<item><label>label</label><value>name</value></item>"


def opened(appearance: str, item: str = ITEM, content: bytes = CSV) -> Form | FormProblems:
    body = f'<select1 ref="/data/a" appearance="minimal {appearance}"><label>A</label>{item}</select1>'
    return load(
        source("<a/><b/><c/>", "", f'{body}<input ref="/data/b"/><input ref="/data/c"/>'), {"l.csv": content}
    )


def offered(form: Form | FormProblems, **answers: str) -> list[str]:
    assert isinstance(form, Form), form
    entry = begun(form)
    for name, raw in answers.items():
        entry = entry.answer(QuestionPath(f"/data/{name}"), raw)
    question = entry.question(QuestionPath("/data/a"))
    assert question.appearance == "minimal"
    return [one.value for one in entry.choices(question)]


def test_all_rows_are_offered_without_a_test() -> None:
    assert offered(opened("search('l')")) == ["ap", "ca", "pe"]


@pytest.mark.parametrize(
    ("way", "answer", "found"),
    [
        ("contains", "AR", ["ca", "pe"]),
        ("startswith", "p", ["pe"]),
        ("endswith", "t", ["ca"]),
        ("matches", "apple", ["ap"]),
        ("contains", "", ["ap", "ca", "pe"]),
    ],
)
def test_rows_are_found_by_an_answer_with_large_or_small_letters(
    way: str, answer: str, found: list[str]
) -> None:
    assert offered(opened(f"search('l', '{way}', 'label', /data/b)"), b=answer) == found
    assert offered(opened(f"search('l', '{way}', 'label', ../b)"), b=answer) == found


def test_any_of_several_columns_may_match_and_a_column_may_keep_rows() -> None:
    form = opened("search('l', 'contains', 'name, label', /data/b, 'kind', /data/c)")
    assert offered(form, b="a", c="fruit") == ["ap", "pe"]
    assert offered(form, b="ca", c="fruit") == []


@pytest.mark.parametrize(
    ("appearance", "item", "key"),
    [
        ("search('m')", ITEM, "form.attachment_missing"),
        ("search('l', 'contains', 'wat', /data/b)", ITEM, "form.missing_node"),
        ("search('l', 'sounds', 'label', /data/b)", ITEM, "form.unsupported"),
        ("search('l', 'contains')", ITEM, "form.unsupported"),
        ("search(/data/b)", ITEM, "form.unsupported"),
        ("search('l'", ITEM, "form.unsupported"),
        ("search('l')", "<item><label>None</label><value>0</value></item>" + ITEM, "form.unsupported"),
    ],
)
def test_what_cannot_be_searched_is_refused_by_name(appearance: str, item: str, key: str) -> None:
    found = opened(appearance, item)
    assert isinstance(found, FormProblems)
    assert found.problems[0].key == key
