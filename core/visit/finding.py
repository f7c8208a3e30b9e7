# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding a service: welcome, home, life events, search, and what a service is."""

from dataclasses import replace

from core.visit import begun, drafting
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import LookUp, OpenForm, RunSearch
from core.visit.state import Visit
from core.visit.steps import Step, stay

MOST_TYPED = 200
"""Characters of a search or a number that are kept; more is no search."""


def to_welcome(visit: Visit, page: p.Finished) -> Visit:
    """The next person begins in the machine's language, unless they have chosen another one already."""
    language = visit.language
    if page.own is not None and language == page.farewell:
        language = page.own
    return replace(visit, page=p.Welcome(), trail=(), language=language)


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means on the way to a service; None when it means nothing there."""
    match visit.page, event:
        case p.Welcome(), e.LanguageChosen(language=language):
            return Step(replace(visit.go(p.Home()), language=language))
        case p.Finished() as page, _:
            return Step(replace(to_welcome(visit, page), begun=False))
        case ((p.Home() | p.MoreEvents()), e.LifeEventChosen(event=chosen)):
            return Step(visit.go(p.EventServices(chosen)))
        case p.Search(), e.LifeEventChosen(event=chosen):
            return Step(visit.go(p.EventServices(chosen)))
        case ((p.Home() | p.Search()), e.MoreEventsPressed()):
            return Step(visit.go(p.MoreEvents()))
        case p.Home(), e.BegunPressed():
            return _to_begun(visit)
        case p.Home(), e.SearchOpened():
            return Step(visit.go(p.Search()))
        case p.Home(), e.StatusOpened():
            return Step(visit.go(p.Status()))
        case p.Search() as page, e.WordsTyped(words=words):
            return _searched(visit, page, words[:MOST_TYPED])
        case ((p.BegunForms() | p.EventServices() | p.Search()), e.ServiceChosen(service=service)):
            return Step(visit.go(p.AboutService(service)))
        case p.AboutService() as page, _:
            return _about(visit, page, event)
        case p.Status() as page, e.NumberTyped(typed=typed):
            return Step(replace(visit, page=replace(page, typed=typed[:MOST_TYPED])))
        case p.Status() as page, e.NumberEntered():
            return Step(visit, (LookUp(page.typed),)) if page.typed.strip() else stay(visit)
        case _:
            return None


def _about(visit: Visit, page: p.AboutService, event: e.ByPerson) -> Step | None:
    match event:
        case e.StartPressed():
            return _start(visit, page)
        case e.StartAfreshPressed():
            return _afresh(visit, page)
        case _:
            return None


def answered(visit: Visit, event: e.SearchAnswered) -> Step:
    """Show the hits, unless the words have changed since."""
    match visit.page:
        case p.Search(words=words) as page if words == event.words:
            return Step(replace(visit, page=replace(page, answered=words, hits=event.hits)))
        case _:
            return stay(visit)


def _searched(visit: Visit, page: p.Search, words: str) -> Step:
    if not words.strip():
        return Step(replace(visit, page=p.Search(words=words)))
    return Step(
        replace(visit, page=replace(page, words=words)),
        (RunSearch(words, visit.language),),
    )


def _to_begun(visit: Visit) -> Step:
    forms = begun.waiting(visit)
    if not forms:
        return stay(visit)
    return Step(visit.go(p.BegunForms() if len(forms) > 1 else p.AboutService(forms[0].service)))


def _start(visit: Visit, page: p.AboutService) -> Step:
    held = begun.held(visit, page.service)
    if held is not None:
        return Step(drafting.taken_up(visit, held))
    return open_form(visit, page)


def _afresh(visit: Visit, page: p.AboutService) -> Step:
    held = begun.held(visit, page.service)
    if held is not None and held.answered:
        return Step(replace(visit, over=p.AskAfresh()))
    return open_form(visit, page)


def open_form(visit: Visit, page: p.AboutService) -> Step:
    """Ask for the form of the service shown; one begun before gives way once the new one is there."""
    service = visit.service(page.service)
    if service is None or service.api is None or page.opening:
        return stay(visit)
    return Step(
        replace(visit, page=replace(page, opening=True)),
        (OpenForm(service, service.api),),
    )
