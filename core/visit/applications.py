# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home everything that was sent from here is a list; at a kiosk an application is found by its number only."""

from dataclasses import replace

from core.ids import SubmissionId
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import ListAll, Watch
from core.visit.state import Visit
from core.visit.steps import Step, stay


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means on the way to the list and on it; None when it means nothing there."""
    match visit.page, event:
        case p.Home(), e.StatusOpened() if visit.keeps:
            return Step(visit.go(p.Applications()), (ListAll(),))
        case p.Applications(), e.StatusOpened():
            return Step(visit.go(p.Status()))
        case p.Applications() as page, e.ApplicationChosen(submission=submission):
            return _chosen(visit, page, submission)
        case _:
            return None


def listed(visit: Visit, event: e.AllListed) -> Step:
    """Show what was sent from here, unless the citizen has gone elsewhere meanwhile."""
    match visit.page:
        case p.Applications():
            return Step(replace(visit, page=p.Applications(event.deliveries)))
        case _:
            return stay(visit)


def _chosen(visit: Visit, page: p.Applications, chosen: SubmissionId) -> Step:
    one = next((one for one in page.found or () if one.id == chosen), None)
    if one is None:
        return stay(visit)
    there = visit.go(p.Status(typed=one.seal, asked=one.seal, found=one))
    return Step(there, (Watch(one.id),))
