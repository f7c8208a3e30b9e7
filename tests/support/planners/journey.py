# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A service from the first page to the received reference, by whoever presses and writes."""

from PySide6.QtWidgets import QWidget

from core.ids import ServiceId
from core.submission import DeliveryState
from core.visit import pages as p
from kiosk.gate.filling import Presses, fill
from tests.support.robot import Robot
from tests.support.sandbox_town import RunningTown

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


def service_called(robot: Robot, ending: str) -> ServiceId:
    """The id of a service of the sandbox town, once its form is here."""
    robot.until(lambda: len(robot.known.forms) >= len(SERVICES), "for every form")
    return next(one for one in robot.known.catalogue.services if one.rstrip("/").endswith("/" + ending))


def travel(robot: Robot, person: Presses, ending: str) -> str:
    """Do the whole service. Returns the agency's reference."""
    service = service_called(robot, ending)
    event = robot.known.catalogue.services[service].events[0]
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
