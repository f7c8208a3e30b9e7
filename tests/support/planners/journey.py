# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A service from the first page to the received reference, by whoever presses and writes."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from core.forms.definition import AnswerType, Question
from core.forms.entry import Entry
from core.ids import ServiceId
from core.submission import DeliveryState
from core.visit import pages as p
from core.visit.lists import entries, is_list
from tests.support.form_filling import candidates
from tests.support.robot import Robot
from tests.support.sandbox_town import RunningTown
from ui.present.ranges import is_shown_whole

MOST_QUESTIONS = 60
SERVICES = (
    "register-birth",
    "change-of-address",
    "household-register",
    "register-death",
    "child-benefit",
    "job-lost",
    "help-at-home",
    "school-place",
    "register-business",
    "complaint",
    "street-plan",
    "report-pothole",
    "report-street-light",
    "report-missed-bin",
    "report-dumped-rubbish",
    "report-tree",
    "report-graffiti",
    "tax-number",
    "order-bins",
    "health-card",
)
"""Every service of the sandbox town that can be done at a machine: by OpenRosa, Open311, and three APIs in JSON."""


class Town:
    """What the town has received, whichever agency and standard it came by."""

    def __init__(self, town: RunningTown) -> None:
        self._town = town
        self._before: set[str] = set()

    def remember(self) -> None:
        """From now on, what comes is new."""
        self._before = self._references()

    def new(self) -> list[str]:
        """The references of what has come since."""
        return sorted(self._references() - self._before)

    def _references(self) -> set[str]:
        sent = {str(record["reference"]) for record in self._town.submissions()}
        asked = {str(record["service_request_id"]) for record in self._town.requests()}
        # Form.io knows what it was sent by an id of its own, which is what it answers with.
        applied = {
            str(record["content"].get("_id", record["reference"])) for record in self._town.applications()
        }
        return sent | asked | applied


class Presses(Protocol):
    """Somebody who presses and writes."""

    def press(self, name: str) -> None: ...

    def write(self, name: str, text: str) -> None: ...


def service_called(robot: Robot, ending: str) -> ServiceId:
    """The id of a service of the sandbox town, once its form is here."""
    robot.until(lambda: len(robot.visit.forms) >= len(SERVICES), "for every form")
    return next(one for one in robot.visit.catalogue.services if one.rstrip("/").endswith("/" + ending))


def travel(robot: Robot, person: Presses, ending: str) -> str:
    """Do the whole service. Returns the agency's reference."""
    service = service_called(robot, ending)
    event = robot.visit.catalogue.services[service].events[0]
    person.press("language.en")
    robot.reach(p.Home)
    if not robot.shell.findChildren(QWidget, f"event.{event}"):
        person.press("home.more")
        robot.reach(p.MoreEvents)
    person.press(f"event.{event}")
    robot.reach(p.EventServices)
    person.press(f"service.{service}")
    robot.reach(p.AboutService)
    person.press("foot.primary")
    robot.reach(p.Question)
    fill(robot, person)
    person.press("foot.primary")
    robot.reach(p.Sent)
    robot.until(lambda: received(robot), "for the agency's answer")
    assert robot.visit.delivery is not None
    return robot.visit.delivery.reference


def received(robot: Robot) -> bool:
    delivery = robot.visit.delivery
    return delivery is not None and delivery.state is DeliveryState.RECEIVED


def fill(robot: Robot, person: Presses) -> None:
    """Answer every question that must be answered."""
    for _ in range(MOST_QUESTIONS):
        page = robot.page
        if not isinstance(page, p.Question):
            break
        filling = robot.visit.filling
        assert filling is not None
        if is_list(page.path) and not entries(filling.entry, page.path):
            person.press("list.add")
            robot.until(lambda before=page: robot.page != before, f"to go into {page}")  # type: ignore[misc]
            continue
        question = filling.entry.question(page.path)
        raw = answer_for(filling.entry, question)
        answer(person, question, raw)
        after = robot.visit.filling
        assert after is not None
        assert after.entry.problem(page.path) is None, (
            f"{page.path}: {after.entry.raw(page.path)!r} for {raw!r}"
        )
        person.press("foot.primary")
        robot.until(lambda before=page: robot.page != before, f"to go on from {page}")  # type: ignore[misc]
    robot.reach(p.Check)


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
    raise AssertionError(f"no answer for {question.path}")


def answer(person: Presses, question: Question, raw: str) -> None:
    """Give an answer with the fields that the page has for it."""
    if not raw:
        return
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
