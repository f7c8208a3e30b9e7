# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A way of pressing is tried before it is kept, and nobody is left with one that they cannot use."""

import pytest

from core.ids import Language
from core.visit import events as e
from core.visit import pages as p
from core.visit import settings_pages as s
from core.visit import trying
from core.visit import way_pages as w
from core.visit.delays import Delays
from tests.support.told import Told, on_service

FIVE = w.Practise("five-keys")


def practising() -> Told:
    return on_service().tell(e.ComfortPressed(), e.WayPageChanged(w.Ways()), e.WayPageChanged(FIVE))


def test_a_way_that_was_tried_is_kept_when_the_person_says_so() -> None:
    told = practising()
    assert trying.tried(told.visit) == FIVE
    told.tell(e.PaceChosen(assisted=False))
    assert told.visit.over is None
    assert trying.tried(told.visit) is None


@pytest.mark.parametrize("leave", [e.BackPressed(), e.WayPageChanged(w.Ways())])
def test_a_way_that_was_tried_is_given_up_by_one_press(leave: e.ByPerson) -> None:
    told = practising().tell(leave)
    assert told.visit.over == w.Ways()
    assert trying.tried(told.visit) is None


def test_a_way_that_nobody_keeps_gives_place_to_the_one_before() -> None:
    told = practising()
    told.wait(int(Delays().tried) - 1)
    assert trying.tried(told.visit) == FIVE
    told.tell(e.WayPageChanged(w.Practise("five-keys", did="down")))
    told.wait(int(Delays().tried) - 1)
    assert told.visit.over == w.Practise("five-keys", did="down")
    told.wait(3)
    assert told.visit.over == w.Ways(unkept=True)
    assert trying.tried(told.visit) is None


def test_whoever_asks_for_help_while_practising_keeps_the_way_and_comes_back() -> None:
    told = practising().tell(e.HelpPressed())
    assert told.visit.over == p.Help()
    assert trying.tried(told.visit) == FIVE
    told.tell(e.BackPressed())
    assert told.visit.over == FIVE
    assert told.visit.tried is None


def test_another_language_while_practising_leads_back_to_the_practice() -> None:
    told = practising().tell(e.LanguagesPressed(), e.LanguageChosen(Language("ar")))
    assert told.visit.language == "ar"
    assert told.visit.over == FIVE


def test_a_way_that_nobody_keeps_is_given_up_below_help_too() -> None:
    told = practising().tell(e.HelpPressed())
    told.wait(int(Delays().tried) + 2)
    assert trying.tried(told.visit) is None
    assert told.visit.over == p.Help()


def test_back_leads_from_the_ways_to_the_settings_and_no_answer_is_touched() -> None:
    told = practising().tell(e.BackPressed(), e.BackPressed())
    assert told.visit.over == s.Comfort()
    page = told.visit.page
    told.tell(e.BackPressed())
    assert (told.visit.over, told.visit.page) == (None, page)


def test_the_pages_about_pressing_are_reached_from_the_settings_only() -> None:
    told = on_service().tell(e.WayPageChanged(FIVE))
    assert told.visit.over is None


def test_the_lamp_lights_after_a_while_and_stays_lit() -> None:
    dark = w.Switches("one-switch", ("Space",), measuring=True)
    told = on_service().tell(e.ComfortPressed(), e.WayPageChanged(dark))
    told.wait(2)
    assert told.visit.over == dark
    told.wait(2)
    assert told.visit.over == w.Switches("one-switch", ("Space",), measuring=True, lit=True)
    told.wait(30)
    assert isinstance(told.visit.over, w.Switches)
    assert told.visit.over.lit


def test_a_lamp_never_lights_where_nothing_is_measured() -> None:
    told = on_service().tell(e.ComfortPressed(), e.WayPageChanged(w.Switches("two-switches")))
    told.wait(20)
    assert told.visit.over == w.Switches("two-switches")


def test_a_touch_beside_everything_is_said_on_the_practice_page() -> None:
    told = practising().tell(e.Missed(5.0))
    assert told.visit.over == w.Practise("five-keys", did="beside")
