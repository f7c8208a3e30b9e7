# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills any form to its end the way a patient tester would: trying answers until one is taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from core.forms.definition import AnswerType, Form, Question
from core.forms.entry import Entry
from core.ids import QuestionPath, SubmissionId

NOW = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
SUBMISSION = SubmissionId("uuid:5d2c1c5e-7f61-4d8a-9d3e-2d4f8a1b6c70")

NUMBERS = ("5", "1", "20", "50", "100", "2", "0", "12", "2000", "-1", "15")
DATES = ("2020-01-01", "2026-11-23", "2027-01-01", "1980-06-15", "2026-11-01")
TEXTS = (
    "Ana",
    "12345678",
    "PA1234567890",
    "x@example.org",
    "+358401234567",
    "1",
    "ab",
    "abc 123",
    "2020",
    "A1",
)


def begun(form: Form) -> Entry:
    """A new entry at a fixed moment."""
    return Entry.begin(form, SUBMISSION, NOW.date(), NOW)


def candidates(entry: Entry, question: Question) -> Iterator[str]:
    """Answers worth trying, likeliest first."""
    match question.type:
        case AnswerType.SELECT_ONE:
            yield from [choice.value for choice in entry.choices(question)]
        case AnswerType.SELECT_MULTIPLE:
            values = [choice.value for choice in entry.choices(question)]
            yield from values
            yield " ".join(values[:2])
            yield " ".join(values)
        case AnswerType.INTEGER:
            yield from NUMBERS
        case AnswerType.DECIMAL:
            yield from (*NUMBERS, "1.5", "12.34")
        case AnswerType.DATE:
            yield from DATES
        case AnswerType.DATE_TIME:
            yield from [f"{day}T12:30:00" for day in DATES]
        case AnswerType.TIME:
            yield "12:30:00"
        case AnswerType.TEXT:
            yield from (*TEXTS, *NUMBERS)
        case AnswerType.NOTE | AnswerType.REPEAT:
            return
    yield ""


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
