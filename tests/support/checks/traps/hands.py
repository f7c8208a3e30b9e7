# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Traps of the checks of targets and presses: small, close, too soon, too often."""

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Final
from unittest.mock import patch

from PySide6.QtGui import QMouseEvent

from tests.support.checks.screen import Case, ScreenUnderTest
from tests.support.checks.traps.putting import free_place, put
from tests.support.checks.traps.trap import Trap
from ui.input_gate import InputGate
from ui.parts.buttons import Button
from ui.parts.control import Control


def a_small_button(screen: ScreenUnderTest, undo: ExitStack) -> None:
    made = Button(screen.look, "OK", parent=screen.page)
    made.setObjectName("small")
    put(screen, made, free_place(screen, 60, 24))


def two_buttons_in_touch(screen: ScreenUnderTest, undo: ExitStack) -> None:
    where = free_place(screen, 150, 90)
    for number in range(2):
        made = Button(screen.look, "OK", parent=screen.page)
        made.setObjectName(f"close.{number}")
        put(screen, made, where.translated(-151 * number, 0))


def a_button_that_acts_at_once(screen: ScreenUnderTest, undo: ExitStack) -> None:
    def pressed(control: Control, event: QMouseEvent) -> None:
        control.activated.emit()

    undo.enter_context(patch.object(Control, "mousePressEvent", pressed))


def no_gate(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(InputGate, "eventFilter", lambda gate, watched, event: False))
    undo.enter_context(patch.object(Control, "keyPressEvent", lambda control, event: control.click()))


TRAPS: Final[Mapping[str, tuple[Trap, ...]]] = {
    "targets are large": (Trap(a_small_button), Trap(a_small_button, case=Case(glass="H1"))),
    "targets are apart": (Trap(two_buttons_in_touch),),
    "a press counts inside": (Trap(a_button_that_acts_at_once),),
    "a held key acts once": (Trap(no_gate),),
}
