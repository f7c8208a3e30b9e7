# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody slow and clumsy does whole services by touch: nothing wrong is sent, and nobody is sent away."""

import random
from collections.abc import Iterator
from functools import partial
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.visit import events as e
from tests.support.planners.clumsy import Clumsy
from tests.support.planners.journey import SERVICES, Town, service_called
from tests.support.processes import Machine
from tests.support.robot import at_the_window, running_courier
from tests.support.sandbox_town import running_town
from tests.support.slow_clock import SlowClock
from ui.input_gate import InputGate

FIRST = "report-pothole"


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Machine, Town]]:
    folder = tmp_path_factory.mktemp("machine")
    with running_town(folder) as town:
        found = Machine(folder / "store", town.url)
        with running_courier(found, folder / "log"):
            yield found, Town(town)


MOST_VISITS = 4


def trip(machine: tuple[Machine, Town], service: str, seed: int, request: pytest.FixtureRequest) -> None:
    kiosk, town = machine
    town.remember()
    chance = random.Random(seed)
    reference = ""
    for _ in range(MOST_VISITS):
        reference = visit(kiosk, service, chance, request)
        if reference:
            break
    assert reference
    assert town.new() == [reference]


def visit(kiosk: Machine, service: str, chance: random.Random, request: pytest.FixtureRequest) -> str:
    clock = SlowClock()
    with at_the_window(kiosk, clock=clock) as robot:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        gate, window = InputGate(application, clock.steady), robot.session.window
        gate.give_keys_to(window.hands.key, window.hands.place)
        gate.felt.connect(partial(robot.session.send, e.Felt()))

        def page_changed() -> None:
            gate.set_assisted(window.preferences.assisted)
            gate.page_changed()

        window.page_changed = page_changed
        try:
            service_called(robot, service)
            robot.session.send(window.preferences.with_assisted(assisted=True))
            person = Clumsy(robot, clock, chance)
            reference = person.travel(service)
            request.node.user_properties.append(("presses", person.steps))
            request.node.user_properties.append(("astray", person.did))
        finally:
            application.removeEventFilter(gate)
            gate.deleteLater()
    return reference


@pytest.mark.requirement("OPR-03", part="somebody slow and clumsy, one service")
@pytest.mark.requirement("OPR-04", part="one service by single taps")
@pytest.mark.requirement("OPR-06", part="somebody slow and clumsy, one service")
def test_somebody_slow_and_clumsy_does_a_service(
    qtbot: QtBot, machine: tuple[Machine, Town], request: pytest.FixtureRequest
) -> None:
    trip(machine, FIRST, 1, request)


SEEDS = range(3)
_DONE: set[tuple[str, int]] = set()


@pytest.mark.long
@pytest.mark.requirement("OPR-03", part="somebody slow and clumsy, one service")
@pytest.mark.requirement("OPR-06", part="somebody slow and clumsy, one service")
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("service", SERVICES)
def test_somebody_slow_and_clumsy_does_every_service(
    qtbot: QtBot, machine: tuple[Machine, Town], service: str, seed: int, request: pytest.FixtureRequest
) -> None:
    trip(machine, service, seed, request)
    _DONE.add((service, seed))


@pytest.mark.long
@pytest.mark.requirement("OPR-03", part="somebody slow and clumsy, every shipped service")
@pytest.mark.requirement("OPR-04", part="every shipped service by single taps")
@pytest.mark.requirement("OPR-06", part="somebody slow and clumsy, every shipped service")
def test_no_service_was_left_out_by_who_is_clumsy() -> None:
    if not _DONE:
        pytest.skip("only after the trips")
    assert set(product(SERVICES, SEEDS)) == _DONE
