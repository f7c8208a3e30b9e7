# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form being filled as plain data, to be taken up again later; it knows no store and no visit."""

from dataclasses import dataclass, field
from datetime import datetime

from core.forms.built import TRUE
from core.forms.definition import AnswerType, Form, Question
from core.forms.entry import Entry
from core.ids import QuestionPath, SubmissionId

ROUNDS = 8
"""How often lists and answers are gone through: a list inside a list needs one round more than the outer one."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a person has put into a form: how long each list is, and what stands in each answer, by path."""

    lists: tuple[tuple[QuestionPath, int], ...] = field(default=(), repr=False)
    answers: tuple[tuple[QuestionPath, str], ...] = field(default=(), repr=False)


def given(entry: Entry) -> Given:
    """What is in a form now. Answers to what is not asked now are there too: they come back when it is."""
    lists = [one.path for one in entry.questions() if one.type is AnswerType.REPEAT]
    answers = [one.path for one in entry.questions() if _is_kept(one)]
    return Given(
        tuple([(path, len(entry.instances(path))) for path in lists]),
        tuple([(path, entry.raw(path)) for path in answers]),
    )


def resumed(form: Form, submission: SubmissionId, begun: datetime, held: Given) -> Entry:
    """The form with what was put into it, under its submission id and begun when it was begun.

    `form` may be a later version: what has no place in it is left out, and `missing` tells what. Answers go in until
    nothing changes any more, because one may open the place of another, or a calculation may run over it.
    """
    entry = Entry.begin(form, submission, begun.date(), begun)
    for _ in range(ROUNDS):
        before = entry
        entry = _answered(_long_enough(entry, held), held)
        if entry is before:
            break
    return entry


def missing(entry: Entry, held: Given) -> tuple[QuestionPath, ...]:
    """The answers for which a form has no place."""
    there = {question.path for question in entry.questions() if _is_kept(question)}
    return tuple(path for path, raw in held.answers if raw and path not in there)


def _is_kept(question: Question) -> bool:
    """Whether what stands there is an answer. A file is not kept beside it: its name alone would send nothing."""
    return question.type not in (AnswerType.REPEAT, AnswerType.NOTE, AnswerType.UPLOAD)


def _long_enough(entry: Entry, held: Given) -> Entry:
    for path, wanted in held.lists:
        if _there(entry, path) is None:
            continue
        # A form that allows fewer than before stops at what it allows.
        while len(entry.instances(path)) < min(wanted, entry.most(path)):
            entry = entry.add(path)
        while len(entry.instances(path)) > wanted:
            entry = entry.remove(path, len(entry.instances(path)))
    return entry


def _answered(entry: Entry, held: Given) -> Entry:
    for path, raw in held.answers:
        question = _there(entry, path)
        if question is not None and _is_kept(question) and entry.raw(path) != raw:
            entry = entry.answer(path, raw, again=_may_be_opened(entry, question))
    return entry


def _may_be_opened(entry: Entry, question: Question) -> bool:
    """Whether a person could have given an answer that is closed now. What never was open keeps what the form says."""
    node = entry.tree.origin(question.node)
    return entry.form.binds[node].readonly != TRUE and node not in entry.form.calculated


def _there(entry: Entry, path: QuestionPath) -> Question | None:
    try:
        return entry.question(path)
    except KeyError:
        return None
