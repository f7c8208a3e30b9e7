# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page with buttons and fields behind the input gate, and a clock that only moves when it is told to."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QSlider, QWidget

LEFT = Qt.MouseButton.LeftButton


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Page:
    window: QWidget
    first: QPushButton
    second: QPushButton
    line: QLineEdit
    slider: QSlider
    pressed: list[str] = field(default_factory=list)


def tap(page: Page, button: QPushButton) -> None:
    """A press that comes through the window, as a finger's does."""
    handle = page.window.windowHandle()
    place = button.mapTo(page.window, button.rect().center())
    QTest.mouseClick(handle, LEFT, Qt.KeyboardModifier.NoModifier, place)
