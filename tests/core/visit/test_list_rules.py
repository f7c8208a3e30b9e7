# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists to which people add: every way into, through and out of their entries."""

from dataclasses import replace

from core.forms.entry import Entry
from core.forms.submission_xml import to_xml
from core.ids import QuestionPath
from core.visit import events as e
from core.visit import lists
from core.visit import pages as p
from core.visit.begun import where_one_was
from tests.support import list_form as form
from tests.support.list_form import PEOPLE, PHONE, STREET, person, pets
from tests.support.told import MOVE, Told, on_service


def begun() -> Told:
    return on_service().tell(e.StartPressed(), e.FormOpened(MOVE, form.entry()))


def say(told: Told, raw: str) -> Told:
    """Answer the question shown, and go on."""
    assert isinstance(told.visit.page, p.Question)
    return told.tell(e.AnswerGiven(told.visit.page.path, raw), e.ContinuePressed())


def at_list() -> Told:
    return say(begun(), "Ropewalk 27")


def one_person(told: Told, name: str) -> Told:
    """Add somebody without pets, and come back to the list."""
    return say(say(told.tell(e.AddPressed()), name), "7").tell(e.ContinuePressed())


def here(told: Told) -> QuestionPath:
    assert isinstance(told.visit.page, p.Question), told.visit.page
    return told.visit.page.path


def entry_of(told: Told) -> Entry:
    assert told.visit.filling is not None
    return told.visit.filling.entry


def names(told: Told) -> list[str]:
    entry = entry_of(told)
    return [entry.raw(person(number, "name")) for number in lists.entries(entry, PEOPLE)]


def test_the_list_comes_before_its_entries_and_a_blank_one_is_none() -> None:
    told = at_list()
    assert here(told) == PEOPLE
    assert len(entry_of(told).instances(PEOPLE)) == 1
    assert names(told) == []


def test_add_goes_to_the_first_question_and_its_last_comes_back() -> None:
    told = at_list().tell(e.AddPressed())
    assert here(told) == person(1, "name")
    say(told, "Ada")
    assert here(told) == person(1, "age")
    say(told, "7")
    assert here(told) == pets(1)
    told.tell(e.ContinuePressed())
    assert here(told) == PEOPLE
    assert names(told) == ["Ada"]


def test_a_second_entry_is_added_behind_the_first() -> None:
    told = one_person(one_person(at_list(), "Ada"), "Grace")
    assert names(told) == ["Ada", "Grace"]
    assert here(told.tell(e.ContinuePressed())) == PHONE


def test_a_list_inside_an_entry_comes_back_to_its_own_page() -> None:
    told = say(say(at_list().tell(e.AddPressed()), "Ada"), "7").tell(e.AddPressed())
    assert here(told) == "/data/person[1]/pet[1]/kind"
    assert here(say(told, "cat")) == pets(1)
    assert here(told.tell(e.ContinuePressed())) == PEOPLE


def test_remove_stays_and_undo_brings_all_of_it_back() -> None:
    told = one_person(one_person(at_list(), "Ada"), "Grace")
    told.tell(e.RemovePressed(1))
    assert (here(told), names(told)) == (PEOPLE, ["Grace"])
    told.tell(e.UndoPressed())
    assert names(told) == ["Ada", "Grace"]
    assert entry_of(told).raw(person(1, "age")) == "7"
    told.tell(e.UndoPressed())
    assert names(told) == ["Grace"]


def test_what_was_removed_stays_away_once_the_list_is_left() -> None:
    told = one_person(one_person(at_list(), "Ada"), "Grace").tell(e.RemovePressed(2), e.ContinuePressed())
    told.tell(e.BackPressed(), e.UndoPressed())
    assert names(told) == ["Ada"]


def test_removing_what_is_not_there_changes_nothing() -> None:
    told = one_person(at_list(), "Ada")
    before = told.visit
    told.tell(e.RemovePressed(2), e.RemovePressed(0))
    assert told.visit.filling == before.filling


def test_change_goes_through_the_entry_and_back_to_the_list() -> None:
    told = one_person(one_person(at_list(), "Ada"), "Grace").tell(e.ChangePressed(person(1, "name")))
    say(told, "Ida")
    assert here(told) == person(1, "age")
    told.tell(e.ContinuePressed(), e.ContinuePressed())
    assert (here(told), names(told)) == (PEOPLE, ["Ida", "Grace"])


def test_back_leads_from_an_entry_to_its_list_and_from_the_list_to_what_was_before() -> None:
    told = one_person(one_person(at_list(), "Ada"), "Grace").tell(e.ChangePressed(person(2, "name")))
    told.tell(e.ContinuePressed(), e.BackPressed())
    assert here(told) == person(2, "name")
    told.tell(e.BackPressed())
    assert here(told) == PEOPLE
    told.tell(e.BackPressed())
    assert here(told) == STREET
    told.tell(e.ContinuePressed(), e.ContinuePressed(), e.BackPressed())
    assert here(told) == PEOPLE


def test_back_out_of_an_entry_that_was_not_begun_leaves_none_behind() -> None:
    told = one_person(at_list(), "Ada").tell(e.AddPressed(), e.BackPressed())
    assert names(told) == ["Ada"]
    told.tell(e.AddPressed())
    assert here(told) == person(2, "name")
    told.tell(e.BackPressed(), e.ContinuePressed())
    assert len(entry_of(told).instances(PEOPLE)) == 1


def test_nobody_is_sent_when_nobody_was_added() -> None:
    told = at_list().tell(e.ContinuePressed(), e.ContinuePressed())
    assert told.visit.page == p.Check()
    assert b"<person" not in to_xml(entry_of(told))
    assert entry_of(told).problems() == ()


def test_from_the_check_page_a_list_is_changed_entry_by_entry() -> None:
    told = one_person(at_list(), "Ada").tell(e.ContinuePressed(), e.ContinuePressed())
    told.tell(e.ChangePressed(PEOPLE), e.AddPressed())
    say(told, "Grace")
    assert here(told) == person(2, "age")
    told.tell(e.ContinuePressed(), e.ContinuePressed())
    assert here(told) == PEOPLE
    assert told.tell(e.ContinuePressed()).visit.page == p.Check()
    assert names(told) == ["Ada", "Grace"]


def test_one_answer_in_an_entry_is_changed_alone_from_the_check_page() -> None:
    told = one_person(at_list(), "Ada").tell(e.ContinuePressed(), e.ContinuePressed())
    told.tell(e.ChangePressed(person(1, "name")))
    assert say(told, "Ida").visit.page == p.Check()


def test_back_from_a_list_being_changed_leads_to_the_check_page_and_leaves_no_blank_entry() -> None:
    told = one_person(at_list(), "Ada").tell(e.ContinuePressed(), e.ContinuePressed())
    told.tell(e.ChangePressed(PEOPLE), e.AddPressed(), e.BackPressed())
    assert here(told) == PEOPLE
    assert told.tell(e.BackPressed()).visit.page == p.Check()
    assert len(entry_of(told).instances(PEOPLE)) == 1


def test_sending_leads_into_an_entry_that_is_not_whole() -> None:
    told = at_list().tell(e.AddPressed(), e.LaterPressed())
    say(told, "7").tell(e.ContinuePressed(), e.ContinuePressed(), e.ContinuePressed())
    assert told.visit.page == p.Check()
    told.tell(e.SendPressed())
    assert told.visit.page == p.Question(person(1, "name"), told=True)
    assert say(told, "Ada").visit.page == p.Check()


def test_going_on_later_begins_at_the_list() -> None:
    told = one_person(at_list(), "Ada")
    assert told.visit.filling is not None
    assert where_one_was(told.visit.filling) == p.Question(PEOPLE)


def test_a_full_list_takes_no_more() -> None:
    told = one_person(at_list(), "Ada")
    filling = told.visit.filling
    assert filling is not None
    people = next(one for one in filling.entry.form.repeats if one.path == "/data/person")
    full = replace(filling.entry.form, repeats=(replace(people, most=1),))
    entry = replace(filling.entry, setting=replace(filling.entry.setting, form=full))
    told.visit = replace(told.visit, filling=replace(filling, entry=entry))
    assert here(told.tell(e.AddPressed())) == PEOPLE
    assert lists.is_full(entry_of(told), PEOPLE)


def test_too_few_entries_are_told_on_the_list() -> None:
    told = at_list()
    filling = told.visit.filling
    assert filling is not None
    people = next(one for one in filling.entry.form.repeats if one.path == "/data/person")
    wanted = replace(filling.entry.form, repeats=(replace(people, least=1),))
    entry = replace(filling.entry, setting=replace(filling.entry.setting, form=wanted))
    told.visit = replace(told.visit, filling=replace(filling, entry=entry))
    told.tell(e.ContinuePressed())
    assert told.visit.page == p.Question(PEOPLE, told=True)
    assert entry_of(told).problem(PEOPLE) is not None


def test_going_slowly_nothing_is_said_back_on_the_list() -> None:
    told = at_list().tell(e.PaceChosen(assisted=True))
    assert here(told.tell(e.ContinuePressed())) == PHONE
