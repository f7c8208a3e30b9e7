# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Planners for switches: two, of which one moves, and one that waits until the highlight has come (OPR-11, OPR-12)."""

from abc import abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from accessibility.hands.scan_items import Group, Item, Leaf
from accessibility.hands.scanner import Scanner, State
from kiosk.gate.planner import Planner
from kiosk.gate.stuck import StuckError

SLICE = 0.05


@dataclass
class Switches(Planner):
    """Finds its way through groups of groups."""

    @property
    def scanner(self) -> Scanner:
        """What moves the highlight."""
        found = self.hands.scanning.scanner
        if found is None:
            raise StuckError("nothing is scanned")
        return found

    def come_to(self, name: str) -> None:
        """Go into the groups that hold it, and out of those that do not."""
        for _ in range(400):
            self.hands.scanning.refreshed()
            item = self.scanner.item
            if isinstance(item, Leaf) and item.name == name:
                return
            if (isinstance(item, Group) and _holds(item, name)) or (
                not self._is_among(name) and _leads_out(item)
            ):
                self.choose()
            else:
                self.move_on()
        raise StuckError(f"the highlight never came to {name}")

    @abstractmethod
    def move_on(self) -> None:
        """Have the highlight go on by one."""

    def _is_among(self, name: str) -> bool:
        return any(
            (isinstance(item, Leaf) and item.name == name) or (isinstance(item, Group) and _holds(item, name))
            for item in self.scanner.items
        )


@dataclass
class TwoSwitches(Switches):
    """1 for Move and 2 for Select."""

    def move_on(self) -> None:
        """Press Move."""
        self.key(Qt.Key.Key_1)

    def choose(self) -> None:
        """Press Select."""
        self.key(Qt.Key.Key_2)


@dataclass
class OneSwitch(Switches):
    """Waits for the highlight, presses, and waits again until the choice is done."""

    def move_on(self) -> None:
        """Wait until the highlight has gone on."""
        before = self.scanner.item
        for _ in range(400):
            self.wait(SLICE)
            if self.scanner.item != before:
                return
        raise StuckError(f"the highlight stays on {before}")

    def choose(self) -> None:
        """Press, and wait until it can no longer be taken back."""
        self.key(Qt.Key.Key_Space)
        while self.scanner.state is State.TAKING_BACK:
            self.wait(SLICE)

    def wait(self, seconds: float) -> None:
        """Let time pass; a person who waits presses nothing."""
        self.hand.now += seconds
        self.hands.scanning.tick()
        QApplication.processEvents()
        if self.scanner.state is State.RESTING:
            self.key(Qt.Key.Key_Space)


def _holds(group: Group, name: str) -> bool:
    return any(_holds(item, name) if isinstance(item, Group) else item.name == name for item in group.items)


def _leads_out(item: Item | None) -> bool:
    return item is not None and not isinstance(item, Leaf | Group)
