# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A finger that trembles: lands beside what it means, strikes twice, slides off, presses Back and Help by mistake.

The model of accessibility.md section 5: the finger lands 6 mm around what it means (one sigma), every fifth press is
struck twice at 0.35 s, pauses last 20 to 90 s, one press in twenty is Back.
"""

import random
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.visit import events as e
from kiosk.gate.planner import MORE
from tests.support.robot import Robot
from tests.support.slow_clock import SlowClock
from ui.parts.control import Control

SIGMA_MM = 6.0
TWICE, TWICE_AFTER = 0.2, 0.35
SLIPS, BACK, ASTRAY = 0.08, 0.05, 0.03
PAUSES = (20.0, 90.0)
BETWEEN_KEYS = 2.0


@dataclass
class TremblingFinger:
    """Touches things by their names, or what is beside them; `did` counts what went astray."""

    robot: Robot
    clock: SlowClock
    chance: random.Random
    did: dict[str, int]

    def wait(self, seconds: float) -> None:
        self.clock.ahead += seconds
        self.robot.session.send(e.Tick(self.clock.steady()))
        QApplication.processEvents()

    def touch(self, name: str, *, writing: bool = False, surely: bool = False) -> None:
        self.wait(BETWEEN_KEYS if writing else self.chance.uniform(*PAUSES))
        if self.robot.over is not None and not name.startswith(("foot.", "bar.")):
            return
        if not surely and not writing and self.chance.random() < BACK:
            self.note("back")
            name = "bar.back"
        elif not surely and not writing and self.chance.random() < ASTRAY:
            self.note("astray")
            name = self.chance.choice(("bar.help", "bar.settings", "bar.language"))
        widget = self.robot.find(name) or self.robot.find(MORE)
        if widget is None:
            return
        if self.chance.random() < SLIPS:
            self._slip(widget)
            return
        point = self._near(widget)
        self._click(point)
        if self.chance.random() < TWICE:
            self.note("twice")
            self.clock.ahead += TWICE_AFTER
            self._click(point)

    def _near(self, widget: QWidget) -> QPoint:
        per_mm = self.robot.session.window.shell.look.screen.ppi / 25.4
        trembling = QPoint(*(round(self.chance.gauss(0, SIGMA_MM * per_mm)) for _ in "xy"))
        aimed = widget.mapTo(self.robot.shell, widget.rect().center()) + trembling
        if not widget.rect().contains(widget.mapFrom(self.robot.shell, aimed)):
            self.note("missed")
        return aimed

    def _click(self, point: QPoint) -> None:
        under = self.robot.shell.childAt(point) or self.robot.shell
        QTest.mouseClick(
            under,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            under.mapFrom(self.robot.shell, point),
        )
        QApplication.processEvents()

    def _slip(self, widget: QWidget) -> None:
        """The finger slides off before it is lifted: nothing happens by it (OPR-03)."""
        self.note("slipped")
        before = (self.robot.page, type(self.robot.over))
        away = QPoint(widget.width() // 2, -3 * widget.height())
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
        QTest.mouseMove(widget, away)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=away)
        QApplication.processEvents()
        if isinstance(widget, Control):
            # By its kind: what lies over a page may count seconds meanwhile.
            after = (self.robot.page, type(self.robot.over))
            assert after == before, f"sliding off has pressed: {before} became {after}"

    def note(self, what: str) -> None:
        self.did[what] = self.did.get(what, 0) + 1
