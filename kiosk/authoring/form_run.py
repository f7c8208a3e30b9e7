# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills a form from a table of answers and tells, for each question, how it stands; nothing is sent or kept."""

import re
from collections.abc import Mapping
from datetime import datetime

from core.forms.binds import Shape
from core.forms.definition import MOST_INSTANCES, AnswerType, Form, Question
from core.forms.entry import Entry
from core.forms.message import Message
from core.forms.verdict import Problem
from core.ids import QuestionPath, SubmissionId

RUN = SubmissionId("uuid:00000000-0000-4000-8000-000000000000")
"""The id of a submission that is only shown."""

_PLACE = re.compile(r"\[(\d{1,4})\]")


class UnknownQuestionError(Exception):
    """There is no question with the name of an answer, now that the others are given."""


def filled(form: Form, answers: Mapping[str, object], now: datetime) -> Entry:
    """The form with the answers given in the order of its questions.

    A name is a question's path, or its end (`name`, `person[2]/name`); instances are added as the names need them.
    Numbers and truths may be JSON values, lists are several choices; choices of forms that are sent as JSON are
    named by what is sent. Raises `UnknownQuestionError` for a name that no question has.
    """
    entry = Entry.begin(form, RUN, now.date(), now)
    left = dict(answers)
    while left:
        entry = _grown(entry, left)
        found = [(name, path) for name in left if (path := path_of(entry, name)) is not None]
        if not found:
            raise UnknownQuestionError(", ".join(sorted(left)))
        order = {question.path: place for place, question in enumerate(entry.pages())}
        name, path = min(found, key=lambda one: order.get(one[1], len(order)))
        shape = form.shapes.get(entry.tree.origin(entry.question(path).node))
        entry = entry.answer(path, given(left.pop(name), shape))
    return entry


def given(value: object, shape: Shape | None) -> str:
    """An answer as a person would give it. Forms that are sent as JSON number their choices."""
    if shape is None or not shape.values:
        return lexical(value)
    several = [name for name, ticked in value.items() if ticked is True] if isinstance(value, dict) else value
    tokens = {lexical(meant): token for token, meant in shape.values.items()}
    wanted = [lexical(one) for one in (several if isinstance(several, list) else [several])]
    return " ".join(tokens.get(one, one) for one in wanted)


def lexical(value: object) -> str:
    """A JSON value as the text of an answer."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return " ".join(map(lexical, value))
        case _:
            return str(value)


def path_of(entry: Entry, name: str) -> QuestionPath | None:
    """The question that a name means: relevant ones first."""
    asked = [question.path for question in entry.pages()]
    every = [question.path for question in entry.questions()]
    for paths in (asked, every):
        for path in paths:
            if path == name or path.endswith(f"/{name.removeprefix('/')}"):
                return path
    return None


def _grown(entry: Entry, names: Mapping[str, object]) -> Entry:
    """The entry with as many instances as the names speak of, the outer ones first."""
    for name in names:
        for place in _PLACE.finditer(name):
            entry = _with_instances(entry, name[: place.start()], int(place[1]))
    return entry


def _with_instances(entry: Entry, repeat: str, number: int) -> Entry:
    for question in entry.pages():
        place = question.path.removesuffix("[+]")
        if question.type is AnswerType.REPEAT and (
            place == repeat or place.endswith(f"/{repeat.removeprefix('/')}")
        ):
            for _ in range(min(number, MOST_INSTANCES) - len(entry.instances(question.path))):
                entry = entry.add(question.path)
            break
    return entry


def told(entry: Entry) -> dict[str, dict[str, object]]:
    """For the path of each question: whether it is relevant, required, readonly, its value and its problem."""
    return {str(question.path): _one(entry, question) for question in entry.questions()}


def _one(entry: Entry, question: Question) -> dict[str, object]:
    path = question.path
    problem = entry.problem(path)
    found: dict[str, object] = {
        "type": question.type.value,
        "label": _said(entry, question.label),
        "relevant": entry.relevant(path),
        "required": question.type is not AnswerType.REPEAT and entry.required(path),
        "readonly": question.type is not AnswerType.REPEAT and entry.readonly(path),
        "value": entry.raw(path),
        "problems": [] if problem is None else [_problem(entry, problem)],
    }
    if question.type is AnswerType.REPEAT:
        found["value"] = len(entry.instances(path))
    return found


def _problem(entry: Entry, problem: Problem) -> dict[str, object]:
    found: dict[str, object] = {"rule": problem.rule or problem.key.removeprefix("problem.")}
    if problem.message is not None:
        found["message"] = _said(entry, problem.message)
    return found


def _said(entry: Entry, message: Message) -> str:
    return entry.text(message, entry.form.default_language).text
