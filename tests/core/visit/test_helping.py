# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A call can be taken back; a helper beside the person cannot act alone and does not see earlier answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.helping import ACTS, covered
from core.visit.state import Helper
from tests.support import small_form as small
from tests.support.told import Told, answer, filling, on_check


def helped(told: Told) -> Told:
    return told.tell(e.HelpPressed(), e.HelperPressed(), e.ContinuePressed())


@pytest.mark.requirement("UND-10", part="a call keeps the place and can be taken back")
def test_a_call_is_taken_back_and_the_place_is_the_same() -> None:
    told = answer(filling(), "Ada")
    before = told.visit
    told.tell(e.HelpPressed(), e.CallPressed(), e.CallBackPressed())
    assert told.asked(fx.CallPerson) == [fx.CallPerson(), fx.CallPerson(wanted=False)]
    told.tell(e.ContinuePressed())
    assert (told.visit.called, told.visit.page, told.visit.filling) == (False, before.page, before.filling)


@pytest.mark.requirement("UND-10", part="the clock stands for fifteen minutes while help is shown or called")
@pytest.mark.parametrize("press", [(e.HelpPressed(),), (e.HelpPressed(), e.CallPressed(), e.BackPressed())])
def test_nobody_is_sent_away_while_help_is_on_its_way(press: tuple[e.ByPerson, ...]) -> None:
    told = answer(filling(), "Ada").tell(*press).wait(890)
    assert not isinstance(told.visit.over, p.StillThere)
    assert not told.asked(fx.EndVisit)


@pytest.mark.parametrize("act", [p.Act.GO_ON, p.Act.LATER, p.Act.SKIP])
def test_beside_a_helper_a_question_is_left_only_by_the_person_s_own_yes(act: p.Act) -> None:
    told = helped(filling()).tell(e.AnswerGiven(small.NAME, "Ada"), ACTS[act])
    assert told.visit.over == p.ConfirmAct(act)
    assert told.visit.page == p.Question(small.NAME)
    assert told.tell(e.ActRefused()).visit.over is None
    assert told.visit.page == p.Question(small.NAME)
    told.tell(ACTS[act], e.ActConfirmed())
    assert told.visit.over is None
    assert told.visit.page != p.Question(small.NAME)


def test_beside_a_helper_nothing_is_sent_or_forgotten_without_the_person_s_own_yes() -> None:
    told = helped(on_check()).tell(e.SendPressed(), e.SendPressed(), e.ContinuePressed())
    assert not told.asked(fx.Seal)
    assert told.tell(e.ActConfirmed()).asked(fx.Seal)
    told = helped(on_check()).tell(e.FinishPressed(), e.FinishConfirmed())
    assert told.visit.over == p.ConfirmAct(p.Act.FORGET, p.AskFinish())
    assert not told.asked(fx.EndVisit)
    assert told.tell(e.ActRefused()).visit.over == p.AskFinish()
    assert told.tell(e.FinishConfirmed(), e.ActConfirmed()).asked(fx.EndVisit)


PRESSES = st.sampled_from(
    [
        *ACTS.values(),
        e.BackPressed(),
        e.FinishPressed(),
        e.HelpPressed(),
        e.ComfortPressed(),
        e.ChangePressed(small.NAME),
        e.StopPressed(),
        e.AnswerGiven(small.NAME, "Eve"),
        e.ActRefused(),
        e.Touched(),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PRESSES, max_size=25))
def test_whatever_a_helper_presses_nothing_leaves_and_nothing_is_lost(presses: list[e.ByPerson]) -> None:
    told = helped(on_check()).tell(*presses)
    assert not told.asked(fx.Seal)
    assert not told.asked(fx.EndVisit)
    assert told.visit.helper is not None


def test_that_somebody_helped_is_known_at_the_end_also_once_they_help_no_more() -> None:
    told = answer(filling(), "Ada")
    assert not told.visit.helped
    helped(told).tell(e.HelpPressed(), e.HelperPressed(), e.ContinuePressed())
    assert (told.visit.helper, told.visit.helped) == (None, True)


def test_earlier_answers_are_covered_and_what_is_being_written_is_not() -> None:
    told = answer(filling(), "Ada")
    helped(told)
    assert covered(told.visit, small.NAME)
    told.tell(e.BackPressed())
    assert covered(told.visit, small.NAME)
    told.tell(e.UncoverPressed())
    assert not covered(told.visit, small.NAME)
    told.tell(e.UncoverPressed(), e.AnswerGiven(small.NAME, "Ad"))
    assert not covered(told.visit, small.NAME)
    told.tell(e.ContinuePressed(), e.ActConfirmed())
    assert covered(told.visit, small.NAME)


def test_without_a_helper_nothing_is_covered_and_nothing_waits() -> None:
    told = helped(answer(filling(), "Ada")).tell(e.HelpPressed(), e.HelperPressed())
    assert told.visit.helper is None
    assert not covered(told.visit, small.NAME)
    assert told.tell(e.ContinuePressed(), e.LaterPressed()).visit.over is None


def test_only_the_person_lets_a_helper_see() -> None:
    assert filling().tell(e.UncoverPressed()).visit.helper is None
    assert helped(filling()).visit.helper == Helper()
