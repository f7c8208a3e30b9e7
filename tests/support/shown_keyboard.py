# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyboard on the screen for tests: its screens, its keys by their words and names, and a touch."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from accessibility.layout import ScreenMeasure
from ui.keyboard.key import Key
from ui.keyboard.keyboard import Keyboard

SCREENS = {
    "H1": ScreenMeasure(1366, 768, 100),
    "K2": ScreenMeasure(1920, 1080, 102),
    "K1": ScreenMeasure(1080, 1920, 141),
}
Show = Callable[..., Keyboard]


def keys(keyboard: Keyboard) -> list[Key]:
    return [key for key in keyboard.findChildren(Key) if key.isVisible()]


def key(keyboard: Keyboard, words: str) -> Key:
    found = [one for one in keys(keyboard) if one.words == words]
    assert found, f"no key {words!r} among {[one.words for one in keys(keyboard)]}"
    return found[0]


def named(keyboard: Keyboard, name: str) -> Key:
    found = [one for one in keys(keyboard) if one.objectName() == name]
    assert found, f"no key {name!r} among {[one.objectName() for one in keys(keyboard)]}"
    return found[0]


def touch(one: Key) -> None:
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
