# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The drawing of the town hall keeps to its place and to the theme."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from accessibility.themes import TWO_COLOURS
from accessibility.tokens import tokens
from ui.parts.town_hall import TownHall

K2 = ScreenMeasure(1920, 1080, 102)


def drawn(qtbot: QtBot, theme: str, width: int, height: int) -> QImage:
    look = Look(Preferences(theme=theme), K2, "en")
    made = TownHall(look)
    qtbot.addWidget(made)
    palette = made.palette()
    palette.setColor(palette.ColorRole.Window, look.color("ground"))
    made.setPalette(palette)
    made.resize(width, height)
    return made.grab().toImage()


@pytest.mark.parametrize("theme", sorted(tokens().themes))
def test_one_door_is_lit_in_the_middle_of_the_hall(qtbot: QtBot, theme: str) -> None:
    image = drawn(qtbot, theme, 860, 600)
    door, wall = image.pixelColor(375, 420), image.pixelColor(330, 420)
    if theme in TWO_COLOURS:
        assert door == wall
    else:
        assert abs(door.lightness() - wall.lightness()) > 30


@pytest.mark.parametrize("theme", sorted(TWO_COLOURS))
def test_two_colours_stay_two(qtbot: QtBot, theme: str) -> None:
    image = drawn(qtbot, theme, 860, 600)
    look = Look(Preferences(theme=theme), K2, "en")
    ground, ink = look.color("ground"), look.color("ink")
    seen = {image.pixelColor(x, y).name() for x in range(0, 860, 7) for y in range(0, 600, 7)}
    plain = {ground.name(), ink.name()}
    edges = [name for name in seen - plain if not _between(name, ground.getRgb(), ink.getRgb())]
    assert plain <= seen
    assert edges == []


def _between(name: str, ground: object, ink: object) -> bool:
    """A shade of a smoothed edge: each channel lies between the two colours."""
    assert isinstance(ground, tuple)
    assert isinstance(ink, tuple)
    channels = [int(name[at : at + 2], 16) for at in (1, 3, 5)]
    return all(
        min(one, other) <= channel <= max(one, other)
        for channel, one, other in zip(channels, ground, ink, strict=False)
    )


@pytest.mark.parametrize(("width", "height"), [(900, 500), (300, 900), (60, 40)])
def test_drawing_stands_on_the_lower_edge_and_stays_inside(qtbot: QtBot, width: int, height: int) -> None:
    image = drawn(qtbot, "standard", width, height)
    ground = Look(Preferences(), K2, "en").color("ground")
    lowest = [y for y in range(height) if image.pixelColor(width // 2, y) != ground]
    assert lowest
    assert lowest[-1] >= height - 3
