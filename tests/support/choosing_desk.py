# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A field, its keyboard and an engine that answers when it is told to, for tests of choosing."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from accessibility.layout import ScreenMeasure
from tests.support.readings import WideConverter
from ui.fields.lines_edit import LinesEdit
from ui.keyboard.key import Key
from ui.keyboard.keyboard import Keyboard
from ui.parts.field import TextField

K2 = ScreenMeasure(1920, 1080, 102)


@dataclass
class Desk:
    """A field with a keyboard below it."""

    window: QWidget
    field: TextField | LinesEdit
    keyboard: Keyboard
    converter: WideConverter

    def key(self, name: str) -> Key | None:
        return next((k for k in self.keyboard.findChildren(Key, name) if k.isVisible()), None)

    def press(self, *names: str) -> None:
        for name in names:
            key = self.key(name)
            assert key is not None, f"no {name} among {self.shown()}"
            QTest.mouseClick(key, Qt.MouseButton.LeftButton)

    def spell(self, letters: str) -> None:
        self.press(*(f"key.{letter}" for letter in letters))

    def shown(self) -> list[str]:
        """The names of the keys in the row of choices, as assistive technology reads them."""
        keys = [k for k in self.keyboard.findChildren(Key) if k.objectName().startswith("choice.")]
        return [key.accessibleName() for key in keys if key.isVisible()]

    def type_in(self, text: str) -> None:
        """Type with a plugged-in keyboard."""
        QTest.keyClicks(self.field.focusProxy() or self.field, text)


Set = Callable[..., Desk]
