# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Filling a form: one question a page, or a few where the form wants them together, and the check page."""

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from core.errors import Trouble
from core.ids import QuestionPath
from core.visit import (
    begun,
    body_order,
    checking,
    form_media,
    handing_over,
    lists,
    making,
    mapping,
    recall,
    said_before,
    together,
    undoing,
)
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Filling, Visit
from core.visit.steps import Step, stay

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.entry import Entry


FEW = 5
"""Choices shown at once where they come a few at a time (accessibility.md section 5, 3)."""


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means while a form is filled; None when it means nothing there."""
    filling = visit.filling
    if filling is None:
        return None
    match visit.page:
        case p.Question() as page:
            if isinstance(event, e.ContinuePressed | e.BackPressed | e.LaterPressed | e.SkipPressed):
                filling = undoing.written_as_wanted(filling, together.on_page(visit, page.path))
                visit = replace(visit, filling=filling)
            after = lists.step(visit, filling, page, event) if lists.is_list(page.path) else None
            if after is None:
                after = _asked(visit, filling, page, event)
            return _leaving(page, lists.left(page, after)) if after is not None else None
        case p.SaidBack(path=path):
            return _said_back(visit, filling, path, event)
        case p.Check():
            return _checked(visit, filling, visit.page, event)
        case p.Recall():
            return _recalled(visit, filling, event)
        case _:
            return None


def times_failed(filling: Filling, path: QuestionPath) -> int:
    """How often going on from a question was tried with an answer that does not fit."""
    return filling.failures.count(path)


def _asked(visit: Visit, filling: Filling, page: p.Question, event: e.ByPerson) -> Step | None:
    for first in (handing_over.step, making.step, mapping.step, form_media.step):
        if (after := first(visit, filling, page, event)) is not None:
            return after
    here = together.on_page(visit, page.path)
    match event:
        case e.AnswerGiven(path=path, raw=raw) if path in here:
            return Step(replace(visit, filling=undoing.answered(filling, path, raw)))
        case e.SaidBeforePressed(path=asked):
            path = asked if asked in here else page.path
            before = said_before.said_before(visit, path)
            return Step(replace(visit, filling=undoing.answered(filling, path, before))) if before else None
        case e.UndoPressed():
            return Step(replace(visit, filling=_undone(visit, filling, page)))
        case e.SecretPressed() if filling.entry.question(page.path).secret:
            return Step(replace(visit, page=replace(page, seen=not page.seen)))
        case e.ListSearched(letters=letters):
            return Step(replace(visit, page=replace(page, letters=letters)))
        case e.MorePressed():
            return Step(replace(visit, page=replace(page, part=_next_part(filling, page))))
        case e.ContinuePressed():
            return _onward(visit, filling, page)
        case e.LaterPressed():
            return _forward(visit, filling, here[-1])
        case e.SkipPressed():
            return _to_check(visit, filling)
        case e.BackPressed() if page.part:
            return Step(replace(visit, page=replace(page, part=page.part - 1)))
        case e.BackPressed():
            return _backward(visit, filling, page)
        case _:
            return None


def _undone(visit: Visit, filling: Filling, page: p.Question) -> Filling:
    """Also where the last answer has closed its own question."""
    paths = together.standing_on(visit, page.path)
    return undoing.undone(filling, undoing.changed_in(filling, paths))


def _said_back(visit: Visit, filling: Filling, path: QuestionPath, event: e.ByPerson) -> Step | None:
    match event:
        case e.ContinuePressed():
            return _forward(visit, filling, path)
        case e.ChangePressed() | e.BackPressed():
            return Step(replace(visit, page=p.Question(path)))
        case _:
            return None


def _checked(visit: Visit, filling: Filling, page: p.Check, event: e.ByPerson) -> Step | None:
    if page.sealing:
        return stay(visit)
    match event:
        case e.ChangePressed(path=path):
            changing = replace(visit, filling=replace(filling, changing=True))
            return Step(replace(changing, page=p.Question(path)))
        case e.ContinuePressed() if page.part < checking.last(filling.entry):
            return Step(replace(visit, page=p.Check(part=page.part + 1)))
        case e.BackPressed() if page.part:
            return Step(replace(visit, page=p.Check(part=page.part - 1)))
        case e.BackPressed():
            last = filling.entry.pages()[-1].path
            return Step(replace(visit, page=p.Question(together.first_on_page(visit, last))))
        case e.SendPressed():
            return _send(visit, filling)
        case _:
            return None


def _recalled(visit: Visit, filling: Filling, event: e.ByPerson) -> Step | None:
    match event:
        case e.StopPressed() | e.BackPressed():
            return Step(replace(visit, page=p.Check(part=checking.last(filling.entry))))
        case _:
            return None


def _leaving(page: p.Question, after: Step) -> Step:
    """What was undone or not stays as it is once the question is left."""
    now, filling = after.visit.page, after.visit.filling
    if filling is None or (isinstance(now, p.Question) and now.path == page.path):
        return after
    return Step(replace(after.visit, filling=undoing.left(filling)), after.effects)


def _next_part(filling: Filling, page: p.Question) -> int:
    choices = filling.entry.choices(filling.entry.question(page.path))
    return (page.part + 1) % max(1, math.ceil(len(choices) / FEW))


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
    first = lists.entered(event.entry, "", questions[0].path)
    return Step(begun.take_up(here, filling).go(p.Question(first)))


def _onward(visit: Visit, filling: Filling, page: p.Question) -> Step:
    if lists.is_list(page.path):
        filling = lists.tidied(filling, page.path)
    entry, here = filling.entry, together.on_page(visit, page.path)
    wrong = tuple(path for path in here if entry.problem(path) is not None)
    if wrong:
        failed = replace(filling, failures=(*filling.failures, *wrong))
        told = replace(page, told=True, wrong=wrong if together.shares_page(visit, page.path) else ())
        return Step(replace(visit, page=told, filling=failed))
    if visit.assisted and _can_be_said_back(entry, page.path):
        return Step(replace(visit, page=p.SaidBack(page.path)))
    return _forward(visit, filling, here[-1])


def _can_be_said_back(entry: "Entry", path: QuestionPath) -> bool:
    """Whether the page asked for anything: a note, and an answer that the form fixes, do not."""
    asked = any(question.path == path for question in entry.pages())
    told = entry.question(path).type.value in ("note", "repeat") if asked else True
    return not told and not entry.readonly(path)


def _forward(visit: Visit, filling: Filling, path: QuestionPath) -> Step:
    entry = filling.entry
    _, rest = body_order.parted_at(entry, path)
    walking = not filling.changing or lists.lies_in(path, filling.within)
    if not walking:
        # A changed answer may have opened questions that were not there before: ask those, then return.
        rest = [one for one in rest if entry.problem(one) is not None]
    if not rest:
        return _to_check(visit, filling, path if filling.changing else None)
    following = p.Question(lists.entered(entry, path, rest[0]) if walking else rest[0])
    filling = replace(filling, within=lists.within(filling, following.path))
    return Step(replace(visit, page=following, filling=begun.further(filling, following)))


def _to_check(visit: Visit, filling: Filling, changed: QuestionPath | None = None) -> Step:
    """To the answers: the first of them, or those around the one that was changed."""
    page = p.Check(part=checking.part_with(filling.entry, changed)) if changed is not None else p.Check()
    done = begun.further(replace(filling, changing=False, within=""), page)
    return Step(replace(visit, page=page, filling=done))


def _backward(visit: Visit, filling: Filling, page: p.Question) -> Step:
    if filling.changing and not lists.lies_in(page.path, filling.within):
        there_again = p.Check(part=checking.part_with(filling.entry, page.path))
        return Step(replace(visit, page=there_again, filling=replace(filling, changing=False, within="")))
    there = lists.before(filling.entry, together.first_on_page(visit, page.path))
    if there is not None:
        back = replace(filling, within=lists.within(filling, there))
        return Step(replace(visit, page=p.Question(together.first_on_page(visit, there)), filling=back))
    return Step(replace(visit, page=visit.trail[-1], trail=visit.trail[:-1]))


def _send(visit: Visit, filling: Filling) -> Step:
    problems = filling.entry.problems()
    if problems:
        first: QuestionPath = problems[0].path
        changing = replace(filling, changing=True)
        return Step(replace(visit, page=p.Question(first, told=True), filling=changing))
    if visit.service(filling.service) is None:
        return Step(visit.go(p.InTrouble(Trouble("trouble.service_gone", detail=filling.service))))
    return recall.begin(visit) if recall.wanted(visit, filling) else recall.seal(visit, filling)
