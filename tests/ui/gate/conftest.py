# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page behind the input gate."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.gated_page import Clock, Page
from ui.input_gate import InputGate


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    window = QWidget()
    window.resize(400, 400)
    found = Page(
        window, QPushButton("one"), QPushButton("two"), QLineEdit(), QSlider(Qt.Orientation.Horizontal)
    )
    layout = QVBoxLayout(window)
    for widget in (found.first, found.second, found.line, found.slider):
        widget.setMinimumHeight(60)
        layout.addWidget(widget)
    found.first.clicked.connect(lambda: found.pressed.append("one"))
    found.second.clicked.connect(lambda: found.pressed.append("two"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def gate(clock: Clock, qapp: QApplication) -> Iterator[InputGate]:
    made = InputGate(qapp, clock)
    yield made
    qapp.removeEventFilter(made)
    made.deleteLater()
