# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole services without touch: by keyboard, five keys, two switches and one, to the received reference."""

from collections.abc import Callable, Iterator

import pytest
from _pytest.mark.structures import ParameterSet
from pytestqt.qtbot import QtBot

from accessibility.hands.ways import Hands, ScanTimes, Way
from tests.support.planners.journey import SERVICES, Town, travel
from tests.support.planners.keys import FiveKeys, KeyboardOnly
from tests.support.planners.planner import Hand, Planner, planner_with
from tests.support.planners.switches import OneSwitch, TwoSwitches
from tests.support.processes import Machine
from tests.support.robot import Robot, at_the_window, running_courier
from tests.support.sandbox_town import running_town

KINDS: dict[str, tuple[Callable[[Robot, Hand], Planner], Hands]] = {
    "keyboard": (KeyboardOnly, Hands()),
    "five-keys": (FiveKeys, Hands(Way.FIVE_KEYS)),
    "two-switches": (TwoSwitches, Hands(Way.TWO_SWITCHES)),
    "one-switch": (OneSwitch, Hands(Way.ONE_SWITCH, ScanTimes(loops=10))),
}
FIRST = "change-of-address"
MOST_PER_SIGN = 12
"""Presses of two switches for each sign that is written (OPR-11)."""


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Machine, Town]]:
    """One machine with its courier, at which one person after another does a service."""
    folder = tmp_path_factory.mktemp("machine")
    with running_town(folder) as town:
        found = Machine(folder / "store", town.url)
        with running_courier(found, folder / "log"):
            yield found, Town(town)


def trip(machine: tuple[Machine, Town], kind: str, service: str, request: pytest.FixtureRequest) -> None:
    kiosk, town = machine
    planner, hands = KINDS[kind]
    town.remember()
    with at_the_window(kiosk) as robot, planner_with(planner, robot, hands) as person:
        reference = travel(robot, person, service)
        assert reference
        assert town.new() == [reference]
        person.check_presses()
        request.node.user_properties.append(("presses", person.presses()))
        request.node.user_properties.append(("signs", person.signs()))
        if kind == "two-switches":
            assert person.per_sign() <= MOST_PER_SIGN
        person.press("bar.finish")
        robot.until(lambda: bool(robot.endings), "for the end")


def every_kind(part: str) -> tuple[ParameterSet, ...]:
    return (
        pytest.param("keyboard", marks=pytest.mark.requirement("OPR-08", part=part)),
        pytest.param("five-keys", marks=pytest.mark.requirement("OPR-09", part=part)),
        pytest.param("two-switches", marks=pytest.mark.requirement("OPR-11", part=part)),
        pytest.param("one-switch", marks=pytest.mark.requirement("OPR-12", part=part)),
    )


@pytest.mark.parametrize("kind", every_kind("one service"))
def test_a_service_is_done_without_touch(
    qtbot: QtBot, machine: tuple[Machine, Town], kind: str, request: pytest.FixtureRequest
) -> None:
    trip(machine, kind, FIRST, request)


@pytest.mark.long
@pytest.mark.parametrize("kind", every_kind("every shipped service"))
@pytest.mark.parametrize("service", [one for one in SERVICES if one != FIRST])
def test_every_service_is_done_without_touch(
    qtbot: QtBot,
    machine: tuple[Machine, Town],
    kind: str,
    service: str,
    request: pytest.FixtureRequest,
) -> None:
    trip(machine, kind, service, request)
