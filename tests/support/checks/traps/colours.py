# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Traps of the checks of contrast: pale words and buttons without an edge."""

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from tests.support.checks.screen import Case, ScreenUnderTest
from tests.support.checks.traps.putting import free_place, put, write
from tests.support.checks.traps.trap import Trap
from ui.parts.buttons import Button
from ui.parts.text_block import TextBlock


def pale_letters(screen: ScreenUnderTest, undo: ExitStack) -> None:
    write(screen, "pale words", colour="#999999")


def a_button_without_an_edge(screen: ScreenUnderTest, undo: ExitStack) -> None:
    class Flat(Button):
        def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
            TextBlock(self.look, "Flat").draw(painter, rect, self.look.color("ink"))

    made = Flat(screen.look, "Flat", parent=screen.page)
    made.setObjectName("flat")
    put(screen, made, free_place(screen, 200, 90))


TRAPS: Final[Mapping[str, tuple[Trap, ...]]] = {
    "text can be read": (Trap(pale_letters),),
    "controls have edges": (Trap(a_button_without_an_edge),),
    "text keeps its theme's contrast": (Trap(pale_letters, case=Case("high-light")),),
}
