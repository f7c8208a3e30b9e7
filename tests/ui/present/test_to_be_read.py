# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A question that only asks to be read has one thing to press, and says so wherever its answer is shown."""

from datetime import UTC, datetime

import pytest

from core.forms.definition import Form
from core.forms.entry import Entry
from core.ids import QuestionPath, SubmissionId
from i18n.messages import Messages
from kiosk.form_doors import open_form
from ui.present.answer_words import answer_words
from ui.present.answering import field_of
from ui.present.fields import ChoiceContents
from ui.registry_setting import a_kiosk

RULES = QuestionPath("/data/rules")
SOURCE = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
<h:head><h:title>Rules</h:title><model><instance><data id="rules" version="1"><rules/></data></instance>
<bind nodeset="/data/rules" type="string" required="true()"/></model></h:head>
<h:body><trigger ref="/data/rules"><label>The harbour closes at ten.</label></trigger></h:body></h:html>"""


def entry() -> Entry:
    form = open_form(SOURCE)
    assert isinstance(form, Form), form
    now = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
    return Entry.begin(form, SubmissionId("uuid:1"), now.date(), now)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "I have read this"), ("zh-Hans", "\u6211\u5df2\u770b\u8fc7")]
)
def test_one_choice_stands_there_and_a_press_answers_the_form(language: str, words: str) -> None:
    texts = Messages.load(language)
    begun = entry()
    assert begun.problem(RULES) is not None
    field = field_of(begun, begun.question(RULES), texts, a_kiosk())
    assert isinstance(field, ChoiceContents)
    assert [one.label.text for one in field.options] == [words]
    read = begun.answer(RULES, field.pressed(field.options[0].value))
    assert read.problem(RULES) is None
    assert answer_words(read, read.question(RULES), texts).text == words
    assert answer_words(begun, begun.question(RULES), texts).text == ""
