# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page that says an answer back, before the next question (accessibility.md section 5, 7)."""

from dataclasses import dataclass

from core.forms.definition import Question as FormQuestion
from core.ids import Language, QuestionPath
from core.text import Phrase
from core.visit.helping import covered
from core.visit.pages import SaidBack
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present import form_text
from ui.present.answer_words import CHOSEN, answer_words
from ui.present.question import progress
from ui.present.question_contents import ProgressContents
from ui.present.reading import Item, button, heading, quoted, sentence, shown
from ui.present.setting import Setting


@dataclass(frozen=True, slots=True)
class SaidBackContents:
    """`lead` says how the answer was given; `answer` is empty where nothing was.

    `change_first` where letters are so large that the foot holds what leads on alone, under the other button.
    """

    language: Language
    path: QuestionPath
    progress: ProgressContents
    heading: str
    question: Phrase
    lead: str
    answer: Phrase
    yes: str
    change: str
    change_first: bool = False

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        yes, change = button(self.yes, self.language), button(self.change, self.language)
        return shown(
            sentence(self.progress.line, self.language),
            heading(self.heading, self.language),
            quoted(self.question),
            sentence(self.lead, self.language),
            quoted(self.answer, private=True),
            *((change, yes) if self.change_first else (yes, change)),
        )


def present_said_back(visit: Visit, page: SaidBack, texts: Messages, setting: Setting) -> SaidBackContents:
    """What was answered, in words. ValueError without a form being filled, which the visit never lets happen."""
    filling = visit.filling
    if filling is None:
        raise ValueError("an answer is said back from a form being filled")
    language = Language(texts.language)
    question = filling.entry.question(page.path)
    answer = answer_words(filling.entry, question, texts, setting.places)
    if covered(visit, page.path):
        answer = Phrase(texts.text("helping.covered"), language)
    return SaidBackContents(
        language=language,
        path=page.path,
        progress=progress(visit, filling, question, texts),
        heading=texts.text("said_back.heading"),
        question=form_text.label(filling.entry, question.label, language),
        lead=_lead(question, answered=bool(answer.text), texts=texts),
        answer=answer,
        yes=texts.text("said_back.yes"),
        change=texts.text("check.change"),
        change_first=setting.one_button,
    )


def _lead(question: FormQuestion, *, answered: bool, texts: Messages) -> str:
    if not answered:
        return texts.text("said_back.empty")
    chosen = question.type in CHOSEN
    return texts.text("said_back.chose" if chosen else "said_back.wrote")
