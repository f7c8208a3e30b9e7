# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home a person may change what an agency refused and send it again, or delete what nobody took."""

from dataclasses import replace

from core.delivery_rules import DISCARDABLE
from core.submission import Delivery, DeliveryState
from core.visit import begun, drafting
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import Discard, ListAll, MendDraft
from core.visit.state import Filling, Returned, Visit
from core.visit.steps import Step, stay


def can_mend(visit: Visit, delivery: Delivery) -> bool:
    """Whether it can be changed and sent again: it was refused for certain, and its answers are still here.

    What may have arrived is not offered again, or there could be two. A form of the same service that was begun
    meanwhile would have to give way, so that it goes first.
    """
    refused = delivery.state is DeliveryState.REFUSED
    return refused and delivery.id in visit.mendable and begun.held(visit, delivery.service) is None


def can_discard(visit: Visit, delivery: Delivery) -> bool:
    """Whether its person may delete it: on their own computer, when nothing goes on by itself."""
    return visit.keeps and delivery.state in DISCARDABLE


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means on a page about one application; None when it means nothing there."""
    delivery = visit.shown_delivery()
    match event:
        case e.MendPressed() if delivery is not None and can_mend(visit, delivery):
            return Step(visit, (MendDraft(delivery.id, visit.language),))
        case e.DiscardPressed() if delivery is not None and can_discard(visit, delivery):
            return Step(replace(visit, over=p.AskDiscard(delivery)))
        case _:
            return None


def confirmed(visit: Visit, asking: p.AskDiscard) -> Step:
    """Yes, delete it."""
    return Step(replace(visit, over=None), (Discard(asking.delivery),))


def answered(visit: Visit, event: e.DraftsHere | e.DraftNotKept | e.Mended | e.Discarded) -> Step:
    """What the store of drafts says: what is there, the form is open again, or the application is gone."""
    shown = visit.shown_delivery()
    match event:
        case e.DraftsHere() | e.DraftNotKept():
            return Step(drafting.answered(visit, event))
        case e.Discarded(submission=submission, done=done):
            if done:
                visit = replace(visit, mendable=visit.mendable - {submission})
            if not done or shown is None or shown.id != submission:
                return stay(visit)
            return Step(replace(visit, page=p.Applications(), trail=(p.Home(),)), (ListAll(),))
        case e.Mended(refused=refused, draft=draft):
            if draft is None:
                return stay(replace(visit, mendable=visit.mendable - {refused}))
            service = visit.service(draft.service)
            if shown is None or shown.id != refused or service is None or service.api is None:
                return stay(visit)
            returned = Returned(draft.saved, draft.changed, draft.lost)
            filling = Filling(
                draft.service, service.api, draft.entry, reached=p.Check(), returned=returned, mends=refused
            )
            return Step(drafting.taken_up(visit, filling))
