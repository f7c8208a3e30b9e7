# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings to take along, and settings that were brought. What is in them is read outside: here nobody looks."""

from dataclasses import replace

from core.errors import Trouble
from core.visit import copying
from core.visit import events as e
from core.visit import pages as p
from core.visit import settings_pages as s
from core.visit.effects import Effect, KeepCard, LookForCard, OpenCard, StopLooking, TakeCard
from core.visit.state import Visit
from core.visit.steps import Step, stay

MOST_SHOWN = 300
"""Bytes of a card; what is longer is none (STF-02)."""


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means for the settings to carry; None when it means nothing there."""
    match visit.over, event:
        case _, e.CardShown(text=text):
            return _shown(visit, text)
        case s.Comfort(), e.CardPressed():
            return Step(replace(visit, over=s.SettingsCard()))
        case s.SettingsCard() as card, _:
            return _on_card(visit, card, event)
        case s.CodeEntry() as entry, _:
            return _on_entry(visit, entry, event)
        case s.CardRead() as read, (e.BackPressed() | e.ContinuePressed()):
            return _onward(visit, read)
        case s.CardRead(), _:
            return stay(visit)
        case _:
            return None


def answered(
    visit: Visit, event: e.CardTaken | e.CardUnknown | e.CardKept | e.NoCardFile | e.CameraEnded
) -> Step:
    """What the outside says of a card."""
    match visit.over, event:
        case None, e.CameraEnded(trouble=trouble) if copying.reads(visit):
            return copying.blind(visit, trouble)
        case _, e.CardTaken(language=language):
            spoken = language if language is not None else visit.language
            read = s.CardRead(known=True, speaks=language is not None)
            return Step(replace(visit, language=spoken, over=read, begun=True))
        case s.CodeEntry() as entry, e.CardUnknown():
            return Step(replace(visit, over=replace(entry, asked=entry.typed)))
        case _, e.CardUnknown():
            return Step(replace(visit, over=s.CardRead(known=False)))
        case _, e.CardKept(trouble=trouble, on_paper=on_paper):
            papers = visit.papers + (on_paper and trouble is None)
            return Step(_told_of_card(replace(visit, papers=papers), trouble))
        case s.CodeEntry() as entry, e.NoCardFile():
            return Step(replace(visit, over=replace(entry, trouble=Trouble("trouble.no_card_file"))))
        case s.CodeEntry() as entry, e.CameraEnded(trouble=trouble):
            return Step(replace(visit, over=replace(entry, looking=False, trouble=trouble)))
        case _:
            return stay(visit)


def _told_of_card(visit: Visit, trouble: Trouble | None) -> Visit:
    match visit.over:
        case s.SettingsCard() as card:
            return replace(visit, over=replace(card, busy=False, kept=trouble is None, trouble=trouble))
        case _:
            return visit


def _shown(visit: Visit, text: str) -> Step:
    match visit.page:
        case p.Check(sealing=True):
            # The disk is writing: the page that says so stays.
            return stay(visit)
        case _:
            return Step(visit, (*_ended(visit), TakeCard(text[:MOST_SHOWN])))


def _on_card(visit: Visit, card: s.SettingsCard, event: e.ByPerson) -> Step:
    busy = replace(card, busy=True, kept=False, trouble=None)
    match event:
        case e.CardPrintPressed() if not card.busy:
            return Step(replace(visit, over=busy), (KeepCard(on_paper=True),))
        case e.CardSavePressed() if not card.busy:
            return Step(replace(visit, over=busy), (KeepCard(on_paper=False),))
        case e.CodePressed():
            return Step(replace(visit, over=s.CodeEntry()))
        case e.BackPressed():
            return Step(replace(visit, over=s.Comfort()))
        case e.ContinuePressed():
            return Step(replace(visit, over=None))
        case _:
            return stay(visit)


def _on_entry(visit: Visit, entry: s.CodeEntry, event: e.ByPerson) -> Step:
    match event:
        case e.CodeTyped(typed=typed):
            return Step(replace(visit, over=replace(entry, typed=typed[:MOST_SHOWN])))
        case e.CodeEntered() if entry.typed.strip():
            return Step(visit, (*_ended(visit), TakeCard(entry.typed)))
        case e.CardFilePressed():
            return Step(
                replace(visit, over=replace(entry, looking=False, trouble=None)), (*_ended(visit), OpenCard())
            )
        case e.CameraPressed():
            turned = replace(visit, over=replace(entry, looking=not entry.looking, trouble=None))
            return Step(turned, (StopLooking() if entry.looking else LookForCard(),))
        case e.BackPressed():
            return Step(replace(visit, over=s.SettingsCard()), _ended(visit))
        case _:
            return stay(visit)


def left(before: Visit, after: Step) -> Step:
    """The camera looks only while its page is shown."""
    if isinstance(after.visit.over, s.CodeEntry) or not _ended(before):
        return after
    if any(isinstance(effect, StopLooking) for effect in after.effects):
        return after
    return Step(after.visit, (*after.effects, StopLooking()))


def _ended(visit: Visit) -> tuple[Effect, ...]:
    looking = isinstance(visit.over, s.CodeEntry) and visit.over.looking
    return (StopLooking(),) if looking else ()


def _onward(visit: Visit, read: s.CardRead) -> Step:
    """Back to the page below; from the welcome page into the visit, if the card said in which language."""
    away = replace(visit, over=None)
    if isinstance(visit.page, p.Welcome) and read.speaks:
        return Step(away.go(p.Home()))
    return Step(away)
