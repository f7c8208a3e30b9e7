# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The heart: a visit and an event in, the next visit and its effects out. Does nothing else."""

from dataclasses import replace

from core.visit import (
    applications,
    card,
    drafting,
    editing,
    filling,
    finding,
    handing_over,
    hearing,
    helping,
    hiding,
    machine,
    making,
    mapping,
    mending,
    news,
    on_paper,
    overlays,
    own_list,
    passing_time,
    receipt_check,
    sending,
    signs,
    staff_side,
    together,
    trying,
)
from core.visit import events as e
from core.visit import staff_events as staff
from core.visit.effects import Effect, LoadDrafts, LoadOwnServices, StopSpeaking, Watch
from core.visit.pages import ConfirmAct, OfferPace, PlaceMap, StillThere
from core.visit.settings_pages import CardRead, CodeEntry, SettingsCard
from core.visit.state import Visit
from core.visit.steps import Step, stay

_FIRST = (
    hearing.hear,
    hiding.step,
    editing.leaving,
    staff_side.step,
    overlays.bar,
    receipt_check.step,
    card.step,
    helping.step,
    on_paper.step,
)
"""Who is asked before anything else what a person has done, in this order."""

_GROUPS = (
    editing.step,
    machine.step,
    applications.step,
    mending.step,
    own_list.step,
    news.step,
    finding.step,
    drafting.step,
    filling.step,
    sending.step,
)
"""Who is asked what a press on a page means, in this order."""


def step(visit: Visit, event: e.Event) -> Step:
    """What follows from `event` in `visit`, and what is put away of it where forms outlive a visit.

    Where the news are part of what follows, it follows from how things are now.
    """
    after = _answered(visit, event)
    if news.wanted(visit, event, after.visit):
        after = _answered(news.latest(visit), event)
        return Step(news.told(visit, after.visit), after.effects)
    return after


def _answered(visit: Visit, event: e.Event) -> Step:
    after = own_list.after(event, _step(visit, event))
    after = Step(news.left(visit, after.visit), after.effects)
    after = editing.after(visit, event, after)
    there = on_paper.left(visit, hiding.kept(after.visit))
    return drafting.after(visit, event, Step(there, after.effects))


def _step(visit: Visit, event: e.Event) -> Step:
    """What follows from `event` in `visit`.

    A sign of life is handled first: it answers 'are you still there?' (and nothing else happens then, so
    that the press that proves life cannot press what lies below) and it stops the voice.
    """
    if isinstance(event, e.ProfileAnswer):
        return editing.answered(visit, event)
    if not isinstance(event, e.ByPerson):
        return _from_outside(visit, event)
    # A touch beside the buttons of an untouched welcome page changes nothing that would have to be put back.
    changed = visit.begun or not isinstance(event, e.Missed)
    visit = replace(visit, quiet_since=None, begun=changed)
    if visit.over is None:
        visit = replace(visit, signs=signs.noticed(visit.signs, event))
    if isinstance(visit.over, StillThere):
        return Step(replace(visit, over=visit.over.under), (StopSpeaking(),))
    silence: tuple[Effect, ...] = ()
    if (visit.speaking or visit.paused) and not isinstance(event, hearing.OWN):
        visit, silence = replace(visit, speaking=False, paused=False), (StopSpeaking(),)
    after = making.left(visit, card.left(visit, _with_a_helper(visit, event)))
    later = trying.returned(visit, after.visit)
    return Step(signs.offer(later, event), (*silence, *after.effects))


def _with_a_helper(visit: Visit, event: e.ByPerson) -> Step:
    """While somebody helps beside the person, what goes on with answers waits for a yes of the person's own."""
    if (asking := helping.waits(visit, event)) is not None:
        return Step(asking)
    if (freed := helping.confirmed(visit, event)) is not None:
        visit, event = freed
    after = _by_person(visit, event)
    return Step(helping.written(after.visit, event), after.effects)


def _by_person(visit: Visit, event: e.ByPerson) -> Step:
    if isinstance(event, e.PaceChosen):
        over = None if isinstance(visit.over, OfferPace | CardRead) else visit.over
        paced = replace(visit, assisted=event.assisted, apart=event.apart, over=over)
        return Step(trying.kept(together.still_at(visit, paced, event.at)))
    for first in _FIRST:
        if (after := first(visit, event)) is not None:
            return after
    match visit.over:
        case SettingsCard() | CodeEntry() | CardRead() | ConfirmAct() | StillThere() | None:
            pass
        case PlaceMap() as shown:
            return mapping.within(visit, shown, event)
        case _:
            return overlays.within(visit, event)
    for group in _GROUPS:
        after = group(visit, event)
        if after is not None:
            return after
    return stay(visit)


def _from_outside(visit: Visit, event: e.Event) -> Step:
    match event:
        case e.Tick() | e.Felt():
            return passing_time.step(visit, event)
        case e.ShelfChanged():
            return Step(news.heard(visit, event))
        case (
            e.DraftsHere()
            | e.DraftNotKept()
            | e.Mended()
            | e.Discarded()
            | e.OwnServicesHere()
            | e.OwnServicesNotKept()
        ):
            return _from_home(visit, event)
        case e.SearchAnswered():
            return finding.answered(visit, event)
        case e.FormOpened() | e.FormClosed():
            return filling.opened(visit, event)
        case e.FilesFound() | e.FileTaken() | e.FileRefused() | e.Seen() | e.Made() | e.MakingEnded():
            return handing_over.answered(visit, event)
        case e.MapOpened() | e.MapDrawn() | e.MapUnreadable() | e.PageMeasured():
            return _for_the_page(visit, event)
        case e.AllListed():
            return applications.listed(visit, event)
        case e.Sealed() | e.SealFailed() | e.DeliveryChanged() | e.NumberLookedUp() | e.Printed():
            return sending.answered(visit, event)
        case (
            e.MachineDescribed()
            | e.EndKnown()
            | staff.StaffAnswered()
            | staff.StaffStateHere()
            | staff.StaffDone()
            | staff.StaffDiscarded()
            | staff.FindingsHere()
            | staff.CheckpointHere()
            | staff.CodesHere()
        ):
            return _from_machine(visit, event)
        case e.ReceiptJudged():
            return receipt_check.judged(visit, event)
        case e.CardTaken() | e.CardUnknown() | e.CardKept() | e.NoCardFile() | e.CameraEnded():
            return card.answered(visit, event)
        case e.PageArrived() | e.SpeechEnded():
            return hearing.answered(visit, event)
        case _:
            raise TypeError(f"no such event: {type(event).__name__}")


def _from_machine(visit: Visit, event: e.MachineDescribed | e.EndKnown | staff.StaffAnswer) -> Step:
    """What the stores say of the machine, to anybody or to those who work here."""
    if isinstance(event, e.MachineDescribed | e.EndKnown):
        return machine.answered(visit, event)
    return staff_side.answered(visit, event)


def _for_the_page(visit: Visit, event: e.FromMap | e.PageMeasured) -> Step:
    """What belongs to the page that is looked at."""
    if isinstance(event, e.PageMeasured):
        return Step(replace(visit, reading=event.reading))
    return mapping.answered(visit, event)


def _from_home(visit: Visit, event: e.FromHome) -> Step:
    """What the stores say that only a home PC has."""
    if isinstance(event, e.OwnServicesHere | e.OwnServicesNotKept):
        return own_list.answered(visit, event)
    return mending.answered(visit, event)


def begin(visit: Visit) -> Step:
    """The effects a visit starts with: what was begun earlier, and a submission over which it is resumed."""
    watched = (Watch(visit.delivery.id),) if visit.delivery else ()
    return Step(visit, (LoadDrafts(visit.language), LoadOwnServices(), *watched))
