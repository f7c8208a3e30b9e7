# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A visit from Send to received: sealed once, followed, printed, and its answers forgotten."""

from dataclasses import replace

import pytest

from core.errors import Trouble
from core.ids import SubmissionId
from core.submission import DeliveryState
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.on_paper import answers_to
from core.visit.state import Printing
from tests.support import small_form as small
from tests.support.told import EN, Told, delivery, on_check, sent


def test_send_seals_once_however_often_it_is_pressed() -> None:
    told = on_check().tell(e.SendPressed(), e.SendPressed(), e.BackPressed(), e.SendPressed())
    assert len(told.asked(fx.Seal)) == 1
    assert told.visit.page == p.Check(sealing=True)


@pytest.mark.requirement("UND-05")
def test_send_with_a_problem_left_goes_to_its_question() -> None:
    told = on_check().tell(e.ChangePressed(small.NAME), e.AnswerGiven(small.NAME, ""), e.BackPressed())
    told.tell(e.SendPressed())
    assert told.visit.page == p.Question(small.NAME, told=True)
    assert not told.asked(fx.Seal)


def test_a_disk_that_cannot_keep_it_says_so_and_the_answers_stay() -> None:
    told = on_check().tell(e.SendPressed(), e.SealFailed(Trouble("trouble.disk_full")))
    assert told.visit.page == p.InTrouble(Trouble("trouble.disk_full"))
    assert told.tell(e.BackPressed()).visit.page == p.Check()
    assert told.visit.filling is not None


@pytest.mark.requirement("PRV-01", part="the visit's own state")
def test_once_sealed_the_visit_holds_no_answer_and_back_cannot_reach_the_form() -> None:
    told = sent()
    assert told.visit.filling is None
    assert "Ada" not in repr(told.visit)
    assert told.tell(e.BackPressed()).visit.page == p.Home()


def test_received_is_shown_when_the_outbox_says_so() -> None:
    told = sent().tell(e.DeliveryChanged(delivery(DeliveryState.RECEIVED, "PA-26-4T7-K2M")))
    assert told.visit.delivery is not None
    assert told.visit.delivery.reference == "PA-26-4T7-K2M"


def test_news_of_another_submission_changes_nothing_here() -> None:
    other = replace(delivery(DeliveryState.RECEIVED, "X"), id=SubmissionId("uuid:other"))
    assert sent().tell(e.DeliveryChanged(other)).visit.delivery == delivery(DeliveryState.SEALED)


def test_a_number_is_looked_up_and_its_news_are_followed() -> None:
    told = Told(e.LanguageChosen(EN), e.StatusOpened(), e.NumberTyped("7K2 4MP 93X"), e.NumberEntered())
    told.tell(e.NumberLookedUp("7K2 4MP 93X", delivery(DeliveryState.SEALED)))
    told.tell(e.DeliveryChanged(delivery(DeliveryState.RECEIVED, "PA-26-4T7-K2M")))
    assert isinstance(told.visit.page, p.Status)
    assert told.visit.page.found == delivery(DeliveryState.RECEIVED, "PA-26-4T7-K2M")


def test_printing_is_asked_once_and_a_printer_in_trouble_is_told() -> None:
    told = sent().tell(e.PrintPressed(), e.PrintPressed())
    assert len(told.asked(fx.PrintReceipt)) == 1
    told.printed(Trouble("trouble.printer"))
    assert (told.visit.printing, told.visit.print_trouble) == (Printing.NOT_ASKED, Trouble("trouble.printer"))
    assert told.tell(e.PrintPressed()).printed().visit.printing is Printing.DONE


def test_at_home_the_answers_go_onto_the_paper_of_what_was_sent_and_of_nothing_else() -> None:
    told = on_check()
    told.visit = replace(told.visit, at_home=True)
    told.tell(e.SendPressed())
    told.tell(e.Sealed(delivery(DeliveryState.SEALED)), e.PrintPressed())
    printed = told.asked(fx.PrintReceipt)[-1]
    assert isinstance(printed, fx.PrintReceipt)
    assert printed.sent is not None
    assert printed.sent.raw(small.NAME) == "Ada"
    assert "Ada" not in repr(told.visit)
    other = replace(delivery(DeliveryState.RECEIVED, "X"), id=SubmissionId("uuid:other"))
    assert answers_to(told.visit, other) is None


def test_at_a_kiosk_no_answer_goes_onto_the_paper() -> None:
    printed = sent().tell(e.PrintPressed()).asked(fx.PrintReceipt)[-1]
    assert isinstance(printed, fx.PrintReceipt)
    assert printed.sent is None
