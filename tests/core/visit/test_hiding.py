# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One press hides the whole page and one shows it again; nothing that is opened meanwhile shows it."""

from dataclasses import replace

import pytest

from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit import settings_pages as s
from tests.support import small_form as small
from tests.support.told import EN, Told, answer, filling, on_check


@pytest.mark.requirement("PRV-07", part="one press hides the whole page, and one shows it again")
@pytest.mark.parametrize("shown_by", [e.HidePressed(), e.ContinuePressed(), e.BackPressed()])
def test_one_press_hides_the_page_and_one_shows_it_as_it_was(shown_by: e.ByPerson) -> None:
    before = on_check().visit
    told = on_check().tell(e.HidePressed())
    assert told.visit.over == p.Hidden()

    told.tell(shown_by)
    assert (told.visit.page, told.visit.trail, told.visit.over) == (before.page, before.trail, None)
    assert not told.visit.hidden


@pytest.mark.parametrize(
    "opens", [e.HelpPressed(), e.ComfortPressed(), e.LanguagesPressed(), e.FinishPressed()]
)
def test_what_is_opened_over_a_hidden_page_does_not_show_it_when_it_is_closed(opens: e.ByPerson) -> None:
    told = on_check().tell(e.HidePressed(), opens)
    assert told.visit.over != p.Hidden()
    told.tell(e.BackPressed())

    assert told.visit.over == p.Hidden()


def test_another_language_and_larger_letters_leave_it_hidden() -> None:
    told = on_check().tell(e.HidePressed(), e.LanguagesPressed(), e.LanguageChosen(EN))
    assert told.visit.over == p.Hidden()
    told.tell(e.ComfortPressed(), e.PaceChosen(assisted=True))
    assert told.visit.over == s.Comfort()
    assert told.tell(e.BackPressed()).visit.over == p.Hidden()


def test_from_help_it_is_hidden_at_once() -> None:
    told = filling().tell(e.HelpPressed(), e.HidePressed())
    assert told.visit.over == p.Hidden()
    assert told.tell(e.ContinuePressed()).visit.over is None


def test_nothing_is_written_changed_or_sent_while_it_is_hidden() -> None:
    told = answer(filling(), "Ada").tell(e.HidePressed())
    held = told.visit.filling
    told.tell(
        e.AnswerGiven(small.NAME, "Grace"), e.SendPressed(), e.StartPressed(), e.ChangePressed(small.NAME)
    )

    assert told.visit.filling == held
    assert told.visit.over == p.Hidden()
    assert not told.asked(fx.Seal)


def test_time_asks_over_a_hidden_page_as_over_any_other() -> None:
    told = on_check().tell(e.HidePressed())
    while not isinstance(told.visit.over, p.StillThere):
        assert told.now < 1_000
        told.wait(1)

    assert told.tell(e.Touched()).visit.over == p.Hidden()


def test_sending_that_can_still_be_stopped_waits_while_it_is_hidden() -> None:
    told = on_check()
    told.visit = replace(told.visit, page=p.Recall(left=5.0))
    told.tell(e.HidePressed()).wait(30)

    assert isinstance(told.visit.page, p.Recall)
    assert not told.asked(fx.Seal)


@pytest.mark.parametrize("nobody", [Told(), Told(e.LanguageChosen(EN)).tell(e.BackPressed())])
def test_where_nobody_is_yet_there_is_nothing_to_hide(nobody: Told) -> None:
    assert isinstance(nobody.visit.page, p.Welcome)
    assert nobody.tell(e.HidePressed()).visit.over is None
