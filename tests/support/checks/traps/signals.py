# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Traps of the checks of signals and lines: pressed buttons, signs, colours alone, long and close lines."""

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Final
from unittest.mock import patch

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tests.support.checks.screen import Case, ScreenUnderTest
from tests.support.checks.traps.putting import free_place, put
from tests.support.checks.traps.trap import Trap
from ui.parts.buttons import Button
from ui.parts.control import Control
from ui.parts.mark import Notice, Problem
from ui.parts.text import PlainText
from ui.parts.way import _Step


def a_button_that_vanishes_when_pressed(screen: ScreenUnderTest, undo: ExitStack) -> None:
    class Vanishing(Button):
        def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
            painter.fillRect(rect, self.look.color("ground" if pressed else "ink"))

    made = Vanishing(screen.look, "Vanishing", parent=screen.page)
    made.setObjectName("vanishing")
    put(screen, made, free_place(screen, 200, 90))


def a_pale_sign(screen: ScreenUnderTest, undo: ExitStack) -> None:
    class Pale(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            painter = QPainter(self)
            pale = screen.look.color("line_soft")
            screen.look.paint_picture(painter, self.rect(), "settings", pale, pale)
            painter.end()

    put(screen, Pale(screen.page), free_place(screen, 90, 90))


def a_red_patch(screen: ScreenUnderTest, undo: ExitStack) -> None:
    class Red(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor("#c00000"))
            painter.end()

    put(screen, Red(screen.page), free_place(screen, 20, 20))


def a_button_of_two_hues(screen: ScreenUnderTest, undo: ExitStack) -> None:
    class Hued(Button):
        def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
            painter.fillRect(rect, QColor("#c83232" if pressed else "#3c7d3c"))

    undo.enter_context(patch.object(type(_a_button(screen)), "paint", Hued.paint))


def a_mistake_in_red_only(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    for told in (*screen.page.findChildren(Problem), *screen.page.findChildren(Notice)):
        told.hide()


def a_state_that_is_a_sign_only(screen: ScreenUnderTest, undo: ExitStack) -> None:
    del undo
    for step in screen.page.findChildren(_Step):
        step._title.hide()


def doors_in_two_greys(screen: ScreenUnderTest, undo: ExitStack) -> None:
    def paint(step: _Step, painter: QPainter, place: QRectF, line: int) -> tuple[QColor, QColor]:
        del line
        fill = QColor({"past": "#c83232", "now": "#3c7d3c", "later": "#808080"}[step._step.when])
        painter.fillRect(place, fill)
        return fill, fill

    undo.enter_context(patch.object(_Step, "_door", paint))


def _a_button(screen: ScreenUnderTest) -> Control:
    primary = screen.page.findChild(Control, "foot.primary")
    assert isinstance(primary, Control)
    return primary


def a_long_line(screen: ScreenUnderTest, undo: ExitStack) -> None:
    made = PlainText(screen.look, "one word after another " * 12, measured=False, parent=screen.page)
    made.block._most = 1_000
    put(screen, made, QRect(0, 0, screen.page.width() - 12, 200))


def lines_too_close(screen: ScreenUnderTest, undo: ExitStack) -> None:
    made = PlainText(screen.look, "one word after another " * 12, parent=screen.page)
    made.block.line_px = made.block._font.pixelSize()
    put(screen, made, free_place(screen, 600, 300))


TRAPS: Final[Mapping[str, tuple[Trap, ...]]] = {
    "pressed controls have edges": (Trap(a_button_that_vanishes_when_pressed),),
    "signs stand out": (Trap(a_pale_sign),),
    "few colours": (
        Trap(a_red_patch, case=Case("high-dark")),
        Trap(a_red_patch, case=Case("yellow-on-black")),
    ),
    "told without colours": (Trap(a_button_of_two_hues),),
    "told in words": (
        Trap(a_mistake_in_red_only, "question-text-problem"),
        Trap(a_state_that_is_a_sign_only, "sent-sealed"),
        Trap(doors_in_two_greys, "status-received"),
    ),
    "lines are easy to follow": (Trap(a_long_line), Trap(lines_too_close)),
}
