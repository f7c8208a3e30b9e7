# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of forms that wait, of asking before anything is lost, of help, and of everything larger and slower."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from accessibility.preferences import Preferences
from core.ids import Language
from core.visit import events as e
from core.visit.state import Visit
from core.visit.step import step
from tests.support.measuring import said, visible
from tests.support.showing import Shown, show
from ui.registry_assist import assist_screens
from ui.registry_filling import filling_screens, path
from ui.registry_finding import visit_in_town
from ui.screens import readable

pytestmark = pytest.mark.usefixtures("qapp")

PRESSES = [
    ("service-begun", "foot.primary", e.StartPressed()),
    ("service-begun", "foot.afresh", e.StartAfreshPressed()),
    ("service-another-begun", "foot.primary", e.StartPressed()),
    ("ask-afresh", "foot.primary", e.ContinuePressed()),
    ("ask-afresh", "foot.afresh", e.AfreshConfirmed()),
    ("ask-finish-several", "foot.finish", e.FinishConfirmed()),
    ("question-undo", "foot.undo", e.UndoPressed()),
    ("question-failed-twice", "foot.person", e.HelpPressed()),
    ("question-failed-three-times", "foot.leave", e.SkipPressed()),
    ("said-back-chosen", "foot.primary", e.ContinuePressed()),
    ("said-back-date", "foot.change", e.ChangePressed(path("day"))),
    ("recall", "foot.primary", e.StopPressed()),
    ("offer-pace", "foot.no", e.ContinuePressed()),
    ("offer-pace", "foot.primary", Preferences(text_step=3, assisted=True)),
]


def screen(name: str) -> Visit:
    return assist_screens(visit_in_town())[name]


def button(shown: Shown, name: str) -> QAbstractButton:
    found = shown.shell.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def words(name: str) -> str:
    shown = show(screen(name))
    try:
        return "\n".join(said(widget) for widget in visible(shown.shell))
    finally:
        shown.shell.close()


@pytest.mark.parametrize(("name", "control", "event"), PRESSES)
def test_a_press_reports_what_its_words_say(name: str, control: str, event: e.Event | Preferences) -> None:
    shown = show(screen(name))
    QTest.mouseClick(button(shown, control), Qt.MouseButton.LeftButton)
    assert shown.reported == [event]
    shown.shell.close()


def test_a_service_begun_before_offers_to_go_on_and_to_start_afresh() -> None:
    said_there = words("service-begun")
    assert "You have begun this form. Your answers are still here." in said_there
    assert "Go on with your form" in said_there
    assert "Start afresh" in said_there


def test_beginning_another_service_says_that_what_was_begun_is_kept() -> None:
    said_there = words("service-another-begun")
    assert "You have also begun: Tell us you have moved. Those answers stay here" in said_there
    assert "Start afresh" not in said_there


def test_finish_names_every_form_whose_answers_would_be_forgotten() -> None:
    assert "You have not sent: Tell us you have moved and" in words("ask-finish-several")


SLOWLY = Preferences(assisted=True)


def test_who_goes_slowly_sees_five_choices_at_a_time_and_the_way_to_the_others() -> None:
    shown = show(filling_screens(visit_in_town())["question-long-list"], "K2", 3, SLOWLY)
    page = shown.shell.page
    assert page is not None
    cards = [w for w in page.findChildren(QAbstractButton) if w.objectName().startswith("answer.choice.")]
    assert len(cards) == 5
    assert shown.shell.findChild(QLineEdit, "answer.search") is None
    button(shown, "answer.more").click()
    button(shown, "foot.later").click()
    assert shown.reported == [e.MorePressed(), e.LaterPressed()]
    shown.shell.close()


def test_undo_comes_and_goes_in_place_and_the_field_keeps_the_focus() -> None:
    visit = filling_screens(visit_in_town())["question-text"]
    shown = show(visit)
    field = shown.shell.findChild(QLineEdit, "answer.text")
    assert field is not None
    page = shown.shell.page
    assert page is not None
    for raw, there in (("14 Harb", True), ("14 Harbour Lane", False)):
        assert visit.filling is not None
        visit = step(visit, e.AnswerGiven(path("street"), raw)).visit
        assert page.refresh(readable(visit, shown.texts, shown.setting))
        QApplication.processEvents()
        undo = shown.shell.findChild(QAbstractButton, "foot.undo")
        assert (undo is not None and undo.isVisible()) is there
        assert shown.shell.page is page
        assert shown.shell.focusWidget() is field or field.isAncestorOf(shown.shell.focusWidget())
    shown.shell.close()


def test_a_press_beside_everything_is_told_and_one_on_a_button_is_not() -> None:
    shown = show(screen("offer-pace"))
    told: list[bool] = []
    shown.shell.missed.connect(lambda words: told.append(True))
    QTest.mouseClick(button(shown, "foot.no"), Qt.MouseButton.LeftButton)
    assert told == []
    page = shown.shell.page
    assert page is not None
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=page.rect().bottomRight() - QPoint(20, 20))
    QTest.mouseClick(page.heading, Qt.MouseButton.LeftButton)
    assert told == [True, True]
    shown.shell.close()


@pytest.mark.parametrize(
    ("size", "step", "language"), [("K1", 3, "en"), ("K1", 3, "ar"), ("H1", 3, "ar"), ("H1", 4, "en")]
)
def test_the_answer_said_back_stands_on_the_first_part(size: str, step: int, language: str) -> None:
    visit = assist_screens(visit_in_town(Language(language)))["said-back-date"]
    shown = show(visit, size, step, Preferences(assisted=True))
    assert "2026" in "\n".join(said(widget) for widget in visible(shown.shell))
    shown.shell.close()
