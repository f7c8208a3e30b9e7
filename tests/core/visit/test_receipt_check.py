# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A receipt that is scanned or typed anywhere: it is checked, and nobody loses their place by it."""

import pytest

from core.signed_receipt import MOST_TYPED, Damaged, Foreign, Genuine, PrintedReceipt
from core.submission import DeliveryState
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from tests.support.told import Told, answer, filling, on_check

CODE = "$CKR10123456789"


def test_a_receipt_that_is_scanned_in_a_form_is_checked_and_back_leads_to_the_same_answers() -> None:
    told = answer(filling(), "Ada")
    before = told.visit
    told.tell(e.HelpPressed(), e.CardShown(CODE))
    assert told.asked(fx.CheckReceipt) == [fx.CheckReceipt(CODE)]
    assert (told.visit.page, told.visit.over) == (p.ReceiptCheck(CODE), None)
    told.tell(e.ReceiptJudged(CODE, Foreign()))
    assert told.visit.page == p.ReceiptCheck(CODE, CODE, Foreign())
    told.tell(e.BackPressed())
    assert (told.visit.page, told.visit.filling) == (before.page, before.filling)


def test_a_second_receipt_takes_the_place_of_the_first_one() -> None:
    told = filling().tell(e.CardShown(CODE), e.ReceiptJudged(CODE, Damaged()), e.CardShown(CODE + "9"))
    assert told.visit.page == p.ReceiptCheck(CODE + "9")
    told.tell(e.BackPressed())
    assert isinstance(told.visit.page, p.Question)


def test_a_verdict_on_what_no_longer_stands_in_the_field_is_not_shown() -> None:
    told = filling().tell(e.CardShown(CODE), e.ReceiptTyped(""), e.ReceiptJudged(CODE, Foreign()))
    assert told.visit.page == p.ReceiptCheck()
    assert told.tell(e.ReceiptEntered()).asked(fx.CheckReceipt) == [fx.CheckReceipt(CODE)]


def on_status() -> Told:
    told = filling().tell(e.BackPressed())
    told.visit = told.visit.go(p.Status())
    return told


def test_a_scanner_may_write_a_receipt_into_the_field_for_numbers() -> None:
    told = on_status().tell(e.NumberTyped(CODE * 30), e.NumberEntered())
    text = (CODE * 30)[:MOST_TYPED]
    assert told.asked(fx.CheckReceipt) == [fx.CheckReceipt(text)]
    assert told.visit.page == p.ReceiptCheck(text)


def test_the_page_for_numbers_leads_to_the_page_for_receipts() -> None:
    told = on_status().tell(e.ReceiptCheckOpened(), e.ReceiptTyped("x"), e.ReceiptEntered())
    assert told.asked(fx.CheckReceipt) == [fx.CheckReceipt("x")]
    assert told.tell(e.BackPressed()).visit.page == p.Status()


@pytest.mark.parametrize("page", [p.Check(sealing=True), p.Recall(5.0)])
def test_a_page_that_waits_for_its_end_stays(page: p.Page) -> None:
    told = on_check()
    told.visit = told.visit.go(page)
    assert told.tell(e.CardShown(CODE)).asked(fx.CheckReceipt) == []
    assert told.visit.page == page


def test_a_genuine_receipt_leads_to_what_is_known_of_its_application_and_others_lead_nowhere() -> None:
    told = filling().tell(e.CardShown(CODE), e.ReceiptJudged(CODE, Foreign()), e.ReceiptFollowed())
    assert told.asked(fx.LookUp) == []
    printed = PrintedReceipt("7K24MP93X", "", b"s" * 8, b"o" * 8, DeliveryState.SEALED, 1, 2, "library")
    told.tell(e.ReceiptJudged(CODE, Genuine(printed)), e.ReceiptFollowed())
    assert told.asked(fx.LookUp) == [fx.LookUp("7K24MP93X")]
    assert told.visit.page == p.Status("7K24MP93X")
    assert isinstance(told.tell(e.BackPressed()).visit.page, p.ReceiptCheck)
