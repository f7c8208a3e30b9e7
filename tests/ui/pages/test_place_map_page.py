# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A place is shown on a map of a real file, in a window: by mouse, by finger and by keys, and it becomes the answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.places import metres, points_of
from core.town_map import Plan, Tile, View
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import DrawMap
from core.visit.state import Visit
from core.visit.step import step
from kiosk.mapping.map_process import MapProcess
from tests.support.showing import Shown, show, turn_to
from tests.support.tile_files import png, tile_file
from ui.parts.map_picture import MapPicture
from ui.registry import screens

TILES = {Tile(14, 6825 + column, 5889 + row): png() for column in range(3) for row in range(3)}


class Town:
    """A visit at the question of a place, its window, and the process that reads the map's file."""

    def __init__(self, file: Path) -> None:
        self.map = MapProcess(file)
        self.visit: Visit = screens()["where"]
        self.shown: Shown = show(self.visit, "H1")
        plan = self.map.plan()
        assert isinstance(plan, Plan)
        self.tell(e.MapPressed(), e.MapOpened(plan))

    def tell(self, *events: e.Event) -> None:
        for event in events:
            taken = step(self.visit, event)
            self.visit = taken.visit
            for effect in taken.effects:
                if isinstance(effect, DrawMap):
                    drawn = {tile: self.map.tile(tile) for tile in effect.tiles}
                    self.visit = step(self.visit, e.MapDrawn(drawn)).visit
        turn_to(self.shown, self.visit)

    def pressed(self) -> None:
        """Carry on with what the page has reported of one press."""
        QApplication.processEvents()
        assert self.shown.reported
        told = [one for one in self.shown.reported if isinstance(one, e.Event)]
        self.shown.reported.clear()
        self.tell(*told)

    def widget(self, kind: type[QWidget], name: str = "") -> QWidget:
        found = [one for one in self.shown.shell.findChildren(kind, name) if one.isVisible()]
        assert found
        return found[-1]

    @property
    def view(self) -> View:
        assert isinstance(self.visit.over, p.PlaceMap)
        assert self.visit.over.view is not None
        return self.visit.over.view

    def beside_the_middle(self) -> tuple[MapPicture, QPoint]:
        picture = self.widget(MapPicture)
        assert isinstance(picture, MapPicture)
        return picture, picture.rect().center() + QPoint(40, 30)


@pytest.fixture
def town(tmp_path: Path, qtbot: QtBot) -> Iterator[Town]:
    made = Town(tile_file(tmp_path / "town.mbtiles", tiles=TILES))
    qtbot.addWidget(made.shown.shell)
    yield made
    made.map.close()


def test_a_place_is_found_by_mouse_finger_and_keys_and_becomes_the_answer(town: Town) -> None:
    begun = town.view
    for name in ("closer", "right"):
        QTest.mouseClick(town.widget(QWidget, f"map.{name}"), Qt.MouseButton.LeftButton)
        town.pressed()
    assert town.view.zoom == begun.zoom + 1
    assert town.view.point.longitude > begun.point.longitude
    up = town.widget(QWidget, "map.up")
    up.setFocus()
    before = town.view.point.latitude
    QTest.keyClick(up, Qt.Key.Key_Space)
    town.pressed()
    assert town.view.point.latitude > before
    before_aim = town.view.point
    picture, at = town.beside_the_middle()
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    town.pressed()
    assert town.view.point.longitude > before_aim.longitude
    assert town.view.point.latitude < before_aim.latitude
    picture, at = town.beside_the_middle()
    finger = QTest.createTouchDevice()
    before_touch = town.view.point
    window = picture.window()
    QTest.touchEvent(window, finger).press(0, picture.mapTo(window, at), window)
    QTest.touchEvent(window, finger).release(0, picture.mapTo(window, at), window)
    town.pressed()
    assert town.view.point.longitude > before_touch.longitude
    shown = town.view.point
    QTest.mouseClick(town.widget(QWidget, "foot.primary"), Qt.MouseButton.LeftButton)
    town.pressed()
    assert town.visit.over is None
    assert isinstance(town.visit.page, p.Question)
    assert town.visit.filling is not None
    (answer,) = points_of(town.visit.filling.entry.raw(town.visit.page.path)) or ()
    assert metres(answer, shown) < 1
