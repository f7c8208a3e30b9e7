# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page with one question: what is asked, the field for it, who sees the answer, and what does not fit yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.forms.definition import NOT_HERE, AnswerType
from core.forms.definition import Question as FormQuestion
from core.ids import Language
from core.text import Phrase
from core.visit import checking
from core.visit.filling import times_failed
from core.visit.helping import covered
from core.visit.pages import Question
from core.visit.said_before import said_before
from core.visit.state import Filling, Visit
from core.visit.undoing import can_undo
from i18n.direction import plain, within
from i18n.messages import Messages
from ui.present import few, form_languages, form_text, list_entries, masking, outside
from ui.present.answer_words import answer_words
from ui.present.answering import field_name, field_of
from ui.present.code_reading import with_camera
from ui.present.fields import NO_KEYS, NUMBERS, FieldContents, NothingToAnswer, keys_for
from ui.present.handed import handed
from ui.present.illustrated import media_of
from ui.present.problem_words import problem_words
from ui.present.question_contents import ProblemContents, ProgressContents, QuestionContents, Way, WayOn
from ui.present.question_hint import hint_of
from ui.present.question_notes import LEAVE_AFTER, notes_beside
from ui.present.setting import Setting
from ui.present.signing import is_signature, signing

if TYPE_CHECKING:
    from core.forms.entry import Entry, Problem

LEFT_AT_HOME = frozenset({AnswerType.TEXT, AnswerType.BARCODE, AnswerType.UPLOAD})
"""What a person may have to look up, or to bring."""

LONGEST_OFFERED = 40
"""Characters of an answer on a button."""

PERSON_AFTER = 2
"""After so many answers that do not fit, a person is offered (section 5, 9)."""


def present_question(visit: Visit, page: Question, texts: Messages, setting: Setting) -> QuestionContents:
    """What the page says. ValueError without a form being filled, which the visit never lets happen."""
    filling = visit.filling
    if filling is None:
        raise ValueError("a question page needs a form being filled")
    entry, language = filling.entry, Language(texts.language)
    question = entry.question(page.path)
    if page.path not in (one.path for one in entry.pages()):
        return _gone(visit, filling, question, texts)
    if covered(visit, page.path):
        return replace(_covered(visit, filling, question, texts), others_first=setting.one_button)
    field, more = few.shown(
        _field(filling, question, page.letters, texts, setting), page.part, texts, setting
    )
    field = masking.masked(field, question, page, texts)
    problem = problem_of(entry, page, texts)
    heading = _heading(entry, question, texts)
    hint = hint_of(entry, question, field, texts, scanner=setting.scanner)
    return QuestionContents(
        language=language,
        path=page.path,
        progress=progress(visit, filling, question, texts),
        heading=heading,
        hint=hint,
        elsewhere=form_languages.of_question(heading, hint, field, texts),
        field=field,
        problem=problem,
        notes=notes_beside(visit, filling, question, problem, texts),
        keys=keys_for(field) if setting.keyboard else NO_KEYS,
        letters=texts.text("question.numbers" if keys_for(field) == NUMBERS else "question.letters"),
        more=more,
        go_on=texts.text("question.continue"),
        undo=texts.text("question.undo"),
        can_undo=can_undo(filling, page.path),
        ways=masking.way(entry, question, page, texts)
        or _said_before(visit, filling, question, texts, setting)
        or _ways(visit, filling, question, problem, texts, setting),
        others_first=setting.one_button,
        media=media_of(entry, question, texts),
    )


def _field(
    filling: Filling, question: FormQuestion, letters: str, texts: Messages, setting: Setting
) -> FieldContents:
    """The field for a question. What is handed over stands beside the answers, in the visit."""
    if question.type is AnswerType.UPLOAD and not filling.entry.readonly(question.path):
        if is_signature(question):
            return signing(filling, question, field_name(filling.entry, question, texts), texts)
        return handed(filling, question, texts, setting)
    field = field_of(filling.entry, question, texts, setting, letters)
    return with_camera(field, filling, question, texts, setting)


def _said_before(
    visit: Visit, filling: Filling, question: FormQuestion, texts: Messages, setting: Setting
) -> tuple[WayOn, ...]:
    """The same answer from another form of this visit, with its words, so that it is seen before it is used."""
    raw = said_before(visit, question.path)
    if not raw:
        return ()
    words = answer_words(filling.entry.answer(question.path, raw), question, texts, setting.places).text
    answer = plain(words, LONGEST_OFFERED, lines=False)
    return (WayOn(Way.SAID_BEFORE, texts.text("said.use", answer=answer)),) if answer else ()


def _covered(visit: Visit, filling: Filling, question: FormQuestion, texts: Messages) -> QuestionContents:
    """The question without its answer, while somebody looks who helps beside the person."""
    language = Language(texts.language)
    told = Phrase(texts.text("helping.covered"), language)
    return replace(
        _gone(visit, filling, question, texts),
        heading=_heading(filling.entry, question, texts),
        hint=Phrase("", language),
        field=NothingToAnswer(told=(told,)),
        ways=(WayOn(Way.UNCOVER, texts.text("helping.uncover")),),
    )


def _gone(visit: Visit, filling: Filling, question: FormQuestion, texts: Messages) -> QuestionContents:
    language = Language(texts.language)
    return QuestionContents(
        language=language,
        path=question.path,
        progress=progress(visit, filling, question, texts),
        heading=Phrase(texts.text("question.gone"), language),
        hint=Phrase(texts.text("question.gone_text"), language),
        elsewhere="",
        field=NothingToAnswer(),
        problem=None,
        notes=(),
        keys=NO_KEYS,
        letters="",
        more="",
        undo="",
        can_undo=False,
        ways=(),
        go_on=texts.text("question.continue"),
    )


def progress(visit: Visit, filling: Filling, question: FormQuestion, texts: Messages) -> ProgressContents:
    """Counts the questions that are asked now: notes ask nothing, and conditions come and go."""
    if visit.editing is not None:
        # One value is changed, and then its group is shown again: nothing is gone through.
        return ProgressContents(0, 0, _lead(visit, filling, question, texts), "")
    asked = [one.path for one in checking.asked(filling.entry, question.path)]
    known, before = set(asked), 0
    for one in filling.entry.pages():
        if one.path == question.path:
            break
        before += one.path in known
    total = max(len(asked), 1)
    position = min(before + 1, total)
    counted = question.path in known
    words = texts.text("question.position", n=position, total=total) if counted else ""
    return ProgressContents(position, total, _lead(visit, filling, question, texts), words)


def _lead(visit: Visit, filling: Filling, question: FormQuestion, texts: Messages) -> str:
    """The part of the form the question stands in, because 'Name?' needs it; otherwise the service."""
    language = Language(texts.language)
    whose = list_entries.whose(filling.entry, question.path, texts)
    if whose:
        return whose
    group = form_text.group(filling.entry, question.path, language)
    if group.text:
        return within(group.text, language)
    service = visit.service(filling.service)
    return within(outside.name(service.name, language).text, language) if service is not None else ""


def _heading(entry: Entry, question: FormQuestion, texts: Messages) -> Phrase:
    """The question. What a note tells may be long: it is content, and the page has a heading of ours."""
    language = Language(texts.language)
    if question.type is AnswerType.NOTE and question.appearance != NOT_HERE:
        return Phrase(texts.text("question.note"), language)
    return form_text.label(entry, question.label, language)


def problem_of(entry: Entry, page: Question, texts: Messages) -> ProblemContents | None:
    """What does not fit yet, once it has been pointed out."""
    problem = entry.problem(page.path) if page.told else None
    if problem is None:
        return None
    return ProblemContents(texts.text("question.problem_title"), problem_text(entry, problem, texts))


def problem_text(entry: Entry, problem: Problem, texts: Messages) -> Phrase:
    """What does not fit, in the form's own words where it has any."""
    language = Language(texts.language)
    message = problem.message
    given = form_text.label(entry, message, language) if message is not None else Phrase("", language)
    return given if given.text else Phrase(problem_words(problem, texts), language)


def _ways(
    visit: Visit,
    filling: Filling,
    question: FormQuestion,
    problem: ProblemContents | None,
    texts: Messages,
    setting: Setting,
) -> tuple[WayOn, ...]:
    """What helps when an answer does not succeed, and a way on without one.

    Who goes slowly has it at every question; others where words must be written that may lie at home. A pad of numbers
    needs the room.
    """
    failed = times_failed(filling, question.path) if problem is not None else 0
    if failed >= LEAVE_AFTER:
        return (WayOn(Way.LEAVE, texts.text("question.leave_it")),)
    if failed >= PERSON_AFTER:
        return (WayOn(Way.PERSON, texts.text("question.ask_person")),)
    fixed = question.type is AnswerType.NOTE or filling.entry.readonly(question.path)
    if question.type is AnswerType.UPLOAD and not (setting.files or fixed or is_signature(question)):
        return (WayOn(Way.PERSON, texts.text("question.ask_person")),)
    if fixed or visit.editing is not None:
        return ()
    chosen = question.type in (AnswerType.SELECT_ONE, AnswerType.SELECT_MULTIPLE)
    at_home = question.type in LEFT_AT_HOME and filling.entry.required(question.path)
    if not (setting.preferences.assisted or at_home):
        return ()
    return (WayOn(Way.LATER, texts.text("question.unsure" if chosen else "question.later")),)
