# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A visit from welcome to the check page, by events alone, without clock, disk or window."""

import pytest

from core.errors import Trouble
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit import settings_pages as s
from core.visit.state import Availability
from tests.support import small_form as small
from tests.support.told import (
    AR,
    EN,
    ENDPOINT,
    FORM,
    MOVE,
    MOVING,
    PASSPORT,
    Told,
    answer,
    catalogue,
    filling,
    on_check,
    on_service,
)


def test_a_language_on_the_welcome_page_begins_the_visit() -> None:
    told = Told(e.LanguageChosen(AR))
    assert (told.visit.page, told.visit.language) == (p.Home(), AR)


@pytest.mark.requirement("UND-06", part="Back loses nothing")
def test_back_leads_the_same_way_back() -> None:
    told = on_service()
    seen = []
    while told.visit.trail:
        told.tell(e.BackPressed())
        seen.append(told.visit.page)
    assert seen == [p.EventServices(MOVING), p.Home(), p.Welcome()]


def test_start_opens_the_form_once_however_often_it_is_pressed() -> None:
    told = on_service().tell(e.StartPressed(), e.StartPressed(), e.StartPressed())
    assert len(told.asked(fx.OpenForm)) == 1


def test_a_form_that_opens_after_the_citizen_went_elsewhere_is_not_forced_on_them() -> None:
    told = on_service().tell(e.StartPressed(), e.BackPressed(), e.FormOpened(MOVE, small.entry()))
    assert told.visit.page == p.EventServices(MOVING)
    assert told.visit.filling is None


def test_a_form_that_cannot_be_opened_says_so_and_back_leads_to_the_service() -> None:
    told = on_service().tell(e.StartPressed(), e.FormClosed(MOVE, Trouble("trouble.form_not_here")))
    assert told.visit.page == p.InTrouble(Trouble("trouble.form_not_here"))
    assert told.tell(e.BackPressed()).visit.page == p.AboutService(MOVE)


def test_a_service_without_an_api_has_no_start() -> None:
    told = Told(e.LanguageChosen(EN), e.LifeEventChosen(MOVING), e.ServiceChosen(PASSPORT), e.StartPressed())
    assert not told.asked(fx.OpenForm)


@pytest.mark.requirement("UND-04")
def test_continue_with_a_problem_stays_and_points_it_out_and_keeps_what_was_typed() -> None:
    told = answer(filling(), "Ada", "family").tell(e.AnswerGiven(small.CHILDREN, "many"), e.ContinuePressed())
    assert told.visit.page == p.Question(small.CHILDREN, told=True)
    assert told.visit.filling is not None
    assert told.visit.filling.entry.raw(small.CHILDREN) == "many"


def test_a_condition_decides_which_questions_are_asked() -> None:
    assert answer(filling(), "Ada", "family").visit.page == p.Question(small.CHILDREN)
    assert answer(filling(), "Ada", "me").visit.page == p.Question(small.FLAT)


@pytest.mark.requirement("UND-06", part="Back loses nothing")
def test_back_in_a_form_goes_one_question_back_and_out_of_it_loses_nothing() -> None:
    told = answer(filling(), "Ada").tell(e.BackPressed())
    assert told.visit.page == p.Question(small.NAME)
    told.tell(e.BackPressed())
    assert told.visit.page == p.AboutService(MOVE)
    told.tell(e.StartPressed())
    assert told.visit.page == p.Question(small.WHO), "going on begins where one was"
    assert told.visit.filling is not None
    assert told.visit.filling.entry.raw(small.NAME) == "Ada"


@pytest.mark.requirement("UND-09", part="another language loses no answer")
def test_the_language_changes_on_any_page_and_no_answer_is_lost() -> None:
    told = answer(filling(), "Ada").tell(e.LanguagesPressed(), e.LanguageChosen(AR))
    assert told.visit.page == p.Question(small.WHO)
    assert told.visit.language == AR
    assert told.visit.filling is not None
    assert told.visit.filling.entry.raw(small.NAME) == "Ada"


@pytest.mark.requirement("UND-05")
def test_change_leads_straight_back_to_the_check_page() -> None:
    told = on_check().tell(
        e.ChangePressed(small.NAME), e.AnswerGiven(small.NAME, "Ada B"), e.ContinuePressed()
    )
    assert told.visit.page == p.Check()


def test_a_change_that_opens_a_new_question_asks_it_before_the_check_page() -> None:
    told = on_check().tell(
        e.ChangePressed(small.WHO), e.AnswerGiven(small.WHO, "family"), e.ContinuePressed()
    )
    assert told.visit.page == p.Question(small.CHILDREN)
    assert answer(told, "2").visit.page == p.Check()


def test_back_from_a_change_returns_to_the_check_page() -> None:
    assert on_check().tell(e.ChangePressed(small.NAME), e.BackPressed()).visit.page == p.Check()


def test_hits_for_words_that_were_changed_since_are_not_shown() -> None:
    told = Told(e.LanguageChosen(EN), e.SearchOpened(), e.WordsTyped("mo"), e.WordsTyped("mov"))
    told.tell(e.SearchAnswered("mo", (PASSPORT,)), e.SearchAnswered("mov", (MOVE,)))
    assert told.visit.page == p.Search("mov", "mov", (MOVE,))


def test_back_from_a_part_of_the_settings_leads_to_the_settings_and_then_to_the_same_page() -> None:
    told = answer(filling(), "Ada")
    below = told.visit
    told.tell(e.ComfortPressed(), e.ComfortPartChosen(s.ComfortPart.VOICE))
    assert told.visit.over == s.Comfort(s.ComfortPart.VOICE)
    assert told.tell(e.BackPressed()).visit.over == s.Comfort()
    told.tell(e.ComfortPartChosen(s.ComfortPart.SEEING), e.ContinuePressed())
    assert (told.visit.over, told.visit.page, told.visit.filling) == (None, below.page, below.filling)


@pytest.mark.parametrize("pressed", [e.HelpPressed(), e.ComfortPressed(), e.LanguagesPressed()])
def test_what_lies_over_a_page_goes_by_back_and_by_its_own_button(pressed: e.ByPerson) -> None:
    told = answer(filling(), "Ada").tell(pressed)
    assert told.visit.over is not None
    assert told.tell(e.BackPressed()).visit.over is None
    assert told.tell(pressed, pressed).visit.over is None
    assert told.visit.page == p.Question(small.WHO)


@pytest.mark.requirement("SPK-03", part="every press stops the voice")
def test_any_press_stops_the_voice() -> None:
    told = on_service().tell(e.ReadAloudPressed())
    assert told.visit.speaking
    told.tell(e.BackPressed())
    assert not told.visit.speaking
    assert told.asked(fx.StopSpeaking)


@pytest.mark.parametrize(
    ("forms", "unreachable", "connected", "is_now"),
    [
        (True, False, True, Availability.WORKS_NOW),
        (True, False, None, Availability.WORKS_NOW),
        (True, True, True, Availability.LEAVES_LATER),
        (True, False, False, Availability.LEAVES_LATER),
        (False, False, True, Availability.NOT_YET_HERE),
    ],
)
def test_what_works_here_and_now(
    forms: bool, unreachable: bool, connected: bool | None, is_now: Availability
) -> None:
    shelf = e.ShelfChanged(
        catalogue(),
        1.0,
        frozenset({(ENDPOINT, FORM)} if forms else ()),
        frozenset({ENDPOINT} if unreachable else ()),
        connected,
    )
    visit = Told(shelf).visit
    assert visit.availability(visit.catalogue.services[MOVE]) is is_now
    assert visit.availability(visit.catalogue.services[PASSPORT]) is Availability.COUNTER_ONLY
