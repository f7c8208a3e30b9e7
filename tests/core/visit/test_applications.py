# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home everything that was sent is a list; at a kiosk nobody sees what others have sent."""

from dataclasses import replace

from core.ids import SubmissionId
from core.submission import DeliveryState
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from tests.support.told import EN, Told, delivery

OTHER = replace(delivery(DeliveryState.RECEIVED, "CR-2026-1"), id=SubmissionId("uuid:2"), seal="9M34MP93X")


def at_home() -> Told:
    return Told(e.DraftsHere(), e.LanguageChosen(EN), e.StatusOpened())


def test_at_a_kiosk_only_a_number_leads_to_an_application() -> None:
    told = Told(e.LanguageChosen(EN), e.StatusOpened())

    assert told.visit.page == p.Status()
    assert not told.asked(fx.ListAll)


def test_at_home_everything_is_listed_and_one_is_shown_without_typing() -> None:
    told = at_home()
    assert told.visit.page == p.Applications()
    assert told.asked(fx.ListAll) == [fx.ListAll()]
    told.tell(e.AllListed((OTHER, delivery(DeliveryState.SEALED))))

    told.tell(e.ApplicationChosen(OTHER.id))

    assert told.visit.page == p.Status(OTHER.seal, OTHER.seal, OTHER)
    assert told.effects[-1] == fx.Watch(OTHER.id)
    told.tell(e.DeliveryChanged(replace(OTHER, state=DeliveryState.DECIDED)))
    assert isinstance(told.visit.page, p.Status)
    assert told.visit.page.found is not None
    assert told.visit.page.found.state is DeliveryState.DECIDED
    told.tell(e.BackPressed())
    assert isinstance(told.visit.page, p.Applications)


def test_a_number_from_elsewhere_can_still_be_typed() -> None:
    assert at_home().tell(e.AllListed(()), e.StatusOpened()).visit.page == p.Status()


def test_a_list_that_comes_too_late_changes_nothing() -> None:
    told = at_home().tell(e.BackPressed(), e.AllListed((OTHER,)))

    assert told.visit.page == p.Home()


def test_what_is_not_in_the_list_cannot_be_chosen() -> None:
    told = at_home().tell(e.AllListed((OTHER,)), e.ApplicationChosen(SubmissionId("uuid:none")))

    assert told.visit.page == p.Applications((OTHER,))
