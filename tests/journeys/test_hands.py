# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole services without touch: by keyboard, five keys, two switches and one, to the received reference."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from accessibility.hands.ways import Hands, ScanTimes, Way
from tests.support.planners.journey import travel
from tests.support.planners.keys import FiveKeys, KeyboardOnly
from tests.support.planners.planner import Hand, Planner, planner_with
from tests.support.planners.switches import OneSwitch, TwoSwitches
from tests.support.processes import Machine
from tests.support.robot import Robot, at_the_window, running_courier
from tests.support.sandbox_town import RunningTown, running_town

KINDS: dict[str, tuple[Callable[[Robot, Hand], Planner], Hands]] = {
    "keyboard": (KeyboardOnly, Hands()),
    "five-keys": (FiveKeys, Hands(Way.FIVE_KEYS)),
    "two-switches": (TwoSwitches, Hands(Way.TWO_SWITCHES)),
    "one-switch": (OneSwitch, Hands(Way.ONE_SWITCH, ScanTimes(loops=10))),
}
FIRST = "change-of-address"
OTHERS = (
    "child-benefit",
    "complaint",
    "register-death",
    "help-at-home",
    "job-lost",
    "register-birth",
    "register-business",
    "school-place",
)
MOST_PER_SIGN = 12
"""Presses of two switches for each sign that is written (OPR-11)."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningTown]:
    with running_town(tmp_path_factory.mktemp("town")) as running:
        yield running


def trip(folder: Path, town: RunningTown, kind: str, service: str) -> None:
    machine = Machine(folder / "store", town.url)
    planner, hands = KINDS[kind]
    before = {record["instance_id"] for record in town.submissions()}
    with (
        running_courier(machine, folder / "log"),
        at_the_window(machine) as robot,
        planner_with(planner, robot, hands) as person,
    ):
        reference = travel(robot, person, service)
        assert reference
        (record,) = [one for one in town.submissions() if one["instance_id"] not in before]
        assert record["reference"] == reference
        person.check_presses()
        if kind == "two-switches":
            assert person.per_sign() <= MOST_PER_SIGN
        person.press("bar.finish")
        robot.until(lambda: bool(robot.endings), "for the end")


@pytest.mark.parametrize("kind", KINDS)
def test_a_service_is_done_without_touch(qtbot: QtBot, tmp_path: Path, town: RunningTown, kind: str) -> None:
    trip(tmp_path, town, kind, FIRST)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("service", OTHERS)
def test_every_service_is_done_without_touch(
    qtbot: QtBot, tmp_path: Path, town: RunningTown, kind: str, service: str
) -> None:
    trip(tmp_path, town, kind, service)
