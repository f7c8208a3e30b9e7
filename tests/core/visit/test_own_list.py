# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home a person's own services outlive the visit: what they add, what they used, and that one press empties all."""

from dataclasses import replace

import pytest

from core.errors import Trouble
from core.ids import ServiceId
from core.own_services import MOST_USED, USED_DAYS, OwnServices, Used
from core.submission import DeliveryState
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.step import begin
from tests.support import small_form as small
from tests.support.told import EN, MOVE, PASSPORT, PENSION, Told, delivery, on_check, on_service

OWN = OwnServices((PENSION,), (Used(MOVE, 50.0),))
BEGUN = small.NOW.timestamp()


def at_home(own: OwnServices = OWN) -> Told:
    """At home, on the home page, with own services from earlier visits."""
    return Told(e.OwnServicesHere(own), e.LanguageChosen(EN))


def kept(told: Told) -> list[OwnServices]:
    """What was put away, in order."""
    return [one.services for one in told.effects if isinstance(one, fx.KeepOwnServices)]


def test_a_visit_begins_by_asking_for_them() -> None:
    assert fx.LoadOwnServices() in begin(Told().visit).effects


def test_a_service_is_added_and_taken_out_again_on_its_page() -> None:
    told = on_service().tell(e.OwnServicesHere()).tell(e.OwnPressed())
    assert told.visit.own == OwnServices((MOVE,))
    assert told.visit.page == p.AboutService(MOVE)
    told.tell(e.OwnPressed())

    assert told.visit.own == OwnServices()
    assert kept(told) == [OwnServices((MOVE,)), OwnServices()]


def test_the_service_added_last_comes_first() -> None:
    told = at_home(OwnServices((PENSION,))).tell(e.OwnListOpened())
    told.tell(e.ServiceChosen(PENSION), e.BackPressed(), e.BackPressed())
    told.visit = told.visit.go(p.AboutService(MOVE))
    told.tell(e.OwnPressed())

    assert kept(told) == [OwnServices((MOVE, PENSION))]


def test_reading_about_a_service_is_not_using_it() -> None:
    told = on_service().tell(e.OwnServicesHere(), e.BackPressed(), e.ServiceChosen(PASSPORT))

    assert kept(told) == []


def test_a_service_is_used_when_its_form_is_open() -> None:
    told = on_service().tell(e.OwnServicesHere(), e.StartPressed())
    assert kept(told) == []
    told.tell(e.FormOpened(MOVE, small.entry()))

    assert kept(told) == [OwnServices((), (Used(MOVE, BEGUN),))]


def test_a_form_that_comes_when_its_person_has_gone_elsewhere_is_not_used() -> None:
    told = on_service().tell(e.OwnServicesHere(), e.StartPressed(), e.BackPressed())
    told.tell(e.FormOpened(MOVE, small.entry()))

    assert kept(told) == []


def test_what_was_sent_was_used_when_it_was_sent() -> None:
    told = on_check().tell(e.OwnServicesHere(), e.SendPressed())
    told.tell(e.Sealed(replace(delivery(DeliveryState.SEALED), created=90.0)))

    assert kept(told) == [OwnServices((), (Used(MOVE, 90.0),))]


def test_a_kiosk_knows_no_own_services() -> None:
    told = on_check().tell(e.SendPressed(), e.Sealed(delivery(DeliveryState.SEALED)))
    told.tell(e.AnotherThingPressed(), e.OwnListOpened())
    assert told.visit.page == p.Home()
    told = on_service().tell(e.OwnPressed())

    assert told.visit.own is None
    assert not told.asked(fx.KeepOwnServices)


def test_home_leads_to_them_and_to_the_list_of_all() -> None:
    told = at_home().tell(e.ServiceChosen(MOVE))
    assert told.visit.page == p.AboutService(MOVE)
    told.tell(e.BackPressed(), e.OwnListOpened())
    assert told.visit.page == p.OwnList()
    told.tell(e.ServiceChosen(PENSION))
    assert told.visit.page == p.AboutService(PENSION)
    assert told.tell(e.BackPressed()).visit.page == p.OwnList()


def test_home_leads_to_no_service_that_is_not_ones_own() -> None:
    assert at_home().tell(e.ServiceChosen(PASSPORT)).visit.page == p.Home()


def test_one_press_empties_the_list_and_another_brings_it_back() -> None:
    told = at_home().tell(e.OwnListOpened(), e.OwnListEmptied())
    assert told.visit.own == OwnServices()
    assert told.visit.page == p.OwnList(emptied=OWN)
    told.tell(e.UndoPressed())

    assert told.visit.own == OWN
    assert told.visit.page == p.OwnList()
    assert kept(told) == [OwnServices(), OWN]


def test_what_was_emptied_does_not_come_back_over_what_was_added_since() -> None:
    told = at_home().tell(e.OwnListOpened(), e.OwnListEmptied())
    told.visit = told.visit.go(p.AboutService(MOVE))
    told.tell(e.OwnPressed(), e.BackPressed(), e.UndoPressed())

    assert told.visit.own == OwnServices((MOVE,))


def test_an_empty_list_is_not_emptied_again_and_leads_on() -> None:
    told = at_home(OwnServices()).tell(e.OwnListOpened(), e.OwnListEmptied())
    assert kept(told) == []
    assert told.tell(e.AnotherThingPressed()).visit.page == p.Home()


def test_a_disk_that_refuses_ends_all_talk_of_keeping() -> None:
    told = at_home().tell(e.OwnListOpened(), e.OwnServicesNotKept(Trouble("trouble.disk_full")))

    assert told.visit.own is None
    assert told.visit.page == p.Home()
    assert told.visit.trail == (p.Welcome(),)


def test_the_service_used_longest_ago_gives_way() -> None:
    own = OwnServices()
    for number in range(MOST_USED + 2):
        own = own.with_used(ServiceId(str(number)), float(number))
    own = own.with_used(ServiceId("3"), 99.0)

    assert [one.service for one in own.used] == ["3", "7", "6", "5", "4", "2"]
    assert own.used_at(ServiceId("3")) == 99.0


def test_a_service_both_added_and_used_is_listed_once() -> None:
    assert OwnServices((MOVE,), (Used(PENSION, 2.0), Used(MOVE, 1.0))).services() == (MOVE, PENSION)


@pytest.mark.parametrize(("days", "there"), [(USED_DAYS, 1), (USED_DAYS + 1, 0), (-9, 1)])
def test_a_year_is_what_the_page_says(days: float, there: int) -> None:
    """The page says 'after a year', in fourteen languages and without a number."""
    assert USED_DAYS == 365
    assert len(OWN.lasting(50.0 + days * 24 * 3600).used) == there
