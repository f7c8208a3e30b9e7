# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One question while somebody writes: what does not fit is told again, offers come and go, and nothing else moves."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from core.ids import Language, QuestionPath
from core.visit import pages as p
from core.visit.state import Visit
from tests.support.filling_on_screen import live, screen, texts
from tests.support.showing import Shown, show
from ui.keyboard.keyboard import Keyboard
from ui.pages.question import QuestionPage
from ui.present.question_contents import QuestionContents
from ui.present.question_notes import LEAVE_AFTER
from ui.present.screen import present
from ui.registry import screens
from ui.registry_field_list import in_field_list
from ui.registry_finding import visit_in_town

pytestmark = pytest.mark.usefixtures("qapp")
STREET = QuestionPath("/data/you/street")
LOOKS = [("K2", 1), ("K2", 4), ("K1", 2), ("H1", 3)]
NEEDED = "This answer is needed. Give it to go on."


def offered() -> Visit:
    """Another form of this visit has said in which street the person lives; each question has a page of its own."""
    visit = in_field_list(visit_in_town(Language("en")), you_own="Ada").go(p.Question(STREET))
    return replace(visit, apart=True, said=((("In which street do you live?", "text"), "Ropewalk"),))


def shown_at(visit: Visit, size: str, step: int) -> tuple[Shown, QuestionPage]:
    shown = show(visit, size, step, on_a_kiosk=True)
    shown.shell.activateWindow()
    QApplication.processEvents()
    page = shown.shell.page
    assert isinstance(page, QuestionPage)
    return shown, page


def box(shown: Shown) -> QLineEdit:
    found = shown.shell.findChild(QLineEdit, "answer.text")
    assert found is not None
    return found


def buttons(shown: Shown, name: str) -> list[QAbstractButton]:
    """Those of the page, on whichever of its parts."""
    assert shown.shell.page is not None
    return shown.shell.page.findChildren(QAbstractButton, name)


def write(shown: Shown, visit: Visit, words: str) -> Visit:
    for sign in words:
        QTest.keyClicks(box(shown), sign)
        visit = live(shown, visit)
    return visit


def rub_out(shown: Shown, visit: Visit) -> Visit:
    while box(shown).text():
        QTest.keyClick(box(shown), Qt.Key.Key_Backspace)
        visit = live(shown, visit)
    return visit


@pytest.mark.parametrize(("size", "step"), LOOKS)
def test_what_does_not_fit_again_is_told_again_under_the_same_keys(size: str, step: int) -> None:
    visit = screens(Language("en"))["question-text-problem"]
    shown, page = shown_at(visit, size, step)
    if not page.findChildren(Keyboard):
        page._on_keys_wanted()
    box(shown).setFocus()
    visit = write(shown, visit, "14")
    assert NEEDED not in texts(shown)
    keys = page.findChildren(Keyboard)
    visit = rub_out(shown, visit)
    assert shown.shell.page is page, "the page was built anew under the hand"
    assert page.findChildren(Keyboard) == keys
    assert QApplication.focusWidget() is box(shown)
    page.put_keys_away()
    seen = []
    for _part in range(page.page_count):
        seen.append(texts(shown))
        page.turn()
    assert any(NEEDED in part for part in seen)
    write(shown, visit, "1")
    assert NEEDED not in texts(shown)
    shown.shell.close()


@pytest.mark.parametrize(("size", "step"), LOOKS)
def test_an_offer_goes_once_there_is_an_answer_and_the_focus_stays_on_the_page(size: str, step: int) -> None:
    visit = offered()
    shown, page = shown_at(visit, size, step)
    (offer,) = buttons(shown, "foot.said_before")
    page.reveal(offer)
    offer.setFocus()
    QTest.keyClick(offer, Qt.Key.Key_Space)
    visit = live(shown, visit)
    assert shown.shell.page is page
    assert box(shown).text() == "Ropewalk"
    assert not buttons(shown, "foot.said_before")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.isAncestorOf(focus)
    rub_out(shown, visit)
    assert len(buttons(shown, "foot.said_before")) == 1
    shown.shell.close()


@pytest.mark.parametrize(("size", "step"), [("K2", 1), ("K2", 4)])
def test_a_way_out_goes_with_the_problem_that_it_was_offered_for(size: str, step: int) -> None:
    visit = screen("question-text-problem")
    assert visit.filling is not None
    path = visit.page.path if isinstance(visit.page, p.Question) else None
    assert path is not None
    visit = replace(visit, filling=replace(visit.filling, failures=(path, path)))
    shown, page = shown_at(visit, size, step)
    assert len(buttons(shown, "foot.person")) == 1
    page.reveal(box(shown))
    box(shown).setFocus()
    write(shown, visit, "14")
    assert shown.shell.page is page
    assert not buttons(shown, "foot.person")
    assert QApplication.focusWidget() is box(shown)
    shown.shell.close()


@pytest.mark.parametrize(("size", "step"), [("K2", 1), ("K3", 1)])
def test_the_notes_beside_a_question_are_those_that_are_said_aloud(size: str, step: int) -> None:
    visit = screen("question-text-problem")
    assert visit.filling is not None
    assert isinstance(visit.page, p.Question)
    visit = replace(visit, filling=replace(visit.filling, failures=(visit.page.path,) * (LEAVE_AFTER - 1)))
    shown, page = shown_at(visit, size, step)
    page.put_keys_away()
    seen = []

    def look() -> None:
        contents = present(visit, shown.texts, shown.setting)
        assert isinstance(contents, QuestionContents)
        seen.append(contents.notes)
        on_page = texts(shown)
        for note in contents.notes:
            assert note.title in on_page
            assert note.text.text in on_page
        for gone in (note for before in seen for note in before if note not in contents.notes):
            assert gone.title not in on_page

    look()
    box(shown).setFocus()
    visit = write(shown, visit, "14")
    look()
    visit = rub_out(shown, visit)
    QTest.keyClick(box(shown), Qt.Key.Key_Return)
    visit = live(shown, visit)
    look()
    assert shown.shell.page is page
    assert len(set(seen)) == 3
    shown.shell.close()


def test_a_way_on_keeps_the_focus_where_only_undo_comes_or_its_words_change() -> None:
    visit = offered()
    shown, page = shown_at(visit, "K2", 4)
    (offer,) = buttons(shown, "foot.said_before")
    page.reveal(offer)
    offer.setFocus()
    contents = present(visit, shown.texts, shown.setting)
    assert isinstance(contents, QuestionContents)
    changed = replace(contents, can_undo=not contents.can_undo)
    assert page.refresh(changed)
    QApplication.processEvents()
    assert QApplication.focusWidget() is offer
    (way,) = changed.ways
    assert page.refresh(replace(changed, ways=(replace(way, text="Use the other one"),)))
    QApplication.processEvents()
    (other,) = buttons(shown, "foot.said_before")
    assert other is not offer
    assert QApplication.focusWidget() is other
    shown.shell.close()
