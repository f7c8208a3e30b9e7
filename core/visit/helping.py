# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help in tiers (accessibility.md section 5, 10): a person who was called, and one beside who cannot act alone.

While somebody helps beside the person, answers that were given earlier are covered, and whatever goes on with answers
waits for the person's own yes. Nobody can tell two hands apart at one screen; so the yes is a page of its own, which
says what will happen.
"""

from dataclasses import replace
from typing import Final

from core.ids import QuestionPath
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import CallPerson
from core.visit.state import Helper, Visit
from core.visit.steps import Step, stay

ACTS: Final = {
    p.Act.GO_ON: e.ContinuePressed(),
    p.Act.LATER: e.LaterPressed(),
    p.Act.SKIP: e.SkipPressed(),
    p.Act.SEND: e.SendPressed(),
    p.Act.FORGET: e.FinishConfirmed(),
    p.Act.AFRESH: e.AfreshConfirmed(),
}
"""What is done once the person has said yes."""


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means for help; None when it means nothing there."""
    match visit.over, event:
        case p.Help(), e.CallPressed() if not visit.called:
            return Step(replace(visit, called=True), (CallPerson(),))
        case p.Help(), e.CallBackPressed() if visit.called:
            return Step(replace(visit, called=False, coming_since=None), (CallPerson(wanted=False),))
        case p.Help(), e.HelperPressed():
            helper = Helper() if visit.helper is None else None
            return Step(replace(visit, helper=helper, helped=True))
        case _, e.UncoverPressed() if visit.helper is not None:
            return Step(replace(visit, helper=replace(visit.helper, uncovered=not visit.helper.uncovered)))
        case p.ConfirmAct(), (e.ActRefused() | e.BackPressed()):
            return Step(replace(visit, over=visit.over.under))
        case p.ConfirmAct(), _:
            return stay(visit)
        case _:
            return None


def waits(visit: Visit, event: e.ByPerson) -> Visit | None:
    """The visit that asks the person, where a helper's press may not act alone; None where it may."""
    if visit.helper is None:
        return None
    act = next((one for one, done in ACTS.items() if done == event), None)
    if act is None or not _acts(visit, act):
        return None
    under = visit.over if isinstance(visit.over, p.AskFinish | p.AskAfresh) else None
    return replace(visit, over=p.ConfirmAct(act, under))


def confirmed(visit: Visit, event: e.ByPerson) -> tuple[Visit, e.ByPerson] | None:
    """What the person's yes sets free: the page as it was, and the act."""
    match visit.over, event:
        case p.ConfirmAct(act=act, under=under), e.ActConfirmed():
            return replace(visit, over=under), ACTS[act]
        case _:
            return None


def _acts(visit: Visit, act: p.Act) -> bool:
    """Whether the event would go on with answers here; on other pages the same press only turns a page."""
    match act:
        case p.Act.FORGET:
            return isinstance(visit.over, p.AskFinish)
        case p.Act.AFRESH:
            return isinstance(visit.over, p.AskAfresh)
        case p.Act.SEND:
            return visit.over is None and isinstance(visit.page, p.Check)
        case _:
            return visit.over is None and isinstance(visit.page, p.Question)


def covered(visit: Visit, path: QuestionPath) -> bool:
    """Whether the answer to a question is covered now."""
    helper = visit.helper
    if helper is None or helper.uncovered or helper.writing == path:
        return False
    return visit.filling is not None and bool(visit.filling.entry.raw(path))


def written(visit: Visit, event: e.ByPerson) -> Visit:
    """What is being written stays to be seen until its page is left: who writes must see it."""
    helper = visit.helper
    if helper is None:
        return visit
    match visit.page, event:
        case p.Question(path=path), e.AnswerGiven(path=given) if path == given:
            return replace(visit, helper=replace(helper, writing=path))
        case ((p.Question(path=path) | p.SaidBack(path=path)), _) if helper.writing == path:
            return visit
        case _:
            return replace(visit, helper=replace(helper, writing=None))
