# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a real session: with the largest letters a page of several questions becomes one of the question somebody is at,
and comes back with smaller ones; nothing that was written, no place and no focus is lost on the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from core.ids import QuestionPath
from core.visit import events as e
from core.visit import pages as p
from core.visit.together import on_page
from kiosk.session.assembly import Session
from tests.support.listener import Listener, listening_session
from ui.pages.field_list import FieldListPage
from ui.pages.question import QuestionPage

LARGEST = 5
NAME, BORN = (QuestionPath(f"/data/child/{one}") for one in ("name", "born"))


def _focus() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def _enlarge(listener: Listener, step: int) -> None:
    session = listener.session
    session.send(session.window.preferences.with_text_step(step))
    listener.live(5)


def _begin(listener: Listener, screen: str) -> Session:
    listener.at(screen)
    listener.session.window.shell.activateWindow()
    listener.live()
    assert isinstance(listener.session.window.shell.page, FieldListPage)
    return listener.session


def _box(session: Session, name: str) -> QLineEdit:
    box = session.window.shell.findChild(QLineEdit, name)
    assert box is not None
    return box


def test_the_question_somebody_writes_in_is_alone_and_comes_back_among_the_others(
    qapp: QApplication, tmp_path: Path
) -> None:
    with listening_session(tmp_path) as listener:
        session = _begin(listener, "several-written")
        street = QuestionPath("/data/you/street")
        box = _box(session, f"answer.text@{street}")
        box.setFocus()
        QTest.keyClicks(box, "Ropewalk 7")
        listener.live()
        _enlarge(listener, LARGEST)
        assert isinstance(session.window.shell.page, QuestionPage)
        assert session.runner.visit.page == p.Question(street)
        assert (_focus(), _box(session, "answer.text").text()) == ("answer.text", "Ropewalk 7")
        QTest.keyClicks(_box(session, "answer.text"), "a")
        _enlarge(listener, LARGEST - 1)
        assert isinstance(session.window.shell.page, FieldListPage)
        assert _focus() == f"answer.text@{street}"
        assert _box(session, _focus()).text() == "Ropewalk 7a"
        assert len(on_page(session.runner.visit, street)) == len(("own", "street", "phone", "count"))


def test_what_was_pointed_out_stays_so_and_the_focus_stays_in_its_box(
    qapp: QApplication, tmp_path: Path
) -> None:
    with listening_session(tmp_path) as listener:
        session = _begin(listener, "several-problems")
        boxes = [one for one in session.window.shell.findChildren(QLineEdit) if BORN in one.objectName()]
        month = boxes[1]
        month.setFocus()
        name = month.objectName()
        for _ in range(2):
            _enlarge(listener, LARGEST)
            page = session.window.shell.page
            assert isinstance(page, QuestionPage)
            assert session.runner.visit.page == p.Question(BORN, told=True, wrong=(NAME, BORN))
            assert _focus() == name.partition("@")[0]
            _enlarge(listener, 1)
            assert _focus() == name


@pytest.mark.requirement("SEE-03", part="the place stays while settings lie over the page")
def test_settings_over_the_page_lead_back_to_the_question_somebody_was_at(
    qapp: QApplication, tmp_path: Path
) -> None:
    with listening_session(tmp_path) as listener:
        session = _begin(listener, "several")
        boxes = [one for one in session.window.shell.findChildren(QLineEdit) if BORN in one.objectName()]
        boxes[0].setFocus()
        listener.tell(e.ComfortPressed())
        _enlarge(listener, LARGEST)
        assert session.runner.visit.over is not None
        listener.tell(e.BackPressed())
        assert isinstance(session.window.shell.page, QuestionPage)
        assert session.runner.visit.page == p.Question(BORN)


def test_going_on_leads_through_the_questions_one_by_one(qapp: QApplication, tmp_path: Path) -> None:
    with listening_session(tmp_path) as listener:
        session = _begin(listener, "several")
        _enlarge(listener, LARGEST)
        seen = [session.runner.visit.page]
        listener.tell(e.ContinuePressed())
        seen.append(session.runner.visit.page)
        assert seen == [p.Question(NAME), p.Question(BORN)]
        QTest.keyClick(session.window.shell, Qt.Key.Key_Tab)
        _enlarge(listener, LARGEST - 1)
        assert isinstance(session.window.shell.page, FieldListPage)
