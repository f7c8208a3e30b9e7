# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Larger and slower, as the visit sees it: said back, undone, helped on, and stopped before it leaves."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue import ChannelKind
from core.submission import DeliveryState
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.filling import times_failed
from core.visit.undoing import answered, earlier_answer, undone
from tests.support import small_form as small
from tests.support.told import MOVING, Told, answer, delivery, filling, on_check


def slowly() -> Told:
    return filling().tell(e.PaceChosen(assisted=True))


def slow_answer(told: Told, *raw: str) -> Told:
    for one in raw:
        assert isinstance(told.visit.page, p.Question)
        path = told.visit.page.path
        told.tell(e.AnswerGiven(path, one), e.ContinuePressed())
        assert told.visit.page == p.SaidBack(path)
        told.tell(e.ContinuePressed())
    return told


def slowly_on_check() -> Told:
    return slow_answer(slowly(), "Ada", "me", "")


def raw(told: Told) -> str:
    assert told.visit.filling is not None
    assert isinstance(told.visit.page, p.Question)
    return told.visit.filling.entry.raw(told.visit.page.path)


def test_every_answer_is_said_back_before_the_next_question() -> None:
    assert slowly_on_check().visit.page == p.Check()


@pytest.mark.parametrize("back", [e.BackPressed(), e.ChangePressed(small.NAME)])
def test_what_is_said_back_can_be_changed(back: e.ByPerson) -> None:
    told = slowly().tell(e.AnswerGiven(small.NAME, "Ada"), e.ContinuePressed(), back)
    assert (told.visit.page, raw(told)) == (p.Question(small.NAME), "Ada")


def test_at_the_usual_pace_nothing_is_said_back() -> None:
    assert answer(filling(), "Ada").visit.page == p.Question(small.WHO)


def test_a_change_from_the_check_page_is_said_back_and_returns_there() -> None:
    told = slowly_on_check().tell(e.ChangePressed(small.NAME), e.AnswerGiven(small.NAME, "Eve"))
    assert told.tell(e.ContinuePressed()).visit.page == p.SaidBack(small.NAME)
    assert told.tell(e.ContinuePressed()).visit.page == p.Check()


@pytest.mark.requirement("UND-06", part="Undo on every question")
@pytest.mark.parametrize(
    ("typed", "back"),
    [
        (["A", "Ad", "Ada"], None),
        (["Ada", "Ad", "A", ""], "Ada"),
        (["Ada", "Ad", "A", "", "E", "Ev"], "Ada"),
        (["me", "family"], "me"),
        (["me", "family", "me"], "family"),
        (["bins school", "bins"], "bins school"),
        (["Ada", "Ad", "Ada"], None),
    ],
)
def test_undo_puts_back_what_the_last_change_took_away(typed: list[str], back: str | None) -> None:
    told = filling().tell(*(e.AnswerGiven(small.NAME, one) for one in typed))
    assert told.visit.filling is not None
    assert earlier_answer(told.visit.filling, small.NAME) == back
    told.tell(e.UndoPressed())
    assert raw(told) == (typed[-1] if back is None else back)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("ab ", max_size=4), min_size=1, max_size=8))
def test_an_act_and_its_undo_and_the_undo_of_that_are_equal(typed: list[str]) -> None:
    one = filling().visit.filling
    assert one is not None
    for text in typed:
        one = answered(one, small.NAME, text)
    there = one.entry.raw(small.NAME)
    once = undone(one, small.NAME)
    assert undone(once, small.NAME).entry.raw(small.NAME) == there
    back = earlier_answer(one, small.NAME)
    assert once.entry.raw(small.NAME) == (there if back is None else back)


def test_undo_ends_with_its_page() -> None:
    told = answer(filling(), "Ada", "me").tell(e.BackPressed(), e.AnswerGiven(small.WHO, "family"))
    told.tell(e.BackPressed(), e.ContinuePressed(), e.UndoPressed())
    assert (told.visit.page, raw(told)) == (p.Question(small.WHO), "family")


def test_failures_are_counted_for_each_question_and_nothing_is_locked() -> None:
    told = answer(filling(), "Ada", "family").tell(e.AnswerGiven(small.CHILDREN, "many"))
    for failed in range(1, 6):
        told.tell(e.ContinuePressed())
        assert told.visit.filling is not None
        assert times_failed(told.visit.filling, small.CHILDREN) == failed
        assert times_failed(told.visit.filling, small.NAME) == 0
    assert answer(told, "2").visit.page == p.Question(small.FLAT)


def test_a_question_that_does_not_succeed_can_be_left_for_the_check_page_with_what_was_typed() -> None:
    told = answer(filling(), "Ada", "family").tell(e.AnswerGiven(small.CHILDREN, "many"))
    told.tell(e.ContinuePressed(), e.ContinuePressed(), e.ContinuePressed(), e.SkipPressed())
    assert told.visit.page == p.Check()
    told.tell(e.SendPressed())
    assert (told.visit.page, raw(told)) == (p.Question(small.CHILDREN, told=True), "many")
    assert not told.asked(fx.Seal)


def test_an_answer_one_does_not_have_now_is_left_open_and_asked_for_before_sending() -> None:
    told = slowly().tell(e.LaterPressed())
    assert told.visit.page == p.Question(small.WHO)
    slow_answer(told, "me", "").tell(e.SendPressed())
    assert told.visit.page == p.Question(small.NAME, told=True)


def test_many_choices_come_a_few_at_a_time_and_back_leads_to_those_before() -> None:
    told = answer(slowly().tell(e.PaceChosen(assisted=False)), "Ada")
    assert told.tell(e.MorePressed()).visit.page == p.Question(small.WHO), "two choices are one part"


def test_before_it_leaves_there_are_ten_seconds_to_stop() -> None:
    told = slowly_on_check().tell(e.SendPressed())
    assert isinstance(told.visit.page, p.Recall)
    told.wait(9)
    assert not told.asked(fx.Seal)
    assert told.tell(e.StopPressed()).visit.page == p.Check()
    assert not told.wait(60).asked(fx.Seal)
    told.tell(e.SendPressed()).wait(13)
    assert len(told.asked(fx.Seal)) == 1
    assert told.visit.page == p.Check(sealing=True)
    assert told.tell(e.Sealed(delivery(DeliveryState.SEALED))).visit.filling is None


@pytest.mark.parametrize(
    "over", [e.HelpPressed(), e.ComfortPressed(), e.LanguagesPressed(), e.FinishPressed()]
)
def test_nothing_leaves_while_something_lies_over_the_last_moment(over: e.ByPerson) -> None:
    told = slowly_on_check().tell(e.SendPressed()).wait(5).tell(over).wait(170)
    assert not told.asked(fx.Seal)
    told.tell(e.BackPressed()).wait(4)
    assert not told.asked(fx.Seal), "what was left is still left"
    assert told.wait(6).asked(fx.Seal)


def test_nothing_leaves_while_the_last_moment_is_read_aloud() -> None:
    told = slowly_on_check().tell(e.SendPressed(), e.ReadAloudPressed()).wait(60)
    assert not told.asked(fx.Seal)
    assert told.tell(e.SpeechEnded()).wait(13).asked(fx.Seal)


def test_nothing_leaves_once_somebody_was_called_until_they_had_time_to_come() -> None:
    told = (
        slowly_on_check().tell(e.SendPressed(), e.HelpPressed(), e.CallPressed(), e.BackPressed()).wait(800)
    )
    assert not told.asked(fx.Seal)


def test_at_the_usual_pace_it_leaves_at_once_and_so_does_a_report_about_the_town() -> None:
    assert on_check().tell(e.SendPressed()).asked(fx.Seal)
    told = slowly_on_check()
    assert told.visit.filling is not None
    channel = replace(told.visit.filling.channel, kind=ChannelKind.OPEN311)
    told.visit = replace(told.visit, filling=replace(told.visit.filling, channel=channel))
    assert told.tell(e.SendPressed()).asked(fx.Seal)


def missed(*moments: float) -> list[e.ByPerson]:
    return [e.Missed(at) for at in moments]


def on_event() -> Told:
    return Told(e.LanguageChosen(filling().visit.language), e.LifeEventChosen(MOVING))


def test_two_signs_of_trouble_bring_the_offer_once() -> None:
    told = on_event().tell(*missed(1, 4, 8))
    assert told.visit.over is None
    told.tell(*missed(20, 22, 24))
    assert told.visit.over == p.OfferPace()
    told.tell(e.ContinuePressed(), *missed(30, 31, 32, 33, 34, 35, 36, 37))
    assert told.visit.over is None, "once is enough"


def test_presses_beside_everything_that_are_far_apart_are_no_sign() -> None:
    told = on_event().tell(*missed(*range(0, 200, 6)))
    assert (told.visit.over, told.visit.signs.count) == (None, 0)


def test_back_twice_and_a_long_silence_are_signs_but_the_silence_itself_changes_nothing() -> None:
    told = filling().tell(e.BackPressed(), e.BackPressed())
    assert told.visit.signs.count == 1
    told.wait(100)
    assert (told.visit.signs.count, told.visit.over) == (2, None)
    told.tell(e.AnswerGiven(small.NAME, "A"))
    assert told.visit.over is None, "not while somebody writes"
    told.tell(e.BackPressed())
    assert told.visit.over == p.OfferPace()


def test_yes_makes_it_slower_and_the_offer_goes_and_no_changes_nothing() -> None:
    told = on_event().tell(*missed(1, 2, 3, 4, 5, 6), e.PaceChosen(assisted=True))
    assert (told.visit.over, told.visit.assisted) == (None, True)
    told = on_event().tell(*missed(1, 2, 3, 4, 5, 6), e.BackPressed())
    assert (told.visit.over, told.visit.assisted) == (None, False)


def test_who_goes_slowly_already_is_not_offered_it() -> None:
    told = on_event().tell(e.PaceChosen(assisted=True), *missed(1, 2, 3, 4, 5, 6, 7, 8, 9))
    assert told.visit.over is None
