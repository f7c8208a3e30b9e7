# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the window, for journeys: presses what is shown by its name, types, and reads; knows no widget class."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from accessibility.layout import ScreenMeasure
from core.ports import Clock
from core.submission import DeliveryState
from kiosk.gate.robot import SCREEN, Robot, person_at
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from tests.support.processes import Machine, end

__all__ = ["Robot", "at_the_window", "courier", "running_courier"]


def courier(machine: Machine, log: Path) -> "subprocess.Popen[bytes]":
    """A real courier process for the machine."""
    return machine.start("kiosk.courier", log)


@contextmanager
def at_the_window(
    machine: Machine,
    measure: ScreenMeasure | None = None,
    change: Callable[[Profile], Profile] = lambda profile: profile,
    clock: Clock | None = None,
) -> Iterator[Robot]:
    """A session in this process, shown; its courier must be started by the test."""
    profile = load(machine.profile)
    assert isinstance(profile, Profile)
    with person_at(machine.order(), change(profile.moved(machine.town)), measure or SCREEN, clock) as robot:
        yield robot


@contextmanager
def running_courier(machine: Machine, log: Path) -> Iterator[None]:
    """A real courier beside the window."""
    process = courier(machine, log)
    try:
        yield
    finally:
        end(process)
        complaints = log.read_text() if log.exists() else ""
        assert "Traceback" not in complaints, complaints[-3000:]


def is_received(robot: Robot) -> bool:
    """Whether the agency has what was sent last, by its own word."""
    delivery = robot.visit.delivery
    return delivery is not None and delivery.state is DeliveryState.RECEIVED
