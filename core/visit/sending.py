# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""After Send: what the outbox and the agency say, the paper, and another thing."""

from dataclasses import replace

from core.quotas import MOST_MISSED, is_own
from core.submission import Delivery, DeliveryState
from core.visit import events as e
from core.visit import on_paper, said_before
from core.visit import pages as p
from core.visit.effects import Watch
from core.visit.state import Printing, Visit
from core.visit.steps import Step, stay

ON_ITS_WAY = (DeliveryState.SEALED, DeliveryState.LEAVING, DeliveryState.CHECKING)


def awaits_news(visit: Visit) -> bool:
    """Whether somebody is looking at a submission that is on its way."""
    shown = visit.shown_delivery()
    return shown is not None and shown.state in ON_ITS_WAY


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means once something was sent, and Back everywhere else; None when it means nothing."""
    match visit.page, event:
        case (
            (p.Sent() | p.Status() | p.InTrouble() | p.AboutService() | p.BegunForms() | p.OwnList()),
            e.AnotherThingPressed(),
        ):
            return Step(_home(visit))
        case p.Sent(), e.BackPressed():
            return Step(_home(visit))
        case p.AboutService() as page, e.BackPressed() if page.opening:
            return Step(_back(replace(visit, page=replace(page, opening=False))))
        case _, e.BackPressed():
            return Step(_back(visit))
        case _:
            return None


def answered(
    visit: Visit,
    event: e.Sealed | e.SealFailed | e.DeliveryChanged | e.NumberLookedUp | e.Printed,
) -> Step:
    """What the disk, the outbox or the printer said."""
    match event:
        case e.Sealed(delivery=delivery):
            # The answers are the outbox's now, and Back cannot reach them. What they say of the person is offered in
            # the next form of this visit (UND-07).
            visit = said_before.kept(visit, visit.filling) if visit.filling is not None else visit
            sent = visit.filling.entry if visit.at_home and visit.filling is not None else None
            visit = replace(visit, filling=None, delivery=delivery, trail=(p.Home(),), sent=sent)
            visit = replace(visit, page=p.Sent(delivery.id), known=visit.known | {delivery.id})
            return Step(visit, (Watch(delivery.id),))
        case e.SealFailed(trouble=trouble):
            again = replace(visit.page, sealing=False) if isinstance(visit.page, p.Check) else p.Check()
            return Step(replace(visit, page=again).go(p.InTrouble(trouble)))
        case e.DeliveryChanged(delivery=delivery):
            return Step(_delivered(visit, event))
        case e.NumberLookedUp():
            return _looked_up(visit, event)
        case e.Printed():
            return on_paper.printed(visit, event)


def _delivered(visit: Visit, event: e.DeliveryChanged) -> Visit:
    delivery = event.delivery
    if visit.delivery is not None and visit.delivery.id == delivery.id:
        visit = replace(visit, delivery=delivery)
    match visit.page:
        case p.Status(found=found) as page if found is not None and found.id == delivery.id:
            return replace(visit, page=replace(page, found=delivery))
        case _:
            return visit


def _looked_up(visit: Visit, event: e.NumberLookedUp) -> Step:
    match visit.page:
        case p.Status(typed=typed) as page if typed == event.typed:
            counted, told = _counted(visit, typed, event.delivery)
            found = replace(counted, page=replace(page, asked=typed, found=told))
            found = replace(found, printing=Printing.NOT_ASKED, print_trouble=None, paper_asked=None)
            return Step(found, (Watch(told.id),) if told else ())
        case _:
            return stay(visit)


def _counted(visit: Visit, typed: str, found: Delivery | None) -> tuple[Visit, Delivery | None]:
    """The visit with one number more that was tried, and what may be told of it."""
    if found is not None and (visit.at_home or found.id in visit.known or is_own(typed, found)):
        return visit, found
    told = found if visit.missed < MOST_MISSED else None
    known = visit.known | {told.id} if told is not None else visit.known
    return replace(visit, missed=visit.missed + 1, known=known), told


def _home(visit: Visit) -> Visit:
    return replace(visit, page=p.Home(), trail=(p.Welcome(),))


def _back(visit: Visit) -> Visit:
    if not visit.trail:
        return visit
    return replace(visit, page=visit.trail[-1], trail=visit.trail[:-1])
