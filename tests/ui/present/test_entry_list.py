# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page of a list says, and what becomes of its entries on the check page and in the progress."""

from dataclasses import replace

import pytest

from core.ids import Language, QuestionPath
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from i18n.messages import Messages
from tests.support import list_form as form
from tests.support.told import MOVE, on_service
from ui.present.check import present_check
from ui.present.entry_list import EntryListContents, present_entry_list
from ui.present.page_help import page_help
from ui.present.question import present_question
from ui.registry_finding import visit_in_town
from ui.registry_lists import list_screens
from ui.registry_setting import a_kiosk

EN = Messages.load("en")


def screen(name: str, language: str = "en") -> Visit:
    return list_screens(visit_in_town(Language(language)))[name]


def shown(visit: Visit, texts: Messages = EN) -> EntryListContents:
    assert isinstance(visit.page, p.Question)
    return present_entry_list(visit, visit.page, texts, a_kiosk())


def test_an_empty_list_says_what_to_press() -> None:
    contents = shown(screen("list-empty"))
    assert contents.heading.text == "Who lives with you?"
    assert (contents.rows, contents.add) == ((), "Add")
    assert "press Continue" in contents.told


@pytest.mark.parametrize(
    ("language", "first", "add"),
    [
        ("en", "Marigold Example · 41", "Add another"),
        ("ar", "ليلى سالم · 41", "إضافة آخر"),
        ("zh-Hans", "王明 · 41", "再添加一个"),
    ],
)
def test_an_entry_is_called_by_its_first_answers(language: str, first: str, add: str) -> None:
    contents = shown(screen("list", language), Messages.load(language))
    assert contents.rows[0].name.text == first
    assert contents.add == add


def test_buttons_of_a_row_are_told_apart_by_those_who_do_not_see_it() -> None:
    names = [name for row in shown(screen("list")).rows for name in (row.change_name, row.remove_name)]
    assert len(set(names)) == 4
    assert all(name.split(":")[0] in ("Change", "Remove") for name in names)


def test_undo_stands_there_only_after_something_was_removed() -> None:
    assert shown(screen("list")).undo == ""
    assert shown(screen("list-removed")).undo == "Undo"


def test_entries_are_covered_while_somebody_helps_beside() -> None:
    contents = shown(screen("list-covered"))
    assert [row.name.text for row in contents.rows] == ["Number 1", "Number 2"]
    assert "Marigold" not in str(contents)


def test_answers_in_the_list_are_private_words() -> None:
    private = [item.phrase.text for item in shown(screen("list")).items() if item.private]
    assert "Marigold Example · 41" in private


def test_the_list_has_help_of_its_own() -> None:
    assert page_help(screen("list"), EN).startswith("Press Add")


def test_a_question_in_an_entry_says_whose_it_is() -> None:
    visit = screen("list-question")
    assert isinstance(visit.page, p.Question)
    contents = present_question(visit, visit.page, EN, a_kiosk())
    assert "Number 2" in contents.progress.lead


def test_the_check_page_groups_answers_by_entry_and_counts_them() -> None:
    visit = screen("check-list")
    assert isinstance(visit.page, p.Check)
    rows = present_check(visit, visit.page, EN, a_kiosk()).rows
    groups = [row.group for row in rows]
    assert [bool(group) for group in groups] == [True, False, True, False, False]
    assert groups[0] != groups[2]
    assert rows[-1].answer.text == "In the list: 2"
    assert all(row.change for row in rows)


def test_progress_counts_no_question_of_an_entry_that_is_not_there() -> None:
    told = on_service().tell(e.StartPressed(), e.FormOpened(MOVE, form.entry()))
    told.tell(e.AnswerGiven(form.STREET, "Ropewalk 27"), e.ContinuePressed())
    contents = shown(told.visit)
    assert (contents.progress.position, contents.progress.total) == (2, 3)
    told.tell(e.AddPressed())
    assert isinstance(told.visit.page, p.Question)
    inside = present_question(told.visit, told.visit.page, EN, a_kiosk())
    assert (inside.progress.position, inside.progress.total) == (2, 6)
    told.tell(e.BackPressed())
    assert shown(told.visit).progress.total == 3


def test_a_long_list_shows_its_latest_entries_and_leads_to_the_others() -> None:
    told = on_service().tell(e.StartPressed(), e.FormOpened(MOVE, form.entry()))
    told.tell(e.AnswerGiven(form.STREET, "Ropewalk 27"), e.ContinuePressed())
    filling = told.visit.filling
    assert filling is not None
    entry = filling.entry
    for number in range(1, 24):
        entry = entry if number == 1 else entry.add(form.PEOPLE)
        entry = entry.answer(QuestionPath(f"/data/person[{number}]/name"), f"P{number}")
    told.visit = replace(told.visit, filling=replace(filling, entry=entry))
    seen: list[list[int]] = []
    for _ in range(4):
        contents = shown(told.visit)
        assert contents.others
        seen.append([row.number for row in contents.rows])
        told.tell(e.MorePressed())
    assert seen == [[*range(14, 24)], [*range(4, 14)], [1, 2, 3], [*range(14, 24)]]
    assert [row.name.text for row in shown(told.visit).rows][:1] == ["P4"]


def test_a_short_list_shows_all_its_entries() -> None:
    contents = shown(screen("list-longer"))
    assert contents.others == ""
    assert len(contents.rows) == 3


def test_a_full_list_says_so_and_has_no_button_to_add() -> None:
    visit = screen("list")
    filling = visit.filling
    assert filling is not None
    (people,) = filling.entry.form.repeats
    full = replace(filling.entry.form, repeats=(replace(people, most=2),))
    entry = replace(filling.entry, setting=replace(filling.entry.setting, form=full))
    contents = shown(replace(visit, filling=replace(filling, entry=entry)))
    assert contents.add == ""
    assert "full" in contents.told
