# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A visit from welcome to received and wiped, by events alone, without clock, disk or window."""

from dataclasses import replace

import pytest

from core.errors import Trouble
from core.ids import SubmissionId
from core.submission import DeliveryState
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.delays import Delays
from core.visit.state import Availability, Printing
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
    delivery,
    filling,
    on_check,
    on_service,
    sent,
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


def test_send_seals_once_however_often_it_is_pressed() -> None:
    told = on_check().tell(e.SendPressed(), e.SendPressed(), e.BackPressed(), e.SendPressed())
    assert len(told.asked(fx.Seal)) == 1
    assert told.visit.page == p.Check(sealing=True)


@pytest.mark.requirement("UND-05")
def test_send_with_a_problem_left_goes_to_its_question() -> None:
    told = on_check().tell(e.ChangePressed(small.NAME), e.AnswerGiven(small.NAME, ""), e.BackPressed())
    told.tell(e.SendPressed())
    assert told.visit.page == p.Question(small.NAME, told=True)
    assert not told.asked(fx.Seal)


def test_a_disk_that_cannot_keep_it_says_so_and_the_answers_stay() -> None:
    told = on_check().tell(e.SendPressed(), e.SealFailed(Trouble("trouble.disk_full")))
    assert told.visit.page == p.InTrouble(Trouble("trouble.disk_full"))
    assert told.tell(e.BackPressed()).visit.page == p.Check()
    assert told.visit.filling is not None


@pytest.mark.requirement("PRV-01", part="the visit's own state")
def test_once_sealed_the_visit_holds_no_answer_and_back_cannot_reach_the_form() -> None:
    told = sent()
    assert told.visit.filling is None
    assert "Ada" not in repr(told.visit)
    assert told.tell(e.BackPressed()).visit.page == p.Home()


def test_received_is_shown_when_the_outbox_says_so() -> None:
    told = sent().tell(e.DeliveryChanged(delivery(DeliveryState.RECEIVED, "PA-26-4T7-K2M")))
    assert told.visit.delivery is not None
    assert told.visit.delivery.reference == "PA-26-4T7-K2M"


def test_news_of_another_submission_changes_nothing_here() -> None:
    other = replace(delivery(DeliveryState.RECEIVED, "X"), id=SubmissionId("uuid:other"))
    assert sent().tell(e.DeliveryChanged(other)).visit.delivery == delivery(DeliveryState.SEALED)


def test_a_number_is_looked_up_and_its_news_are_followed() -> None:
    told = Told(e.LanguageChosen(EN), e.StatusOpened(), e.NumberTyped("7K2 4MP 93X"), e.NumberEntered())
    told.tell(e.NumberLookedUp("7K2 4MP 93X", delivery(DeliveryState.SEALED)))
    told.tell(e.DeliveryChanged(delivery(DeliveryState.RECEIVED, "PA-26-4T7-K2M")))
    assert isinstance(told.visit.page, p.Status)
    assert told.visit.page.found == delivery(DeliveryState.RECEIVED, "PA-26-4T7-K2M")


def test_hits_for_words_that_were_changed_since_are_not_shown() -> None:
    told = Told(e.LanguageChosen(EN), e.SearchOpened(), e.WordsTyped("mo"), e.WordsTyped("mov"))
    told.tell(e.SearchAnswered("mo", (PASSPORT,)), e.SearchAnswered("mov", (MOVE,)))
    assert told.visit.page == p.Search("mov", "mov", (MOVE,))


def test_printing_is_asked_once_and_a_printer_in_trouble_is_told() -> None:
    told = sent().tell(e.PrintPressed(), e.PrintPressed())
    assert len(told.asked(fx.PrintReceipt)) == 1
    told.tell(e.Printed(Trouble("trouble.printer")))
    assert (told.visit.printing, told.visit.print_trouble) == (Printing.NOT_ASKED, Trouble("trouble.printer"))
    assert told.tell(e.PrintPressed(), e.Printed(None)).visit.printing is Printing.DONE


@pytest.mark.requirement("UND-06", part="leaving with answers asks first")
def test_finish_with_answers_not_sent_asks_first() -> None:
    told = answer(filling(), "Ada").tell(e.FinishPressed())
    assert told.visit.over == p.AskFinish()
    assert not told.asked(fx.EndVisit)
    assert told.tell(e.FinishConfirmed()).asked(fx.EndVisit) == [fx.EndVisit(fx.Ending.FINISHED)]


def test_finish_without_answers_ends_at_once() -> None:
    assert on_service().tell(e.FinishPressed()).asked(fx.EndVisit)


def test_a_visit_is_not_ended_while_the_disk_is_writing() -> None:
    told = on_check().tell(e.SendPressed(), e.FinishPressed()).wait(1_000)
    assert not told.asked(fx.EndVisit)


def test_back_from_a_part_of_the_settings_leads_to_the_settings_and_then_to_the_same_page() -> None:
    told = answer(filling(), "Ada")
    below = told.visit
    told.tell(e.ComfortPressed(), e.ComfortPartChosen(p.ComfortPart.VOICE))
    assert told.visit.over == p.Comfort(p.ComfortPart.VOICE)
    assert told.tell(e.BackPressed()).visit.over == p.Comfort()
    told.tell(e.ComfortPartChosen(p.ComfortPart.SEEING), e.ContinuePressed())
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


@pytest.mark.requirement("TIM-01", part="the usual pace")
def test_after_quiet_time_the_machine_asks_and_then_forgets() -> None:
    told = answer(filling(), "Ada").wait(181)
    assert isinstance(told.visit.over, p.StillThere)
    assert told.visit.over.left == pytest.approx(60.0)
    told.wait(59)
    assert not told.asked(fx.EndVisit)
    assert told.wait(1).asked(fx.EndVisit) == [fx.EndVisit(fx.Ending.LEFT)]


@pytest.mark.requirement("TIM-02")
@pytest.mark.parametrize("press", [e.Touched(), e.FinishPressed(), e.SendPressed(), e.BackPressed()])
def test_any_press_means_yes_and_nothing_else(press: e.ByPerson) -> None:
    told = answer(filling(), "Ada").wait(200)
    before = told.visit.page
    told.tell(press)
    assert told.visit.over is None
    assert told.visit.page == before
    assert not told.asked(fx.EndVisit)


@pytest.mark.requirement("TIM-02")
def test_time_is_extended_fifty_times() -> None:
    told = answer(filling(), "Ada")
    for _ in range(50):
        told.wait(200).tell(e.Touched())
    assert not told.asked(fx.EndVisit)


@pytest.mark.requirement("TIM-04", part="no clock at home")
def test_at_home_nobody_is_sent_away() -> None:
    told = Told(e.LanguageChosen(EN), delays=Delays(idle=None)).wait(5_000)
    assert told.visit.over is None
    assert not told.asked(fx.EndVisit)


@pytest.mark.requirement("UND-10", part="the place is kept while somebody is called")
def test_while_somebody_was_called_the_place_is_kept_longer_but_not_for_ever() -> None:
    told = answer(filling(), "Ada").tell(e.HelpPressed(), e.CallPressed())
    assert told.asked(fx.CallPerson)
    told.wait(890)
    assert (told.visit.over, told.visit.called) == (p.Help(), True)
    told.wait(900)
    assert (told.visit.over, told.visit.called) == (p.Help(), False), "nobody came: help is offered again"
    told.wait(15)
    assert isinstance(told.visit.over, p.StillThere)
    told.wait(20)
    assert not told.asked(fx.EndVisit)
    assert told.wait(40).asked(fx.EndVisit)


@pytest.mark.requirement("PRV-05", part="a welcome page that was changed and left")
def test_an_untouched_welcome_page_waits_for_ever_and_a_changed_one_is_put_back() -> None:
    assert not Told().wait(10_000).effects
    assert not Told(e.Missed(1.0)).wait(10_000).effects
    assert Told(e.ComfortPressed()).wait(62).asked(fx.EndVisit)


def test_the_farewell_gives_way_to_the_welcome_page() -> None:
    told = Told()
    told.visit = replace(told.visit, page=p.Finished())
    assert told.wait(14).visit.page == p.Welcome()
    told.visit = replace(told.visit, page=p.Finished())
    assert told.tell(e.Touched()).visit.page == p.Welcome()


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
