# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What real forms ask and a machine cannot, or not by a name: the page says so, and asks for nothing else instead."""

from dataclasses import replace

import pytest

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.xforms import load
from core.ids import Language, QuestionPath
from core.visit.pages import Question
from i18n.messages import Messages
from tests.support.form_filling import begun
from tests.support.formio_forms import one
from tests.support.formio_forms import opened as of_formio
from tests.support.small_forms import source
from ui.present.answer_words import answer_words
from ui.present.fields import NothingToAnswer
from ui.present.question import present_question
from ui.present.question_contents import QuestionContents
from ui.present.signing import SignatureContents
from ui.registry_filling import filling_screens
from ui.registry_finding import visit_in_town
from ui.registry_setting import a_kiosk

EN = Messages.load("en")


def shown(entry: Entry, path: str) -> QuestionContents:
    visit = filling_screens(visit_in_town(Language("en")))["question-text"]
    assert visit.filling is not None
    page = Question(QuestionPath(path))
    visit = replace(visit, filling=replace(visit.filling, entry=entry), page=page)
    return present_question(visit, page, EN, a_kiosk())


def test_a_question_that_cannot_be_asked_here_says_so_under_its_own_words() -> None:
    entry = of_formio(one("textfield", "b"), one("orgbook", label="Your business"))
    page = shown(entry, "/data/a")
    assert page.heading.text == "Your business"
    assert isinstance(page.field, NothingToAnswer)
    assert [phrase.text for phrase in page.field.told] == [
        "This question cannot be answered here. You can go on without it."
    ]


@pytest.mark.parametrize(
    ("appearance", "hint", "file", "done"),
    [
        ("draw", "Say in words what you want to show.", "drawing.png", "Drawn or described"),
        ("annotate", "Say in words what you want to show.", "drawing.png", "Drawn or described"),
        ("signature", "Write your name. That counts as your signature.", "signature.png", "Signed"),
    ],
)
def test_a_drawing_is_no_signature(appearance: str, hint: str, file: str, done: str) -> None:
    body = f'<upload ref="/data/a" mediatype="image/*" appearance="{appearance}"><label>Plan</label></upload>'
    form = load(source("<a/>", '<bind nodeset="/data/a" type="binary"/>', body))
    assert isinstance(form, Form)
    entry = begun(form)
    page = shown(entry, "/data/a")
    assert page.hint.text == hint
    assert isinstance(page.field, SignatureContents)
    assert page.field.file == file
    made = entry.answer(QuestionPath("/data/a"), file)
    said = answer_words(made, made.question(QuestionPath("/data/a")), EN, a_kiosk().places)
    assert said.text == done
