# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form with a list to which people add, from the window and from a file, into the town's record over real HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.submission import DeliveryState
from core.visit import pages as p
from tests.support.planners.journey import service_called
from tests.support.processes import Machine
from tests.support.robot import Robot, at_the_window, running_courier
from tests.support.sandbox_town import RunningTown, running_town
from tests.support.unattended_machine import UnattendedMachine

PEOPLE = "/data/person[+]"


@pytest.fixture
def town(tmp_path: Path) -> Iterator[RunningTown]:
    with running_town(tmp_path / "town") as running:
        yield running


def asked(robot: Robot) -> str:
    assert isinstance(robot.page, p.Question)
    return robot.page.path


def press(robot: Robot, name: str = "foot.primary") -> None:
    before = robot.visit
    robot.press(name)
    robot.until(lambda: robot.visit != before, f"for {name} to do something")


def say(robot: Robot, words: str) -> None:
    robot.write("answer.text", words)
    press(robot)


def begin(robot: Robot) -> None:
    service = service_called(robot, "household-register")
    robot.press("language.en")
    robot.reach(p.Home)
    robot.press(f"event.{robot.known.catalogue.services[service].events[0]}")
    robot.reach(p.EventServices)
    robot.press(f"service.{service}")
    robot.reach(p.AboutService)
    robot.press("foot.primary")
    robot.reach(p.Question)
    say(robot, "Marigold Example")
    say(robot, "27 Ropewalk")
    assert asked(robot) == PEOPLE


def add_somebody(robot: Robot, name: str, relation: str, age: str = "") -> None:
    press(robot, "list.add")
    say(robot, name)
    robot.press(f"answer.choice.{relation}")
    press(robot)
    if age:
        robot.write("answer.number", age)
        press(robot)
    assert asked(robot) == PEOPLE


def test_two_entries_are_filled_one_is_taken_out_and_brought_back_and_both_arrive(
    qtbot: QtBot, tmp_path: Path, town: RunningTown
) -> None:
    machine = Machine(tmp_path / "store", town.url)
    with running_courier(machine, tmp_path / "log"), at_the_window(machine) as robot:
        begin(robot)
        add_somebody(robot, "Robin Example", "child", "7")
        add_somebody(robot, "Basil Example", "parent")
        press(robot, "list.remove.1")
        assert "Robin Example" not in robot.texts()
        press(robot, "foot.undo")
        assert "Robin Example" in robot.texts()
        press(robot)
        press(robot)
        robot.reach(p.Check)
        robot.press("foot.primary")
        robot.reach(p.Sent)
        assert robot.visit.delivery is not None
        submission = robot.visit.delivery.id
        robot.until(lambda: bool(town.submissions()), "for the submission")
        record = str(town.submission(submission))
    assert record.count("<person>") == 2
    assert "Robin Example" in record
    assert "Basil Example" in record


def test_a_file_of_answers_adds_as_many_entries_as_it_names(tmp_path: Path, town: RunningTown) -> None:
    given = {
        "full_name": "Marigold Example",
        "street": "27 Ropewalk",
        "person[1]/name": "Robin Example",
        "person[1]/relation": "child",
        "person[1]/age": "7",
        "person[2]/name": "Basil Example",
        "person[2]/relation": "parent",
    }
    with UnattendedMachine(tmp_path / "store", town.url) as machine:
        machine.fetch()
        delivery = machine.do("household-register", given)
        machine.until(DeliveryState.RECEIVED)
        record = str(town.submission(delivery.id))
    assert record.count("<person>") == 2
    assert record.index("Robin Example") < record.index("Basil Example")
