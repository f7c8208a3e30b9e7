# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Planners for keys: a whole keyboard without a screen keyboard, and the five keys of EZ Access."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from kiosk.gate.planner import Planner
from kiosk.gate.pressing import sign_struck
from kiosk.gate.stuck import StuckError
from ui.hands.stops import Kind, Stop
from ui.parts.field import TextField


@dataclass
class KeyboardOnly(Planner):
    """Tab, Shift and Tab, and Space; writes with the keyboard itself (OPR-08)."""

    def come_to(self, name: str) -> None:
        """Tab until the focus is there."""
        seen: set[int] = set()
        while True:
            focus, target = QApplication.focusWidget(), self.find(name)
            if target is None:
                raise StuckError(f"{name} has gone")
            if focus is target.widget:
                return
            if id(focus) in seen:
                raise StuckError(f"Tab goes round without {name}")
            seen.add(id(focus))
            self.key(Qt.Key.Key_Tab)
            if QApplication.focusWidget() is focus:
                raise StuckError(f"Tab does not leave {focus}")

    def choose(self) -> None:
        """Press Space; a field is written into as it is."""
        if not isinstance(QApplication.focusWidget(), TextField | QPlainTextEdit):
            self.key(Qt.Key.Key_Space)

    def _write_sign(self, sign: str) -> None:
        self.hand.now += self.hand.pause
        self.here().sign_presses += 1
        sign_struck(self._under(), sign)
        QApplication.processEvents()


@dataclass
class FiveKeys(Planner):
    """Up, Down, Select, Back and Help, and nothing else, also for writing (OPR-09)."""

    def come_to(self, name: str) -> None:
        """Walk with the arrows, into rows and out of them."""
        for _ in range(6):
            outer = self.hands.stops()
            row = next((stop for stop in outer if name in [key.name for key in stop.keys]), None)
            inside = self.hands.highlight.stop
            in_row = inside is not None and inside.kind is Kind.KEY
            if in_row and inside is not None and row is not None and _holds(row, inside.name):
                self._walk([key.name for key in row.keys], name)
                return
            if in_row:
                self.key(Qt.Key.Key_Escape)
            elif row is None:
                self._walk([stop.name for stop in outer], name)
                return
            else:
                self._walk([stop.name for stop in outer], row.name)
                self.choose()
        raise StuckError(f"the rows do not lead to {name}")

    def choose(self) -> None:
        """Press Select."""
        self.key(Qt.Key.Key_Return)

    def _walk(self, names: list[str], name: str) -> None:
        for _ in range(len(names) + 1):
            stop = self.hands.highlight.stop
            if stop is None:
                raise StuckError("the highlight is nowhere")
            if stop.name == name:
                return
            self.key(Qt.Key.Key_Down if names.index(stop.name) < names.index(name) else Qt.Key.Key_Up)
            after = self.hands.highlight.stop
            if after is None or after.name == stop.name:
                raise StuckError(f"a press at {stop.name} did nothing")
        raise StuckError(f"arrows do not lead to {name}")


def _holds(row: Stop, name: str) -> bool:
    return name in [key.name for key in row.keys]
