# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills any form to its end the way a patient tester would: trying answers until one is taken."""

from dataclasses import dataclass
from datetime import UTC, datetime

from core.forms.definition import AnswerType, Form, Question
from core.forms.entry import Entry
from core.ids import QuestionPath, SubmissionId
from kiosk.gate.likely import candidates

NOW = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
SUBMISSION = SubmissionId("uuid:5d2c1c5e-7f61-4d8a-9d3e-2d4f8a1b6c70")


def begun(form: Form) -> Entry:
    """A new entry at a fixed moment."""
    return Entry.begin(form, SUBMISSION, NOW.date(), NOW)


INSTANCES = 2
"""Instances of each repeat that are filled."""


def another(entry: Entry, question: Question, done: set[QuestionPath]) -> Entry:
    """One more instance; the question whether there is another comes again behind it."""
    done.discard(question.path)
    return entry.add(question.path)


@dataclass(frozen=True, slots=True)
class Filled:
    """How far a form could be filled. `stuck` are the questions that took no answer."""

    entry: Entry
    asked: int
    stuck: tuple[QuestionPath, ...]


def fill(form: Form, turn: int = 0) -> Filled:
    """Answer every question that is asked, in order; answers may open and close later questions.

    Another `turn` begins with another of the likely answers, so that other questions are opened.
    """
    entry = begun(form)
    done: set[QuestionPath] = set()
    stuck: list[QuestionPath] = []
    while True:
        open_questions = [one for one in entry.pages() if one.path not in done]
        if not open_questions:
            return Filled(entry, len(done), tuple(stuck))
        question = open_questions[0]
        done.add(question.path)
        if question.type is AnswerType.REPEAT:
            entry = (
                entry if len(entry.instances(question.path)) >= INSTANCES else another(entry, question, done)
            )
            continue
        if question.type is AnswerType.NOTE or entry.readonly(question.path):
            continue
        likely = list(candidates(entry, question))
        first = turn % max(1, len(likely) - 1)
        for raw in (*likely[first:], *likely[:first]):
            tried = entry.answer(question.path, raw)
            if tried.problem(question.path) is None:
                entry = tried
                break
        else:
            stuck.append(question.path)
