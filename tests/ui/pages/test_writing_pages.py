# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing an answer: keys on the screen and off it, boxes, several lines, long lists, and what does not fit."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from accessibility.preferences import Preferences
from core.ids import Language
from core.visit import events as e
from tests.support.filling_on_screen import button, field, key, live, press, raw, screen, texts
from tests.support.measuring import visible
from tests.support.showing import show
from ui.registry_filling import path

pytestmark = pytest.mark.usefixtures("qapp")


def test_letters_typed_anywhere_on_the_page_reach_its_field_and_the_caret_stays() -> None:
    visit = screen("question-text")
    shown = show(visit, "H1")
    page = shown.shell.page
    assert page is not None
    QTest.keyClicks(page, "x")
    visit = live(shown, visit)
    street = field(shown, "answer.text")
    assert raw(visit, "street") == street.text() == "14 Harbour Lanex"
    street.setCursorPosition(3)
    QTest.keyClicks(street, "y")
    visit = live(shown, visit)
    assert street.cursorPosition() == 4
    assert raw(visit, "street") == "14 yHarbour Lanex"
    assert shown.shell.page is page
    shown.shell.close()


def test_the_keys_of_a_kiosk_write_into_the_field() -> None:
    visit = screen("question-text")
    shown = show(visit, "K2")
    for words in ("b", "Space", "7", "Delete", "8"):
        press(key(shown, words))
    visit = live(shown, visit)
    assert raw(visit, "street") == "14 Harbour Laneb 8"
    shown.shell.close()


def test_the_keys_can_be_put_away_and_come_back() -> None:
    shown = show(screen("question-text"), "K2")
    press(key(shown, "Put away"))
    QApplication.processEvents()
    assert "Put away" not in texts(shown)
    press(button(shown, "foot.letters"))
    QApplication.processEvents()
    press(key(shown, "q"))
    assert shown.reported == [e.AnswerGiven(path("street"), "14 Harbour Laneq")]
    shown.shell.close()


def test_another_order_of_letters_is_a_preference_that_stays() -> None:
    shown = show(screen("question-text"), "K2")
    press(key(shown, "A to Z order"))
    assert shown.reported == [Preferences(keyboard_order="alphabetical")]
    shown.shell.close()


def test_several_lines_are_written_and_kept() -> None:
    visit = screen("question-lines")
    shown = show(visit, "K2")
    editor = shown.shell.findChild(QPlainTextEdit, "answer.text")
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    press(key(shown, "m"))
    visit = live(shown, visit)
    assert (
        raw(visit, "more") == editor.toPlainText() == "The bins are behind the house, not in the street.\nm"
    )
    press(key(shown, "Delete"))
    visit = live(shown, visit)
    assert raw(visit, "more").endswith("street.\n")
    shown.shell.close()


def test_numbers_from_the_pad_fill_one_box_after_the_other_and_are_said_in_words() -> None:
    visit = screen("question-date")
    assert visit.filling is not None
    empty = replace(visit, filling=replace(visit.filling, entry=visit.filling.entry.answer(path("day"), "")))
    shown = show(empty, "K2")
    visit = empty
    for digit in "14122026":
        press(key(shown, digit))
        visit = live(shown, visit)
    assert raw(visit, "day") == "2026-12-14"
    assert [field(shown, f"answer.{part}").text() for part in ("day", "month", "year")] == [
        "14",
        "12",
        "2026",
    ]
    assert "Monday 14 December 2026" in texts(shown)
    for _ in range(5):
        press(key(shown, "Delete"))
        visit = live(shown, visit)
    assert raw(visit, "day") == "-1-14"
    shown.shell.close()


def test_the_pad_writes_into_the_box_that_was_touched() -> None:
    visit = screen("question-date")
    shown = show(visit, "K2")
    press(field(shown, "answer.month"))
    press(key(shown, "Delete"))
    visit = live(shown, visit)
    assert raw(visit, "day") == "202-1-14"
    shown.shell.close()


def test_a_field_that_is_reached_by_the_keyboard_marks_nothing() -> None:
    shown = show(screen("question-date"), "H1")
    month = field(shown, "answer.month")
    field(shown, "answer.day").setFocus()
    QTest.keyClick(field(shown, "answer.day"), Qt.Key.Key_Tab)
    assert month.hasFocus()
    assert not month.hasSelectedText()
    shown.shell.close()


def test_a_long_list_is_shortened_by_letters() -> None:
    shown = show(screen("question-long-list"), "H1")
    page = shown.shell.page
    assert page is not None
    QTest.keyClicks(page, "24")
    QApplication.processEvents()
    cards = [
        one.objectName() for one in visible(shown.shell) if one.objectName().startswith("answer.choice.")
    ]
    assert cards == ["answer.choice.q24"]
    press(button(shown, "answer.choice.q24"))
    assert shown.reported == [e.AnswerGiven(path("quarter"), "q24")]
    QTest.keyClicks(field(shown, "answer.search"), "x")
    QApplication.processEvents()
    assert "No answer in this list has these letters" in texts(shown)
    shown.shell.close()


@pytest.mark.requirement("UND-09", part="another language loses no answer")
@pytest.mark.parametrize("language", ["es", "ar", "zh-Hans"])
def test_another_language_half_way_loses_no_letter(language: str) -> None:
    visit = screen("question-text-problem")
    shown = show(visit)
    shown.shell.close()
    changed = replace(visit, language=Language(language))
    again = show(changed)
    assert field(again, "answer.text").text() == "Harbour Lane"
    again.shell.close()


LARGE = [("question-text", "answer.text"), ("question-date", "answer.day"), ("status", "status.number")]


@pytest.mark.parametrize(("name", "field_name"), LARGE)
@pytest.mark.parametrize(("size", "steps"), [("K2", 5), ("K1", 5), ("K1", 4)])
def test_where_letters_are_large_keys_come_when_asked_for_and_go_again(
    name: str, field_name: str, size: str, steps: int
) -> None:
    shown = show(screen(name), size, steps)
    page = shown.shell.page
    assert page is not None
    keyboards = ("keyboard", "number_pad")
    if not [one for one in visible(shown.shell) if one.objectName() in keyboards]:
        bring = button(shown, "foot.letters")
        for _ in range(page.page_count):
            if not bring.isVisible():
                page.turn()
                QApplication.processEvents()
        bring.click()
        QApplication.processEvents()
    (keys,) = [one for one in visible(shown.shell) if one.objectName() in keyboards]
    written = field(shown, field_name)
    assert written.isVisible()
    assert not rectangle(written).intersects(rectangle(keys))
    assert shown.shell.rect().contains(rectangle(keys))
    press(key(shown, "Put away"))
    QApplication.processEvents()
    assert not [one for one in visible(shown.shell) if one.objectName() in keyboards]
    assert page.heading.text()
    shown.shell.close()


def rectangle(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
