# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the form at the window, by whoever presses and writes: what has to be answered, with likely answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from core.forms.definition import AnswerType, Question
from core.forms.entry import Entry
from core.ids import QuestionPath
from core.visit import checking, together
from core.visit import pages as p
from core.visit.lists import entries, is_list
from kiosk.gate.likely import candidates
from kiosk.gate.robot import Robot
from kiosk.gate.stuck import StuckError
from ui.present.ranges import is_shown_whole

MOST_QUESTIONS = 400
MOST_PARTS = 40
"""Presses of Continue on a page with several questions."""


class Presses(Protocol):
    """Somebody who presses and writes."""

    def press(self, name: str) -> None:
        """Press what has this name."""

    def write(self, name: str, text: str) -> None:
        """Write into the field of this name."""


def fill(robot: Robot, person: Presses) -> None:
    """Answer every question that must be answered. Raises `StuckError` where it cannot be done."""
    for _ in range(MOST_QUESTIONS):
        page = robot.page
        if not isinstance(page, p.Question):
            break
        _one(robot, person, page)
    robot.reach(p.Check)
    for part in range(1, checking.parts(_entry(robot))):
        person.press("foot.primary")
        robot.until(partial(_shows_part, robot, part), f"to see part {part + 1} of the answers")


def _shows_part(robot: Robot, part: int) -> bool:
    page = robot.page
    return isinstance(page, p.Check) and page.part == part


def _one(robot: Robot, person: Presses, page: p.Question) -> None:
    entry = _entry(robot)
    if is_list(page.path) and not entries(entry, page.path):
        person.press("list.add")
        robot.until(partial(_has_left, robot, page), f"to go into {page.path}")
        return
    for path in _each(robot, page.path):
        entry = _entry(robot)
        question = entry.question(path)
        raw = answer_for(entry, question)
        answer(person, question, raw, f"@{path}" if together.shares_page(robot.visit, path) else "")
        after = _entry(robot)
        if after.problem(path) is not None:
            raise StuckError(f"{path} has {after.raw(path)!r} for {raw!r}")
    _go_on(robot, person, page)


def _each(robot: Robot, path: QuestionPath) -> Iterator[QuestionPath]:
    """The questions of a page, also those that an answer to one of them opens."""
    done: set[QuestionPath] = set()
    while True:
        following = [one for one in together.on_page(robot.visit, path) if one not in done]
        if not following:
            return
        done.add(following[0])
        yield following[0]


def _go_on(robot: Robot, person: Presses, page: p.Question) -> None:
    """Press Continue. Where several questions share a page it may lead to the next of them first."""
    if together.shares_page(robot.visit, page.path):
        for _ in range(MOST_PARTS):
            person.press("foot.primary")
            if _has_left(robot, page):
                return
    else:
        person.press("foot.primary")
    robot.until(partial(_has_left, robot, page), f"to go on from {page.path}")


def _entry(robot: Robot) -> Entry:
    filling = robot.visit.filling
    if filling is None:
        raise StuckError("no form is being filled")
    return filling.entry


def _has_left(robot: Robot, page: p.Page) -> bool:
    return robot.page != page


def answer_for(entry: Entry, question: Question) -> str:
    """The first likely answer that has no problem; nothing where nothing has to be said."""
    if question.type in (AnswerType.NOTE, AnswerType.REPEAT) or entry.readonly(question.path):
        return ""
    if entry.raw(question.path) and entry.problem(question.path) is None:
        # The form has answered it itself.
        return ""
    if not entry.required(question.path) and entry.problem(question.path) is None:
        return ""
    for raw in candidates(entry, question):
        if raw and entry.answer(question.path, raw).problem(question.path) is None:
            return raw
    raise StuckError(f"no answer for {question.path}")


def answer(person: Presses, question: Question, raw: str, at: str = "") -> None:
    """Give an answer with the fields that the page has for it; their names end in `at`."""
    if not raw:
        return
    _give(_Beside(person, at), question, raw)


@dataclass(frozen=True, slots=True)
class _Beside:
    """Somebody who means one question of several: its fields are called after it."""

    person: Presses
    at: str

    def press(self, name: str) -> None:
        self.person.press(f"{name}{self.at}")

    def write(self, name: str, text: str) -> None:
        self.person.write(f"{name}{self.at}", text)


def _give(person: Presses, question: Question, raw: str) -> None:
    match question.type:
        case AnswerType.RANK:
            # The last place needs no press.
            for value in raw.split(" ")[:-1]:
                person.press(f"answer.choice.{value}")
        case AnswerType.RANGE | AnswerType.INTEGER | AnswerType.DECIMAL if is_shown_whole(question):
            person.press(f"answer.choice.{raw}")
        case AnswerType.RANGE:
            person.write("answer.number", raw)
        case AnswerType.UPLOAD:
            person.write("answer.text", "ana")
        case AnswerType.SELECT_ONE | AnswerType.SELECT_MULTIPLE | AnswerType.TRUTH:
            for value in raw.split(" "):
                person.press(f"answer.choice.{value}")
        case AnswerType.DATE:
            _parts(person, raw, "")
        case AnswerType.TIME:
            _parts(person, "", raw)
        case AnswerType.DATE_TIME:
            _parts(person, *raw.split("T"))
        case AnswerType.INTEGER | AnswerType.DECIMAL:
            person.write("answer.number", raw)
        case _:
            person.write("answer.text", raw)


def _parts(person: Presses, date: str, time: str) -> None:
    if date:
        year, month, day = date.split("-")
        for name, number in (("day", day), ("month", month), ("year", year)):
            person.write(f"answer.{name}", str(int(number)))
    if time:
        hour, minute = time.split(":")[:2]
        person.write("answer.hour", hour)
        person.write("answer.minute", minute)
