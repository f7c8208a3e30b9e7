# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Filling a form: relevance, requirements, calculations, problems and texts after each answer."""

from dataclasses import FrozenInstanceError

import pytest

from core.forms.definition import AnswerType, Form
from core.forms.xforms import load
from core.ids import Language, QuestionPath
from tests.support import small_forms
from tests.support.form_filling import NOW, SUBMISSION, begun
from tests.support.small_forms import inputs

EN, AR, ZH = Language("en"), Language("ar"), Language("zh-Hans")


def at(name: str) -> QuestionPath:
    return QuestionPath(f"/data/{name}")


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


def test_a_relevance_that_cannot_be_computed_asks_the_question_and_is_named() -> None:
    entry = small_forms.entry(
        "<a/><b/>", '<bind nodeset="/data/b" relevant="date(/data/a) &gt; 0"/>', inputs("a", "b")
    ).answer(at("a"), "soon")
    assert entry.relevant(at("b"))
    assert entry.failed_rules() == (at("b"),)
    assert entry.answer(at("a"), "2026-01-01").failed_rules() == ()


CHOICES = """<itext>
<translation lang="English (en)" default="true()">
<text id="q"><value>Which **one**, <output value="/data/name"/>?</value></text>
<text id="x"><value>Ex</value></text><text id="y"><value>Why</value></text></translation>
<translation lang="العربية (ar)"><text id="q"><value>أيّ واحد يا <output value="/data/name"/>؟</value></text>
<text id="x"><value>إكس</value></text><text id="y"><value>واي</value></text></translation>
<translation lang="简体中文 (zh-Hans)"><text id="q"><value>-</value></text>
<text id="x"><value>甲</value></text><text id="y"><value>乙</value></text></translation></itext>"""
SELECT = """<input ref="/data/name"><label>Name</label></input><select ref="/data/a"><label ref="jr:itext('q')"/>
<item><label ref="jr:itext('x')"/><value>x</value></item>
<item><label ref="jr:itext('y')"/><value>y</value></item></select>"""


def test_labels_speak_the_wanted_language_with_outputs_and_without_marks() -> None:
    entry = small_forms.entry("<name/><a/>", "", SELECT, CHOICES).answer(at("name"), "**Ana**")
    label = entry.form.question(at("a")).label
    assert entry.form.languages == (EN, AR, ZH)
    assert entry.text(label, EN).text == "Which one, **Ana**?"
    assert entry.text(label, AR).text == "أيّ واحد يا **Ana**؟"
    missing = entry.text(label, ZH)
    assert (missing.text, missing.language) == ("Which one, **Ana**?", EN)


def test_several_choices_are_listed_the_way_of_the_language() -> None:
    entry = small_forms.entry("<name/><a/>", "", SELECT, CHOICES).answer(at("a"), "x y")
    question = entry.form.question(at("a"))
    assert question.type is AnswerType.SELECT_MULTIPLE
    assert entry.answer_text(question, EN).text == "Ex, Why"
    assert entry.answer_text(question, AR).text == "إكس، واي"
    assert entry.answer_text(question, ZH).text == "甲、乙"
    assert entry.problem(at("a")) is None
    problem = entry.answer(at("a"), "x z").problem(at("a"))
    assert problem is not None
    assert problem.key == "problem.choice"


CITIES = """<instance id="city"><root>
<item><name>k</name><label>Kiel</label><land>de</land></item><item><name>o</name><label>Oulu</label><land>fi</land></item>
<item><name>t</name><label>Turku</label><land>fi</land></item></root></instance>"""


def test_a_choice_filter_offers_what_fits_the_other_answer() -> None:
    body = """<input ref="/data/land"/><select1 ref="/data/city">
    <itemset nodeset="instance('city')/root/item[land = /data/land]">
    <value ref="name"/><label ref="label"/></itemset></select1>"""
    form = load(small_forms.source("<land/><city/>", CITIES, body))
    assert isinstance(form, Form)
    entry = begun(form)
    question = entry.form.question(at("city"))
    assert [choice.value for choice in question.choices] == ["k", "o", "t"]
    assert entry.choices(question) == ()
    finnish = entry.answer(at("land"), "fi").answer(at("city"), "t")
    assert [choice.value for choice in finnish.choices(question)] == ["o", "t"]
    assert finnish.problem(at("city")) is None
    assert finnish.answer_text(question, EN).text == "Turku"
    moved = finnish.answer(at("land"), "de").problem(at("city"))
    assert moved is not None
    assert moved.key == "problem.choice"


def test_the_nearest_labelled_group_names_the_section() -> None:
    entry = small_forms.entry(
        "<g><a/></g>",
        "",
        '<group ref="/data/g"><label>Your home</label><group appearance="field-list">'
        '<input ref="/data/g/a"/></group></group>',
    )
    assert entry.group_label(QuestionPath("/data/g/a"), EN).text == "Your home"


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


def test_a_rendered_text_is_bounded() -> None:
    entry = small_forms.entry(
        "<a/><b/>",
        "",
        inputs("a")
        + '<input ref="/data/b"><label><output value="concat(/data/a, /data/a)"/></label></input>',
    ).answer(at("a"), "x" * 4_000)
    text = entry.text(entry.form.question(at("b")).label, EN).text
    assert len(text) == 4_000
    assert text.endswith("…")


def test_today_is_the_day_that_was_given() -> None:
    entry = small_forms.entry(
        "<a/>", '<bind nodeset="/data/a" type="date" calculate="today()"/>', inputs("a")
    )
    assert entry.raw(at("a")) == NOW.date().isoformat()
