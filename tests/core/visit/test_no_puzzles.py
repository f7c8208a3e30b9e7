# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""No test of memory, skill or body stands before a service, and no code has a last attempt (UND-08)."""

from typing import get_args

import pytest

from core.ids import Language, ServiceId
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit import settings_pages as s
from tests.support import small_form as small
from tests.support.told import EN, MOVE, MOVING, PASSPORT, PENSION, Told, filling, on_service

ATTEMPTS = 50
WRITTEN_IN = {p.Search, p.Question, p.Status, p.ReceiptCheck}
"""The pages with something to write: a person's own words, the form's questions, and a number from their paper."""

NOTHING_TO_WRITE = {
    *(p.Welcome, p.Home, p.MoreEvents, p.EventServices, p.AboutService, p.SaidBack, p.Check),
    *(p.Recall, p.Sent, p.InTrouble, p.Finished, p.AboutMachine, p.OutOfOrder),
    *(p.Applications, p.BegunForms, p.FormChanged, p.OwnList),
}

FOR_STAFF = {*get_args(p.StaffPage), *get_args(p.ProfilePage)}
"""Who works here signs in; the way of a visit never leads there, and a visit is over before anybody does."""


@pytest.mark.requirement("UND-08", part="choices alone lead to every form")
@pytest.mark.parametrize("service", [MOVE, PENSION])
def test_three_choices_and_start_lead_to_the_first_question_of_a_form(service: ServiceId) -> None:
    told = Told(e.LanguageChosen(EN), e.LifeEventChosen(MOVING), e.ServiceChosen(service), e.StartPressed())
    assert len(told.asked(fx.OpenForm)) == 1
    told.tell(e.FormOpened(service, small.entry()))
    assert told.visit.page == p.Question(small.NAME)
    assert told.visit.over is None


@pytest.mark.requirement("UND-08", part="choices alone lead to every form")
def test_whoever_reads_about_a_service_has_not_been_asked_who_they_are() -> None:
    for service in (MOVE, PASSPORT, PENSION):
        told = Told(e.LanguageChosen(EN), e.LifeEventChosen(MOVING), e.ServiceChosen(service))
        assert [type(page) for page in (*told.visit.trail, told.visit.page)] == [
            *(p.Welcome, p.Home, p.EventServices, p.AboutService)
        ]


@pytest.mark.requirement("UND-08", part="no page asks who somebody is")
def test_a_page_that_is_new_is_looked_at_here() -> None:
    assert set(get_args(p.Page)) == WRITTEN_IN | NOTHING_TO_WRITE | FOR_STAFF


@pytest.mark.requirement("UND-08", part="a code may be tried again and again")
def test_a_code_that_was_mistyped_fifty_times_is_taken_the_next_time() -> None:
    told = filling().tell(e.ComfortPressed(), e.CardPressed(), e.CodePressed())
    page = told.visit.page
    for attempt in range(ATTEMPTS):
        told.tell(e.CodeTyped(f"{attempt:08}"), e.CodeEntered(), e.CardUnknown())
        assert isinstance(told.visit.over, s.CodeEntry)
    told.tell(e.CodeTyped("0A4K 92XM"), e.CodeEntered(), e.CardTaken(Language("es")))
    assert told.visit.over == s.CardRead(known=True, speaks=True)
    assert told.visit.page == page


@pytest.mark.requirement("UND-08", part="a code may be tried again and again")
def test_a_number_that_was_mistyped_fifty_times_is_looked_for_the_next_time() -> None:
    told = Told(e.LanguageChosen(EN), e.StatusOpened())
    for attempt in range(ATTEMPTS):
        told.tell(e.NumberTyped(f"{attempt:09}"), e.NumberEntered(), e.NumberLookedUp(f"{attempt:09}", None))
    told.tell(e.NumberTyped("7K24MP93X"), e.NumberEntered())
    assert told.asked(fx.LookUp)[-1] == fx.LookUp("7K24MP93X")


@pytest.mark.requirement("UND-08", part="the camera is never the only way")
def test_what_a_camera_reads_can_be_typed_on_the_same_page() -> None:
    told = on_service().tell(e.ComfortPressed(), e.CardPressed(), e.CodePressed(), e.CameraPressed())
    assert told.visit.over == s.CodeEntry(looking=True)
    told.tell(e.CodeTyped("0A4K 92XM"), e.CodeEntered())
    assert told.asked(fx.TakeCard) == [fx.TakeCard("0A4K 92XM")]
