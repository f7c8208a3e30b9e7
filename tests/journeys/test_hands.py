# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole services without touch: by keyboard, five keys or nine, two switches and one, to the received reference."""

import json
from collections.abc import Callable, Iterator

import pytest
from _pytest.mark.structures import ParameterSet
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from accessibility.hands.ways import Hands, ScanTimes, Way
from kiosk.gate.dark import InTheDark
from kiosk.gate.keys import FiveKeys, KeyboardOnly
from kiosk.gate.planner import Hand, Planner, planner_with
from kiosk.gate.switches import OneSwitch, TwoSwitches
from tests.support.planners.journey import SERVICES, Town, travel
from tests.support.planners.nine_keys import NineKeys
from tests.support.planners.sharing import share
from tests.support.processes import ROOT, Machine
from tests.support.robot import Robot, at_the_window, running_courier
from tests.support.sandbox_town import running_town

KINDS: dict[str, tuple[Callable[[Robot, Hand], Planner], Hands]] = {
    "keyboard": (KeyboardOnly, Hands()),
    "five-keys": (FiveKeys, Hands(Way.FIVE_KEYS)),
    "nine-keys": (NineKeys, Hands(Way.NINE_KEYS)),
    "two-switches": (TwoSwitches, Hands(Way.TWO_SWITCHES)),
    "one-switch": (OneSwitch, Hands(Way.ONE_SWITCH, ScanTimes(loops=10))),
}
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
        assert person.looked > person.presses()
        request.node.user_properties.append(("presses", person.presses()))
        request.node.user_properties.append(("signs", person.signs()))
        if kind == "two-switches":
            assert person.per_sign() <= MOST_PER_SIGN
        person.press("bar.finish")
        robot.until(lambda: bool(robot.endings), "for the end")


def shared() -> tuple[ParameterSet, ...]:
    """What every run does: another service in each way."""
    return (
        pytest.param(
            "keyboard", marks=pytest.mark.requirement("OPR-08", part="this run's share of the services")
        ),
        pytest.param(
            "five-keys", marks=pytest.mark.requirement("OPR-09", part="this run's share of the services")
        ),
        pytest.param(
            "nine-keys", marks=pytest.mark.requirement("OPR-09", part="this run's share of the services")
        ),
        pytest.param(
            "two-switches", marks=pytest.mark.requirement("OPR-11", part="this run's share of the services")
        ),
        pytest.param(
            "one-switch", marks=pytest.mark.requirement("OPR-12", part="this run's share of the services")
        ),
    )


def singly() -> tuple[ParameterSet, ...]:
    """One service of all of them."""
    return (
        pytest.param("keyboard", marks=pytest.mark.requirement("OPR-08", part="one service")),
        pytest.param("five-keys", marks=pytest.mark.requirement("OPR-09", part="one service")),
        pytest.param("nine-keys", marks=pytest.mark.requirement("OPR-09", part="one service")),
        pytest.param("two-switches", marks=pytest.mark.requirement("OPR-11", part="one service")),
        pytest.param("one-switch", marks=pytest.mark.requirement("OPR-12", part="one service")),
    )


def wholly() -> tuple[ParameterSet, ...]:
    """All of them, one after the other."""
    return (
        pytest.param("keyboard", marks=pytest.mark.requirement("OPR-08", part="every shipped service")),
        pytest.param("five-keys", marks=pytest.mark.requirement("OPR-09", part="every shipped service")),
        pytest.param("two-switches", marks=pytest.mark.requirement("OPR-11", part="every shipped service")),
        pytest.param("one-switch", marks=pytest.mark.requirement("OPR-12", part="every shipped service")),
    )


@pytest.mark.timeout(600)
@pytest.mark.requirement("OPR-16", part="never lost, through whole trips")
@pytest.mark.parametrize("kind", shared())
def test_a_service_is_done_without_touch(
    qtbot: QtBot, machine: tuple[Machine, Town], kind: str, request: pytest.FixtureRequest
) -> None:
    trip(machine, kind, share(list(KINDS).index(kind)), request)


_DONE: dict[str, set[str]] = {kind: set() for kind in KINDS}


@pytest.mark.long
@pytest.mark.requirement("OPR-16", part="never lost, through whole trips")
@pytest.mark.parametrize("kind", singly())
@pytest.mark.parametrize("service", SERVICES)
def test_every_service_is_done_without_touch(
    qtbot: QtBot,
    machine: tuple[Machine, Town],
    kind: str,
    service: str,
    request: pytest.FixtureRequest,
) -> None:
    trip(machine, kind, service, request)
    _DONE[kind].add(service)


@pytest.mark.long
@pytest.mark.parametrize("kind", wholly())
def test_no_service_was_left_out(kind: str) -> None:
    all_are_done(kind)


@pytest.mark.long
@pytest.mark.requirement("OPR-09", part="every shipped service by nine keys")
def test_no_service_was_left_out_by_nine_keys() -> None:
    all_are_done("nine-keys")


def all_are_done(kind: str) -> None:
    if not _DONE[kind]:
        pytest.skip("only after the trips")
    assert _DONE[kind] == set(SERVICES)


@pytest.mark.timeout(600)
@pytest.mark.requirement("SPK-11", part="a whole service")
def test_a_service_is_done_by_ear_below_a_dark_screen(qtbot: QtBot, machine: tuple[Machine, Town]) -> None:
    kiosk, town = machine
    town.remember()
    with (
        at_the_window(kiosk) as robot,
        planner_with(InTheDark, robot, Hands(Way.FIVE_KEYS)) as person,
    ):
        assert isinstance(person, InTheDark)
        person.begin()
        reference = travel(robot, person, share(len(KINDS)))
        assert town.new() == [reference]
        assert len(person.heard) > 5
        assert person.heard == sorted(set(person.heard)), "a page said nothing"


def test_a_screen_that_is_not_dark_is_seen(qtbot: QtBot, machine: tuple[Machine, Town]) -> None:
    kiosk, _ = machine
    with (
        at_the_window(kiosk) as robot,
        planner_with(InTheDark, robot, Hands(Way.FIVE_KEYS)) as person,
    ):
        assert isinstance(person, InTheDark)
        with pytest.raises(AssertionError, match="colours in the dark"):
            person.check_dark()


def test_a_focus_that_is_lost_on_a_trip_is_seen(qtbot: QtBot, machine: tuple[Machine, Town]) -> None:
    kiosk, _ = machine
    with at_the_window(kiosk) as robot, planner_with(FiveKeys, robot, Hands(Way.FIVE_KEYS)):
        here = QApplication.focusWidget()
        assert here is not None
        here.clearFocus()
        with pytest.raises(AssertionError, match="nothing has the focus"):
            robot.until(lambda: False)


def test_no_service_that_the_town_takes_at_a_machine_is_missing_here() -> None:
    files = sorted((ROOT / "sandbox" / "town").glob("services-*.json"))
    published = [one for file in files for one in json.loads(file.read_text("utf-8"))]
    taken = {one["id"] for one in published if any("form" in channel for channel in one["channels"])}
    assert set(SERVICES) == taken


def test_each_way_of_pressing_comes_to_each_service() -> None:
    for place in range(len(KINDS) + 1):
        assert {share(place, at) for at in range(len(SERVICES))} == set(SERVICES)
    assert len({share(place) for place in range(len(KINDS) + 1)}) == len(KINDS) + 1
