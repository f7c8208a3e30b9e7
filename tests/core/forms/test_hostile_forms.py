# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms that are broken or mean harm: always a form or reasons, soon, and never an exception."""

import itertools
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from core.forms.definition import Form
from core.forms.problems import FormProblems
from core.forms.submission_xml import to_xml
from core.forms.xforms import load
from core.ids import Language, QuestionPath
from tests.support import small_forms
from tests.support.form_filling import begun, fill
from tests.support.small_forms import inputs, source

FORMS = Path(__file__).resolve().parents[3] / "sandbox" / "forms"
SOURCE = (FORMS / "help-at-home.xml").read_bytes()
SECONDS = 10.0


def use(given_bytes: bytes) -> None:
    """Open it and, when it opens, fill it, read all its texts and write its submission."""
    found = load(given_bytes)
    if isinstance(found, FormProblems):
        assert found.problems
        return
    entry = fill(found).entry
    for question in found.questions:
        assert isinstance(entry.text(question.label, Language("en")).text, str)
    etree.fromstring(to_xml(entry))


@given(st.integers(0, len(SOURCE) - 1), st.binary(max_size=4), st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_a_form_with_damaged_bytes_is_opened_or_refused(at: int, put: bytes, gone: int) -> None:
    use(SOURCE[:at] + put + SOURCE[at + gone :])


@given(st.integers(0, 2**32))
@settings(max_examples=80, deadline=None)
def test_a_form_with_elements_and_attributes_gone_is_opened_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    root = etree.fromstring(SOURCE)
    for _ in range(chance.randint(1, 4)):
        element = chance.choice([one for one in root.iter() if one.getparent() is not None])
        parent = element.getparent()
        assert parent is not None
        action = chance.randint(0, 3)
        if action == 0:
            parent.remove(element)
        elif action == 1 and element.attrib:
            del element.attrib[chance.choice(list(element.attrib))]
        elif action == 2 and element.attrib:
            element.set(
                chance.choice(list(element.attrib)),
                chance.choice(["", "1", "/data", "''", "(", "../..", "-"]),
            )
        else:
            element.tag = chance.choice([one.tag for one in root.iter()])
    use(etree.tostring(root))


def test_rules_as_deep_as_they_may_be_are_computed_without_exhausting_the_stack() -> None:
    deep = "1 or 0 and 1 = 1 &lt; 1 + 1 * concat(" * 59 + "/data/a" + ")" * 59
    entry = small_forms.entry("<a/><b/>", f'<bind nodeset="/data/b" relevant="{deep}"/>', inputs("a", "b"))
    assert entry.answer(QuestionPath("/data/a"), "x").relevant(QuestionPath("/data/b"))
    nested = "/data/a[" * 59 + "1" + "]" * 59
    entry = small_forms.entry("<a/><b/>", f'<bind nodeset="/data/b" relevant="{nested}"/>', inputs("b"))
    assert not entry.relevant(QuestionPath("/data/b"))


def test_a_rule_that_is_too_deep_is_refused() -> None:
    found = load(
        source("<a/>", f'<bind nodeset="/data/a" relevant="{"not(" * 5_000}1{")" * 5_000}"/>', inputs("a"))
    )
    assert isinstance(found, FormProblems)
    assert [problem.key for problem in found.problems] == ["form.expression"]


def test_groups_as_deep_as_they_may_be_are_opened() -> None:
    body = "<group>" * 90 + '<input ref="/data/a"/>' + "</group>" * 90
    assert isinstance(load(source("<a/>", "", body)), Form)


def test_rules_that_all_read_everything_are_refused_soon() -> None:
    names = [f"q{place}" for place in range(4_000)]
    instance = "".join(f"<{name}/>" for name in names)
    binds = "".join(f'<bind nodeset="/data/{name}" relevant="count(/data/*) &gt; 1"/>' for name in names)
    began = time.process_time()
    found = load(source(instance, binds, inputs("q0")))
    assert isinstance(found, FormProblems)
    assert "form.too_entangled" in {problem.key for problem in found.problems}
    assert time.process_time() - began < SECONDS


def test_calculations_that_take_too_long_together_end_and_are_named() -> None:
    values = "".join(f"<n>{place}</n>" for place in range(300))
    dear = "count(instance('x')/root/n[count(instance('x')/root/n[. &gt; 1]) &gt; 1])"
    names = [f"q{place}" for place in range(30)]
    entry_source = source(
        "".join(f"<{name}/>" for name in names),
        "".join(f'<bind nodeset="/data/{name}" calculate="{dear}"/>' for name in names),
        inputs("q0"),
    ).replace(b"</model>", f'<instance id="x"><root>{values}</root></instance></model>'.encode())
    form = load(entry_source)
    assert isinstance(form, Form)
    began = time.process_time()
    entry = begun(form)
    assert time.process_time() - began < SECONDS
    assert len(entry.failed_rules()) == 30
    assert entry.raw(QuestionPath("/data/q0")) == ""


def test_text_that_doubles_itself_is_cut() -> None:
    names = [f"q{place}" for place in range(40)]
    binds = "".join(
        f'<bind nodeset="/data/{name}" calculate="concat(/data/{before}, /data/{before})"/>'
        for before, name in itertools.pairwise(names)
    )
    entry = small_forms.entry("".join(f"<{name}/>" for name in names), binds, inputs("q0", "q39"))
    assert len(entry.answer(QuestionPath("/data/q0"), "x" * 1_000).raw(QuestionPath("/data/q39"))) == 4_000


@pytest.mark.parametrize("mark", ["**a ", "_a ", "[a](", "<span a", "#" * 7 + " ", "\\"])
def test_a_label_made_of_marks_is_read_soon(mark: str) -> None:
    label = (mark * 200_000)[:1_000_000].replace("<", "&lt;")
    began = time.process_time()
    found = load(source("<a/>", "", f'<input ref="/data/a"><label>{label}</label></input>'))
    assert isinstance(found, Form)
    assert time.process_time() - began < SECONDS


def test_a_look_made_of_brackets_and_a_name_without_end_are_read_soon() -> None:
    name = "a" * 45_000
    bind = f'<bind nodeset="/data/{name}" jr:preload="uid"/>'
    body = f'<input ref="/data/q" appearance="{"(" * 100_000}"><label>q</label></input>'
    began = time.process_time()
    found = load(source(f"<q/><{name}/>", bind, body))
    assert isinstance(found, Form)
    assert [one.construct for one in found.notes] == ["appearance " + "(" * 40]
    assert time.process_time() - began < 1


def test_a_pattern_of_the_form_that_runs_away_refuses_the_answer_and_goes_on() -> None:
    bind = """<bind nodeset="/data/a" constraint="regex(., '(a|a)*(a|aa)*(aa|a)*$')"/>"""
    entry = small_forms.entry("<a/>", bind, inputs("a"))
    began = time.process_time()
    problem = entry.answer(QuestionPath("/data/a"), "a" * 60 + "!").problem(QuestionPath("/data/a"))
    assert problem is not None
    assert problem.key == "problem.constraint"
    assert time.process_time() - began < 2
