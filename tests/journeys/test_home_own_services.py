# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home: a service is added on one day, is at hand on another, and one press empties the list; a kiosk has none."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from core.visit import pages as p
from offline_cache.own_services import FILE_NAME
from tests.support.moving_trip import find_the_service, path_of
from tests.support.processes import Machine
from tests.support.robot import Robot, at_the_window, running_courier
from tests.support.sandbox_town import RunningTown, running_town


def test_what_was_used_and_added_today_is_at_hand_tomorrow_until_it_is_emptied(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with running_town(tmp_path) as town, running_courier(machine(tmp_path, town), tmp_path / "log"):
        home = machine(tmp_path, town)
        with at_the_window(home) as robot:
            find_the_service(robot, "en")
            assert path_of(robot)
            robot.press("bar.back")
            robot.reach(p.AboutService)
            robot.press("foot.own")
            robot.until(lambda: "One of your services" in robot.texts(), "to be told")

        with at_the_window(home) as robot:
            at_home(robot)
            robot.until(lambda: "home.mine" in robot.names(), "for own services")
            robot.until(lambda: any(name.startswith("service.") for name in robot.names()), "for the service")
            robot.press(next(name for name in robot.names() if name.startswith("service.")))
            robot.reach(p.AboutService)
            robot.press("bar.back")
            robot.reach(p.Home)
            robot.press("home.mine")
            robot.reach(p.OwnList)
            assert "Added by you" in robot.texts()
            assert "Used" in robot.texts()
            robot.press("foot.empty")
            robot.until(lambda: "foot.undo" in robot.names(), "for an empty list")

        with at_the_window(home) as robot:
            at_home(robot)
            robot.until(lambda: robot.visit.own is not None, "for the store")
            assert "home.mine" not in robot.names()
        assert (tmp_path / "store" / FILE_NAME).exists()


def test_a_kiosk_offers_nothing_of_it_and_makes_no_file(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        running_town(tmp_path) as town,
        running_courier(machine(tmp_path, town, "town-hall-kiosk"), tmp_path / "log"),
    ):
        with at_the_window(machine(tmp_path, town, "town-hall-kiosk")) as robot:
            find_the_service(robot, "en")
            robot.press("bar.back")
            robot.reach(p.AboutService)
            assert "foot.own" not in robot.names()
            assert robot.visit.own is None
        assert not list(tmp_path.rglob(FILE_NAME))


def at_home(robot: Robot) -> None:
    robot.press("language.en")
    robot.reach(p.Home)


def machine(folder: Path, town: RunningTown, profile: str = "home") -> Machine:
    return Machine(folder / "store", town.url, profile)
