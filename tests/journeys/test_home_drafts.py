# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home: a form begun on one day is gone on with on another, over real HTTP, and is sent once."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.submission import DeliveryState
from core.visit import pages as p
from core.visit.effects import Ending
from tests.support.moving_trip import fill, find_the_service, go_on, path_of
from tests.support.processes import Machine
from tests.support.robot import Robot, at_the_window, running_courier
from tests.support.sandbox_town import RunningTown, running_town
from tests.support.squeezing import squeezed


@pytest.mark.parametrize("leaving", ["kept on the person's word", "the window is closed"])
def test_a_form_begun_today_is_sent_tomorrow(qtbot: QtBot, tmp_path: Path, leaving: str) -> None:
    with running_town(tmp_path) as town, running_courier(home(tmp_path, town), tmp_path / "log"):
        machine = home(tmp_path, town)
        with at_the_window(machine) as robot:
            find_the_service(robot, "en")
            while path_of(robot) != "full_name":
                go_on(robot)
            robot.write("answer.text", "Marigold Exam")
            if leaving == "kept on the person's word":
                robot.press("bar.finish")
                robot.until(lambda: robot.over == p.AskFinish(), "to be asked")
                robot.press("foot.keep")
                robot.until(lambda: robot.endings == [Ending.FINISHED], "for the end")
        assert town.submissions() == []

        with at_the_window(machine) as robot:
            robot.press("language.en")
            robot.reach(p.Home)
            robot.until(lambda: "home.go_on" in robot.names(), "for what was begun")
            robot.press("home.go_on")
            robot.reach(p.AboutService)
            robot.press("foot.primary")
            robot.reach(p.Question)
            assert path_of(robot) == "full_name"
            assert written(robot) == "Marigold Exam"
            fill(robot, "en")
            robot.press("foot.primary")
            robot.reach(p.Sent)
            robot.until(lambda: state(robot) is DeliveryState.RECEIVED, "for the agency's answer")

        with at_the_window(machine) as robot:
            robot.press("language.en")
            robot.reach(p.Home)
            robot.until(lambda: robot.visit.keeps, "for the drafts")
            assert robot.visit.aside == ()
            robot.press("home.check")
            robot.reach(p.Applications)
            robot.until(lambda: "application." in " ".join(robot.names()), "for what was sent")
            robot.press(next(name for name in robot.names() if name.startswith("application.")))
            robot.reach(p.Status)
            assert squeezed(str(town.submissions()[0]["reference"])) in squeezed(robot.texts())
        assert len(town.submissions()) == 1


def test_what_an_office_refused_is_changed_and_sent_again_and_deleted(qtbot: QtBot, tmp_path: Path) -> None:
    with running_town(tmp_path) as town, running_courier(home(tmp_path, town), tmp_path / "log"):
        machine = home(tmp_path, town)
        with at_the_window(machine) as robot:
            find_the_service(robot, "en")
            fill(robot, "en")
            town.change_form("change-of-address", closed=True)
            robot.press("foot.primary")
            robot.reach(p.Sent)
            robot.until(lambda: state(robot) is DeliveryState.REFUSED, "for the no")
            robot.until(lambda: "delivery.mend" in robot.names(), "to be offered another try")
        assert town.submissions() == []
        town.change_form("change-of-address", closed=False)

        with at_the_window(machine) as robot:
            chosen(robot)
            robot.until(lambda: "delivery.mend" in robot.names(), "to be offered another try")
            robot.press("delivery.mend")
            robot.reach(p.Check)
            robot.press("foot.primary")
            robot.reach(p.Sent)
            robot.until(lambda: state(robot) is DeliveryState.RECEIVED, "for the agency's answer")
            (record,) = town.submissions()
            assert "Marigold Exam" in str(record["xml"])

        with at_the_window(machine) as robot:
            chosen(robot, last=True)
            robot.press("delivery.discard")
            robot.until(lambda: isinstance(robot.over, p.AskDiscard), "to be asked")
            robot.press("foot.discard")
            robot.reach(p.Applications)
            robot.until(lambda: len(applications(robot)) == 1, "for the list without it")
        assert len(town.submissions()) == 1


def applications(robot: Robot) -> list[str]:
    return [name for name in robot.names() if name.startswith("application.")]


def chosen(robot: Robot, *, last: bool = False) -> None:
    """From the welcome page to an application in the list."""
    robot.press("language.en")
    robot.reach(p.Home)
    robot.until(lambda: robot.visit.keeps, "for the drafts")
    robot.press("home.check")
    robot.reach(p.Applications)
    robot.until(lambda: bool(applications(robot)), "for what was sent")
    robot.press(applications(robot)[-1 if last else 0])
    robot.reach(p.Status)


def home(folder: Path, town: RunningTown) -> Machine:
    return Machine(folder / "store", town.url, "home")


def written(robot: Robot) -> str:
    """What stands in the answer to the question that is asked."""
    assert isinstance(robot.page, p.Question)
    assert robot.visit.filling is not None
    return robot.visit.filling.entry.raw(robot.page.path)


def state(robot: Robot) -> DeliveryState | None:
    return robot.visit.delivery.state if robot.visit.delivery is not None else None
