# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills any form to its end the way a patient tester would: trying answers until one is taken."""

from collections.abc import Iterator, Mapping
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
    values = [choice.value for choice in entry.choices(question)]
    match question.type:
        case AnswerType.SELECT_ONE:
            yield from values
        case AnswerType.SELECT_MULTIPLE:
            yield from values
            yield " ".join(values[:2])
            yield " ".join(values)
        case AnswerType.RANK:
            yield " ".join(values)
        case AnswerType.RANGE:
            assert question.scale is not None
            yield from (f"{one:g}" for one in (question.scale.start, question.scale.end))
        case AnswerType.NOTE | AnswerType.REPEAT:
            return
        case _:
            yield from LIKELY[question.type]
    yield ""


LIKELY: Mapping[AnswerType, tuple[str, ...]] = {
    AnswerType.INTEGER: NUMBERS,
    AnswerType.DECIMAL: (*NUMBERS, "1.5", "12.34"),
    AnswerType.DATE: DATES,
    AnswerType.DATE_TIME: tuple(f"{day}T12:30:00" for day in DATES),
    AnswerType.TIME: ("12:30:00",),
    AnswerType.TEXT: (*TEXTS, *NUMBERS),
    AnswerType.BARCODE: (*TEXTS, *NUMBERS),
    AnswerType.TRIGGER: ("OK",),
    AnswerType.TRUTH: ("true", "false"),
    AnswerType.UPLOAD: ("picture.jpg",),
    AnswerType.GEOPOINT: ("60.17 24.94 0 5",),
    AnswerType.GEOTRACE: ("60.17 24.94 0 5; 60.18 24.94 0 5",),
    AnswerType.GEOSHAPE: ("60.17 24.94 0 5; 60.18 24.94 0 5; 60.18 24.95 0 5; 60.17 24.94 0 5",),
}


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
