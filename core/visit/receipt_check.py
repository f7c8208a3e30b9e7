# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a receipt: a code that was scanned or typed, and whether a machine of this authority printed it.

A code that is scanned anywhere leads here. Every answer stays as it is, and Back leads to where one was.
"""

from dataclasses import replace

from core import signed_receipt
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import CheckReceipt, LookUp
from core.visit.state import Visit
from core.visit.steps import Step, stay


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press or a scanner means for receipts; None for anything else."""
    match visit.page, event:
        case _, e.CardShown(text=text) if signed_receipt.is_code(text):
            if _waits_for_an_answer(visit.page):
                return stay(visit)
            text = text[: signed_receipt.MOST_TYPED]
            return Step(_opened(visit, p.ReceiptCheck(text)), (CheckReceipt(text),))
        case p.Status() as page, e.NumberTyped(typed=typed) if visit.over is None and signed_receipt.is_code(
            typed
        ):
            # A scanner writes into the field that has the focus.
            return Step(replace(visit, page=replace(page, typed=typed[: signed_receipt.MOST_TYPED])))
        case p.Status(typed=typed), e.NumberEntered() if visit.over is None and signed_receipt.is_code(typed):
            return Step(_opened(visit, p.ReceiptCheck(typed)), (CheckReceipt(typed),))
        case p.Status(), e.ReceiptCheckOpened() if visit.over is None:
            return Step(visit.go(p.ReceiptCheck()))
        case p.ReceiptCheck() as page, e.ReceiptTyped(typed=typed) if visit.over is None:
            return Step(replace(visit, page=replace(page, typed=typed[: signed_receipt.MOST_TYPED])))
        case p.ReceiptCheck(verdict=signed_receipt.Genuine(receipt=receipt)), e.ReceiptFollowed():
            number = receipt.reference or receipt.seal
            return Step(visit.go(p.Status(number)), (LookUp(number),))
        case p.ReceiptCheck(typed=typed), e.ReceiptEntered() if visit.over is None:
            return Step(visit, (CheckReceipt(typed),)) if typed.strip() else stay(visit)
        case _:
            return None


def judged(visit: Visit, event: e.ReceiptJudged) -> Step:
    """Show the verdict, unless something else stands in the field by now."""
    match visit.page:
        case p.ReceiptCheck(typed=typed) as page if typed == event.text:
            return Step(replace(visit, page=replace(page, asked=typed, verdict=event.verdict)))
        case _:
            return stay(visit)


def _opened(visit: Visit, page: p.ReceiptCheck) -> Visit:
    visit = replace(visit, over=None)
    if isinstance(visit.page, p.Finished):
        visit = replace(visit, page=p.Welcome(), trail=())
    return replace(visit, page=page) if isinstance(visit.page, p.ReceiptCheck) else visit.go(page)


def _waits_for_an_answer(page: p.Page) -> bool:
    """Whether the page must stay until the disk, a form or a count-down has come to its end."""
    match page:
        case p.Check(sealing=True) | p.AboutService(opening=True) | p.Recall():
            return True
        case _:
            return False
