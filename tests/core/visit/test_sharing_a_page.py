# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions that share a page, as the visit sees them: judged together, gone to and left together."""

from dataclasses import replace

import pytest

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.xforms import load
from core.ids import QuestionPath
from core.visit import events as e
from core.visit import pages as p
from core.visit.begun import where_one_was
from core.visit.state import Filling, Helper
from core.visit.together import on_page, shares_page
from core.visit.undoing import can_undo, changed_in
from tests.support import small_form as small
from tests.support.told import MOVE, Told, on_service

SOURCE = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
<h:head><h:title>School</h:title><model><instance><data id="school">
  <child><name/><born/><young/><school/><which/></child><you><own/><street/></you>
</data></instance>
<bind nodeset="/data/child/name" required="true()"/>
<bind nodeset="/data/child/born" type="date" required="true()"/>
<bind nodeset="/data/child/young" readonly="true()" relevant="../born &gt; date('2023-11-23')"/>
<bind nodeset="/data/child/school" required="true()"/>
<bind nodeset="/data/child/which" required="true()" relevant="../school = 'yes'"/>
<bind nodeset="/data/you/own" required="true()"/>
</model></h:head><h:body>
<group ref="/data/child" appearance="field-list"><label>The child</label>
  <input ref="/data/child/name"><label>Name?</label></input>
  <input ref="/data/child/born"><label>Born?</label></input>
  <input ref="/data/child/young"><label>Children go to school from three years on.</label></input>
  <select1 ref="/data/child/school"><label>At school?</label>
    <item><label>Yes</label><value>yes</value></item><item><label>No</label><value>no</value></item>
  </select1>
  <input ref="/data/child/which"><label>Which?</label></input>
</group>
<group ref="/data/you" appearance="field-list"><label>You</label>
  <input ref="/data/you/own"><label>Name?</label></input>
  <input ref="/data/you/street"><label>Street?</label></input>
</group>
</h:body></h:html>"""


def path(name: str) -> QuestionPath:
    group, _, last = name.partition("_")
    return QuestionPath(f"/data/{group}/{last}")


NAME, BORN, YOUNG = path("child_name"), path("child_born"), path("child_young")
SCHOOL, WHICH, OWN = path("child_school"), path("child_which"), path("you_own")
FULL = {
    "child_name": "Robin",
    "child_born": "2020-06-03",
    "child_school": "no",
    "you_own": "Ada",
    "you_street": "Ropewalk",
}


def at(where: QuestionPath, **answers: str) -> Told:
    """Somebody at a page of the form whose questions share pages."""
    form = load(SOURCE.encode())
    assert isinstance(form, Form), form
    entry = Entry.begin(form, small.entry().submission_id, small.NOW.date(), small.NOW)
    for name, raw in answers.items():
        entry = entry.answer(path(name), raw)
    told = on_service().tell(e.StartPressed(), e.FormOpened(MOVE, entry))
    told.visit = replace(told.visit, page=p.Question(where))
    return told


def filling(told: Told) -> Filling:
    assert told.visit.filling is not None
    return told.visit.filling


def give(told: Told, **answers: str) -> Told:
    return told.tell(*(e.AnswerGiven(path(name), raw) for name, raw in answers.items()))


def test_every_question_of_the_page_is_answered_on_it() -> None:
    told = give(at(NAME), child_name="Robin", child_born="2020-06-03")
    assert told.visit.page == p.Question(NAME)
    assert (filling(told).entry.raw(NAME), filling(told).entry.raw(BORN)) == ("Robin", "2020-06-03")


def test_a_question_of_another_page_is_not() -> None:
    assert filling(give(at(NAME), you_own="Ada")).entry.raw(OWN) == ""


def test_continue_leads_past_all_of_the_page() -> None:
    told = give(at(NAME), child_name="Robin", child_born="2020-06-03").tell(e.ContinuePressed())
    assert told.visit.page == p.Question(SCHOOL)


def test_all_that_does_not_fit_is_pointed_out_at_once() -> None:
    told = at(NAME).tell(e.ContinuePressed())
    assert told.visit.page == p.Question(NAME, told=True, wrong=(NAME, BORN))
    assert filling(told).failures == (NAME, BORN)


def test_what_an_answer_opens_is_on_the_page_and_is_not_pointed_out_before_continue() -> None:
    told = at(SCHOOL).tell(e.ContinuePressed())
    assert told.visit.page == p.Question(SCHOOL, told=True, wrong=(SCHOOL,))
    give(told, child_school="yes")
    assert on_page(told.visit, SCHOOL) == (SCHOOL, WHICH)
    assert told.visit.page == p.Question(SCHOOL, told=True, wrong=(SCHOOL,))
    told.tell(e.ContinuePressed())
    assert told.visit.page == p.Question(SCHOOL, told=True, wrong=(WHICH,))


def test_a_note_comes_and_goes_with_what_it_depends_on() -> None:
    assert on_page(at(NAME, child_born="2025-06-03").visit, NAME) == (NAME, BORN, YOUNG)
    assert on_page(at(NAME, child_born="2020-06-03").visit, NAME) == (NAME, BORN)


def test_back_leads_to_the_beginning_of_the_page_before() -> None:
    assert at(SCHOOL, **FULL).tell(e.BackPressed()).visit.page == p.Question(NAME)
    assert not isinstance(at(BORN, **FULL).tell(e.BackPressed()).visit.page, p.Question)


def test_back_from_the_answers_leads_to_the_beginning_of_the_last_page() -> None:
    told = at(OWN, **FULL).tell(e.ContinuePressed())
    assert told.visit.page == p.Check()
    assert told.tell(e.BackPressed()).visit.page == p.Question(OWN)


def test_change_leads_to_the_page_of_an_answer_and_continue_back() -> None:
    told = at(OWN, **FULL).tell(e.ContinuePressed(), e.ChangePressed(BORN))
    assert told.visit.page == p.Question(BORN)
    assert on_page(told.visit, BORN) == (NAME, BORN)
    assert give(told, child_name="Lee").tell(e.ContinuePressed()).visit.page == p.Check()
    assert filling(told).entry.raw(NAME) == "Lee"


def test_undo_puts_back_the_last_change_wherever_on_the_page_it_was() -> None:
    told = give(at(NAME, **FULL), child_name="Lee", child_born="2021-01-01")
    here = on_page(told.visit, NAME)
    assert can_undo(filling(told), changed_in(filling(told), here))
    told.tell(e.UndoPressed())
    assert (filling(told).entry.raw(NAME), filling(told).entry.raw(BORN)) == ("Lee", "2020-06-03")


def test_i_do_not_have_this_now_leaves_the_whole_page() -> None:
    assert at(NAME).tell(e.LaterPressed()).visit.page == p.Question(SCHOOL)


def test_going_on_later_begins_where_one_was() -> None:
    told = give(at(NAME), child_name="Robin", child_born="2020-06-03").tell(e.ContinuePressed())
    assert where_one_was(filling(told)) == p.Question(SCHOOL)


@pytest.mark.requirement("UND-01", part="one question a page for who takes them one at a time")
@pytest.mark.parametrize("slowly", [True, False])
def test_who_goes_slowly_or_presses_by_switches_has_each_on_a_page_of_its_own(slowly: bool) -> None:
    told = at(NAME).tell(e.PaceChosen(assisted=slowly, apart=not slowly))
    assert not shares_page(told.visit, NAME)
    give(told, child_born="2020-06-03", child_name="Robin").tell(e.ContinuePressed())
    assert filling(told).entry.raw(BORN) == ""
    assert told.visit.page == (p.SaidBack(NAME) if slowly else p.Question(BORN))


def test_beside_a_helper_one_answer_is_seen_at_a_time() -> None:
    told = at(NAME)
    told.visit = replace(told.visit, helper=Helper())
    assert on_page(told.visit, NAME) == (NAME,)


def test_who_takes_them_one_at_a_time_from_now_on_stays_at_theirs() -> None:
    told = give(at(NAME), child_born="2020-06-03").tell(e.PaceChosen(assisted=False, apart=True, at=BORN))
    assert told.visit.page == p.Question(BORN)
    assert filling(told).entry.raw(BORN) == "2020-06-03"
    told.tell(e.PaceChosen(assisted=False, at=NAME))
    assert (told.visit.page, on_page(told.visit, BORN)) == (p.Question(BORN), (NAME, BORN))


def test_a_question_of_another_page_is_no_place_to_stay_at() -> None:
    for elsewhere in (OWN, None):
        told = at(NAME).tell(e.PaceChosen(assisted=False, apart=True, at=elsewhere))
        assert told.visit.page == p.Question(NAME)
    shared = at(NAME).tell(e.PaceChosen(assisted=False, at=BORN))
    assert shared.visit.page == p.Question(NAME)
