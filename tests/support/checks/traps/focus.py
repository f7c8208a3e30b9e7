# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Traps of the checks of the focus: passed by, unmarked, out of order, covered, elsewhere."""

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Final
from unittest.mock import patch

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.support.checks.screen import Case, ScreenUnderTest
from tests.support.checks.traps.putting import free_place, put
from tests.support.checks.traps.trap import Trap
from ui.parts.buttons import Button


def a_button_that_tab_passes_by(screen: ScreenUnderTest, undo: ExitStack) -> None:
    made = Button(screen.look, "Unreached", parent=screen.page)
    made.setObjectName("unreached")
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    put(screen, made, free_place(screen, 200, 90))


def no_ring(screen: ScreenUnderTest, undo: ExitStack) -> None:
    undo.enter_context(patch.object(type(screen.shell._ring), "paintEvent", lambda ring, event: None))


def tab_from_below(screen: ScreenUnderTest, undo: ExitStack) -> None:
    made = Button(screen.look, "Above", parent=screen.page)
    made.setObjectName("above")
    put(screen, made, QRect(0, 0, screen.page.width(), 90))
    primary = screen.page.findChild(QWidget, "foot.primary")
    assert primary is not None
    QWidget.setTabOrder(primary, made)


def a_sheet_over_the_foot(screen: ScreenUnderTest, undo: ExitStack) -> None:
    sheet = QWidget(screen.page)
    sheet.setAutoFillBackground(True)
    put(
        screen, sheet, QRect(0, screen.page.height() * 2 // 3, screen.page.width(), screen.page.height() // 3)
    )
    sheet.raise_()


def focus_elsewhere(screen: ScreenUnderTest, undo: ExitStack) -> None:
    assert screen.shell.bar is not None
    screen.shell.bar.buttons["finish"].setFocus()


def a_wheel_that_writes(screen: ScreenUnderTest, undo: ExitStack) -> None:
    def turned(field: QLineEdit, event: QWheelEvent) -> None:
        field.setText(field.text() + "1")

    field = next(field for field in screen.shell.findChildren(QLineEdit) if field.isVisible())
    undo.enter_context(patch.object(type(field), "wheelEvent", turned))


TRAPS: Final[Mapping[str, tuple[Trap, ...]]] = {
    "Tab comes everywhere": (Trap(a_button_that_tab_passes_by),),
    "the focus is marked": (Trap(no_ring),),
    "the focus goes as people read": (Trap(tab_from_below),),
    "the focus is wholly visible": (Trap(a_sheet_over_the_foot),),
    "the focus has its place": (Trap(focus_elsewhere),),
    "a wheel changes nothing": (Trap(a_wheel_that_writes, "question-text", Case(glass="H1")),),
}
