# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several forms begun in one visit: none is lost by beginning another, and each goes on where one was."""

import pytest

from core.errors import Trouble
from core.ids import QuestionPath
from core.submission import DeliveryState
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.begun import held, unsent
from tests.support import small_form as small
from tests.support.told import MOVE, PENSION, Told, answer, delivery, filling, on_check

OTHER = "uuid:6a5c9d52-0000-4000-8000-000000000002"
THIRD = "uuid:6a5c9d52-0000-4000-8000-000000000003"


def raw(told: Told, path: QuestionPath) -> str:
    assert told.visit.filling is not None
    return told.visit.filling.entry.raw(path)


def out_of_the_form(told: Told) -> Told:
    while isinstance(told.visit.page, p.Question | p.Check):
        told.tell(e.BackPressed())
        if told.visit.over == p.OfferPace():
            told.tell(e.ContinuePressed())
    return told


def pension_begun_too() -> Told:
    """Moving is answered up to its second question, then the pension's first."""
    told = out_of_the_form(answer(filling(), "Ada"))
    told.tell(e.BackPressed(), e.ServiceChosen(PENSION), e.StartPressed())
    return answer(told.tell(e.FormOpened(PENSION, small.entry(OTHER))), "Grace")


def test_beginning_a_second_form_keeps_the_answers_of_the_first() -> None:
    told = pension_begun_too()
    assert raw(told, small.NAME) == "Grace"
    waiting = held(told.visit, MOVE)
    assert waiting is not None
    assert waiting.entry.raw(small.NAME) == "Ada"
    assert [one.service for one in unsent(told.visit)] == [PENSION, MOVE]


def test_going_back_to_a_service_goes_on_where_one_was_and_keeps_the_other() -> None:
    told = out_of_the_form(pension_begun_too())
    told.tell(e.BackPressed(), e.ServiceChosen(MOVE), e.StartPressed())
    assert told.visit.page == p.Question(small.WHO)
    assert raw(told, small.NAME) == "Ada"
    assert len(told.asked(fx.OpenForm)) == 2, "the form is not opened a third time"
    out_of_the_form(told).tell(e.BackPressed(), e.ServiceChosen(PENSION), e.StartPressed())
    assert (told.visit.page, raw(told, small.NAME)) == (p.Question(small.WHO), "Grace")


def test_a_form_left_on_its_check_page_goes_on_there() -> None:
    told = out_of_the_form(on_check()).tell(e.StartPressed())
    assert told.visit.page == p.Check()
    assert out_of_the_form(told).visit.page == p.AboutService(MOVE)


def test_a_question_that_is_no_longer_asked_is_not_gone_back_to() -> None:
    told = answer(filling(), "Ada", "family")
    assert told.visit.page == p.Question(small.CHILDREN)
    told.tell(e.BackPressed(), e.AnswerGiven(small.WHO, "me"))
    assert out_of_the_form(told).tell(e.StartPressed()).visit.page == p.Check()


def test_starting_afresh_asks_before_answers_are_lost_and_back_keeps_them() -> None:
    told = out_of_the_form(answer(filling(), "Ada")).tell(e.StartAfreshPressed())
    assert told.visit.over == p.AskAfresh()
    assert len(told.asked(fx.OpenForm)) == 1
    told.tell(e.BackPressed())
    assert (told.visit.over, told.visit.page) == (None, p.AboutService(MOVE))
    told.tell(e.StartAfreshPressed(), e.ContinuePressed())
    assert (told.visit.over, told.visit.page) == (None, p.Question(small.WHO))
    assert raw(told, small.NAME) == "Ada"


def test_starting_afresh_begins_an_empty_form_of_its_own_number() -> None:
    told = out_of_the_form(answer(filling(), "Ada")).tell(e.StartAfreshPressed(), e.AfreshConfirmed())
    assert raw(told, small.NAME) == "Ada", "until the new form is there the old one stays"
    told.tell(e.FormOpened(MOVE, small.entry(OTHER)))
    assert (told.visit.over, told.visit.page, raw(told, small.NAME)) == (None, p.Question(small.NAME), "")
    assert told.visit.aside == ()
    assert "Ada" not in repr(told.visit.filling)


def test_a_form_that_does_not_open_afresh_leaves_the_answers_where_they_are() -> None:
    told = out_of_the_form(answer(filling(), "Ada")).tell(e.StartAfreshPressed(), e.AfreshConfirmed())
    told.tell(e.FormClosed(MOVE, Trouble("trouble.form_not_here")), e.BackPressed(), e.StartPressed())
    assert (told.visit.page, raw(told, small.NAME)) == (p.Question(small.WHO), "Ada")


def test_starting_afresh_a_form_without_an_answer_asks_nothing() -> None:
    told = out_of_the_form(filling()).tell(e.StartAfreshPressed())
    assert told.visit.over is None
    assert len(told.asked(fx.OpenForm)) == 2


def test_starting_a_waiting_form_afresh_keeps_the_one_being_filled() -> None:
    told = out_of_the_form(pension_begun_too()).tell(e.BackPressed(), e.ServiceChosen(MOVE))
    told.tell(e.StartAfreshPressed(), e.AfreshConfirmed(), e.FormOpened(MOVE, small.entry(THIRD)))
    assert [one.service for one in unsent(told.visit)] == [PENSION]
    assert raw(told, small.NAME) == ""


def test_a_form_without_an_answer_is_let_go_when_another_begins() -> None:
    told = out_of_the_form(filling()).tell(e.BackPressed(), e.ServiceChosen(PENSION), e.StartPressed())
    told.tell(e.FormOpened(PENSION, small.entry(OTHER)))
    assert held(told.visit, MOVE) is None


@pytest.mark.parametrize("sent_one", [True, False])
def test_finish_asks_while_any_form_waits(sent_one: bool) -> None:
    told = pension_begun_too()
    if sent_one:
        answer(told, "me", "").tell(e.SendPressed(), e.Sealed(delivery(DeliveryState.SEALED)))
        assert [one.service for one in unsent(told.visit)] == [MOVE]
    told.tell(e.FinishPressed())
    assert told.visit.over == p.AskFinish()
    assert not told.asked(fx.EndVisit)
    assert told.tell(e.FinishConfirmed()).asked(fx.EndVisit) == [fx.EndVisit(fx.Ending.FINISHED)]


def test_no_answer_of_any_form_stands_in_what_is_written_about_a_visit() -> None:
    told = pension_begun_too()
    assert "Ada" not in repr(told.visit)
    assert "Grace" not in repr(told.visit)
