# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the question page says around the field, answered or not, and how it counts."""

from dataclasses import replace

import pytest

from core.ids import Language, QuestionPath
from core.text import LocalisedText
from core.visit.pages import Question
from core.visit.state import Filling, Visit
from i18n.messages import Messages
from tests.support import small_forms
from tests.support.question_pages import at, begun
from ui.present.fields import ChoiceContents, NothingToAnswer
from ui.present.question import present_question
from ui.present.question_contents import Way
from ui.registry_filling import filled, filling_screens, path
from ui.registry_finding import visit_in_town
from ui.registry_setting import a_kiosk

LANGUAGES = ("en", "es", "ar", "zh-Hans")


def test_a_question_that_appears_by_a_condition_is_counted() -> None:
    alone, family = begun(street="1 A", who="me"), begun(street="1 A", who="family")
    assert at(alone, "day").progress.words == "Question 3 of 9"
    assert at(family, "day").progress.words == "Question 4 of 10"


def test_a_note_is_no_question_and_shows_no_keys() -> None:
    page = at(begun(), "intro")
    assert (page.heading.text, page.progress.words) == ("Good to know", "")
    assert page.progress.position == 1
    assert isinstance(page.field, NothingToAnswer)
    told = [one.text for one in page.field.told]
    assert told[0] == "One form tells every office. You need about 10 minutes."
    assert len(told) == 2
    assert (page.keys, page.notes, page.hint.text) == ("", (), "")


def test_the_first_question_is_question_1_although_a_note_comes_before() -> None:
    assert at(begun(), "street").progress.words.startswith("Question 1 of")


def test_an_answer_fixed_by_the_form_is_shown_and_not_asked_for() -> None:
    page = at(begun(), "town")
    assert isinstance(page.field, NothingToAnswer)
    assert page.field.value is not None
    assert page.field.value.text == "Port Amity"


def test_a_question_that_is_not_asked_any_more_says_so_and_leads_on() -> None:
    page = at(begun(who="me"), "children")
    assert page.heading.text == "This question is no longer needed"
    assert page.go_on == "Continue"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_in_the_language_of_the_visit(language: str) -> None:
    page = at(filled(Language(language)), "who", language)
    assert page.heading.language == language
    assert isinstance(page.field, ChoiceContents)
    assert {option.label.language for option in page.field.options} == {language}


def test_a_problem_is_told_only_after_continue_and_in_the_forms_own_words() -> None:
    entry = begun(street="Harbour Lane")
    assert at(entry, "street").problem is None
    problem = at(entry, "street", told=True).problem
    assert problem is not None
    assert problem.text.text.startswith("The house number is missing.")


def test_a_problem_without_words_of_the_form_has_ours_and_the_way_out_is_beside_it() -> None:
    page = at(begun(who="family", children="two"), "children", told=True)
    assert page.problem is not None
    assert page.problem.text.text == "Write a whole number, for example 27."
    assert [note.title for note in page.notes] == ["Not sure how?"]


def test_a_needless_question_says_that_it_may_stay_empty() -> None:
    assert [note.title for note in at(begun(), "bins").notes] == ["No answer?", "Who sees it"]
    assert [note.title for note in at(begun(), "day").notes] == ["Who sees it"]


def test_both_the_office_and_a_partner_who_takes_it_in_see_it() -> None:
    visit = filling_screens(visit_in_town())["question-text"]
    partner = visit.catalogue.organisations[
        next(one for one in visit.catalogue.organisations if "hands" in one)
    ]
    assert visit.filling is not None
    channel = replace(visit.filling.channel, owner=partner.id)
    shared = replace(visit, filling=replace(visit.filling, channel=channel))
    page = present_question(shared, Question(path("street")), Messages.load("en"), a_kiosk())
    name = partner.name.best(Language("en")).text
    assert page.notes[-1].text.text == f"Registry Office and {name}. Nobody else."


def test_long_and_bidirectional_words_of_a_form_are_bounded_and_plain() -> None:
    entry = begun(who="family")
    label = entry.form.question(path("who")).label
    outside = "<img src=x> & \u202egpj" + "w" * 10_000
    versions = tuple(replace(version, parts=(outside,)) for version in label.versions)
    question = replace(entry.form.question(path("who")), label=replace(label, versions=versions))
    asked = replace(entry._asked, by_path={**entry._asked.by_path, path("who"): question})
    page = at(replace(entry, _asked=asked), "who")
    assert page.heading.text.startswith("<img src=x> & gpj")
    assert len(page.heading.text) <= 240


def test_a_question_page_without_a_form_is_a_bug() -> None:
    visit: Visit = visit_in_town()
    with pytest.raises(ValueError, match="form being filled"):
        present_question(visit, Question(QuestionPath("/data/who")), Messages.load("en"), a_kiosk())


def test_the_service_leads_unless_a_part_of_the_form_has_a_name() -> None:
    assert at(begun(), "street").progress.line == "Tell us you have moved · Question 1 of 9"


def test_everything_visible_is_read() -> None:
    page = at(begun(street="Harbour Lane"), "street", told=True)
    said = [item.phrase.text for item in page.items()]
    assert said[0] == "One thing to put right."
    assert page.heading.text in said
    assert page.hint.text in said
    assert said[-2:] == ["Continue", "I do not have this now"]


def test_what_must_be_written_can_be_left_for_later_and_what_is_chosen_or_free_needs_no_way() -> None:
    def ways(name: str) -> list[Way]:
        return [one.way for one in at(begun(), name).ways]

    assert ways("street") == [Way.LATER]
    assert ways("who") == []
    assert ways("more") == []


def test_a_town_without_names_still_says_who_sees_it() -> None:
    visit = filling_screens(visit_in_town())["question-text"]
    nameless = {key: replace(one, name=LocalisedText()) for key, one in visit.catalogue.organisations.items()}
    visit = replace(visit, catalogue=replace(visit.catalogue, organisations=nameless))
    filling = visit.filling
    assert isinstance(filling, Filling)
    page = present_question(visit, Question(path("street")), Messages.load("en"), a_kiosk())
    assert page.notes[-1].text.text == "The office. Nobody else."


def test_what_the_form_adds_stands_beside_the_field_before_who_sees_it() -> None:
    entry = small_forms.entry("<a/>", "", ASKED, GUIDED)
    visit = filling_screens(visit_in_town())["question-text"]
    assert visit.filling is not None
    page = Question(small_forms.at("a"))
    visit = replace(visit, filling=replace(visit.filling, entry=entry), page=page)
    notes = present_question(visit, page, Messages.load("en"), a_kiosk()).notes
    titles = [(note.title, note.text.text) for note in notes]
    assert titles[0] == ("Good to know", "We ask for the school.")
    assert titles[-1][0] == "Who sees it"


ASKED = """<input ref="/data/a"><label>A</label><hint ref="jr:itext('a')"/></input>"""

GUIDED = """<itext><translation lang="English (en)" default="true()"><text id="a"><value>Two digits</value>
<value form="guidance">We ask for the school.</value></text></translation></itext>"""
