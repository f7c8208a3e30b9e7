# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A white picture on a calm or dark page is no brighter than the paper of its theme, and is sent as white as it is."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from ui.parts.drawing_place import DrawingPlace
from ui.parts.form_picture import FormPicture

K2 = ScreenMeasure(1920, 1080, 102)
CALM, USUAL = "low-glare", "standard"


def white_with_a_black_half() -> bytes:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x in range(100):
        for y in range(100):
            image.setPixelColor(x, y, QColor("black"))
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(held, b"png").write(image)
    return bytes(held.data().data())


def shades(widget: QWidget) -> tuple[int, int]:
    """Of the darkest and of the brightest pixel within the frame."""
    image = widget.grab().toImage()
    inner = [
        image.pixelColor(x, y).lightness()
        for x in range(8, image.width() - 8, 3)
        for y in range(8, image.height() - 8, 3)
    ]
    return min(inner), max(inner)


def look(theme: str) -> Look:
    return Look(Preferences(theme=theme), K2, "en")


@pytest.mark.requirement("SEE-01", part="pictures do not glare in the calm theme")
def test_a_picture_is_as_bright_as_the_paper_of_its_theme(qtbot: QtBot) -> None:
    for theme in (CALM, USUAL):
        made = FormPicture(look(theme), white_with_a_black_half(), "A picture")
        qtbot.addWidget(made)
        made.resize(200, 100)
        paper = QColor(look(theme).theme.colour("paper")).lightness()
        assert shades(made) == (0, paper)
    assert QColor(look(CALM).theme.colour("paper")).lightness() < QColor("white").lightness() * 0.7


def test_what_is_drawn_on_a_calm_page_is_sent_on_white_paper(qtbot: QtBot) -> None:
    sent: list[list[bytes]] = []
    for theme in (CALM, USUAL):
        place = DrawingPlace(look(theme), "Your name", b"")
        qtbot.addWidget(place)
        place.resize(600, 152)
        drawn: list[bytes] = []
        place.drawn.connect(drawn.append)
        QTest.mousePress(place, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
        QTest.mouseMove(place, QPoint(200, 90))
        QTest.mouseRelease(place, Qt.MouseButton.LeftButton, pos=QPoint(200, 90))
        sent.append(drawn)
        assert shades(place)[1] == QColor(look(theme).theme.colour("paper")).lightness()
    assert sent[0] == sent[1]
    assert QImage.fromData(sent[0][0]).pixelColor(2, 2) == QColor("white")
