# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several questions on a page: an answer opens and closes others in place, and the focus is where it is needed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.ids import Language, QuestionPath
from core.text import Phrase
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from tests.support.filling_on_screen import button, field, key, live, press, texts
from tests.support.showing import Shown, show
from ui.pages.asked import Section
from ui.present.field_list_contents import FieldListContents
from ui.present.fields import TextContents
from ui.registry import screens
from ui.registry_field_list import in_field_list
from ui.registry_finding import visit_in_town
from ui.screens import readable

pytestmark = pytest.mark.usefixtures("qapp")
CHILD = {name: QuestionPath(f"/data/child/{name}") for name in ("name", "born", "school", "which")}
OWN = QuestionPath("/data/you/own")
STREET = QuestionPath("/data/you/street")
SCHOOL = "What is the name of that school?"


def at(where: QuestionPath, **answers: str) -> Visit:
    return in_field_list(visit_in_town(Language("en")), **answers).go(p.Question(where))


def at_problems() -> Visit:
    return screens(Language("en"))["several-problems"]


def named(kind: str, path: QuestionPath) -> str:
    return f"{kind}@{path}"


def write(shown: Shown, visit: Visit, name: str, text: str) -> Visit:
    QTest.keyClicks(field(shown, name), text)
    return live(shown, visit)


def focus() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def activate(shown: Shown) -> Shown:
    shown.shell.activateWindow()
    QApplication.processEvents()
    return shown


def sections(shown: Shown) -> list[str]:
    page = shown.shell.page
    assert page is not None
    found = [one for one in page.findChildren(Section) if one.isVisible() and one.accessibleName()]
    return [one.accessibleName() for one in sorted(found, key=QWidget.y)]


def test_an_answer_opens_and_closes_a_question_below_it_in_place() -> None:
    visit = at(CHILD["school"])
    shown = activate(show(visit, "H1"))
    page = shown.shell.page
    assert sections(shown) == ["Does the child go to a school now?"]
    yes = button(shown, named("answer.choice.yes", CHILD["school"]))
    yes.setFocus()
    press(yes)
    visit = live(shown, visit)
    assert shown.shell.page is page
    assert sections(shown) == ["Does the child go to a school now?", SCHOOL]
    assert focus() == named("answer.choice.yes", CHILD["school"])
    press(button(shown, named("answer.choice.no", CHILD["school"])))
    visit = live(shown, visit)
    assert shown.shell.page is page
    assert sections(shown) == ["Does the child go to a school now?"]
    shown.shell.close()


def test_what_was_typed_in_a_closed_question_comes_back_with_it() -> None:
    visit = at(CHILD["school"], child_school="yes")
    shown = show(visit, "H1")
    visit = write(shown, visit, named("answer.text", CHILD["which"]), "Lantern")
    for value in ("no", "yes"):
        press(button(shown, named(f"answer.choice.{value}", CHILD["school"])))
        visit = live(shown, visit)
    assert field(shown, named("answer.text", CHILD["which"])).text() == "Lantern"
    shown.shell.close()


def test_a_note_comes_while_somebody_types_and_the_caret_stays_where_it_is() -> None:
    visit = at(CHILD["name"], child_name="Robin", child_born="2020-6-3")
    shown = activate(show(visit, "H1"))
    page, year = shown.shell.page, field(shown, named("answer.year", CHILD["born"]))
    year.setFocus()
    year.setCursorPosition(3)
    QTest.keyClick(year, Qt.Key.Key_Delete)
    visit = live(shown, visit)
    QTest.keyClicks(year, "5")
    visit = live(shown, visit)
    assert year.text() == "2025"
    assert "Children go to school here from three years on." in texts(shown)
    assert shown.shell.page is page
    assert (focus(), year.cursorPosition()) == (named("answer.year", CHILD["born"]), 4)
    shown.shell.close()


@pytest.mark.requirement("UND-04", part="several questions on a page: all on top, each at its field")
def test_continue_tells_all_that_does_not_fit_and_the_focus_comes_to_the_first() -> None:
    visit = at(CHILD["name"], child_name="Robin")
    shown = activate(show(visit, "K2"))
    press(button(shown, "foot.primary"))
    visit = live(shown, visit)
    assert "One thing to put right." in texts(shown)
    assert focus() == named("answer.day", CHILD["born"])
    shown.shell.close()
    visit = at(CHILD["name"])
    shown = activate(show(visit, "K2"))
    press(button(shown, "foot.primary"))
    visit = live(shown, visit)
    assert "2 things to put right." in texts(shown)
    assert texts(shown).count("This answer is needed. Give it to go on.") >= 2
    assert focus() == named("answer.text", CHILD["name"])
    shown.shell.close()


def test_a_mended_answer_is_no_longer_told_and_the_other_still_is() -> None:
    visit = at_problems()
    shown = show(visit, "K2")
    page = shown.shell.page
    visit = write(shown, visit, named("answer.text", CHILD["name"]), "Robin")
    assert shown.shell.page is page
    seen = texts(shown)
    assert "One thing to put right." in seen
    assert "This answer is needed. Give it to go on." not in seen
    assert "Write a day that is in the calendar" in seen
    assert field(shown, named("answer.text", CHILD["name"])).text() == "Robin"
    shown.shell.close()


def test_change_leads_to_the_answer_itself() -> None:
    shown = activate(show(at(STREET, you_own="Ada"), "H1"))
    page = shown.shell.page
    assert page is not None
    assert page.begins_at is field(shown, named("answer.text", STREET))
    assert focus() == named("answer.text", STREET)
    shown.shell.close()


def test_enter_leads_from_field_to_field_and_from_the_last_one_on() -> None:
    shown = activate(show(at(CHILD["name"]), "H1"))
    QTest.keyClick(field(shown, named("answer.text", CHILD["name"])), Qt.Key.Key_Return)
    assert focus() == named("answer.day", CHILD["born"])
    assert shown.reported == []
    QTest.keyClick(field(shown, named("answer.year", CHILD["born"])), Qt.Key.Key_Return)
    assert shown.reported == [e.ContinuePressed()]
    shown.shell.close()


def test_touching_a_field_brings_the_keys_for_it_and_they_write_there() -> None:
    visit = at(OWN)
    shown = activate(show(visit, "K2"))
    QTest.mouseClick(field(shown, named("answer.text", STREET)), Qt.MouseButton.LeftButton)
    press(key(shown, "a"))
    visit = live(shown, visit)
    assert visit.filling is not None
    assert visit.filling.entry.raw(STREET) == "a"
    assert visit.filling.entry.raw(OWN) == ""
    shown.shell.close()


def test_where_keys_push_the_others_away_continue_leads_from_one_to_the_next() -> None:
    visit = at(OWN)
    shown = activate(show(visit, "K2"))
    QTest.mouseClick(field(shown, named("answer.text", OWN)), Qt.MouseButton.LeftButton)
    assert sections(shown) == ["What is your own name?"]
    for path, question in (
        (STREET, "In which street do you live?"),
        (QuestionPath("/data/you/phone"), "On which"),
    ):
        press(button(shown, "foot.primary"))
        assert len(sections(shown)) == 1
        assert sections(shown)[0].startswith(question)
        assert focus() == named("answer.text", path)
    press(button(shown, "foot.primary"))
    assert focus() == named("answer.number", QuestionPath("/data/you/count"))
    press(button(shown, "pad.4"))
    assert shown.reported == [e.AnswerGiven(QuestionPath("/data/you/count"), "4")]
    shown.reported.clear()
    press(button(shown, "foot.primary"))
    assert shown.reported == [e.ContinuePressed()]
    shown.shell.close()


def test_keys_put_away_show_every_question_again() -> None:
    shown = activate(show(at(OWN), "K2"))
    before = sections(shown)
    QTest.mouseClick(field(shown, named("answer.text", OWN)), Qt.MouseButton.LeftButton)
    press(button(shown, "key.put_away"))
    assert sections(shown) == before
    assert len(before) == 4
    shown.shell.close()


def test_continue_shows_every_part_of_a_page_before_it_goes_on() -> None:
    shown = activate(show(at(OWN), "H1"))
    page = shown.shell.page
    assert page is not None
    assert page.page_count == 2
    press(button(shown, "foot.primary"))
    assert shown.reported == []
    assert focus().startswith("answer.")
    press(button(shown, "foot.primary"))
    assert shown.reported == [e.ContinuePressed()]
    shown.shell.close()


def test_a_question_that_shows_another_answer_changes_in_place_with_the_name_of_its_field() -> None:
    visit = at(OWN)
    shown = activate(show(visit, "H1"))
    page, own = shown.shell.page, field(shown, named("answer.text", OWN))
    own.setFocus()
    contents = readable(visit, shown.texts, shown.setting)
    assert page is not None
    assert isinstance(contents, FieldListContents)
    words, first = "What is Robin's name?", contents.asked[0]
    assert isinstance(first.field, TextContents)
    renamed = replace(
        first, label=Phrase(words, first.label.language), field=replace(first.field, name=words)
    )
    assert page.refresh(replace(contents, asked=(renamed, *contents.asked[1:])))
    assert sections(shown)[0] == words
    assert own.hasFocus()
    assert own.accessibleName() == words
    interface = QAccessible.queryAccessibleInterface(own)
    labels = interface.relations(QAccessible.RelationFlag.Label)
    assert [one.text(QAccessible.Text.Name) for one, _ in labels] == [words]
    shown.shell.close()
