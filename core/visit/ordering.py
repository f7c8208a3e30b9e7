# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of what a setting of a profile holds: what is pressed first comes first, the rest follows as it was."""

from dataclasses import replace

from core.forms.definition import AnswerType
from core.visit import events as e
from core.visit import pages as p
from core.visit import profile_events as pe
from core.visit.editing_state import Editing, Kept
from core.visit.effects import JudgeProfile
from core.visit.state import Filling, Visit
from core.visit.steps import Step


def step(visit: Visit, editing: Editing, filling: Filling, event: e.ByPerson) -> Step | None:
    """What a press means on the way to the order and on its page; None for anything else."""
    match visit.page, event:
        case p.ProfileGroup() | p.SetUp(), pe.ProfileOrderPressed() if editing.in_order is not None:
            return Step(replace(visit, page=p.ProfileOrder(), editing=replace(editing, opened=filling.entry)))
        case p.ProfileOrder(), pe.ProfilePlaced(raw=raw):
            return _placed(visit, editing, filling, raw)
        case p.ProfileOrder(), e.UndoPressed():
            return _placed(visit, editing, filling, "")
        case p.ProfileOrder(), e.ContinuePressed() | e.BackPressed():
            guided = editing.guided
            page = p.ProfileGroup(editing.group) if guided is None else p.SetUp(guided.step)
            return Step(replace(visit, page=page, editing=replace(editing, opened=None)))
        case _:
            return None


def _placed(visit: Visit, editing: Editing, filling: Filling, raw: str) -> Step:
    """At once: who presses the first language and goes has said enough. However many presses, Undo takes them all."""
    opened, path = editing.opened, editing.in_order
    assert opened is not None
    assert path is not None
    entry = opened.answer(path, kept(raw, opened.raw(path)))
    if entry.raw(path) == opened.raw(path):
        entry = opened
    before = tuple(one for one in editing.earlier if one is not opened)
    earlier = before if entry is opened else (*before, opened)
    after = replace(editing, earlier=earlier, kept=Kept.CHANGED, trouble=None)
    filling = replace(filling, entry=entry)
    page = p.ProfileOrder(raw)
    return Step(replace(visit, page=page, editing=after, filling=filling), (JudgeProfile(entry),))


def kept(first: str, then: str) -> str:
    """Several answers: those of `first`, then those of `then` that are not among them."""
    return " ".join(dict.fromkeys((*first.split(), *then.split())))


def as_before(visit: Visit, event: e.Event) -> Visit:
    """What was chosen keeps the order that it had, and what is new comes last; a list of choices has its own order."""
    editing, filling = visit.editing, visit.filling
    if editing is None or editing.opened is None or filling is None or not isinstance(event, e.AnswerGiven):
        return visit
    entry, path = filling.entry, event.path
    if not entry.asks(path) or entry.question(path).type is not AnswerType.SELECT_MULTIPLE:
        return visit
    now, before = entry.raw(path).split(), editing.opened.raw(path).split()
    there = " ".join(one for one in before if one in now)
    entry = entry.answer(path, kept(there, " ".join(now)))
    return replace(visit, filling=replace(filling, entry=entry))
