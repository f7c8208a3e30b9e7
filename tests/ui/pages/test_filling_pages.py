# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What filling and sending pages report, what changes in place, and that nothing typed is ever lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from accessibility.preferences import Preferences
from core.ids import Language
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from core.visit.step import step
from tests.support.measuring import said, visible
from tests.support.showing import Shown, show, turn_to
from ui.registry_filling import filling_screens, path
from ui.registry_finding import visit_in_town
from ui.screens import page_key, refresh_page

pytestmark = pytest.mark.usefixtures("qapp")

PRESSES = [
    ("question-note", "foot.primary", e.ContinuePressed()),
    ("question-choice", "answer.choice.me", e.AnswerGiven(path("who"), "me")),
    ("question-several", "answer.choice.library", e.AnswerGiven(path("tell"), "school bins library")),
    ("question-several", "answer.choice.bins", e.AnswerGiven(path("tell"), "school")),
    ("question-date", "answer.shortcut", e.AnswerGiven(path("day"), "2026-11-23")),
    ("question-text", "foot.primary", e.ContinuePressed()),
    ("check", "change./data/who", e.ChangePressed(path("who"))),
    ("sent-sealed", "foot.primary", e.PrintPressed()),
    ("sent-received", "foot.primary", e.PrintPressed()),
    ("sent-received", "foot.another", e.AnotherThingPressed()),
    ("status", "foot.primary", e.NumberEntered()),
    ("status-received", "foot.primary", e.NumberTyped("")),
    ("status-received", "foot.print", e.PrintPressed()),
]


def screen(name: str, language: str = "en") -> Visit:
    return filling_screens(visit_in_town(Language(language)))[name]


def button(shown: Shown, name: str) -> QAbstractButton:
    found = shown.shell.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def field(shown: Shown, name: str) -> QLineEdit:
    found = shown.shell.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def texts(shown: Shown) -> str:
    return "\n".join(said(widget) for widget in visible(shown.shell))


def key(shown: Shown, words: str) -> QAbstractButton:
    keys = [one for one in visible(shown.shell) if isinstance(one, QAbstractButton) and said(one) == words]
    assert keys, words
    return keys[0]


def live(shown: Shown, visit: Visit) -> Visit:
    """Feed what the page reported to the visit, and show what became of it, as the program does."""
    for report in shown.reported:
        assert not isinstance(report, Preferences)
        before, visit = visit, step(visit, report).visit
        page = shown.shell.page
        assert page is not None
        if page_key(before) != page_key(visit) or not refresh_page(page, visit, shown.texts, shown.setting):
            turn_to(shown, visit)
    shown.reported.clear()
    QApplication.processEvents()
    return visit


def raw(visit: Visit, name: str) -> str:
    assert visit.filling is not None
    return visit.filling.entry.raw(path(name))


@pytest.mark.parametrize(("name", "control", "event"), PRESSES, ids=lambda value: str(value)[:40])
def test_a_press_reports_what_its_words_say(name: str, control: str, event: e.Event) -> None:
    shown = show(screen(name))
    press(button(shown, control))
    assert shown.reported == [event]
    shown.shell.close()


def test_send_stands_in_the_foot_of_the_check_page_and_names_the_act() -> None:
    shown = show(screen("check"), "K1")
    send = button(shown, "foot.primary")
    assert said(send) == "Send to Registry Office"
    press(send)
    assert shown.reported == [e.SendPressed()]
    shown.shell.close()


def test_a_chosen_answer_is_marked_without_building_the_page_anew() -> None:
    visit = screen("question-choice")
    shown = show(visit)
    page, card = shown.shell.page, button(shown, "answer.choice.me")
    assert not card.isChecked()
    press(card)
    live(shown, visit)
    assert shown.shell.page is page
    assert card.isChecked()
    assert not button(shown, "answer.choice.family").isChecked()
    shown.shell.close()


def test_the_count_of_questions_changes_in_place_with_an_answer() -> None:
    visit = screen("question-choice")
    shown = show(visit)
    assert "Question 2 of 10" in texts(shown)
    press(button(shown, "answer.choice.me"))
    live(shown, visit)
    assert "Question 2 of 9" in texts(shown)
    shown.shell.close()


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


@pytest.mark.requirement("UND-04")
@pytest.mark.requirement("SPK-08", part="mistakes are in the page's words")
def test_what_does_not_fit_is_said_on_top_and_at_the_field_and_stays_as_it_is() -> None:
    visit = screen("question-text")
    assert visit.filling is not None
    wrong = visit.filling.entry.answer(path("street"), "Harbour Lane")
    visit = replace(visit, filling=replace(visit.filling, entry=wrong))
    shown = show(visit, "K2")
    press(button(shown, "foot.primary"))
    visit = live(shown, visit)
    assert isinstance(visit.page, p.Question)
    assert visit.page.told
    seen = texts(shown)
    assert "One thing to put right." in seen
    assert seen.count("The house number is missing.") >= 2
    assert field(shown, "answer.text").text() == "Harbour Lane"
    shown.shell.close()


@pytest.mark.requirement("UND-04")
def test_a_problem_goes_in_place_when_it_is_mended_and_the_caret_stays() -> None:
    visit = screen("question-text-problem")
    shown = show(visit, "K2")
    page, street = shown.shell.page, field(shown, "answer.text")
    street.setCursorPosition(0)
    press(key(shown, "7"))
    visit = live(shown, visit)
    press(key(shown, "Space"))
    visit = live(shown, visit)
    assert shown.shell.page is page
    assert raw(visit, "street") == "7 Harbour Lane"
    assert "One thing to put right." not in texts(shown)
    assert "The house number is missing." not in texts(shown)
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


def test_the_enter_key_goes_on() -> None:
    shown = show(screen("question-text"), "H1")
    QTest.keyClick(field(shown, "answer.text"), Qt.Key.Key_Return)
    assert shown.reported == [e.ContinuePressed()]
    shown.shell.close()


def test_another_state_of_a_submission_is_another_page_and_the_same_one_is_not() -> None:
    sealed, received = screen("sent-sealed"), screen("sent-received")
    shown = show(sealed)
    page = shown.shell.page
    assert page is not None
    assert refresh_page(page, sealed, shown.texts, shown.setting)
    assert not refresh_page(page, received, shown.texts, shown.setting)
    shown.shell.close()


def test_a_number_is_typed_with_the_keys_of_a_kiosk_and_stays_while_nothing_is_found() -> None:
    visit = screen("status")
    shown = show(visit, "K2")
    for sign in "7k":
        press(key(shown, sign))
    visit = live(shown, visit)
    assert isinstance(visit.page, p.Status)
    assert visit.page.typed == "7k"
    nothing = replace(visit, page=replace(visit.page, asked="7k"))
    turn_to(shown, nothing)
    assert field(shown, "status.number").text() == "7k"
    assert "We do not know 7k here." in texts(shown)
    shown.shell.close()


@pytest.mark.parametrize("name", ["sent-sealed", "sent-leaving", "sent-checking", "status-sealed"])
def test_nothing_on_the_page_is_called_a_receipt_before_the_agency_has_answered(name: str) -> None:
    shown = show(screen(name))
    assert "receipt" not in texts(shown).lower()
    shown.shell.close()


def test_a_town_without_paper_offers_no_print() -> None:
    shown = show(screen("sent-received"))
    shown.setting = replace(shown.setting, can_print=False)
    turn_to(shown, screen("sent-received"))
    assert "Print" not in texts(shown)
    assert said(button(shown, "foot.primary")) == "Do another thing"
    shown.shell.close()


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


@pytest.mark.parametrize("size", ["H1", "K2", "K1"])
@pytest.mark.parametrize("steps", [1, 3, 4])
@pytest.mark.parametrize("name", ["sent-sealed", "sent-received"])
def test_the_number_to_keep_is_on_the_first_part_of_the_page(name: str, size: str, steps: int) -> None:
    shown = show(screen(name), size, steps)
    spoken = "P A 2, 6 4 T, 7 K 2, M 9 X Q" if name == "sent-received" else "7 K 2, 4 M P, 9 3 X"
    assert spoken in texts(shown)
    shown.shell.close()


@pytest.mark.requirement("UND-05")
def test_send_comes_with_the_last_answers_only() -> None:
    shown = show(screen("check"), "H1")
    page = shown.shell.page
    assert page is not None
    assert page.page_count > 1
    for part in range(page.page_count):
        assert button(shown, "foot.primary").isVisible() is (part == page.page_count - 1)
        page.turn()
        QApplication.processEvents()
    shown.shell.close()


def rectangle(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
