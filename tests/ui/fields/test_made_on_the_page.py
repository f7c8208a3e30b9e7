# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signatures, orders, scales and files: a press or a stroke is one event, and what comes back is shown in place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from core.ids import Language
from core.text import Phrase
from core.visit import events as e
from tests.support.looks import look
from ui.fields.factory import field_for
from ui.fields.field import Field
from ui.parts.choice import ChoiceCard
from ui.parts.drawing_place import SHEET, DrawingPlace
from ui.parts.field import TextField
from ui.present.fields import FieldContents, NumberContents, Shortcut, SteppedContents
from ui.present.handed import FileContents, FileRow
from ui.present.ordering import RankContents, Ranked
from ui.present.signing import FILE, SignatureContents

EN = Language("en")
EMPTY = SignatureContents("", b"", "Please sign.", "Or draw it here", "Take the drawing away")


@pytest.fixture
def holder(qapp: QObject) -> QWidget:
    return QWidget()


def made(holder: QWidget, contents: FieldContents) -> tuple[Field, list[object]]:
    field = field_for(look(), contents, problem=False, parent=holder)
    for block in field.blocks:
        block.setParent(holder)
    told: list[object] = []
    field.answered.connect(told.append)
    field.asked.connect(told.append)
    return field, told


def press(holder: QWidget, name: str) -> None:
    found = holder.findChild(QAbstractButton, name)
    assert found is not None
    found.click()


def stroke(place: DrawingPlace) -> None:
    place.resize(300, 76)
    QTest.mousePress(place, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(place, QPoint(200, 60))
    QTest.mouseRelease(place, Qt.MouseButton.LeftButton, pos=QPoint(200, 60))


def picture(event: object) -> QImage:
    assert isinstance(event, e.FileMade)
    return QImage.fromData(event.content)


def ink(image: QImage) -> int:
    return sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    )


@pytest.mark.parametrize("name", ["Ana Petrova", "ليلى سالم", "王明"])
def test_written_name_becomes_a_picture_of_it(holder: QWidget, name: str) -> None:
    field, told = made(holder, EMPTY)
    field.written[0].type_in(name)
    last = told[-1]
    assert isinstance(last, e.FileMade)
    assert (last.name, last.said) == (FILE, name)
    assert picture(last).size() == SHEET
    assert ink(picture(last)) > 50


def test_name_rubbed_out_is_no_signature(holder: QWidget) -> None:
    field, told = made(holder, replace(EMPTY, text="A"))
    field.written[0].delete_back()
    assert told == [e.FileMade(FILE, "", b"")]


def test_each_stroke_tells_the_whole_drawing(holder: QWidget) -> None:
    _, told = made(holder, EMPTY)
    place = holder.findChild(DrawingPlace)
    assert place is not None
    stroke(place)
    assert len(told) == 1
    assert ink(picture(told[0])) > 20


def test_drawing_takes_the_place_of_a_name_and_can_be_taken_away(holder: QWidget) -> None:
    field, told = made(holder, replace(EMPTY, text="Ana"))
    place = holder.findChild(DrawingPlace)
    assert place is not None
    stroke(place)
    drawn = told[0]
    assert isinstance(drawn, e.FileMade)
    assert field.refresh(replace(EMPTY, picture=drawn.content))
    written = holder.findChild(TextField)
    assert written is not None
    assert written.text() == ""
    press(holder, "answer.again")
    assert told[-1] == ""


def test_order_says_its_places_without_moving_a_card(holder: QWidget) -> None:
    contents = RankContents(
        "", (Ranked("a", Phrase("Walk", EN), 0), Ranked("b", Phrase("Trees", EN), 0)), "Again"
    )
    field, told = made(holder, contents)
    press(holder, "answer.choice.b")
    assert told == ["b a"]
    placed = (Ranked("a", Phrase("2. Walk", EN), 2), Ranked("b", Phrase("1. Trees", EN), 1))
    assert field.refresh(replace(contents, raw="b a", options=placed))
    cards = holder.findChildren(ChoiceCard)
    assert [(one.accessibleName(), one.chosen) for one in cards] == [("2. Walk", True), ("1. Trees", True)]
    press(holder, "answer.again")
    assert told[-1] == ""


def test_steps_lead_on_from_the_number_that_stands_there(holder: QWidget) -> None:
    contents = SteppedContents(
        NumberContents("30", "How fast?", "", ""),
        "From 10 to 60",
        Shortcut("5 less", "25"),
        Shortcut("5 more", "35"),
    )
    field, told = made(holder, contents)
    press(holder, "answer.more_by_one")
    assert told == ["35"]
    after = replace(contents, number=NumberContents("35", "How fast?", "", ""), less=Shortcut("5 less", "30"))
    assert field.refresh(after)
    assert field.written[0].text() == "35"
    press(holder, "answer.less")
    assert told[-1] == "30"


def test_file_is_looked_for_chosen_and_taken_back(holder: QWidget) -> None:
    row = FileRow("/media/stick/plan.pdf", Phrase("plan.pdf", EN))
    _, told = made(holder, FileContents("", "Press one.", (row,), "Look again", ""))
    press(holder, "answer.look")
    press(holder, "answer.file.0")
    assert told == [e.FilesPressed(), e.FileChosen("/media/stick/plan.pdf")]
    _, back = made(holder, FileContents("plan.pdf goes with your answers.", "", (), "", "Take it back"))
    press(holder, "answer.back")
    assert back == [""]
