# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands beside a question: good to know, need not be answered, who sees it, or how to get on."""

from core.forms.definition import AnswerType
from core.forms.definition import Question as FormQuestion
from core.ids import Language
from core.text import Phrase
from core.visit.filling import times_failed
from core.visit.state import Filling, Visit
from i18n.messages import Messages
from ui.present import form_text, offices
from ui.present.question_contents import ProblemContents
from ui.present.service import Note

LEAVE_AFTER = 3
"""After so many answers that do not fit, to leave the question is offered (accessibility.md section 5, 9)."""


def notes_beside(
    visit: Visit,
    filling: Filling,
    question: FormQuestion,
    problem: ProblemContents | None,
    texts: Messages,
) -> tuple[Note, ...]:
    """The way out where an answer does not fit; else what the form adds, whether it must be, and who sees it."""
    language = Language(texts.language)

    def note(title: str, text: str, **values: str) -> Note:
        return Note(texts.text(title), Phrase(offices.begin(texts.text(text, **values)), language))

    if question.type is AnswerType.NOTE or visit.editing is not None:
        return ()
    if problem is not None and times_failed(filling, question.path) >= LEAVE_AFTER:
        return (note("question.leave_it.title", "question.leave_it.text"),)
    if problem is not None:
        return (note("question.way_out.title", "question.way_out.text"),)
    told = form_text.lines(filling.entry, question.guidance, language)
    more = (Note(texts.text("question.more.title"), told),) if told.text else ()
    names = offices.recipients_line(visit, filling, texts)
    sees = note("question.who_sees.title", "question.who_sees.text", names=names)
    if filling.entry.required(question.path) or filling.entry.readonly(question.path):
        return (*more, sees)
    return (*more, note("question.optional.title", "question.optional.text"), sees)
