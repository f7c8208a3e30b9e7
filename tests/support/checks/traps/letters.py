# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Traps of the checks of letters: too small, of no family that is shown, and moving."""

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tests.support.checks.screen import Case, ScreenUnderTest
from tests.support.checks.traps.putting import free_place, put, write
from tests.support.checks.traps.trap import Trap
from ui.parts.text import PlainText


def small_letters(screen: ScreenUnderTest, undo: ExitStack) -> None:
    write(screen, "small print", px=18)


def a_foreign_letter(screen: ScreenUnderTest, undo: ExitStack) -> None:
    write(screen, "\U000f1234 nobody drew this")


def something_that_moves(screen: ScreenUnderTest, undo: ExitStack) -> None:
    class Blinking(QWidget):
        on = False

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            self.on = not self.on
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor("black" if self.on else "white"))
            painter.end()

    put(screen, Blinking(screen.page), QRect(0, 0, 200, 200))


def a_letter_of_another_family(screen: ScreenUnderTest, undo: ExitStack) -> None:
    made = PlainText(screen.look, "Another face", parent=screen.page)
    other = QFont(made.block._font)
    other.setFamilies(["DejaVu Sans"])
    made.block._layout.setFont(other)
    made.block._width = -1
    put(screen, made, free_place(screen, 400, 60))


TRAPS: Final[Mapping[str, tuple[Trap, ...]]] = {
    "letters are large enough": (Trap(small_letters),),
    "letters are seen from where people stand": (Trap(small_letters, case=Case(step=3)),),
    "letters grow with the step": (Trap(small_letters, "help", Case(step=2)),),
    "every letter has its shape": (Trap(a_foreign_letter), Trap(a_letter_of_another_family)),
    "nothing moves": (Trap(something_that_moves),),
}
