# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home what an agency refused is changed and sent as another one, or deleted; nobody else is offered either."""

from dataclasses import replace

import pytest

from core.delivery_rules import DISCARDABLE
from core.submission import Delivery, DeliveryState
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.mending import can_discard, can_mend
from tests.support import small_form as small
from tests.support.told import EN, MOVE, Told, delivery, sent

OTHER = "uuid:6a5c9d52-0000-4000-8000-000000000002"
REFUSED = delivery(DeliveryState.REFUSED)


def at_home(state: DeliveryState = DeliveryState.REFUSED, *, here: bool = True) -> Told:
    """On the page of an application of an earlier visit, whose answers are still here or not."""
    found = delivery(state, "R-1")
    kept = frozenset({found.id}) if here else frozenset()
    told = Told(e.DraftsHere(sent=kept), e.LanguageChosen(EN), e.StatusOpened(), e.AllListed((found,)))
    return told.tell(e.ApplicationChosen(found.id))


def mended(told: Told, *, changed: bool = False) -> Told:
    entry = small.entry(OTHER).answer(small.NAME, "Ada").answer(small.WHO, "me")
    draft = e.RestoredDraft(MOVE, entry, 100.0, "check", changed=changed)
    return told.tell(e.MendPressed(), e.Mended(REFUSED.id, draft))


def test_what_was_refused_opens_on_the_page_of_all_answers_under_another_id() -> None:
    told = mended(at_home())

    assert told.asked(fx.MendDraft) == [fx.MendDraft(REFUSED.id, EN)]
    assert told.visit.page == p.Check()
    assert told.visit.filling is not None
    assert told.visit.filling.entry.submission_id == OTHER
    assert told.visit.filling.entry.raw(small.NAME) == "Ada"


def test_a_newer_form_is_told_of_first() -> None:
    assert mended(at_home(), changed=True).visit.page == p.FormChanged()


def test_sent_again_it_takes_the_place_of_what_was_refused() -> None:
    again = replace(delivery(DeliveryState.SEALED), id=type(REFUSED.id)(OTHER))
    told = mended(at_home()).tell(e.SendPressed(), e.Sealed(again))

    assert fx.DropDraft(REFUSED.id) in told.effects
    assert told.visit.mendable == {OTHER}
    assert not told.asked(fx.Discard), "what was refused stays in the list until its person deletes it"


def test_what_was_refused_in_this_visit_is_mended_from_where_it_was_sent() -> None:
    told = sent()
    told.tell(e.DraftsHere(sent=frozenset({REFUSED.id})), e.DeliveryChanged(REFUSED))
    assert told.visit.page == p.Sent(REFUSED.id)

    assert mended(told).visit.page == p.Check()


@pytest.mark.parametrize("state", set(DeliveryState) - {DeliveryState.REFUSED})
def test_what_may_have_arrived_is_never_offered_again(state: DeliveryState) -> None:
    told = at_home(state)
    assert not can_mend(told.visit, delivery(state, "R-1"))
    assert not told.tell(e.MendPressed()).asked(fx.MendDraft)


def test_without_its_answers_it_is_not_offered() -> None:
    assert not at_home(here=False).tell(e.MendPressed()).asked(fx.MendDraft)


def test_answers_that_are_not_here_any_more_end_the_offer() -> None:
    told = at_home().tell(e.MendPressed(), e.Mended(REFUSED.id))

    assert isinstance(told.visit.page, p.Status)
    assert not can_mend(told.visit, REFUSED)


def test_a_form_of_the_same_service_that_was_begun_is_not_pushed_aside() -> None:
    begun = e.RestoredDraft(MOVE, small.entry(OTHER).answer(small.NAME, "Grace"), 100.0, small.WHO)
    told = at_home().tell(e.DraftsHere((begun,), frozenset({REFUSED.id})))

    assert not told.tell(e.MendPressed()).asked(fx.MendDraft)


def test_who_has_gone_elsewhere_meanwhile_stays_there() -> None:
    told = at_home().tell(e.MendPressed(), e.BackPressed())
    page = told.visit.page
    draft = e.RestoredDraft(MOVE, small.entry(OTHER), 100.0, "check")

    assert told.tell(e.Mended(REFUSED.id, draft)).visit.page == page


@pytest.mark.parametrize("state", list(DISCARDABLE))
def test_deleting_asks_first_and_leads_back_to_the_list(state: DeliveryState) -> None:
    found = delivery(state, "R-1")
    told = at_home(state).tell(e.DiscardPressed())
    assert told.visit.over == p.AskDiscard(found)
    assert not told.asked(fx.Discard)

    told.tell(e.DiscardConfirmed())
    assert told.asked(fx.Discard) == [fx.Discard(found)]
    told.tell(e.Discarded(found.id, done=True))

    assert told.visit.page == p.Applications()
    assert told.effects[-1] == fx.ListAll()
    assert told.visit.mendable == frozenset()


@pytest.mark.parametrize("no", [e.ContinuePressed(), e.BackPressed()])
def test_no_keeps_it(no: e.Event) -> None:
    told = at_home().tell(e.DiscardPressed(), no)

    assert told.visit.over is None
    assert isinstance(told.visit.page, p.Status)
    assert not told.asked(fx.Discard)


def test_what_has_changed_meanwhile_stays_on_the_page() -> None:
    told = at_home().tell(e.DiscardPressed(), e.DiscardConfirmed(), e.Discarded(REFUSED.id, done=False))

    assert isinstance(told.visit.page, p.Status)
    assert told.visit.mendable == {REFUSED.id}


@pytest.mark.parametrize("state", set(DeliveryState) - DISCARDABLE)
def test_what_goes_its_way_or_has_arrived_is_not_deleted(state: DeliveryState) -> None:
    told = at_home(state).tell(e.DiscardPressed())

    assert told.visit.over is None
    assert not can_discard(told.visit, delivery(state, "R-1"))


@pytest.mark.parametrize("state", list(DISCARDABLE))
def test_a_kiosk_offers_neither(state: DeliveryState) -> None:
    found: Delivery = delivery(state)
    told = Told(e.LanguageChosen(EN), e.StatusOpened(), e.NumberTyped(found.seal), e.NumberEntered())
    told.tell(e.NumberLookedUp(found.seal, found), e.MendPressed(), e.DiscardPressed())

    assert isinstance(told.visit.page, p.Status)
    assert told.visit.page.found == found
    assert told.visit.over is None
    assert not told.asked(fx.MendDraft)
    assert not told.asked(fx.Discard)
