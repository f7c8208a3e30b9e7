# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time as TIM-01 to TIM-05 want it, on a clock that only a test moves."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.submission import DeliveryState
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.passing_time import REMIND_AT, idle
from tests.support import small_form as small
from tests.support.told import MOVE, Told, answer, delivery, filling, on_service, sent

EIGHT_HOURS = 8 * 3_600


def until_asked(told: Told, most: int = 10_000) -> int:
    """Seconds of quiet until the question comes."""
    for second in range(most):
        if isinstance(told.visit.over, p.StillThere):
            return second
        told.wait(1)
    raise AssertionError("nobody was asked")


@pytest.mark.requirement("TIM-04", part="three times the reading time")
@settings(max_examples=60, deadline=None)
@given(reading=st.floats(0, 600), assisted=st.booleans())
def test_the_question_comes_when_the_page_could_be_read_three_times_and_not_before(
    reading: float, assisted: bool
) -> None:
    told = filling().tell(e.PaceChosen(assisted), e.PageMeasured(reading))
    wanted = max(300.0 if assisted else 180.0, 3 * reading)
    assert idle(told.visit) == wanted
    assert wanted <= until_asked(told) <= wanted + 2


@pytest.mark.requirement("TIM-01")
@settings(max_examples=40, deadline=None)
@given(assisted=st.booleans(), leap=st.integers(1, 5_000))
def test_nothing_ends_before_the_whole_warning_was_shown(assisted: bool, leap: int) -> None:
    """Also when the clock leaps, as after a machine was held up."""
    told = answer(filling(), "Ada").tell(e.PaceChosen(assisted), e.Tick(0.0), e.Tick(1_000 + leap))
    assert isinstance(told.visit.over, p.StillThere)
    of = 120 if assisted else 60
    assert (told.visit.over.left, told.visit.over.of) == (of, of)
    told.now = 1_000 + leap
    assert not told.wait(of - 1).asked(fx.EndVisit)
    assert told.wait(1).asked(fx.EndVisit) == [fx.EndVisit(fx.Ending.LEFT)]


@pytest.mark.requirement("TIM-03", part="said at its start and at 60, 30 and 10 seconds")
@pytest.mark.parametrize("assisted", [True, False])
def test_the_warning_is_said_at_its_start_and_at_sixty_thirty_and_ten_seconds(assisted: bool) -> None:
    told = answer(filling(), "Ada").tell(e.PaceChosen(assisted))
    until_asked(told)
    left_when_said = [120.0] if assisted else [60.0]
    assert len(told.asked(fx.Remind)) == 1
    for _ in range(119 if assisted else 59):
        before = len(told.asked(fx.Remind))
        told.wait(1)
        assert isinstance(told.visit.over, p.StillThere)
        left_when_said += [told.visit.over.left] * (len(told.asked(fx.Remind)) - before)
    assert left_when_said == ([120.0, *REMIND_AT] if assisted else [60.0, 30.0, 10.0])


@pytest.mark.requirement("TIM-02")
def test_an_answer_to_the_warning_silences_it_and_gives_all_the_time_again_fifty_times() -> None:
    told = answer(filling(), "Ada")
    for _ in range(50):
        assert until_asked(told) >= 180
        told.wait(55).tell(e.Touched())
        assert told.visit.over is None
    assert len(told.asked(fx.StopSpeaking)) == 50
    assert not told.asked(fx.EndVisit)
    assert told.visit.filling is not None
    assert told.visit.filling.entry.raw(small.NAME) == "Ada"


@pytest.mark.requirement("TIM-02")
def test_a_hand_that_means_nothing_gives_the_question_its_whole_time_again_and_answers_nothing() -> None:
    told = answer(filling(), "Ada")
    until_asked(told)
    for _ in range(50):
        told.wait(55).tell(e.Felt())
        assert isinstance(told.visit.over, p.StillThere)
        assert told.visit.over.left == told.visit.over.of == 60
    assert not told.asked(fx.EndVisit)
    assert not told.wait(59).asked(fx.EndVisit)
    assert told.wait(2).asked(fx.EndVisit) == [fx.EndVisit(fx.Ending.LEFT)]


@pytest.mark.requirement("TIM-02")
def test_a_hand_that_comes_to_a_field_every_two_minutes_is_never_asked_and_changes_nothing() -> None:
    told = answer(filling(), "Ada")
    before = told.visit
    for _ in range(20):
        told.wait(120).tell(e.Felt())
        assert told.visit.over is None
    assert told.visit.page == before.page
    assert told.visit.filling == before.filling


def test_eight_hours_with_one_sign_of_life_every_two_minutes_never_end() -> None:
    told = answer(filling(), "Ada")
    for _ in range(EIGHT_HOURS // 120):
        told.wait(120).tell(e.Touched())
        assert told.visit.over is None
    assert not told.asked(fx.EndVisit)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 179), min_size=1, max_size=40))
def test_whoever_moves_within_three_minutes_is_never_asked(pauses: list[int]) -> None:
    told = answer(filling(), "Ada")
    for pause in pauses:
        told.wait(pause)
        assert told.visit.over is None
        told.tell(e.Touched())


def test_what_lay_over_the_page_lies_there_again_after_the_warning() -> None:
    told = answer(filling(), "Ada").tell(e.FinishPressed())
    until_asked(told)
    assert told.tell(e.Touched()).visit.over == p.AskFinish()


def speaking() -> Told:
    return on_service().tell(e.ReadAloudPressed())


def printing() -> Told:
    received = e.DeliveryChanged(delivery(DeliveryState.RECEIVED, "PA-26"))
    return sent().tell(received, e.PrintPressed())


def leaving() -> Told:
    return sent().tell(e.DeliveryChanged(delivery(DeliveryState.LEAVING)))


def opening() -> Told:
    return on_service().tell(e.StartPressed())


@pytest.mark.requirement("TIM-04", part="the clock stands while the machine is busy")
@pytest.mark.parametrize(
    ("begin", "ends"),
    [
        (speaking, e.SpeechEnded()),
        (printing, None),
        (leaving, e.DeliveryChanged(delivery(DeliveryState.RECEIVED, "PA-26"))),
        (opening, e.FormOpened(MOVE, small.entry())),
    ],
    ids=["speaking", "printing", "leaving", "opening"],
)
def test_the_clock_stands_still_while_the_machine_is_busy_and_all_the_time_is_left_after(
    begin: Callable[[], Told], ends: e.Event | None
) -> None:
    told = begin().wait(2_000)
    assert told.visit.over is None
    assert until_asked(told.printed() if ends is None else told.tell(ends)) >= 180


def test_while_a_submission_only_waits_for_the_network_the_machine_does_not_wait_for_ever() -> None:
    assert 180 <= until_asked(sent()) <= 182


def test_what_is_left_of_the_warning_stays_while_an_attempt_is_under_way() -> None:
    told = sent()
    until_asked(told)
    told.wait(20).tell(e.DeliveryChanged(delivery(DeliveryState.LEAVING))).wait(500)
    assert isinstance(told.visit.over, p.StillThere)
    assert told.visit.over.left == pytest.approx(40.0)
    told.tell(e.DeliveryChanged(delivery(DeliveryState.SEALED))).wait(30)
    assert not told.asked(fx.EndVisit)
    assert told.wait(12).asked(fx.EndVisit)


@pytest.mark.parametrize("back_to_the_form", [True, False])
def test_a_call_keeps_the_place_for_a_quarter_of_an_hour_on_every_page(back_to_the_form: bool) -> None:
    told = answer(filling(), "Ada").tell(e.HelpPressed(), e.CallPressed())
    if back_to_the_form:
        told.tell(e.BackPressed())
    told.wait(899)
    assert told.visit.called
    assert not isinstance(told.visit.over, p.StillThere)
    told.wait(2)
    assert not told.visit.called, "somebody can be called again"
    assert until_asked(told) >= 180


def test_somebody_is_called_once_however_often_it_is_pressed() -> None:
    told = answer(filling(), "Ada").tell(e.HelpPressed(), e.CallPressed(), e.CallPressed(), e.BackPressed())
    told.tell(e.HelpPressed(), e.CallPressed())
    assert len(told.asked(fx.CallPerson)) == 1


@pytest.mark.requirement("TIM-05", part="170 seconds of quiet leave every page as it is")
def test_nothing_on_any_page_changes_by_itself_before_the_question() -> None:
    """TIM-05: 170 seconds of quiet leave every page as it is."""
    for told in (on_service(), filling(), answer(filling(), "Ada"), sent()):
        before = (told.visit.page, told.visit.over, told.visit.filling)
        told.wait(170)
        assert (told.visit.page, told.visit.over, told.visit.filling) == before
