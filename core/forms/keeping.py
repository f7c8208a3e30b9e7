# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form being filled as plain data, to be taken up again later; it knows no store and no visit."""

from dataclasses import dataclass, field
from datetime import datetime

from core.forms.definition import AnswerType, Form
from core.forms.entry import Entry
from core.forms.expression.tree import Call
from core.ids import QuestionPath, SubmissionId

ALWAYS = Call("true", ())

ROUNDS = 8
"""How often lists and answers are gone through: a list inside a list needs one round more than the outer one."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a person has put into a form: how long each list is, and what stands in each answer, by path."""

    lists: tuple[tuple[QuestionPath, int], ...] = field(default=(), repr=False)
    answers: tuple[tuple[QuestionPath, str], ...] = field(default=(), repr=False)


def given(entry: Entry) -> Given:
    """What is in a form now. Answers to what is not asked now are there too: they come back when it is."""
    lists, answers = [], []
    for question in entry.questions():
        match question.type:
            case AnswerType.REPEAT:
                lists.append((question.path, len(entry.instances(question.path))))
            case AnswerType.NOTE | AnswerType.UPLOAD:
                # A file is not kept beside the answers: its name alone would send nothing.
                pass
            case _:
                answers.append((question.path, entry.raw(question.path)))
    return Given(tuple(lists), tuple(answers))


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
    there = {question.path for question in entry.questions()}
    return tuple(path for path, raw in held.answers if raw and path not in there)


def _long_enough(entry: Entry, held: Given) -> Entry:
    for path, wanted in held.lists:
        if not _has(entry, path):
            continue
        # A form that allows fewer than before stops at what it allows.
        while len(entry.instances(path)) < min(wanted, entry.most(path)):
            entry = entry.add(path)
        while len(entry.instances(path)) > wanted:
            entry = entry.remove(path, len(entry.instances(path)))
    return entry


def _answered(entry: Entry, held: Given) -> Entry:
    for path, raw in held.answers:
        if _has(entry, path) and entry.raw(path) != raw:
            entry = entry.answer(path, raw, again=_may_be_opened(entry, path))
    return entry


def _may_be_opened(entry: Entry, path: QuestionPath) -> bool:
    """Whether a person could have given an answer that is closed now. What never was open keeps what the form says."""
    node = entry.tree.origin(entry.question(path).node)
    return entry.form.binds[node].readonly != ALWAYS and node not in entry.form.calculated


def _has(entry: Entry, path: QuestionPath) -> bool:
    try:
        entry.question(path)
    except KeyError:
        return False
    return True
