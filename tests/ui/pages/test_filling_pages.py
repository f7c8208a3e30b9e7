# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What filling and sending pages report, what changes in place, and that nothing typed is ever lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.visit import events as e
from core.visit import pages as p
from tests.support.filling_on_screen import button, field, key, live, press, raw, screen, texts
from tests.support.measuring import said
from tests.support.showing import show, turn_to
from ui.registry_filling import path
from ui.screens import readable

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
    assert page.refresh(readable(sealed, shown.texts, shown.setting))
    assert not page.refresh(readable(received, shown.texts, shown.setting))
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
