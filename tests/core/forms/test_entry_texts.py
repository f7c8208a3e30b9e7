# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Filling a form: its labels, choices and sections, in the language that is wanted."""

from core.forms.definition import AnswerType, Form
from core.forms.xforms import load
from core.ids import Language, QuestionPath
from tests.support import small_forms
from tests.support.form_filling import begun
from tests.support.small_forms import at, inputs

EN, AR, ZH = Language("en"), Language("ar"), Language("zh-Hans")


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
