# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills a form from a table of answers and tells, for each question, how it stands; nothing is sent or kept."""

import re
from collections.abc import Iterable, Mapping
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
    named, grown_for = _Named(entry, left), None
    while left:
        if entry.pages() is not grown_for:
            entry = _grown(entry, left)
            grown_for = entry.pages()
        if entry.questions() is not named.questions:
            named = _Named(entry, left)
        next_one = named.first(entry, left)
        if next_one is None:
            raise UnknownQuestionError(", ".join(sorted(left)))
        name, path = next_one
        shape = form.shapes.get(entry.tree.origin(entry.question(path).node))
        entry = entry.answer(path, given(left.pop(name), shape))
    return entry


class _Named:
    """Which of some names mean which questions, as long as the same questions are there."""

    def __init__(self, entry: Entry, names: Iterable[str]) -> None:
        self.questions = entry.questions()
        ends: dict[str, list[QuestionPath]] = {}
        for question in self.questions:
            place = question.path.find("/")
            while place >= 0:
                ends.setdefault(question.path[place + 1 :], []).append(question.path)
                place = question.path.find("/", place + 1)
        self._paths = {name: ends.get(name.removeprefix("/"), []) for name in names}
        self._names: dict[QuestionPath, list[str]] = {}
        for name, paths in self._paths.items():
            for path in paths:
                self._names.setdefault(path, []).append(name)

    def first(self, entry: Entry, left: Mapping[str, object]) -> tuple[str, QuestionPath] | None:
        """The name, of those that are left, of the question that is asked first; else one of a question not asked."""
        for question in entry.pages():
            for name in self._names.get(question.path, ()):
                if name in left:
                    return name, question.path
        return next(((name, self._paths[name][0]) for name in left if self._paths.get(name)), None)


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
