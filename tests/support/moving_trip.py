# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way through the change of address at the window: found by its life event, and filled to the end."""

from core.visit import pages as p
from tests.support.planners.journey import service_called
from tests.support.robot import Robot

NAMES = {"en": "Marigold Example", "ar": "مريم مثال", "zh-Hans": "李小明"}


def find_the_service(robot: Robot, language: str) -> None:
    """From the welcome page to the first question of the change of address."""
    service = service_called(robot, "change-of-address")
    robot.press(f"language.{language}")
    robot.reach(p.Home)
    moving = robot.known.catalogue.services[service].events[0]
    robot.press(f"event.{moving}")
    robot.reach(p.EventServices)
    robot.press(f"service.{service}")
    robot.reach(p.AboutService)
    robot.press("foot.primary")
    robot.reach(p.Question)


def path_of(robot: Robot) -> str:
    """The name of the question that is asked."""
    assert isinstance(robot.page, p.Question)
    return robot.page.path.rsplit("/", 1)[-1]


def go_on(robot: Robot) -> None:
    """To the next page of the form."""
    before = robot.visit.page
    robot.press("foot.primary")
    robot.until(lambda: robot.visit.page != before, f"to go on from {before}")


def fill(robot: Robot, language: str) -> None:
    """Answer everything that is asked from here on; optional questions stay empty."""
    while isinstance(robot.page, p.Question):
        match path_of(robot):
            case "full_name":
                robot.write("answer.text", NAMES[language])
            case "street":
                robot.write("answer.text", "27 Ropewalk")
            case "moving_date":
                for part, text in (("day", "14"), ("month", "12"), ("year", "2026")):
                    robot.write(f"answer.{part}", text)
            case "who_moves":
                robot.press("answer.choice.only_me")
            case "tell":
                robot.press("answer.choice.nobody")
            case _:
                pass
        go_on(robot)
