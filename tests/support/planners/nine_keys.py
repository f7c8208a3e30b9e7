# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A planner for nine keys, as Storm AudioNav and the controllers of VxSuite have them: four arrows and Select."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from kiosk.gate.planner import Planner
from kiosk.gate.stuck import StuckError
from ui.hands.stops import Kind, Stop

MOST_STEPS = 400


@dataclass
class NineKeys(Planner):
    """Walks up and down through the page and from row to row of keys, and to the left and right within a row."""

    def come_to(self, name: str) -> None:
        """Walk with the arrows until the highlight is there."""
        for _ in range(MOST_STEPS):
            here = self.hands.highlight.stop
            if here is None:
                raise StuckError("the highlight is nowhere")
            if here.name == name:
                return
            self.key(self._toward(here, name))
            after = self.hands.highlight.stop
            if after is None or after.name == here.name:
                raise StuckError(f"an arrow at {here.name} did nothing")
        raise StuckError(f"arrows do not lead to {name}")

    def choose(self) -> None:
        """Press Select."""
        self.key(Qt.Key.Key_Return)

    def _toward(self, here: Stop, name: str) -> Qt.Key:
        """The arrow that brings the highlight nearer."""
        rows = [[key.name for key in stop.keys] or [stop.name] for stop in self.hands.stops()]
        mine = next((row for row in rows if here.name in row), None)
        target = next((row for row in rows if name in row), None)
        if mine is None or target is None:
            raise StuckError(f"{here.name} or {name} has gone")
        if mine is target and here.kind is Kind.KEY:
            return Qt.Key.Key_Right if mine.index(here.name) < mine.index(name) else Qt.Key.Key_Left
        return Qt.Key.Key_Down if rows.index(mine) < rows.index(target) else Qt.Key.Key_Up
