# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The contents of a question's page, for a form that is answered so far."""

from dataclasses import replace

from core.forms.entry import Entry
from core.ids import Language
from core.visit.pages import Question
from i18n.messages import Messages
from ui.present.question import present_question
from ui.present.question_contents import QuestionContents
from ui.registry_filling import filled, filling_screens, path
from ui.registry_finding import visit_in_town
from ui.registry_setting import a_kiosk, at_home


def at(
    entry: Entry, name: str, language: str = "en", *, told: bool = False, home: bool = False
) -> QuestionContents:
    """The page of a question; `told` when Continue was pressed, `home` on a computer at home."""
    visit = filling_screens(visit_in_town(Language(language)))["question-text"]
    assert visit.filling is not None
    page = Question(path(name), told)
    visit = replace(visit, filling=replace(visit.filling, entry=entry), page=page)
    return present_question(visit, page, Messages.load(language), at_home() if home else a_kiosk())


def begun(**answers: str) -> Entry:
    """The form with these answers."""
    return filled(Language("en"), answers)
