# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page with several questions that the form wants together: each with its field, and what leads on below them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from core.forms.definition import AnswerType
from core.forms.definition import Question as FormQuestion
from core.ids import Language, QuestionPath
from core.text import Phrase
from core.visit import checking, together
from core.visit.filling import times_failed
from core.visit.pages import Question
from core.visit.said_before import said_before
from core.visit.state import Filling, Visit
from core.visit.undoing import can_undo, changed_in
from i18n.direction import plain, within
from i18n.messages import Messages
from ui.present import form_languages, form_text, list_entries, offices, outside
from ui.present.answer_words import answer_words
from ui.present.answering import field_of
from ui.present.field_list_contents import AskedContents, FieldListContents
from ui.present.fields import LETTERS, NO_KEYS, NUMBERS, keys_for
from ui.present.question import LEFT_AT_HOME, LONGEST_OFFERED, PERSON_AFTER, problem_text
from ui.present.question_contents import ProgressContents, Way, WayOn
from ui.present.question_hint import hint_of
from ui.present.question_notes import LEAVE_AFTER
from ui.present.service import Note
from ui.present.setting import Setting

if TYPE_CHECKING:
    from core.forms.entry import Entry

LARGEST = 5
"""The text step at which there is no room on top for what does not fit: it is told in two parts at the field."""


def present_field_list(visit: Visit, page: Question, texts: Messages, setting: Setting) -> FieldListContents:
    """What the page says. ValueError without a form being filled, which the visit never lets happen."""
    filling = visit.filling
    if filling is None:
        raise ValueError("a page of questions needs a form being filled")
    entry, language = filling.entry, Language(texts.language)
    here, all_of_it = together.on_page(visit, page.path), together.standing_on(visit, page.path)
    asked = tuple([_asked(visit, entry, page, one, texts, setting) for one in here if entry.asks(one)])
    wrong = [one.path for one in asked if one.problem is not None]
    failed = max((times_failed(filling, one) for one in wrong), default=0)
    heading = form_text.group(entry, page.path, language)
    return FieldListContents(
        language=language,
        path=page.path,
        begin=wrong[0] if wrong else page.path if page.path != here[0] else None,
        tried=sum(times_failed(filling, one) for one in all_of_it) if page.told else 0,
        progress=_progress(visit, filling, here, texts),
        heading=heading if heading.text else Phrase(texts.text("question.several"), language),
        elsewhere=_elsewhere(asked, texts),
        asked=asked,
        title=_title(len(wrong), texts),
        notes=_notes(visit, filling, failed, texts),
        letters=_letters({one.keys for one in asked}, texts),
        go_on=texts.text("question.continue"),
        undo=texts.text("question.undo"),
        can_undo=can_undo(filling, changed_in(filling, all_of_it)),
        ways=_ways(entry, wrong, failed, texts),
        others_first=setting.one_button,
    )


def _asked(
    visit: Visit, entry: Entry, page: Question, path: QuestionPath, texts: Messages, setting: Setting
) -> AskedContents:
    question, language = entry.question(path), Language(texts.language)
    field = field_of(entry, question, texts, setting)
    problem = entry.problem(path) if together.pointed_out(page, path) else None
    largest = setting.preferences.text_step >= LARGEST
    tells = question.type is AnswerType.NOTE
    keys = keys_for(field)
    return AskedContents(
        path=path,
        label=Phrase("", language) if tells else form_text.label(entry, question.label, language),
        hint=hint_of(entry, question, field, texts),
        notes=() if tells else _beside(entry, question, texts),
        problem=problem_text(entry, problem, texts) if problem is not None else None,
        field=field,
        keys=keys if setting.keyboard else NO_KEYS,
        said_before=_said_before(visit, entry, question, texts, setting),
        wrong=texts.text("question.problem_title") if problem is not None and largest else "",
    )


def _beside(entry: Entry, question: FormQuestion, texts: Messages) -> tuple[Phrase, ...]:
    """What the form adds to its hint, and that there may be no answer."""
    language = Language(texts.language)
    more = form_text.lines(entry, question.guidance, language)
    free = not (entry.required(question.path) or entry.readonly(question.path))
    empty = Phrase(texts.text("question.optional.text"), language)
    return tuple(one for one in (more, empty) if one.text and (free or one is not empty))


def _said_before(
    visit: Visit, entry: Entry, question: FormQuestion, texts: Messages, setting: Setting
) -> str:
    raw = said_before(visit, question.path)
    words = (
        answer_words(entry.answer(question.path, raw), question, texts, setting.places).text if raw else ""
    )
    answer = plain(words, LONGEST_OFFERED, lines=False)
    return texts.text("said.use", answer=answer) if answer else ""


def _elsewhere(asked: Sequence[AskedContents], texts: Messages) -> str:
    """Which language the questions are in, when they are not in the chosen one."""
    found = (form_languages.of_question(one.label, one.hint, one.field, texts) for one in asked)
    return next((one for one in found if one), "")


def _title(wrong: int, texts: Messages) -> str:
    if not wrong:
        return ""
    return texts.text("question.problem_title") if wrong == 1 else texts.text("question.problems", n=wrong)


def _letters(keys: Collection[str], texts: Messages) -> str:
    """The same words whichever field has the focus."""
    if NUMBERS in keys and LETTERS in keys:
        return texts.text("question.keys")
    return texts.text("question.numbers" if NUMBERS in keys else "question.letters")


def _notes(visit: Visit, filling: Filling, failed: int, texts: Messages) -> tuple[Note, ...]:
    """The way out where an answer does not fit; else who sees the answers."""
    name = "leave_it" if failed >= LEAVE_AFTER else "way_out" if failed else "who_sees"
    names = offices.recipients_line(visit, filling, texts)
    text = texts.text(f"question.{name}.text", **({} if failed else {"names": names}))
    return (
        Note(texts.text(f"question.{name}.title"), Phrase(offices.begin(text), Language(texts.language))),
    )


def _ways(entry: Entry, wrong: Sequence[QuestionPath], failed: int, texts: Messages) -> tuple[WayOn, ...]:
    """A way on once an answer did not succeed: before, a page with several fields has no room for it."""
    if failed >= LEAVE_AFTER:
        return (WayOn(Way.LEAVE, texts.text("question.leave_it")),)
    if failed >= PERSON_AFTER:
        return (WayOn(Way.PERSON, texts.text("question.ask_person")),)
    at_home = (entry.question(one).type in LEFT_AT_HOME and entry.required(one) for one in wrong)
    return (WayOn(Way.LATER, texts.text("question.later")),) if any(at_home) else ()


def _progress(
    visit: Visit, filling: Filling, here: Sequence[QuestionPath], texts: Messages
) -> ProgressContents:
    """Counts the questions that are asked now, as on a page with one."""
    asked = [one.path for one in checking.asked(filling.entry, here[0])]
    places = [place for place, path in enumerate(asked, start=1) if path in here]
    total = max(len(asked), 1)
    lead = _lead(visit, filling, here[0], texts)
    if not places:
        before = [one.path for one in filling.entry.pages()]
        passed = sum(before.index(path) < before.index(here[0]) for path in asked) if here[0] in before else 0
        return ProgressContents(min(passed + 1, total), total, lead, "")
    first, last = places[0], places[-1]
    if first == last:
        return ProgressContents(first, total, lead, texts.text("question.position", n=first, total=total))
    words = texts.text("question.positions", first=first, last=last, total=total)
    return ProgressContents(first, total, lead, words)


def _lead(visit: Visit, filling: Filling, path: QuestionPath, texts: Messages) -> str:
    """Whose answers they are, in a list; otherwise the service: the part of the form is the heading."""
    whose = list_entries.whose(filling.entry, path, texts)
    if whose:
        return whose
    language = Language(texts.language)
    service = visit.service(filling.service)
    return within(outside.name(service.name, language).text, language) if service is not None else ""
