# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""News of what is on this machine: nothing that stands before a person changes by them (WCAG 2.2.4, 3.2.5).

They wait until the person goes to another page, or asks for them on this one. The line on top, and the page about a
submission that is on its way, tell of the network at once: they are where its state is looked for. A machine that has
no list of services yet shows it as soon as it comes.
"""

from dataclasses import replace

from core.visit import begun, drafting
from core.visit import events as e
from core.visit.pages import AboutService
from core.visit.state import Looked, Visit
from core.visit.steps import Step

ASKING = (e.NewsPressed, e.StartPressed, e.StartAfreshPressed)
"""Presses that stay on their page and are answered by how things are now."""


def heard(visit: Visit, shelf: e.ShelfChanged) -> Visit:
    """Take the news in where nobody stands before a page, else keep them.

    What a process hears first is no news; and where nothing was on the machine, its list of services is waited for.
    """
    if not visit.begun or not visit.stocked or not visit.catalogue.services:
        return _taken(visit, shelf)
    return replace(visit, news=None if shelf == _shown(visit) else shelf)


def latest(visit: Visit) -> Visit:
    """The same visit as things are now."""
    return _taken(visit, visit.news) if visit.news is not None else visit


def wanted(before: Visit, event: e.Event, after: Visit) -> bool:
    """Whether the news are part of what follows from a press: another page comes, or they were asked for."""
    if before.news is None or not isinstance(event, e.ByPerson):
        return False
    return isinstance(event, ASKING) or _elsewhere(before, after)


def left(before: Visit, after: Visit) -> Visit:
    """What came of asking is said until another page comes."""
    return replace(after, looked=None) if after.looked is not None and _elsewhere(before, after) else after


def told(before: Visit, after: Visit) -> Visit:
    """To somebody who asked: whether the news have changed the page that they are on."""
    if after.looked is not Looked.NOTHING_NEW or _said_there(before) == _said_there(after):
        return after
    return replace(after, looked=Looked.CHANGED)


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means to somebody who waits for news, the news being taken in; None when it means nothing."""
    match visit.page, event:
        case AboutService(), e.NewsPressed():
            return Step(replace(visit, looked=Looked.NOTHING_NEW))
        case AboutService(service=service), e.StartPressed() | e.StartAfreshPressed():
            known = visit.service(service)
            held = begun.held(visit, service)
            if held is None and (known is None or not visit.startable(known)):
                return Step(replace(visit, looked=Looked.CHANGED))
    return None


def _taken(visit: Visit, shelf: e.ShelfChanged) -> Visit:
    taken = replace(
        visit,
        catalogue=shelf.catalogue,
        as_of=shelf.as_of,
        forms=shelf.forms,
        unreachable=shelf.unreachable,
        connected=shelf.connected,
        hindrance=shelf.hindrance,
        stocked=True,
        news=None,
    )
    return drafting.joined(taken) if taken.drafts else taken


def _elsewhere(before: Visit, after: Visit) -> bool:
    return (before.page, before.over) != (after.page, after.over)


def _said_there(visit: Visit) -> object:
    match visit.page:
        case AboutService(service=service) if (known := visit.service(service)) is not None:
            return known, visit.availability(known)
        case _:
            return None


def _shown(visit: Visit) -> e.ShelfChanged:
    kept = (visit.catalogue, visit.as_of, visit.forms, visit.unreachable)
    return e.ShelfChanged(*kept, visit.connected, visit.hindrance)
