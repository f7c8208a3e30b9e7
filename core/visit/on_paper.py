# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be had on paper: a receipt, what to bring for a service, and the form itself to go on with by pen."""

from dataclasses import replace
from typing import TYPE_CHECKING

from core.submission import Delivery
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import PaperEffect, PrintForm, PrintLeaflet, PrintNumbers, PrintReceipt
from core.visit.state import Printing, Visit
from core.visit.steps import Step, stay

if TYPE_CHECKING:
    from core.forms.entry import Entry


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """Print what the page offers; None for anything else."""
    if not isinstance(event, e.PrintPressed):
        return None
    paper = _paper(visit)
    if paper is None:
        return None
    if visit.printing is Printing.UNDER_WAY:
        return stay(visit)
    of_help = isinstance(visit.over, p.Help)
    asked = replace(visit, printing=Printing.UNDER_WAY, print_trouble=None, printing_help=of_help)
    return Step(replace(asked, paper_asked=paper), (paper,))


def printed(visit: Visit, event: e.Printed) -> Step:
    """What the printer said; it is told only where that paper was asked for, and counted wherever one comes out."""
    if event.trouble is None:
        visit = replace(visit, papers=visit.papers + 1)
    if visit.printing is not Printing.UNDER_WAY or visit.paper_asked != event.paper:
        return stay(visit)
    printing = Printing.NOT_ASKED if event.trouble else Printing.DONE
    return Step(replace(visit, printing=printing, print_trouble=event.trouble))


def left(before: Visit, after: Visit) -> Visit:
    """What is said of a paper belongs to the page on which it was asked for.

    Help lies over that page and has papers of its own (`Visit.paper`): whoever looks at it while theirs is printed
    comes back to what became of that.
    """
    if _place(before.page) == _place(after.page):
        return after
    return replace(after, printing=Printing.NOT_ASKED, print_trouble=None, paper_asked=None)


def can_go_on_by_pen(visit: Visit) -> bool:
    """Whether the form may be printed as it is now: its own person asks, and nobody reads along."""
    asked = isinstance(visit.page, p.Question | p.SaidBack | p.Check) and visit.page != p.Check(sealing=True)
    return asked and visit.filling is not None and visit.helper is None and visit.editing is None


def answers_to(visit: Visit, delivery: Delivery) -> "Entry | None":
    """What was sent with a delivery, where the visit still has it: at home only."""
    return visit.sent if visit.sent is not None and visit.sent.submission_id == delivery.id else None


def _paper(visit: Visit) -> PaperEffect | None:
    match visit.over, visit.page:
        case None, (p.Sent() | p.Status()):
            delivery = visit.shown_delivery()
            if delivery is None:
                return None
            service = visit.service(delivery.service)
            return PrintReceipt(delivery, service, visit.language, answers_to(visit, delivery))
        case None, p.AboutService(service=shown):
            about = visit.service(shown)
            return PrintLeaflet(about, visit.language) if about is not None else None
        case p.Help(), _ if can_go_on_by_pen(visit) and visit.filling is not None:
            service = visit.service(visit.filling.service)
            return PrintForm(service, visit.language, visit.filling.entry)
        case p.Help(), _:
            return PrintNumbers(visit.language)
        case _:
            return None


def _place(page: p.Page) -> object:
    """What makes a page another one, whatever is written or shown on it meanwhile."""
    match page:
        case p.AboutService(service=service):
            return (p.AboutService, service)
        case p.Question(path=path) | p.SaidBack(path=path):
            return path
        case _:
            return type(page)
