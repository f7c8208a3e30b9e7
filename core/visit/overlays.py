# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fixed bar, and what it lays over a page: help, comfort, languages, and asking before leaving."""

from dataclasses import replace

from core.visit import begun, finding, form_media, mending, trying
from core.visit import events as e
from core.visit import pages as p
from core.visit import settings_pages as s
from core.visit.effects import Ending, EndVisit
from core.visit.state import Visit
from core.visit.steps import Step, stay


def bar(visit: Visit, event: e.ByPerson) -> Step | None:
    """What the bar's six buttons mean, the same on every page; None for anything else."""
    match event:
        case e.HelpPressed():
            return Step(replace(visit, over=None if isinstance(visit.over, p.Help) else p.Help()))
        case e.ComfortPressed():
            return Step(replace(visit, over=None if isinstance(visit.over, s.Comfort) else s.Comfort()))
        case e.LanguagesPressed():
            return Step(replace(visit, over=None if isinstance(visit.over, p.Languages) else p.Languages()))
        case e.FinishPressed():
            return _finish(visit)
        case _:
            return None


def within(visit: Visit, event: e.ByPerson) -> Step:
    """What a press means on an overlay. Whatever lies below stays as it is."""
    way = trying.within(visit, event)
    if way is not None:
        return way
    if isinstance(visit.over, p.LookClosely):
        return form_media.closely(visit, visit.over, event)
    match visit.over, event:
        case s.Comfort(part=part), e.BackPressed() if part is not None:
            return Step(replace(visit, over=s.Comfort()))
        case s.Comfort(), e.ComfortPartChosen(part=part):
            return Step(replace(visit, over=s.Comfort(part)))
        case _, e.BackPressed():
            return Step(replace(visit, over=None))
        case p.Languages(), e.LanguageChosen(language=language):
            return Step(replace(visit, language=language, over=None))
        case p.AskFinish(), e.FinishConfirmed():
            return Step(visit, (EndVisit(Ending.FINISHED),))
        case p.AskFinish(), e.KeepPressed() if visit.keeps:
            return Step(visit, (EndVisit(Ending.FINISHED),))
        case p.AskDiscard() as asking, e.DiscardConfirmed():
            return mending.confirmed(visit, asking)
        case p.AskDiscard(), e.ContinuePressed():
            return Step(replace(visit, over=None))
        case p.AskAfresh(), e.AfreshConfirmed():
            return _afresh(replace(visit, over=None))
        case p.AskAfresh(), e.ContinuePressed():
            return finding.step(replace(visit, over=None), e.StartPressed()) or stay(visit)
        case ((s.Comfort() | p.Help() | p.Languages() | p.AskFinish() | p.OfferPace()), e.ContinuePressed()):
            return Step(replace(visit, over=None))
        case _:
            return stay(visit)


def _afresh(visit: Visit) -> Step:
    if isinstance(visit.page, p.AboutService):
        return finding.open_form(visit, visit.page)
    return stay(visit)


def _finish(visit: Visit) -> Step:
    match visit.page:
        case p.Welcome() | p.Finished() | p.OutOfOrder():
            return stay(visit)
        case p.Check(sealing=True):
            # The disk is writing; leaving now could take the reference away from the person who sent it.
            return stay(visit)
        case _:
            pass
    if begun.unsent(visit) and not isinstance(visit.over, p.AskFinish):
        return Step(replace(visit, over=p.AskFinish()))
    if isinstance(visit.over, p.AskFinish):
        return stay(visit)
    return Step(visit, (EndVisit(Ending.FINISHED),))
