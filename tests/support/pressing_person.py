# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody at a window who tries ways of pressing, through the real gate."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessibility.hands.scanner import State
from accessibility.hands.ways import Way
from core.visit import events as e
from kiosk.gate.planner import Hand
from kiosk.profile.model import Profile
from tests.support.processes import Machine
from tests.support.robot import Robot, at_the_window
from ui.input_gate import InputGate

NOBODY = "http://127.0.0.1:9"
"""No town is needed to choose how to press."""


class Person:
    """Presses through the real gate, by a clock of their own, and lets seconds pass for the visit."""

    def __init__(self, robot: Robot, hand: Hand) -> None:
        self.robot, self.hand = robot, hand

    @property
    def over(self) -> object:
        return self.robot.visit.over

    @property
    def way(self) -> Way:
        return self.robot.session.window.hands.hands.way

    def key(self, key: Qt.Key) -> None:
        self.hand.now += 1.0
        under = QApplication.focusWidget() or self.robot.shell
        QTest.keyPress(under, key)
        self.hand.now += 0.1
        QTest.keyRelease(QApplication.focusWidget() or under, key)
        QApplication.processEvents()

    def touch(self, name: str) -> None:
        self.hand.now += 1.0
        self.robot.press(name)

    def to_the_ways(self) -> None:
        self.touch("bar.settings")
        self.touch("settings.ways")

    def wait(self, seconds: int) -> None:
        steady = self.robot.session._clock.steady() + 10_000
        for second in range(seconds):
            self.robot.session.send(e.Tick(steady + second))

    def scan_to(self, name: str) -> None:
        hands = self.robot.session.window.hands
        for _ in range(4000):
            self.hand.now += 0.05
            hands.scanning.tick()
            if hands.scanning.scanner is not None and hands.scanning.scanner.state is State.RESTING:
                self.key(Qt.Key.Key_F)
            stop = hands.highlight.stop
            if stop is not None and stop.name == name:
                return
        raise AssertionError(f"the frame never came to {name}")


@contextmanager
def people(store: Path) -> Iterator[Callable[..., Person]]:
    """Lets people come to the machine, each with a profile changed as it is told; they all go at the end."""
    closing: list[Callable[[], object]] = []

    def come(change: Callable[[Profile], Profile] = lambda profile: profile) -> Person:
        opened = at_the_window(Machine(store, NOBODY), change=change)
        robot = opened.__enter__()
        closing.append(partial(opened.__exit__, None, None, None))
        robot.until(lambda: robot.session.stores.are_open, "for the stores")
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        hand, window = Hand(), robot.session.window
        gate = InputGate(application, hand)
        gate.give_keys_to(window.hands.key, window.hands.place)
        window.page_changed = gate.page_changed
        window.hands.scanning.use_clock(hand)
        closing.append(lambda: application.removeEventFilter(gate))
        return Person(robot, hand)

    try:
        yield come
    finally:
        for close in reversed(closing):
            close()
