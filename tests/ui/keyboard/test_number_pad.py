# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The number pad types numbers, in the same order in every language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from ui.keyboard.key import Key
from ui.keyboard.number_pad import NumberPad

K2 = ScreenMeasure(1920, 1080, 102)


def shown(qtbot: QtBot, language: str = "en", step: int = 1, extra: tuple[str, str] = ("", "")) -> NumberPad:
    pad = NumberPad(Look(Preferences(text_step=step), K2, language), extra=extra)
    qtbot.addWidget(pad)
    pad.resize(pad.sizeHint())
    pad.show()
    return pad


def key(pad: NumberPad, name: str) -> Key:
    found = pad.findChild(Key, name)
    assert isinstance(found, Key)
    return found


def test_keys_type_and_delete(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    typed: list[str] = []
    pad.typed.connect(typed.append)
    for digit in "1950":
        QTest.mouseClick(key(pad, f"pad.{digit}"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(pad.deleted):
        QTest.mouseClick(key(pad, "pad.delete"), Qt.MouseButton.LeftButton)
    assert typed == list("1950")


@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
@pytest.mark.parametrize("extra", [("", ""), ("-", "/"), ("", ","), ("-", "")])
@pytest.mark.parametrize("step", [1, 5])
def test_one_two_three_runs_from_the_left_and_nothing_overlaps(
    qtbot: QtBot, language: str, extra: tuple[str, str], step: int
) -> None:
    pad = shown(qtbot, language, step, extra)
    assert key(pad, "pad.1").x() < key(pad, "pad.2").x() < key(pad, "pad.3").x()
    keys = pad.findChildren(Key)
    for number, one in enumerate(keys):
        assert pad.rect().contains(one.geometry())
        assert one.content_width() <= one.width()
        assert one.content_height(one.width()) <= one.height()
        assert not [
            other.words for other in keys[number + 1 :] if one.geometry().intersects(other.geometry())
        ]
    assert {one.words for one in keys} >= {sign for sign in extra if sign}


def test_keys_are_as_large_as_drawn(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    one = key(pad, "pad.5")
    assert (one.width(), one.height()) == (pad.look.px(29), pad.look.px(25))
