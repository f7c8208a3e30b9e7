# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home a form outlives the visit: it is put away soon, comes back, and is gone once it was sent or given up."""

from dataclasses import replace

import pytest

from core.errors import Trouble
from core.submission import DeliveryState
from core.text import Phrase
from core.visit import drafting
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.begun import unsent, waiting
from core.visit.state import Visit
from tests.support import small_form as small
from tests.support.told import EN, MOVE, PENSION, Told, answer, delivery, filling, on_check, on_service

OTHER = "uuid:6a5c9d52-0000-4000-8000-000000000002"


def home(told: Told) -> Told:
    """The same at a machine that keeps what was begun."""
    return told.tell(e.DraftsHere())


def kept(told: Told) -> list[str]:
    """The names that were put away, in order."""
    keeping = [effect for effect in told.effects if isinstance(effect, fx.KeepDraft)]
    return [effect.entry.raw(small.NAME) for effect in keeping]


def restored() -> e.RestoredDraft:
    """A form about moving, begun in an earlier visit and answered up to its second question."""
    return e.RestoredDraft(MOVE, small.entry(OTHER).answer(small.NAME, "Ada"), 100.0, small.WHO)


def dropped(told: Told) -> list[str]:
    return [effect.submission for effect in told.effects if isinstance(effect, fx.DropDraft)]


def test_what_is_typed_is_put_away_within_a_second() -> None:
    told = home(filling()).tell(e.AnswerGiven(small.NAME, "Ad"), e.AnswerGiven(small.NAME, "Ada"))

    assert kept(told) == []
    assert kept(told.wait(1)) == ["Ada"]
    assert kept(told.wait(5)) == ["Ada"], "and once only"


def test_what_is_typed_is_put_away_when_its_page_is_left() -> None:
    assert kept(answer(home(filling()), "Ada")) == ["Ada"]


def test_a_kiosk_puts_nothing_away() -> None:
    told = answer(filling(), "Ada").wait(5)

    assert not told.asked(fx.KeepDraft)
    assert drafting.unkept(told.visit) == (told.visit, ())


def test_the_furthest_page_is_put_away_with_the_answers() -> None:
    told = answer(home(filling()), "Ada", "me", "")

    last = told.asked(fx.KeepDraft)[-1]
    assert isinstance(last, fx.KeepDraft)
    assert last.reached == small.FLAT or last.reached == drafting.AT_CHECK


def test_the_end_of_the_process_puts_away_what_no_tick_has_seen() -> None:
    told = home(filling()).tell(e.AnswerGiven(small.NAME, "Ada"))

    _, effects = drafting.unkept(told.visit)

    assert [type(one) for one in effects] == [fx.KeepDraft]


def test_what_was_sent_stays_as_it_was_sent_until_its_agency_has_it() -> None:
    told = home(on_check()).tell(e.SendPressed())
    assert kept(told) == ["Ada"]
    told.tell(e.Sealed(delivery(DeliveryState.SEALED)))

    assert dropped(told) == []
    assert kept(told.wait(5)) == ["Ada", "Ada"]
    last = told.asked(fx.KeepDraft)[-1]
    assert isinstance(last, fx.KeepDraft)
    assert (last.entry.submission_id, last.reached) == (small.entry().submission_id, drafting.AT_CHECK)
    assert told.visit.mendable == {small.entry().submission_id}


def test_a_kiosk_keeps_nothing_of_what_was_sent() -> None:
    told = on_check().tell(e.SendPressed(), e.Sealed(delivery(DeliveryState.SEALED))).wait(5)

    assert not told.asked(fx.KeepDraft)
    assert told.visit.mendable == frozenset()


def test_finishing_asks_and_keeps_on_the_persons_word() -> None:
    told = home(answer(filling(), "Ada")).tell(e.FinishPressed())
    assert told.visit.over == p.AskFinish()
    told.tell(e.KeepPressed())

    assert told.effects[-1] == fx.EndVisit(fx.Ending.FINISHED)
    assert kept(told)[-1] == "Ada"
    assert dropped(told) == []


def test_finishing_deletes_on_the_persons_word_and_nothing_puts_it_away_again() -> None:
    told = home(answer(filling(), "Ada")).wait(1).tell(e.AnswerGiven(small.WHO, "me"), e.FinishPressed())
    told.tell(e.FinishConfirmed())

    assert dropped(told) == [small.entry().submission_id]
    assert drafting.unkept(told.visit)[1] == ()


def test_a_kiosk_knows_no_keeping_at_the_end() -> None:
    told = answer(filling(), "Ada").tell(e.FinishPressed(), e.KeepPressed())

    assert not told.asked(fx.EndVisit)


def test_starting_afresh_drops_what_was_kept() -> None:
    told = Told(e.DraftsHere((restored(),)), e.LanguageChosen(EN)).tell(e.BegunPressed())
    told.tell(e.StartAfreshPressed(), e.AfreshConfirmed(), e.FormOpened(MOVE, small.entry()))

    assert dropped(told) == [OTHER]


def test_a_draft_is_gone_on_with_where_one_was() -> None:
    told = Told(e.DraftsHere((restored(),)), e.LanguageChosen(EN)).tell(e.BegunPressed())
    assert told.visit.page == p.AboutService(MOVE)
    told.tell(e.StartPressed())

    assert told.visit.page == p.Question(small.WHO)
    assert told.visit.filling is not None
    assert told.visit.filling.entry.raw(small.NAME) == "Ada"
    assert not told.asked(fx.OpenForm)


def test_drafts_that_come_before_the_catalogue_wait_for_it() -> None:
    visit = Visit(Told().visit.id, EN)
    early = drafting.answered(visit, e.DraftsHere((restored(),)))
    assert early.aside == ()

    late = drafting.joined(replace(early, catalogue=Told().visit.catalogue))
    assert [one.service for one in late.aside] == [MOVE]
    assert late.drafts == ()


def test_several_drafts_are_a_list() -> None:
    pension = replace(restored(), service=PENSION, entry=small.entry().answer(small.NAME, "Grace"))
    told = Told(e.DraftsHere((restored(), pension)), e.LanguageChosen(EN)).tell(e.BegunPressed())
    assert told.visit.page == p.BegunForms()

    told.tell(e.ServiceChosen(PENSION))
    assert told.visit.page == p.AboutService(PENSION)


def test_a_draft_nobody_touched_is_not_asked_about() -> None:
    told = Told(e.DraftsHere((restored(),)), e.LanguageChosen(EN))

    assert unsent(told.visit) == ()
    assert [one.service for one in waiting(told.visit)] == [MOVE]
    assert told.tell(e.FinishPressed()).effects[-1] == fx.EndVisit(fx.Ending.FINISHED)
    assert dropped(told) == []


def test_a_newer_form_is_told_of_once_and_kept_only_then() -> None:
    lost = ((Phrase("Which floor?", EN), Phrase("Third", EN)),)
    told = Told(e.DraftsHere((replace(restored(), changed=True, lost=lost),)), e.LanguageChosen(EN)).wait(3)
    assert kept(told) == [], "the old form stays on the disk until its person has seen what is lost"
    told.tell(e.BegunPressed(), e.StartPressed())
    assert told.visit.page == p.FormChanged()

    told.tell(e.ContinuePressed())
    assert told.visit.page == p.Question(small.WHO)
    assert kept(told.wait(1)) == ["Ada"]
    told.tell(e.BackPressed(), e.BackPressed(), e.StartPressed())
    assert isinstance(told.visit.page, p.Question)


def test_back_from_the_news_of_a_newer_form_leads_to_the_service() -> None:
    told = Told(e.DraftsHere((replace(restored(), changed=True),)), e.LanguageChosen(EN))
    told.tell(e.BegunPressed(), e.StartPressed(), e.BackPressed())

    assert told.visit.page == p.AboutService(MOVE)


def test_a_disk_that_refuses_is_not_said_to_keep() -> None:
    told = home(answer(filling(), "Ada")).tell(e.DraftNotKept(Trouble("trouble.disk_full")))

    assert not told.visit.keeps
    told.tell(e.FinishPressed(), e.KeepPressed())
    assert not told.asked(fx.EndVisit)


@pytest.mark.parametrize("press", [e.BegunPressed(), e.KeepPressed()])
def test_presses_that_mean_nothing_there_change_nothing(press: e.Event) -> None:
    told = on_service()
    before = told.visit.page

    assert told.tell(press).visit.page == before
