# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""News of the network and of forms wait for a press, and what is pressed is answered by how things are now (TIM-05)."""

from dataclasses import replace

import pytest

from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Availability, Looked
from tests.support.told import EN, ENDPOINT, FORM, MOVE, MOVING, PENSION, Told, catalogue, on_service

HERE = e.ShelfChanged(catalogue(), 2.0, frozenset({(ENDPOINT, FORM)}), frozenset(), connected=True)
NO_FORM = replace(HERE, forms=frozenset())
OFFLINE = replace(HERE, connected=False)
NOTHING = replace(HERE, catalogue=type(HERE.catalogue)(), forms=frozenset())


def can(told: Told) -> Availability:
    visit = told.visit
    return visit.availability(visit.catalogue.services[MOVE])


def waiting() -> Told:
    """On the page about moving, whose form is not here yet."""
    told = Told(NO_FORM, e.LanguageChosen(EN), e.LifeEventChosen(MOVING), e.ServiceChosen(MOVE))
    assert can(told) is Availability.NOT_YET_HERE
    return told


@pytest.mark.requirement("TIM-05", part="what is on this machine changes no page by itself")
def test_a_page_stays_as_it_is_until_another_one_comes() -> None:
    told = on_service().tell(OFFLINE)
    assert can(told) is Availability.WORKS_NOW
    assert told.visit.connected_now is False
    told.tell(e.Touched(), e.ReadAloudPressed(), e.BackPressed())
    assert can(told) is Availability.LEAVES_LATER


def test_news_that_are_taken_back_are_none() -> None:
    told = on_service()
    shown = told.visit
    told.tell(OFFLINE, e.ShelfChanged(shown.catalogue, shown.as_of, shown.forms, shown.unreachable, True))
    assert told.visit == shown


def test_nobody_is_kept_from_news_on_a_page_where_nobody_is() -> None:
    assert Told(OFFLINE).visit.connected is False


def test_an_entry_that_is_gone_leads_to_a_page_that_says_so() -> None:
    told = Told(e.LanguageChosen(EN), e.LifeEventChosen(MOVING), NOTHING, e.ServiceChosen(MOVE))
    assert told.visit.page == p.AboutService(MOVE)
    assert told.visit.service(MOVE) is None


def test_start_opens_nothing_that_has_gone_and_the_page_says_that_it_has_changed() -> None:
    told = on_service().tell(NO_FORM, e.StartPressed())
    assert told.visit.page == p.AboutService(MOVE)
    assert can(told) is Availability.NOT_YET_HERE
    assert told.visit.looked is Looked.CHANGED
    assert not told.asked(fx.OpenForm)
    assert told.tell(NOTHING, e.StartPressed()).visit.service(MOVE) is None


def test_a_form_that_has_come_can_be_begun_once_somebody_looks() -> None:
    told = waiting().tell(HERE)
    assert can(told) is Availability.NOT_YET_HERE
    told.tell(e.NewsPressed())
    assert can(told) is Availability.WORKS_NOW
    assert told.visit.looked is Looked.CHANGED
    assert told.tell(e.StartPressed()).asked(fx.OpenForm)
    assert told.visit.looked is None


def test_whoever_looks_while_nothing_has_come_is_told_so() -> None:
    told = waiting().tell(e.NewsPressed())
    assert told.visit.looked is Looked.NOTHING_NEW
    told.tell(replace(NO_FORM, as_of=9.0), e.NewsPressed())
    assert told.visit.looked is Looked.NOTHING_NEW
    assert told.tell(e.BackPressed(), e.ServiceChosen(PENSION)).visit.looked is None


def test_a_machine_that_had_nothing_shows_its_list_as_soon_as_it_comes() -> None:
    told = Told()
    told.tell(NOTHING, e.LanguageChosen(EN))
    assert not told.visit.catalogue.events
    assert told.tell(NO_FORM).visit.catalogue.events
    assert can(told) is Availability.NOT_YET_HERE
    assert told.tell(HERE).visit.news == HERE
