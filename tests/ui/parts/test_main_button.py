# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main button: its lit door goes before its words take a line too many."""

from pytestqt.qtbot import QtBot

from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from tests.support.looks import GLASS
from ui.parts.buttons import PrimaryButton

WORDS = "Envoyer ma nouvelle adresse"


def heights(qtbot: QtBot, step: int) -> tuple[int, int]:
    """Of the button as wide as upright glass, and of one that keeps its door whatever the words need."""
    look = Look(Preferences(text_step=step), GLASS["K1"], "fr")
    made = PrimaryButton(look, WORDS)
    qtbot.addWidget(made)
    width = look.px(look.screen.width_mm) - 2 * look.sizes.scaled(look.layout.margin)
    lines = made.block.lines(width - made._besides())
    return made.content_height(width), made.block.height_of_lines(lines)


def test_words_of_many_lines_have_the_place_of_the_door(qtbot: QtBot) -> None:
    height, beside_door = heights(qtbot, 5)
    assert height < beside_door


def test_words_of_two_lines_keep_the_door(qtbot: QtBot) -> None:
    height, beside_door = heights(qtbot, 1)
    assert height >= beside_door
