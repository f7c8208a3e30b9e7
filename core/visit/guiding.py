# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first set-up of a machine: one page after the other, and what a press means on each.

The settings are those of the editor, in the same form; here is which of them come when, what the machine is asked to
look at, and what becomes of an address that somebody has pasted.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from core.catalogue import Catalogue
from core.ids import QuestionPath
from core.visit import events as e
from core.visit import pages as p
from core.visit import profile_events as pe
from core.visit.editing_state import Editing, Kept
from core.visit.effects import Effect, JudgeProfile, KeepSetUp, LookForSetUp, WalkForms
from core.visit.guiding_state import (
    LOOKS_BY_ITSELF,
    FoundAgency,
    Guided,
    SetUpStep,
    card_pixels,
    ppi_of_card,
)
from core.visit.state import Filling, Visit
from core.visit.steps import Step, stay

if TYPE_CHECKING:
    from core.forms.entry import Entry

ADDRESS = QuestionPath("/data/address")
PPI = QuestionPath("/data/screen/ppi")
CATALOGUE = QuestionPath("/data/catalogue")
ORIGINS = QuestionPath("/data/origins[+]")
ACCESS = QuestionPath("/data/access[+]")
FEATURED = QuestionPath("/data/start/featured[+]")
LEAST_PPI, MOST_PPI = 50.0, 400.0
USUAL_PPI = 96.0


def step(visit: Visit, editing: Editing, filling: Filling, event: e.ByPerson) -> Step | None:
    """What a press means on a page of the set-up; None for what means the same on all pages of a profile."""
    guided = editing.guided
    if guided is None or not isinstance(visit.page, p.SetUp):
        return None
    here = visit.page.step
    match event:
        case e.ContinuePressed():
            return come_to(visit, editing, filling, guided, here.after)
        case e.BackPressed() if here.before is not None:
            return come_to(visit, editing, filling, guided, here.before)
        case pe.SetUpStretched(longer=longer):
            stride = guided.stride.turned(longer=longer)
            entry = stretched(filling.entry, stride.pixels if longer else -stride.pixels)
            return _changed(visit, editing, filling, replace(guided, stride=stride), entry)
        case pe.SetUpLookPressed():
            return _look(visit, editing, filling, guided, here)
        case pe.SetUpAnswered(yes=yes):
            said = replace(guided, said={**guided.said, here: yes})
            return Step(replace(visit, editing=replace(editing, guided=said)))
        case pe.SetUpAddressPressed():
            asking = replace(guided, held=filling.entry)
            asked = replace(filling, entry=guided.address, changing=True)
            page = p.Question(ADDRESS)
            return Step(
                replace(visit, editing=replace(editing, guided=asking, opened=None), filling=asked, page=page)
            )
        case pe.SetUpKeyPressed(endpoint=endpoint):
            entry, path = with_access(filling.entry, endpoint)
            opened = replace(editing, opened=filling.entry)
            page = p.Question(path)
            return Step(replace(visit, editing=opened, filling=replace(filling, entry=entry), page=page))
        case pe.SetUpWalkPressed():
            return _walk(visit, editing, filling, guided)
        case pe.SetUpEventChosen(picture=picture):
            return _changed(visit, editing, filling, guided, turned(filling.entry, picture))
        case _:
            return None


def come_to(visit: Visit, editing: Editing, filling: Filling, guided: Guided, where: SetUpStep) -> Step:
    """Show a step. It is remembered, so that whoever stops here goes on here."""
    moved = replace(visit, editing=replace(editing, guided=replace(guided, step=where)), page=p.SetUp(where))
    # What is saved has nothing to be remembered.
    kept = editing.kept is Kept.SAVED
    effects: tuple[Effect, ...] = () if kept else (KeepSetUp(filling.entry, where),)
    if where in LOOKS_BY_ITSELF and where not in guided.seen:
        assert moved.editing is not None
        looked = _look(moved, moved.editing, filling, replace(guided, step=where), where)
        return Step(looked.visit, (*effects, *looked.effects))
    return Step(moved, effects)


def _look(visit: Visit, editing: Editing, filling: Filling, guided: Guided, where: SetUpStep) -> Step:
    if where in guided.looking:
        return stay(visit)
    said = {one: yes for one, yes in guided.said.items() if one is not where}
    looking = replace(guided, looking=guided.looking | {where}, said=said)
    shown = replace(visit, editing=replace(editing, guided=looking))
    return Step(shown, (LookForSetUp(where, filling.entry, visit.language),))


def saved(visit: Visit, editing: Editing, filling: Filling) -> Step:
    """The profile stands: now the machine is tested with it. Nothing more follows in the editor."""
    shown = replace(visit, editing=editing)
    if editing.guided is None:
        return Step(shown)
    return _look(shown, editing, filling, editing.guided, SetUpStep.DONE)


def _walk(visit: Visit, editing: Editing, filling: Filling, guided: Guided) -> Step:
    if SetUpStep.FORMS in guided.looking:
        return stay(visit)
    looking = replace(guided, looking=guided.looking | {SetUpStep.FORMS})
    return Step(replace(visit, editing=replace(editing, guided=looking)), (WalkForms(filling.entry),))


def _changed(visit: Visit, editing: Editing, filling: Filling, guided: Guided, entry: "Entry") -> Step:
    if entry is filling.entry:
        return stay(visit)
    after = replace(editing, guided=guided, kept=Kept.CHANGED, trouble=None)
    filled = replace(filling, entry=entry)
    return Step(replace(visit, editing=after, filling=filled), (JudgeProfile(entry),))


def stretched(entry: "Entry", by: int) -> "Entry":
    """The profile for a screen on which a card is so many pixels longer than was thought, within what screens have."""
    try:
        now = float(entry.raw(PPI))
    except ValueError:
        now = USUAL_PPI
    ppi = min(max(ppi_of_card(round(card_pixels(now)) + by), LEAST_PPI), MOST_PPI)
    return entry if ppi == now else entry.answer(PPI, f"{ppi:g}")


def featured(entry: "Entry") -> tuple[str, ...]:
    """The pictures of the life events that are shown first, in their order."""
    return tuple(entry.raw(_numbered(FEATURED, number)) for number in _numbers(entry, FEATURED))


def turned(entry: "Entry", picture: str) -> "Entry":
    """A life event shown first that was not, behind the others; or no longer, where it was."""
    for number in _numbers(entry, FEATURED):
        if entry.raw(_numbered(FEATURED, number)) == picture:
            return entry.remove(FEATURED, number)
    return _added(entry, FEATURED, picture)


def with_agency(entry: "Entry", found: FoundAgency) -> "Entry":
    """The profile that may talk to an agency, and takes the town's services from there where it has their list."""
    known = {entry.raw(_numbered(ORIGINS, number)).rstrip("/") for number in _numbers(entry, ORIGINS)}
    if found.origin.rstrip("/") not in known:
        entry = _added(entry, ORIGINS, found.origin)
    return entry.answer(CATALOGUE, found.endpoint) if found.is_catalogue else entry


def with_access(entry: "Entry", endpoint: str) -> "tuple[Entry, QuestionPath]":
    """The profile with a place for the key of an agency's address, and where it is typed."""
    stem = ACCESS.removesuffix("[+]")
    for number in _numbers(entry, ACCESS):
        if entry.raw(QuestionPath(f"{stem}[{number}]/endpoint")).rstrip("/") == endpoint.rstrip("/"):
            return entry, QuestionPath(f"{stem}[{number}]/key")
    entry = entry.add(ACCESS)
    number = len(entry.instances(ACCESS))
    entry = entry.answer(QuestionPath(f"{stem}[{number}]/endpoint"), endpoint)
    return entry, QuestionPath(f"{stem}[{number}]/key")


def is_keyless(entry: "Entry", path: QuestionPath) -> bool:
    """Whether the key of an address was asked for, and nobody gave one."""
    return path.startswith(ACCESS.removesuffix("+]")) and path.endswith("/key") and not entry.raw(path)


def _numbers(entry: "Entry", path: QuestionPath) -> range:
    """The numbers of a list's entries, from 1."""
    return range(1, len(entry.instances(path)) + 1)


def _numbered(path: QuestionPath, number: int) -> QuestionPath:
    return QuestionPath(f"{path.removesuffix('[+]')}[{number}]")


def _added(entry: "Entry", path: QuestionPath, value: str) -> "Entry":
    blank = entry.blank(path)
    if not blank:
        entry = entry.add(path)
    number = blank[0] if blank else len(entry.instances(path))
    return entry.answer(_numbered(path, number), value)


def asked(visit: Visit, editing: Editing, filling: Filling, guided: Guided, event: e.Event) -> Step:
    """Back among the steps after the form that asks for an address. Continue has the machine look there."""
    assert guided.held is not None
    address = filling.entry.raw(ADDRESS).strip()
    back = replace(filling, entry=guided.held, changing=True, within="", failures=())
    here = SetUpStep.AGENCIES
    if not isinstance(event, e.ContinuePressed) or not address or here in guided.looking:
        left = replace(editing, guided=replace(guided, held=None), opened=None)
        return Step(replace(visit, editing=left, filling=back, page=p.SetUp(here)))
    looking = replace(guided, held=None, looking=guided.looking | {here})
    after = replace(editing, guided=looking, opened=None)
    effect = LookForSetUp(here, guided.held, visit.language, address)
    return Step(replace(visit, editing=after, filling=back, page=p.SetUp(here)), (effect,))


def answered(visit: Visit, editing: Editing, filling: Filling, event: pe.SetUpSeen) -> Step:
    """What the machine saw. An agency that answers is taken into the profile."""
    guided = editing.guided
    if guided is None:
        return stay(visit)
    before = guided.seen.get(event.step, ()) if event.joins else ()
    names = {one.name for one in event.seen}
    seen = (*(one for one in before if one.name not in names), *event.seen)
    after = replace(
        guided,
        seen={**guided.seen, event.step: seen},
        looking=guided.looking if event.goes_on else guided.looking - {event.step},
        catalogue=event.catalogue or guided.catalogue,
    )
    if event.found is None:
        return Step(replace(visit, editing=replace(editing, guided=after)))
    if event.found.is_catalogue:
        # What was seen of the services before is another town's.
        kept = {SetUpStep.SERVICES, SetUpStep.FORMS}
        after = replace(
            after,
            seen={one: what for one, what in after.seen.items() if one not in kept},
            catalogue=Catalogue(),
        )
    if after.held is not None:
        # Somebody is typing the next address already.
        held = with_agency(after.held, event.found)
        return Step(replace(visit, editing=replace(editing, guided=replace(after, held=held))))
    entry = with_agency(filling.entry, event.found)
    earlier = (*editing.earlier, filling.entry) if entry is not filling.entry else editing.earlier
    changed = replace(editing, guided=after, kept=Kept.CHANGED, trouble=None, earlier=earlier)
    return Step(
        replace(visit, editing=changed, filling=replace(filling, entry=entry)), (JudgeProfile(entry),)
    )
