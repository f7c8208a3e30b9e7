# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole trips at the window, over real HTTP, in three scripts: online, without a network, and half-way changes."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from core.submission import DeliveryState
from core.visit import pages as p
from core.visit.delays import Delays
from core.visit.effects import Ending
from tests.support.moving_trip import NAMES, fill, find_the_service, go_on, path_of
from tests.support.planners.journey import service_called
from tests.support.processes import Machine
from tests.support.robot import Robot, at_the_window, running_courier
from tests.support.sandbox_town import RunningTown, running_town
from tests.support.squeezing import squeezed

KIOSK = ScreenMeasure(1920, 1080, 102)
HOME = ScreenMeasure(1366, 768, 100)
UPRIGHT = ScreenMeasure(1080, 1920, 141)


@pytest.fixture
def town(tmp_path: Path) -> Iterator[RunningTown]:
    with running_town(tmp_path) as running:
        yield running


@pytest.fixture
def machine(tmp_path: Path, town: RunningTown) -> Machine:
    return Machine(tmp_path / "store", town.url)


def send(robot: Robot) -> str:
    robot.reach(p.Check)
    robot.press("foot.primary")
    robot.reach(p.Sent)
    assert robot.visit.delivery is not None
    return robot.visit.delivery.id


def received(robot: Robot) -> bool:
    return robot.visit.delivery is not None and robot.visit.delivery.state is DeliveryState.RECEIVED


@pytest.mark.parametrize(
    ("language", "measure"), [("en", KIOSK), ("ar", HOME), ("zh-Hans", UPRIGHT)], ids=["en", "ar", "zh-Hans"]
)
def test_a_citizen_gets_a_service_done(
    qtbot: QtBot, tmp_path: Path, machine: Machine, town: RunningTown, language: str, measure: ScreenMeasure
) -> None:
    with running_courier(machine, tmp_path / "log"), at_the_window(machine, measure) as robot:
        find_the_service(robot, language)
        fill(robot, language)
        submission = send(robot)
        robot.until(lambda: received(robot), "for the agency's answer")
        assert robot.visit.delivery is not None
        reference = robot.visit.delivery.reference
        assert reference
        assert squeezed(reference) in squeezed(robot.texts())
        (record,) = town.submissions()
        assert record["instance_id"] == submission
        assert record["reference"] == reference
        assert NAMES[language] in str(town.submission(submission))
        robot.press("bar.finish")
        robot.until(lambda: robot.endings == [Ending.FINISHED], "for the end")


@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
def test_without_a_network_the_answers_are_sealed_and_leave_when_it_returns(
    qtbot: QtBot, tmp_path: Path, machine: Machine, town: RunningTown, language: str
) -> None:
    log = tmp_path / "log"
    with running_courier(machine, log), at_the_window(machine) as robot:
        service_called(robot, "change-of-address")
    town.stop()
    with running_courier(machine, log), at_the_window(machine, HOME) as robot:
        find_the_service(robot, language)
        fill(robot, language)
        submission = send(robot)
        assert robot.visit.delivery is not None
        assert robot.visit.delivery.state in (DeliveryState.SEALED, DeliveryState.LEAVING)
        assert not robot.visit.delivery.reference
        town.start()
        robot.until(lambda: received(robot), "for the agency's answer")
        assert [record["instance_id"] for record in town.submissions()] == [submission]


@pytest.mark.requirement("UND-09", part="another language loses no answer")
def test_the_language_changes_half_way_and_no_answer_is_lost(
    qtbot: QtBot, tmp_path: Path, machine: Machine, town: RunningTown
) -> None:
    with running_courier(machine, tmp_path / "log"), at_the_window(machine) as robot:
        find_the_service(robot, "en")
        robot.write("answer.text", NAMES["ar"])
        for language in ("ar", "zh-Hans"):
            robot.press("bar.language")
            robot.until(lambda: robot.over == p.Languages(), "for the languages")
            robot.press(f"language.{language}")
            robot.until(partial(speaks, robot, language), "for the language")
        assert robot.visit.filling is not None
        path = robot.visit.filling.entry.pages()[0].path
        assert robot.visit.filling.entry.raw(path) == NAMES["ar"]
        fill_rest(robot)
        submission = send(robot)
        robot.until(lambda: received(robot), "for the agency's answer")
        assert NAMES["ar"] in str(town.submission(submission))


def speaks(robot: Robot, language: str) -> bool:
    return robot.over is None and robot.visit.language == language


def fill_rest(robot: Robot) -> None:
    go_on(robot)
    fill(robot, "ar")


@pytest.mark.requirement("PRV-08", part="somebody who walks away")
@pytest.mark.requirement("TIM-01", part="the usual pace")
def test_somebody_who_walks_away_is_asked_and_then_forgotten(
    qtbot: QtBot, tmp_path: Path, machine: Machine, town: RunningTown
) -> None:
    quick = Delays(idle=8.0, warning=3.0, readings=0.0)
    with (
        running_courier(machine, tmp_path / "log"),
        at_the_window(machine, change=lambda profile: replace(profile, delays=quick)) as robot,
    ):
        find_the_service(robot, "en")
        robot.write("answer.text", "Nobody Else's Business")
        robot.until(lambda: isinstance(robot.over, p.StillThere), "for the question")
        assert "Nobody Else" not in robot.texts()
        robot.until(lambda: robot.endings == [Ending.LEFT], "for the end")
    assert not town.submissions()


def test_what_was_typed_survives_a_refused_answer(
    qtbot: QtBot, tmp_path: Path, machine: Machine, town: RunningTown
) -> None:
    with running_courier(machine, tmp_path / "log"), at_the_window(machine) as robot:
        find_the_service(robot, "en")
        while path_of(robot) != "moving_date":
            robot.write("answer.text", "27 Ropewalk")
            go_on(robot)
        for part, text in (("day", "45"), ("month", "13"), ("year", "2026")):
            robot.write(f"answer.{part}", text)
        robot.press("foot.primary")
        robot.until(lambda: isinstance(robot.page, p.Question) and robot.page.told, "for the problem")
        assert robot.visit.filling is not None
        assert isinstance(robot.page, p.Question)
        assert "45" in robot.visit.filling.entry.raw(robot.page.path)
