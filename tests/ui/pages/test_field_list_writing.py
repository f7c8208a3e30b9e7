# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys on a page with several questions write where somebody writes, whatever comes and goes around the field."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.ids import Language, QuestionPath
from core.text import Phrase
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from tests.support.filling_on_screen import button, field, key, live, press, texts
from tests.support.showing import Shown, show
from ui.present.field_list_contents import FieldListContents
from ui.registry_field_list import in_field_list
from ui.registry_finding import visit_in_town
from ui.screens import readable

pytestmark = pytest.mark.usefixtures("qapp")
OWN, STREET = QuestionPath("/data/you/own"), QuestionPath("/data/you/street")
NAME, BORN, SCHOOL = (QuestionPath(f"/data/child/{name}") for name in ("name", "born", "school"))
NEEDED = "This answer is needed. Give it to go on."
USE = "You said before: Ropewalk. Use it"


def at(where: QuestionPath, **answers: str) -> Visit:
    return in_field_list(visit_in_town(Language("en")), **answers).go(p.Question(where))


def said(visit: Visit, words: str, raw: str) -> Visit:
    """Another form of this visit asked in the same words."""
    return replace(visit, said=(((words, "text"), raw),))


def shown_at(visit: Visit, size: str = "K2") -> Shown:
    shown = show(visit, size)
    shown.shell.activateWindow()
    QApplication.processEvents()
    return shown


def text_of(shown: Shown, path: QuestionPath) -> str:
    return field(shown, f"answer.text@{path}").text()


def touch(shown: Shown, path: QuestionPath) -> None:
    QTest.mouseClick(field(shown, f"answer.text@{path}"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def strike(shown: Shown, visit: Visit, *names: str) -> Visit:
    """Press keys on the screen: letters, or the way to take one away."""
    for name in names:
        press(button(shown, name) if "." in name else key(shown, name))
        visit = live(shown, visit)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return visit


def test_an_answer_that_fits_and_then_does_not_is_told_again_and_the_keys_still_write_it() -> None:
    visit = at(OWN, you_own="Ada")
    shown = shown_at(visit)
    press(button(shown, "foot.primary"))
    visit = live(shown, visit)
    touch(shown, STREET)
    page, street = shown.shell.page, field(shown, f"answer.text@{STREET}")
    assert NEEDED in texts(shown)
    visit = strike(shown, visit, "a")
    assert NEEDED not in texts(shown)
    visit = strike(shown, visit, "key.delete")
    assert NEEDED in texts(shown)
    assert NEEDED in street.accessibleDescription()
    visit = strike(shown, visit, "b")
    assert (text_of(shown, OWN), text_of(shown, STREET)) == ("Ada", "b")
    assert field(shown, f"answer.text@{STREET}") is street
    assert shown.shell.page is page
    assert street.hasFocus()
    shown.shell.close()


def test_what_was_said_before_comes_back_with_an_empty_answer_and_the_keys_still_write_it() -> None:
    visit = said(at(OWN), "In which street do you live?", "Ropewalk")
    shown = shown_at(visit, "K3")
    assert USE in texts(shown)
    touch(shown, STREET)
    street = field(shown, f"answer.text@{STREET}")
    visit = strike(shown, visit, "a")
    assert USE not in texts(shown)
    visit = strike(shown, visit, "key.delete")
    visit = strike(shown, visit, "b")
    assert (text_of(shown, OWN), text_of(shown, STREET)) == ("", "b")
    assert street.hasFocus()
    visit = strike(shown, visit, "key.delete", "key.put_away")
    assert USE in texts(shown)
    press(button(shown, f"answer.said_before@{STREET}"))
    live(shown, visit)
    assert (text_of(shown, STREET), USE in texts(shown)) == ("Ropewalk", False)
    shown.shell.close()


@pytest.mark.parametrize("size", ["H1", "K1", "K2", "K3"])
def test_an_offer_that_is_gone_is_not_put_aside_for_the_keys_again(size: str) -> None:
    visit = said(at(OWN), "In which street do you live?", "Ropewalk")
    shown = shown_at(visit, size)
    touch(shown, STREET)
    QTest.keyClicks(field(shown, f"answer.text@{STREET}"), "a")
    visit = live(shown, visit)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    touch(shown, OWN)
    QTest.keyClicks(field(shown, f"answer.text@{OWN}"), "b")
    live(shown, visit)
    assert (text_of(shown, OWN), text_of(shown, STREET)) == ("b", "a")
    assert USE not in texts(shown)
    shown.shell.close()


def test_keys_write_where_the_focus_came_when_an_offer_was_taken() -> None:
    visit = said(at(OWN), "In which street do you live?", "Ropewalk")
    shown = shown_at(visit, "K3")
    touch(shown, OWN)
    use = button(shown, f"answer.said_before@{STREET}")
    assert use.isVisible()
    use.setFocus()
    press(use)
    visit = live(shown, visit)
    assert field(shown, f"answer.text@{STREET}").hasFocus()
    strike(shown, visit, "s")
    assert (text_of(shown, OWN), text_of(shown, STREET)) == ("", "Ropewalks")
    shown.shell.close()


def test_a_question_made_anew_is_written_on_in_the_same_box_at_the_same_place() -> None:
    visit = at(OWN, you_street="Roewalk")
    shown = shown_at(visit)
    touch(shown, STREET)
    before = field(shown, f"answer.text@{STREET}")
    before.setCursorPosition(2)
    contents, page = readable(visit, shown.texts, shown.setting), shown.shell.page
    assert isinstance(contents, FieldListContents)
    assert page is not None
    street = contents.asked[1]
    other = replace(street, notes=(*street.notes, Phrase("Without the number.", Language("en"))))
    assert page.refresh(replace(contents, asked=(contents.asked[0], other, *contents.asked[2:])))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    after = field(shown, f"answer.text@{STREET}")
    assert after is not before
    assert (after.hasFocus(), after.cursorPosition()) == (True, 2)
    press(key(shown, "p"))
    assert shown.reported == [e.AnswerGiven(STREET, "Ropewalk")]
    shown.shell.close()


@pytest.mark.parametrize("size", ["K1", "K2", "K3"])
def test_keys_stay_under_the_finger_while_a_question_opens_and_closes(size: str) -> None:
    visit = at(NAME, child_name="Robin", child_born="2020-06-3")
    shown = shown_at(visit, size)
    year = field(shown, f"answer.year@{BORN}")
    QTest.mouseClick(year, Qt.MouseButton.LeftButton)
    five = button(shown, "pad.5")
    visit = strike(shown, visit, "pad.delete", "pad.delete", "pad.2", "pad.5")
    assert year.text() == "2025"
    assert button(shown, "pad.5") is five
    visit = strike(shown, visit, "pad.delete", "pad.0")
    assert year.text() == "2020"
    assert button(shown, "pad.5") is five
    assert five.isVisible()
    assert year.hasFocus()
    shown.shell.close()


def test_a_pointed_out_question_that_an_answer_closes_leaves_the_page_and_the_focus_alone() -> None:
    visit = at(SCHOOL, child_school="yes")
    shown = shown_at(visit)
    press(button(shown, "foot.primary"))
    visit = live(shown, visit)
    page, names = shown.shell.page, [f"answer.choice.{value}@{SCHOOL}" for value in ("no", "yes")]
    assert page is not None
    attempt = page.attempt
    assert "One thing to put right." in texts(shown)
    for name, told in zip(names, (False, True), strict=True):
        button(shown, name).setFocus()
        press(button(shown, name))
        visit = live(shown, visit)
        assert shown.shell.page is page
        assert button(shown, name).hasFocus()
        assert ("One thing to put right." in texts(shown)) is told
    assert page.attempt == attempt == 1
    shown.shell.close()


@pytest.mark.parametrize("size", ["H1", "K2"])
def test_another_language_and_an_answer_in_the_heading_are_said_in_place(size: str) -> None:
    visit = at(OWN)
    shown = shown_at(visit, size)
    touch(shown, STREET)
    contents, page = readable(visit, shown.texts, shown.setting), shown.shell.page
    assert isinstance(contents, FieldListContents)
    assert page is not None
    heading = replace(contents.heading, text="About you, Ada")
    assert page.refresh(replace(contents, heading=heading, elsewhere="Partly in Spanish."))
    assert "About you, Ada" in texts(shown)
    assert page.accessibleName() == "About you, Ada"
    assert field(shown, f"answer.text@{STREET}").hasFocus()
    if size == "K2":
        # Keys have its room.
        assert "Partly in Spanish." not in texts(shown)
        press(button(shown, "key.put_away"))
    assert "Partly in Spanish." in texts(shown)
    assert page.refresh(replace(contents, heading=heading))
    touch(shown, OWN)
    assert "Partly in Spanish." not in texts(shown)
    shown.shell.close()


@pytest.mark.parametrize("step", [1, 3, 5])
@pytest.mark.parametrize("size", ["K1", "K2", "K3"])
def test_the_keys_stay_the_same_while_a_problem_comes_and_goes(size: str, step: int) -> None:
    visit = at(OWN, you_own="Ada").go(p.Question(STREET, told=True, wrong=(STREET,)))
    shown = show(visit, size, step)
    shown.shell.activateWindow()
    page, street = shown.shell.page, field(shown, f"answer.text@{STREET}")
    assert page is not None
    page.reveal(street)
    touch(shown, STREET)
    pressed = key(shown, "a")
    for name in ("a", "key.delete", "a", "key.delete", "a"):
        visit = strike(shown, visit, name)
        if step < 5:
            # With the largest letters it waits on another part, as it did before the keys were touched.
            assert (NEEDED in texts(shown)) is (name != "a")
        assert key(shown, "a") is pressed
        assert street.isVisible()
        assert street.hasFocus()
    shown.shell.close()
