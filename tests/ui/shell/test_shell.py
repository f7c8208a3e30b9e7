# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: where the bar is and what it reports, that Arabic mirrors it all, and pictures for people."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.looks import GLASS, look
from tests.support.shown_shell import LANGUAGES, bar_of, masthead_of, places, question, shown
from ui.shell import Shell


@pytest.mark.requirement("UND-03", part="proved on parts, not yet on every screen")
@pytest.mark.parametrize("glass", GLASS)
@pytest.mark.parametrize("step", [1, 5])
def test_the_bar_never_moves_and_empty_places_stay_empty(shells: list[Shell], glass: str, step: int) -> None:
    made = look(step, glass=glass)
    shell = shown(shells, made, glass)
    before = places(shell)
    welcome = replace(bar_of(made), back="", finish="")
    shell.show_page(question(made), welcome, masthead_of(made), made)
    QApplication.processEvents()
    after = places(shell)
    assert set(before) - set(after) == {"back", "finish"}
    assert all(before[name] == rect for name, rect in after.items())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("glass", GLASS)
@pytest.mark.parametrize("step", [1, 3, 5])
def test_no_word_of_the_bar_is_broken(shells: list[Shell], language: str, glass: str, step: int) -> None:
    made = look(step, language, glass=glass)
    shell = shown(shells, made, glass)
    assert shell.bar is not None
    for button in shell.bar.buttons.values():
        setting = button._setting
        assert setting.letters >= made.body_px // 2
        assert min(button.width(), button.height()) >= made.px(12.6)


def test_the_bar_is_planned_once_for_each_length(shells: list[Shell]) -> None:
    # A window that is smaller than its screen asks for two lengths at every event.
    made = look()
    shell = shown(shells, made)
    assert shell.bar is not None
    contents = bar_of(made)
    window, screen = (shell.bar._planned(contents, length) for length in (900, 1080))
    assert shell.bar._planned(contents, 900) is window
    assert shell.bar._planned(contents, 1080) is screen
    again = replace(contents, read="Something longer than before")
    assert shell.bar._planned(again, 900) is not window


@pytest.mark.requirement("SEE-14", part="the bar")
def test_arabic_is_the_mirror_image(shells: list[Shell]) -> None:
    english = places(shown(shells, look()))
    arabic = places(shown(shells, look(language="ar")))
    width = GLASS["K2"].width_px
    assert english["back"].x() < 100
    assert arabic["back"].right() > width - 100
    assert english["back"].y() == arabic["back"].y()


def test_every_place_of_the_bar_reports_itself(shells: list[Shell]) -> None:
    shell = shown(shells, look())
    told: list[str] = []
    shell.pressed.connect(told.append)
    assert shell.bar is not None
    for button in shell.bar.buttons.values():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["back", "help", "read", "settings", "language", "finish"]


@pytest.mark.skipif("KIOSK_SHOTS" not in os.environ, reason="KIOSK_SHOTS names no folder for pictures")
@pytest.mark.parametrize("glass", GLASS)
@pytest.mark.parametrize("step", [1, 3, 5])
@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_for_people_to_look_at(shells: list[Shell], glass: str, step: int, language: str) -> None:
    made = look(step, language, glass=glass)
    shell = shown(shells, made, glass)
    target = Path(os.environ["KIOSK_SHOTS"]) / f"question-{glass}-{step}-{language}.png"
    assert shell.grab().save(str(target))
