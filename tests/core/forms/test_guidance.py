# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a form adds beside a hint is read, with its languages and its computed parts, and shown beside the field."""

from core.ids import Language, QuestionPath
from tests.support import small_forms
from tests.support.formio_forms import one, opened
from tests.support.small_forms import at

EN, ES = Language("en"), Language("es")

TEXTS = """<itext><translation lang="English (en)" default="true()">
<text id="a"><value>Two digits</value>
<value form="guidance">We ask for the school, <output value="/data/name"/>.</value></text>
<text id="b"><value form="guidance">Only this</value></text></translation>
<translation lang="Español (es)"><text id="a"><value>Dos cifras</value>
<value form="guidance">Para el colegio.</value></text></translation></itext>"""

BODY = """<input ref="/data/name"><label>Name</label><hint>As on your card</hint></input>
<input ref="/data/a"><label>A</label><hint ref="jr:itext('a')"/></input>
<input ref="/data/b"><label>B</label><hint ref="jr:itext('b')"/></input>"""


def test_guidance_of_an_xform_stands_beside_its_hint_in_each_language() -> None:
    entry = small_forms.entry("<name/><a/><b/>", "", BODY, TEXTS).answer(at("name"), "Ana")
    question = entry.form.question(at("a"))
    assert entry.text(question.hint, EN).text == "Two digits"
    assert entry.text(question.guidance, EN).text == "We ask for the school, Ana."
    assert entry.text(question.guidance, ES).text == "Para el colegio."


def test_guidance_may_stand_without_a_hint_and_a_hint_without_guidance() -> None:
    entry = small_forms.entry("<name/><a/><b/>", "", BODY, TEXTS)
    alone = entry.form.question(at("b"))
    assert (entry.text(alone.hint, EN).text, entry.text(alone.guidance, EN).text) == ("", "Only this")
    assert entry.text(entry.form.question(at("name")).guidance, EN).text == ""


def test_a_tooltip_of_formio_is_said_beside_the_description_and_is_the_hint_without_one() -> None:
    both = one("textfield", "a", description="Two digits", tooltip="We ask for the school.")
    entry = opened(both, one("textfield", "b", tooltip="We ask for the school."))
    first, second = (entry.question(QuestionPath(page.path)) for page in entry.pages())
    assert entry.text(first.hint, EN).text == "Two digits"
    assert entry.text(first.guidance, EN).text == "We ask for the school."
    assert entry.text(second.hint, EN).text == "We ask for the school."
    assert entry.text(second.guidance, EN).text == ""
