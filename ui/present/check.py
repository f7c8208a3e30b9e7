# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check your answers: each with Change, who gets them, and the button that names the act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.forms.definition import AnswerType
from core.forms.definition import Question as FormQuestion
from core.ids import Language, QuestionPath
from core.text import Phrase
from core.visit import checking
from core.visit.helping import covered
from core.visit.lists import entries
from core.visit.pages import Check
from core.visit.state import Availability, Filling, Visit
from i18n.direction import within
from i18n.messages import Messages
from ui.present import form_text, hidden, list_entries, offices, outside
from ui.present.answer_words import CHOSEN, answer_words
from ui.present.question_contents import ProgressContents
from ui.present.reading import Item, Role, button, heading, quoted, sentence, shown
from ui.present.setting import Setting

if TYPE_CHECKING:
    from core.forms.entry import Entry


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A question, its answer and where it came from. `change` is empty where nothing can be changed.

    `group` stands above the first row of an entry in a list, and names the list and the entry.

    `change_name` begins with the words on the button and names the question, for those who cannot see the row.
    """

    path: QuestionPath
    question: Phrase
    answer: Phrase
    source: str
    source_picture: str
    change: str
    change_name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class CheckContents:
    """`later` is said while the office does not answer, `missing` while an answer does not fit.

    `waiting` while it is being sealed: then nothing is pressed. `go_on` where more answers follow: it is not sent yet.
    `hides_first` where few lines are seen at once: the heading has room for it, and Send has none.
    """

    language: Language
    progress: ProgressContents
    heading: str
    rows: tuple[CheckRow, ...]
    goes_to: str
    later: str
    missing: str
    missing_text: str
    waiting: str
    send: str
    send_later: str
    hide: str
    go_on: str = ""
    hides_first: bool = False

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        hide, send = button(self.hide, self.language), button(self.go_on or self.send, self.language)
        return shown(
            sentence(self.progress.line, self.language),
            heading(self.heading, self.language),
            hide if self.hides_first else (),
            (item for row in self.rows for item in self._row_items(row)),
            sentence(self.missing, self.language),
            sentence(self.missing_text, self.language),
            sentence(self.goes_to, self.language),
            sentence(self.later, self.language),
            sentence(self.waiting, self.language),
            send,
            () if self.hides_first else hide,
        )

    def _row_items(self, row: CheckRow) -> tuple[Item, ...]:
        texts = (quoted(row.question), quoted(row.answer, private=True), sentence(row.source, self.language))
        above = sentence(row.group, self.language)
        change = Item(Phrase(row.change_name, self.language), Role.BUTTON)
        return (above, *texts, change) if row.change else (above, *texts)


def present_check(visit: Visit, page: Check, texts: Messages, setting: Setting) -> CheckContents:
    """What the page says. ValueError without a form being filled, which the visit never lets happen."""
    filling = visit.filling
    if filling is None:
        raise ValueError("a check page needs a form being filled")
    asked = checking.asked(filling.entry)
    names = offices.recipients(visit, filling, texts)
    missing = bool(filling.entry.problems())
    return CheckContents(
        language=visit.language,
        progress=ProgressContents(
            len(asked) + 1, len(asked), _service_name(visit, filling), texts.text("check.eyebrow")
        ),
        heading=texts.text("check.heading"),
        rows=_rows(visit, filling.entry, checking.of_part(asked, page.part), texts, setting),
        goes_to=texts.text("check.goes_to", names=offices.recipients_line(visit, filling, texts)),
        later=_later(visit, filling, texts, setting),
        missing=texts.text("check.missing") if missing else "",
        missing_text=texts.text("check.missing_text") if missing else "",
        waiting=texts.text("check.sealing") if page.sealing else "",
        send_later=texts.text("check.send_later"),
        send=texts.text("check.send", name=names[-1]),
        hide=hidden.hide(visit, texts),
        hides_first=setting.few_lines,
        go_on=texts.text("question.continue") if page.part < checking.last(filling.entry) else "",
    )


def answers_of(entry: Entry, texts: Messages, setting: Setting) -> tuple[tuple[Phrase, Phrase], ...]:
    """Each question with its answer as the check page says them, for who keeps them."""
    rows = (_row(entry, one, texts, setting, cover=False) for one in checking.asked(entry))
    return tuple((row.question, row.answer) for row in rows)


def _service_name(visit: Visit, filling: Filling) -> str:
    service = visit.service(filling.service)
    name = outside.name(service.name, visit.language).text if service is not None else ""
    return within(name, visit.language) if name else ""


def _later(visit: Visit, filling: Filling, texts: Messages, setting: Setting) -> str:
    service = visit.service(filling.service)
    if service is None or visit.availability(service) is not Availability.LEAVES_LATER:
        return ""
    return texts.text("check.leaves_later_trial" if setting.trial_mode else "check.leaves_later")


def _rows(
    visit: Visit, entry: Entry, asked: Sequence[FormQuestion], texts: Messages, setting: Setting
) -> tuple[CheckRow, ...]:
    """A row for each answer. Those of an entry in a list stand together under its number, the list's own after them."""
    rows: list[CheckRow] = []
    before = ""
    for one in asked:
        whose = list_entries.whose(entry, one.path, texts)
        row = _row(entry, one, texts, setting, cover=covered(visit, one.path))
        rows.append(replace(row, group=whose if whose != before else ""))
        before = whose
    return tuple(rows)


def _row(entry: Entry, question: FormQuestion, texts: Messages, setting: Setting, *, cover: bool) -> CheckRow:
    language = Language(texts.language)
    label = form_text.label(entry, question.label, language)
    answer = answer_words(entry, question, texts, setting.places)
    if question.type is AnswerType.REPEAT:
        label = list_entries.list_name(entry, question.path, texts)
        many = len(entries(entry, question.path))
        answer = Phrase(texts.text("list.how_many", n=many) if many else "", language)
    if cover:
        answer = Phrase(texts.text("helping.covered"), language)
    fixed = entry.readonly(question.path)
    if fixed:
        source = texts.text("check.from_form")
    elif not answer.text or question.type is AnswerType.REPEAT:
        source = ""
    elif question.type in CHOSEN:
        source = texts.text("check.you_chose")
    else:
        source = texts.text("check.you_wrote")
    return CheckRow(
        path=question.path,
        question=label,
        answer=answer if answer.text else Phrase(texts.text("check.empty"), language),
        source=source,
        source_picture="documents" if fixed else "you",
        change="" if fixed else texts.text("check.change"),
        change_name="" if fixed else texts.text("check.change_named", question=label.text),
    )
