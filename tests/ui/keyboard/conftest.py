# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyboard that is shown, and a desk at which somebody chooses among readings."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from accessibility.preferences import KeyboardOrder, Preferences
from accessibility.qt.look import Look
from tests.support.choosing_desk import K2, Desk, Set
from tests.support.readings import WideConverter
from tests.support.shown_keyboard import SCREENS, Show
from ui.fields.lines_edit import LinesEdit
from ui.keyboard.keyboard import Keyboard
from ui.parts.field import TextField
from ui.registry_typing import MadeUpConverter


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def made(
        screen: str = "K2",
        step: int = 1,
        language: str = "en",
        *,
        assisted: bool = False,
        letters: str | None = None,
        theme: str = "standard",
        converting: bool = False,
    ) -> Keyboard:
        preferences = Preferences(text_step=step, theme=theme)
        if assisted:
            preferences = preferences.with_assisted(True)
        look = Look(preferences, SCREENS[screen], language)
        keyboard = Keyboard(look, language=letters, converter=MadeUpConverter() if converting else None)
        width = SCREENS[screen].width_px - look.px(look.layout.rail)
        keyboard.resize(width, keyboard.heightForWidth(width))
        qtbot.addWidget(keyboard)
        keyboard.show()
        return keyboard

    return made


@pytest.fixture
def desk(qtbot: QtBot) -> Set:
    def made(
        language: str = "zh-Hans",
        converter: WideConverter | None = None,
        *,
        masked: bool = False,
        lines: bool = False,
        text: str = "",
        order: KeyboardOrder = "local",
    ) -> Desk:
        window = QWidget()
        look = Look(Preferences(keyboard_order=order), K2, language)
        field: TextField | LinesEdit = (
            LinesEdit(look, text, accessible_name="Name")
            if lines
            else TextField(look, text, accessible_name="Name", masked=masked)
        )
        converter = converter or WideConverter()
        keyboard = Keyboard(look, converter=converter)
        keyboard.setMinimumSize(1600, keyboard.heightForWidth(1600))
        layout = QVBoxLayout(window)
        layout.addWidget(field)
        layout.addWidget(keyboard)
        qtbot.addWidget(window)
        keyboard.connect_to(field)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        field.setFocus()
        return Desk(window, field, keyboard, converter)

    return made
