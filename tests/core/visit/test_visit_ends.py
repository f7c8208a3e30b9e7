# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a visit ends: by Finish, by quiet time, and never while the disk is writing."""

from dataclasses import replace

import pytest

from core.ids import Language
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.delays import Delays
from tests.support.told import EN, Told, answer, filling, on_check, on_service


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


def test_the_farewell_stands_longer_for_slow_readers() -> None:
    told = Told()
    told.visit = replace(told.visit, page=p.Finished(), assisted=True, reading=10.0)
    assert told.wait(25).visit.page == p.Finished()
    assert told.wait(10).visit.page == p.Welcome()


@pytest.mark.parametrize(("chosen", "after"), [("ar", "en"), ("hi", "hi")])
def test_after_the_farewell_the_machines_language_is_back_unless_somebody_chose_another(
    chosen: str, after: str
) -> None:
    told = Told()
    page = p.Finished(farewell=Language("ar"), own=Language("en"))
    told.visit = replace(told.visit, page=page, language=Language(chosen))
    assert told.wait(14).visit.language == after
    told.visit = replace(told.visit, page=page, language=Language(chosen))
    assert told.tell(e.Touched()).visit.language == after
