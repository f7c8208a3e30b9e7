# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Filling a form: one question a page, and the check page."""

from dataclasses import replace

from core.errors import Trouble
from core.ids import QuestionPath
from core.visit import begun
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import Seal
from core.visit.state import Filling, Visit
from core.visit.steps import Step, stay


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means while a form is filled; None when it means nothing there."""
    filling = visit.filling
    if filling is None:
        return None
    match visit.page, event:
        case p.Question() as page, e.AnswerGiven(path=path, raw=raw) if path == page.path:
            return Step(replace(visit, filling=replace(filling, entry=filling.entry.answer(path, raw))))
        case p.Question() as page, e.ContinuePressed():
            return _onward(visit, filling, page)
        case p.Question() as page, e.BackPressed():
            return _backward(visit, filling, page)
        case p.Check(sealing=False), e.ChangePressed(path=path):
            changing = replace(visit, filling=replace(filling, changing=True))
            return Step(replace(changing, page=p.Question(path)))
        case p.Check(sealing=False), e.BackPressed():
            last = filling.entry.pages()[-1]
            return Step(replace(visit, page=p.Question(last.path)))
        case p.Check(sealing=False), e.SendPressed():
            return _send(visit, filling)
        case p.Check(sealing=True), _:
            return stay(visit)
        case _:
            return None


def opened(visit: Visit, event: e.FormOpened | e.FormClosed) -> Step:
    """Go to the first question, unless the citizen has gone elsewhere meanwhile."""
    page = visit.page
    if not isinstance(page, p.AboutService) or page.service != event.service or not page.opening:
        return stay(visit)
    here = replace(visit, page=replace(page, opening=False))
    if isinstance(event, e.FormClosed):
        return Step(here.go(p.InTrouble(event.trouble)))
    service = visit.service(event.service)
    questions = event.entry.pages()
    if service is None or service.api is None or not questions:
        return Step(here.go(p.InTrouble(Trouble("trouble.form_empty", detail=event.entry.form.id))))
    filling = Filling(event.service, service.api, event.entry)
    return Step(begun.take_up(here, filling).go(p.Question(questions[0].path)))


def _onward(visit: Visit, filling: Filling, page: p.Question) -> Step:
    entry = filling.entry
    if entry.problem(page.path) is not None:
        return Step(replace(visit, page=replace(page, told=True)))
    order = [question.path for question in entry.pages()]
    rest = order[order.index(page.path) + 1 :] if page.path in order else order
    if filling.changing:
        # A changed answer may have opened questions that were not there before: ask those, then return.
        rest = [path for path in rest if entry.problem(path) is not None]
    if rest:
        following = p.Question(rest[0])
        return Step(replace(visit, page=following, filling=begun.further(filling, following)))
    done = begun.further(replace(filling, changing=False), p.Check())
    return Step(replace(visit, page=p.Check(), filling=done))


def _backward(visit: Visit, filling: Filling, page: p.Question) -> Step:
    if filling.changing:
        return Step(replace(visit, page=p.Check(), filling=replace(filling, changing=False)))
    order = [question.path for question in filling.entry.pages()]
    here = order.index(page.path) if page.path in order else 0
    if here > 0:
        return Step(replace(visit, page=p.Question(order[here - 1])))
    return Step(replace(visit, page=visit.trail[-1], trail=visit.trail[:-1]))


def _send(visit: Visit, filling: Filling) -> Step:
    problems = filling.entry.problems()
    if problems:
        first: QuestionPath = problems[0].path
        changing = replace(filling, changing=True)
        return Step(replace(visit, page=p.Question(first, told=True), filling=changing))
    service = visit.service(filling.service)
    if service is None:
        return Step(visit.go(p.InTrouble(Trouble("trouble.service_gone", detail=filling.service))))
    return Step(
        replace(visit, page=p.Check(sealing=True)),
        (Seal(service, filling.channel, filling.entry, visit.language),),
    )
