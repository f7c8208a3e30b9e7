# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules and labels can ask for the form's own texts (`jr:itext`), in the language that is shown, and follow them."""

from core.forms.entry import Entry
from core.forms.problems import FormProblems
from core.forms.recomputing import everything
from core.forms.xforms import load
from core.ids import Language
from tests.support import small_forms
from tests.support.small_forms import at

ITEXT = (
    '<itext><translation lang="en" default="true()"><text id="rich"><value>Well off</value></text>'
    '<text id="poor"><value>Poor</value></text>'
    '<text id="hello"><value>Hello <output value="/data/name"/></value></text></translation>'
    '<translation lang="fr"><text id="rich"><value>Aisé</value></text><text id="poor"><value>Pauvre</value></text>'
    '<text id="hello"><value>Bonjour <output value="/data/name"/></value></text></translation></itext>'
)
CLASS = """<bind nodeset="/data/class" calculate="jr:itext(if(/data/income &gt; 10, 'rich', 'poor'))"/>"""
GREETING = """<bind nodeset="/data/hi" calculate="concat(jr:itext('hello'), '!')"/>"""


def entry(binds: str, body: str = "") -> Entry:
    instance = "<name/><income/><class/><hi/>"
    return small_forms.entry(
        instance, binds, body + small_forms.inputs("name", "income", "class", "hi"), extra=ITEXT
    )


def test_a_rule_says_a_text_that_it_works_out() -> None:
    begun = entry(CLASS)
    assert begun.raw(at("class")) == "Poor"
    assert begun.answer(at("income"), "11").raw(at("class")) == "Well off"


def test_what_a_text_shows_is_followed_by_the_rule_that_asks_for_it() -> None:
    after = entry(GREETING).answer(at("name"), "Ada")
    assert after.raw(at("hi")) == "Hello Ada!"
    anew = everything(after.setting, after._state)
    assert [after._state.cells[node] for node in range(5)] == [anew.cells[node] for node in range(5)]


def test_an_output_shows_the_text_in_the_language_of_the_page() -> None:
    label = """<input ref="/data/name"><label><output value="jr:itext('rich')"/></label></input>"""
    begun = entry("", label)
    question = begun.questions()[0]
    assert begun.text(question.label, Language("fr")).text == "Aisé"
    assert begun.text(question.label, Language("en")).text == "Well off"


def test_an_id_that_is_none_is_refused_or_has_no_result() -> None:
    source = small_forms.source(
        "<a/>", """<bind nodeset="/data/a" calculate="jr:itext('nope')"/>""", small_forms.inputs("a"), ITEXT
    )
    found = load(source)
    assert isinstance(found, FormProblems)
    assert [(one.place, one.key) for one in found.problems] == [("/data/a", "form.text_missing")]
    unknown = entry("""<bind nodeset="/data/class" calculate="jr:itext(/data/name)"/>""")
    assert unknown.answer(at("name"), "nope").raw(at("class")) == ""
    assert unknown.answer(at("name"), "nope").failed_rules() == (at("class"),)
    assert unknown.answer(at("name"), "rich").raw(at("class")) == "Well off"


def texts(number: int) -> str:
    """Texts that show each other in a row, and the last the first."""
    shown = "".join(
        f"""<text id="t{one}"><value>x<output value="jr:itext('t{(one + 1) % number}')"/></value></text>"""
        for one in range(number)
    )
    return f'<itext><translation lang="en">{shown}</translation></itext>'


def test_texts_that_show_each_other_come_to_an_end() -> None:
    bind = """<bind nodeset="/data/a" calculate="jr:itext('t0')"/>"""
    begun = small_forms.entry("<a/>", bind, small_forms.inputs("a"), texts(2))
    assert begun.raw(at("a")) == "xxx"
    found = load(small_forms.source("<a/>", bind, small_forms.inputs("a"), texts(2_000)))
    assert isinstance(found, FormProblems)
    assert [one.key for one in found.problems] == ["form.too_entangled"]
