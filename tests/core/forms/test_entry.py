# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Filling a form: relevance, calculations and first values after each answer."""

from dataclasses import FrozenInstanceError

import pytest

from core.forms.definition import AnswerType
from tests.support import small_forms
from tests.support.form_filling import NOW, SUBMISSION
from tests.support.small_forms import at, inputs


def test_an_answer_opens_and_closes_a_question_and_its_text_comes_back() -> None:
    entry = small_forms.entry(
        "<a/><b/>", """<bind nodeset="/data/b" relevant="/data/a = 'yes'"/>""", inputs("a", "b")
    )
    assert [one.path for one in entry.pages()] == [at("a")]
    opened = entry.answer(at("a"), "yes").answer(at("b"), "kept")
    assert [one.path for one in opened.pages()] == [at("a"), at("b")]
    closed = opened.answer(at("a"), "no")
    assert not closed.relevant(at("b"))
    assert closed.raw(at("b")) == "kept"
    assert closed.value_text(closed.form.question(at("b")).node) == "kept"
    again = closed.answer(at("a"), "yes")
    assert again.relevant(at("b"))
    assert again.raw(at("b")) == "kept"


def test_the_earlier_entry_stays_as_it_was() -> None:
    entry = small_forms.entry("<a/>", "", inputs("a"))
    later = entry.answer(at("a"), "x")
    assert (entry.raw(at("a")), later.raw(at("a"))) == ("", "x")
    with pytest.raises(FrozenInstanceError):
        entry.setting = later.setting  # type: ignore[misc]  # that it cannot be set is what is shown


def test_relevance_is_inherited_from_groups() -> None:
    entry = small_forms.entry(
        "<a/><g><b/><h><c/></h></g><n/>",
        """<bind nodeset="/data/g" relevant="/data/a = '1'"/><bind nodeset="/data/n" calculate="count(/data/g/*)"/>""",
        '<input ref="/data/a"/><group ref="/data/g"><input ref="/data/g/b"/><input ref="/data/g/h/c"/></group>',
    )
    node = entry.form.tree.find("/data/n")
    assert node is not None
    assert len(entry.pages()) == 1
    assert entry.value_text(node) == "0"
    opened = entry.answer(at("a"), "1")
    assert len(opened.pages()) == 3
    assert opened.value_text(node) == "2"


def test_a_group_hides_a_question_whose_answer_lies_elsewhere() -> None:
    entry = small_forms.entry(
        "<a/><g/><b/>",
        """<bind nodeset="/data/g" relevant="/data/a = '1'"/>""",
        '<input ref="/data/a"/><group ref="/data/g"><input ref="/data/b"/></group>',
    )
    assert not entry.relevant(at("b"))
    assert entry.answer(at("a"), "1").relevant(at("b"))


def test_calculations_follow_answers_through_each_other() -> None:
    entry = small_forms.entry(
        "<a/><twice/><more/>",
        '<bind nodeset="/data/a" type="int"/>'
        '<bind nodeset="/data/more" type="int" calculate="/data/twice + 1"/>'
        '<bind nodeset="/data/twice" type="int" calculate="/data/a * 2"/>',
        inputs("a", "more"),
    )
    assert entry.raw(at("more")) == ""
    assert entry.answer(at("a"), "20").raw(at("more")) == "41"
    assert entry.answer(at("a"), "20").answer(at("a"), "").raw(at("more")) == ""


def test_a_calculation_overwrites_what_was_typed_when_its_sources_change() -> None:
    entry = small_forms.entry(
        "<a/><b/>", '<bind nodeset="/data/b" calculate="concat(/data/a, 1)"/>', inputs("a", "b")
    )
    typed = entry.answer(at("a"), "x").answer(at("b"), "mine")
    assert typed.raw(at("b")) == "mine"
    assert typed.answer(at("a"), "y").raw(at("b")) == "y1"


def test_once_keeps_the_first_value() -> None:
    entry = small_forms.entry(
        "<a/><b/>", '<bind nodeset="/data/b" calculate="once(/data/a)"/>', inputs("a", "b")
    )
    first = entry.answer(at("a"), "first")
    assert first.raw(at("b")) == "first"
    assert first.answer(at("a"), "second").raw(at("b")) == "first"


def test_defaults_preloads_and_first_values_are_there_at_the_beginning() -> None:
    entry = small_forms.entry(
        "<a>5</a><b/><c/><d/><meta><instanceID/></meta>",
        '<bind nodeset="/data/a" type="int"/><bind nodeset="/data/b" type="date" jr:preload="date" '
        'jr:preloadParams="today"/><bind nodeset="/data/d" jr:preload="property" jr:preloadParams="deviceid"/>'
        '<bind nodeset="/data/meta/instanceID" jr:preload="uid"/>',
        inputs("a", "b", "c", "d"),
        '<setvalue event="odk-instance-first-load" ref="/data/c" value="/data/a + 1"/>',
    )
    assert [entry.raw(at(name)) for name in "abcd"] == ["5", "2026-11-23", "6", ""]
    node = entry.form.tree.find("/data/meta/instanceID")
    assert node is not None
    assert entry.value_text(node) == SUBMISSION


def test_a_relevance_that_cannot_be_computed_asks_the_question_and_is_named() -> None:
    entry = small_forms.entry(
        "<a/><b/>", '<bind nodeset="/data/b" relevant="date(/data/a) &gt; 0"/>', inputs("a", "b")
    ).answer(at("a"), "soon")
    assert entry.relevant(at("b"))
    assert entry.failed_rules() == (at("b"),)
    assert entry.answer(at("a"), "2026-01-01").failed_rules() == ()


def test_a_control_that_can_never_be_written_into_is_a_note() -> None:
    entry = small_forms.entry(
        "<n/>", '<bind nodeset="/data/n" readonly="true()" required="true()"/>', inputs("n")
    )
    assert entry.form.question(at("n")).type is AnswerType.NOTE
    assert entry.problems() == ()


def test_the_same_answer_again_changes_nothing() -> None:
    entry = small_forms.entry("<a/>", "", inputs("a")).answer(at("a"), "x")
    assert entry.answer(at("a"), "x") is entry


def test_a_path_that_is_none_of_the_forms_is_a_bug() -> None:
    entry = small_forms.entry("<a/>", "", inputs("a"))
    with pytest.raises(KeyError):
        entry.answer(at("none"), "x")


def test_today_is_the_day_that_was_given() -> None:
    entry = small_forms.entry(
        "<a/>", '<bind nodeset="/data/a" type="date" calculate="today()"/>', inputs("a")
    )
    assert entry.raw(at("a")) == NOW.date().isoformat()
