# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The door for XForms refuses what it cannot open, by place and name."""

import pytest

from core.forms.problems import FormProblem, FormProblems
from core.forms.xforms import load
from tests.support.small_forms import inputs, source


def problems(given: bytes) -> tuple[FormProblem, ...]:
    found = load(given)
    assert isinstance(found, FormProblems)
    return found.problems


def keys(given: bytes) -> set[str]:
    return {problem.key for problem in problems(given)}


@pytest.mark.parametrize(
    ("given", "key"),
    [
        (b"", "form.not_xml"),
        (b"no form at all", "form.not_xml"),
        (b"\xff\xfe\x00", "form.not_xml"),
        (b"<a><b></a>", "form.not_xml"),
        (b"<data/>", "form.not_a_form"),
        (b"<html><head/></html>", "form.not_a_form"),
        (b"<a>" * 200 + b"</a>" * 200, "form.too_deep"),
        (b"<a>" + b" " * 8_000_001 + b"</a>", "form.too_large"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "form.doctype"),
        (b'<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;&x;">]><a>&z;</a>', "form.doctype"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16"), "form.doctype"),
    ],
)
def test_what_is_no_form_is_refused_with_one_clear_reason(given: bytes, key: str) -> None:
    assert [problem.key for problem in problems(given)] == [key]


@pytest.mark.parametrize(
    ("body", "construct"),
    [
        ('<output-ish ref="/data/a"/>', "output-ish"),
        (
            '<select1 ref="/data/a" appearance="search(\'x\')"><item><value>a</value></item></select1>',
            "search() with other items than one that names the columns of values and labels",
        ),
        (
            '<select1 ref="/data/a" appearance="search(/data/a)"><item><value>a</value></item></select1>',
            "search() with other than 1, 4 or 6 arguments, the first a text",
        ),
        (
            '<select1 ref="/data/a"><itemset nodeset="concat(/data/a)"><value ref="a"/></itemset></select1>',
            "choices from answers",
        ),
        (
            '<input ref="/data/a"><setvalue event="xforms-select" ref="/data/a"/></input>',
            "setvalue on xforms-select",
        ),
    ],
)
def test_a_control_beyond_the_model_is_refused_by_name(body: str, construct: str) -> None:
    found = problems(source("<a/>", "", body))
    assert [(one.key, one.values.get("construct")) for one in found] == [("form.unsupported", construct)]
    assert found[0].place.startswith("<")


@pytest.mark.parametrize("kind", ["binary", "boolean", "intent"])
def test_a_question_whose_answer_nobody_could_type_is_refused(kind: str) -> None:
    found = problems(source("<a/>", f'<bind nodeset="/data/a" type="{kind}"/>', inputs("a")))
    assert found[0].values["construct"] == kind


@pytest.mark.parametrize(
    ("extra", "construct"),
    [
        ('<odk:recordaudio ref="/data/a" event="odk-instance-load"/>', "recordaudio"),
    ],
)
def test_a_model_beyond_ours_is_refused_by_name(extra: str, construct: str) -> None:
    given = source("<a/>", "", inputs("a")).replace(b"</model>", extra.encode() + b"</model>")
    assert [one.values.get("construct") for one in problems(given)] == [construct]


@pytest.mark.parametrize(
    ("binds", "key", "place"),
    [
        ('<bind nodeset="/data/a" relevant="nope(1)"/>', "form.function", "/data/a"),
        ('<bind nodeset="/data/a" relevant="1 +"/>', "form.expression", "/data/a"),
        ('<bind nodeset="/data/a" calculate="b/text()"/>', "form.construct", "/data/a"),
        ('<bind nodeset="/data/a" constraint="regex(., \'[\')"/>', "form.pattern", "/data/a"),
        ('<bind nodeset="/data/a" calculate="/data/a + 1"/>', "form.cycle", "/data/a"),
        (
            '<bind nodeset="/data/a" relevant="/data/b"/><bind nodeset="/data/b" calculate="/data/a"/>',
            "form.cycle",
            "/data/a",
        ),
        (
            '<bind nodeset="/data/a" type="int"/><bind nodeset="/data/a" type="date"/>',
            "form.duplicate_bind",
            "/data/a",
        ),
        ('<bind type="int"/>', "form.not_a_form", "<bind> line 1"),
    ],
)
def test_a_rule_that_cannot_work_is_refused_with_its_place(binds: str, key: str, place: str) -> None:
    found = problems(source("<a/><b/>", binds, inputs("a", "b")))
    assert [(one.key, one.place) for one in found] == [(key, place)]


@pytest.mark.parametrize(
    ("instance", "body", "key"),
    [
        ("<a/>", inputs("b"), "form.missing_node"),
        ("<a/><a/>", inputs("a"), "form.duplicate_node"),
        ("<a/>", '<select1 ref="/data/a"><label>None</label></select1>', "form.no_choices"),
        ("<a/>", '<input ref="/data/a"><label ref="jr:itext(\'none\')"/></input>', "form.text_missing"),
        ("<a/>", "<input><label>Where?</label></input>", "form.not_a_form"),
    ],
)
def test_a_control_without_its_node_choices_or_text_is_refused(instance: str, body: str, key: str) -> None:
    assert keys(source(instance, "", body)) == {key}


def test_a_form_without_an_id_is_refused() -> None:
    assert keys(source("<a/>", "", inputs("a")).replace(b' id="small"', b"")) == {"form.no_id"}


def test_all_reasons_are_told_at_once() -> None:
    found = keys(
        source(
            "<a/><b/>",
            '<bind nodeset="/data/a" relevant="nope(1)"/>',
            inputs("a") + '<output-ish ref="/data/b"/>',
        )
    )
    assert found == {"form.function", "form.unsupported"}
