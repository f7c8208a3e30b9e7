# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home a person's own services outlive the visit: what they add, and what they used last. A kiosk knows none.

A service is used once its form is open, and again when it was sent; one that was only read about is nobody's.
"""

from dataclasses import replace
from typing import assert_never

from core.own_services import OwnServices
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import KeepOwnServices
from core.visit.state import Visit
from core.visit.steps import Step, stay


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means about one's own services; None when it means nothing there, or nothing is kept here."""
    own = visit.own
    if own is None:
        return None
    match visit.page, event:
        case p.Home(), e.OwnListOpened():
            return Step(visit.go(p.OwnList()))
        case ((p.Home() | p.OwnList()), e.ServiceChosen(service=service)) if service in own.services():
            return Step(visit.go(p.AboutService(service)))
        case p.AboutService(service=service), e.OwnPressed() if visit.service(service) is not None:
            return _kept(visit, own.with_added(service, added=service not in own.added))
        case p.OwnList(), e.OwnListEmptied() if own.services():
            return _kept(replace(visit, page=p.OwnList(emptied=own)), OwnServices())
        case p.OwnList(emptied=emptied), e.UndoPressed() if emptied is not None and not own.services():
            return _kept(replace(visit, page=p.OwnList()), emptied)
        case _:
            return None


def after(event: e.Event, step: Step) -> Step:
    """The step, with the service noted that was used in it."""
    own = step.visit.own
    if own is None:
        return step
    filling = step.visit.filling
    match event:
        case e.FormOpened(service=service, entry=entry) if filling is not None and filling.entry is entry:
            noted = own.with_used(service, entry.setting.now.timestamp())
        case e.Sealed(delivery=delivery):
            noted = own.with_used(delivery.service, delivery.created)
        case _:
            return step
    return Step(replace(step.visit, own=noted), (KeepOwnServices(noted), *step.effects))


def answered(visit: Visit, event: e.OwnServicesHere | e.OwnServicesNotKept) -> Step:
    """They came from the disk. Where it refused them, nothing is said to be kept from then on."""
    match event:
        case e.OwnServicesHere(services=services):
            return Step(replace(visit, own=services))
        case e.OwnServicesNotKept():
            here = replace(visit, own=None)
            if isinstance(visit.page, p.OwnList):
                here = replace(here, page=visit.trail[-1], trail=visit.trail[:-1])
            return Step(here)
        case _:
            assert_never(event)


def _kept(visit: Visit, own: OwnServices) -> Step:
    return stay(visit) if own == visit.own else Step(replace(visit, own=own), (KeepOwnServices(own),))
