# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home a form that was begun outlives the visit: when it is put away, when it is forgotten, and how it comes back.

An answer is put away within a second, or when its page is left, whichever comes first. What is begun afresh or
forgotten on purpose is dropped in the same step, so that nobody meets it again; what is sent when its agency has it.
"""

from dataclasses import replace
from typing import assert_never

from core.ids import QuestionPath, SubmissionId
from core.visit import begun
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import DropDraft, Effect, EndVisit, KeepDraft
from core.visit.state import Filling, Returned, Visit
from core.visit.steps import Step

AT_CHECK = "check"
"""The place of the page of all answers (`core.drafts.AT_CHECK`, which is not loaded before a form is opened)."""


def after(before: Visit, event: e.Event, step: Step) -> Step:
    """The step, with what the store of drafts has to do after it."""
    visit = step.visit
    if not visit.keeps:
        return step
    gone = _submissions(before) - _submissions(visit)
    keeping: tuple[Effect, ...] = ()
    if isinstance(event, e.Sealed) and before.filling is not None:
        return _sent(before.filling, gone, step)
    ends = any(isinstance(one, EndVisit) for one in step.effects)
    if ends and isinstance(event, e.FinishConfirmed):
        lost = begun.unsent(visit)
        gone |= {one.entry.submission_id for one in lost}
        visit = _all_stored(visit)  # so that the end of the process finds nothing to put away
    elif ends or isinstance(event, e.Tick) or visit.page != before.page or visit.over != before.over:
        visit, keeping = unkept(visit)
    drops = tuple(DropDraft(one) for one in sorted(gone))
    return Step(visit, (*drops, *keeping, *step.effects))


def _sent(filling: Filling, gone: set[SubmissionId], step: Step) -> Step:
    """What was sent stays among the drafts until its agency has it, so that it can be mended when it is refused.

    What it takes the place of is not needed any more.
    """
    submission, visit = filling.entry.submission_id, step.visit
    replaced = {filling.mends} if filling.mends is not None else set()
    drops = tuple(DropDraft(one) for one in sorted((gone | replaced) - {submission}))
    kept = KeepDraft(filling.service, filling.channel, filling.entry, AT_CHECK)
    visit = replace(visit, mendable=visit.mendable - replaced | {submission})
    return Step(visit, (*drops, kept, *step.effects))


def unkept(visit: Visit) -> tuple[Visit, tuple[Effect, ...]]:
    """What is not put away yet, as effects, and the visit once it is. Nothing where a visit keeps nothing."""
    if not visit.keeps:
        return visit, ()
    found: list[Effect] = []

    def kept(filling: Filling) -> Filling:
        untold = filling.returned is not None and filling.returned.changed
        if filling.stored is filling.entry or not filling.answered or untold:
            return filling
        found.append(KeepDraft(filling.service, filling.channel, filling.entry, _place(filling.reached)))
        return replace(filling, stored=filling.entry)

    aside = tuple(kept(one) for one in visit.aside)
    filling = kept(visit.filling) if visit.filling is not None else None
    return (replace(visit, filling=filling, aside=aside) if found else visit), tuple(found)


def answered(visit: Visit, event: e.DraftsHere | e.DraftNotKept) -> Visit:
    """Forms from earlier visits are here; each waits among those begun as soon as its service is known.

    Where the disk has refused one, nothing is said to be kept from then on.
    """
    match event:
        case e.DraftsHere(drafts=drafts, sent=sent):
            return joined(replace(visit, keeps=True, drafts=drafts, mendable=sent))
        case e.DraftNotKept():
            return replace(visit, keeps=False)
        case _:
            assert_never(event)


def joined(visit: Visit) -> Visit:
    """Put the drafts whose services the catalogue names among the forms that were begun."""
    waiting, later = list(visit.aside), []
    for draft in visit.drafts:
        service = visit.service(draft.service)
        if service is None or service.api is None:
            later.append(draft)
        elif begun.held(visit, draft.service) is None:
            returned = Returned(draft.saved, draft.changed, draft.lost)
            reached = _page(draft.reached)
            stored = None if draft.changed else draft.entry
            waiting.append(
                Filling(
                    draft.service, service.api, draft.entry, reached=reached, stored=stored, returned=returned
                )
            )
    return replace(visit, aside=tuple(waiting), drafts=tuple(later))


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means on the page that tells of a newer form; None elsewhere."""
    match visit.page, event:
        case p.FormChanged(), e.ContinuePressed() if visit.filling is not None:
            return Step(replace(visit, page=begun.where_one_was(visit.filling)))
        case _:
            return None


def taken_up(visit: Visit, filling: Filling) -> Visit:
    """Go on with a form. A newer form is told of first, once."""
    told = filling.returned
    if told is None or not told.changed:
        return begun.take_up(visit, filling).go(begun.where_one_was(filling))
    known = replace(filling, returned=replace(told, changed=False))
    return begun.take_up(visit, known).go(p.FormChanged())


def _all_stored(visit: Visit) -> Visit:
    filling = visit.filling
    return replace(
        visit,
        filling=replace(filling, stored=filling.entry) if filling is not None else None,
        aside=tuple(replace(one, stored=one.entry) for one in visit.aside),
    )


def _submissions(visit: Visit) -> set[SubmissionId]:
    held = (visit.filling, *visit.aside)
    return {one.entry.submission_id for one in held if one is not None and _is_stored(one)}


def _is_stored(filling: Filling) -> bool:
    return filling.stored is not None or filling.returned is not None


def _place(reached: p.Question | p.Check | None) -> str:
    match reached:
        case p.Question(path=path):
            return path
        case p.Check():
            return AT_CHECK
        case None:
            return ""


def _page(place: str) -> p.Question | p.Check | None:
    if not place:
        return None
    return p.Check() if place == AT_CHECK else p.Question(QuestionPath(place))
