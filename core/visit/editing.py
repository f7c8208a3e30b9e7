# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing a profile: its settings are the questions of a form, and it is not saved while one of them shuts people out.

The pages of a form ask for each value; here it is decided where they lead back to, what Undo puts back, and what is
judged and saved.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from core.ids import QuestionPath
from core.visit import events as e
from core.visit import finding_settings, guiding, lists, ordering
from core.visit import pages as p
from core.visit import profile_events as pe
from core.visit.editing_state import Editing, Kept
from core.visit.effects import Effect, Ending, EndVisit, JudgeProfile, KeepSetUp, SaveProfile, TryProfile
from core.visit.state import Filling, Visit
from core.visit.steps import Step, stay

if TYPE_CHECKING:
    from core.forms.entry import Entry

MOST_EARLIER = 50
"""States that Undo can put back."""


def begin(visit: Visit, editing: Editing, filling: Filling) -> Step:
    """The pages of a profile in place of a visit's own."""
    begun = replace(visit, editing=editing, filling=replace(filling, changing=True), page=_first(editing))
    return Step(begun, (JudgeProfile(filling.entry),))


def _first(editing: Editing, *, told: bool = False) -> p.ProfileGroups | p.SetUp:
    """Where the profile is saved and left: the page of all groups, or the step that a first set-up is at."""
    return p.SetUp(editing.guided.step, told) if editing.guided is not None else p.ProfileGroups(told)


def fits(editing: Editing, entry: "Entry") -> bool:
    """Whether nothing is wrong with the profile, as far as it was judged."""
    return not entry.problems() and not editing.breaches


def is_changed(editing: Editing, entry: "Entry") -> bool:
    """Whether anything is different from the profile that runs."""
    return bool(changes(editing, entry))


def changes(editing: Editing, entry: "Entry") -> tuple[QuestionPath, ...]:
    """The settings that are different from those of the profile that runs; of a list, the list."""
    before, now = _values(editing.running), _values(entry)
    return tuple(path for path in dict.fromkeys((*now, *before)) if before.get(path) != now.get(path))


def _values(entry: "Entry") -> dict[QuestionPath, tuple[str, ...]]:
    """What is set, by its setting. All that stands in a list is the list's."""
    found: dict[QuestionPath, list[str]] = {}
    for question in entry.pages():
        places = lists.around(entry, question.path)
        path = places[0].list if places else question.path
        found.setdefault(path, []).append(
            entry.raw(question.path) if not lists.is_list(question.path) else ""
        )
    return {path: tuple(values) for path, values in found.items()}


def leaving(visit: Visit, event: e.ByPerson) -> Step | None:
    """Finish, and Back from the first page: what is not saved is shown before it is lost."""
    editing, filling = visit.editing, visit.filling
    if editing is None or filling is None or visit.over is not None:
        return None
    match visit.page, event:
        case (p.ProfileGroups(), e.BackPressed()) | (_, e.FinishPressed()):
            pass
        case (p.SetUp(step=here), e.BackPressed()) if here.before is None:
            pass
        case _:
            return None
    if editing.guided is not None:
        return _stopped(visit, editing, filling)
    if editing.kept is not Kept.SAVED and is_changed(editing, filling.entry):
        if visit.page == p.ProfileChanges(leaving=True):
            return stay(visit)
        return Step(replace(visit, page=p.ProfileChanges(leaving=True)))
    return Step(visit, (EndVisit(Ending.FINISHED),))


def _stopped(visit: Visit, editing: Editing, filling: Filling) -> Step:
    """A first set-up loses nothing: it goes on later where it was stopped."""
    guided = editing.guided
    assert guided is not None
    end = EndVisit(Ending.FINISHED)
    if editing.kept is Kept.SAVED and not is_changed(editing, filling.entry):
        return Step(visit, (end,))
    return Step(visit, (KeepSetUp(guided.held or filling.entry, guided.step), end))


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means on a page of the profile; None for anything else."""
    editing, filling = visit.editing, visit.filling
    if editing is None or filling is None:
        return None
    if not isinstance(visit.page, p.ProfilePage):
        return None
    apart = finding_settings.step(visit, event) or ordering.step(visit, editing, filling, event)
    if (apart := apart or guiding.step(visit, editing, filling, event)) is not None:
        return apart
    match event:
        case pe.ProfileGroupChosen(name=name):
            return Step(replace(visit, page=p.ProfileGroup(name), editing=replace(editing, group=name)))
        case e.ChangePressed(path=path):
            return _open(visit, editing, filling, path)
        case pe.ProfileChangesPressed():
            return Step(replace(visit, page=p.ProfileChanges()))
        case e.UndoPressed() if editing.earlier:
            return _undone(visit, editing, filling)
        case pe.ProfileSavePressed():
            return _save(visit, editing, filling)
        case pe.ProfileTryPressed():
            if not fits(editing, filling.entry):
                return Step(replace(visit, page=_first(editing, told=True)))
            return Step(visit, (TryProfile(filling.entry),))
        case pe.ProfileLeft() if visit.page == p.ProfileChanges(leaving=True):
            return Step(visit, (EndVisit(Ending.FINISHED),))
        case e.ContinuePressed() | e.BackPressed():
            return Step(replace(visit, page=p.ProfileGroups()))
        case _:
            return None


def _open(visit: Visit, editing: Editing, filling: Filling, path: QuestionPath) -> Step:
    group = next((one.name for one in editing.groups if one.holds(path)), editing.group)
    sought = finding_settings.sought(visit.page)
    begun = replace(editing, opened=filling.entry, group=group, sought=sought)
    page = p.Question(path)
    return Step(replace(visit, editing=begun, filling=replace(filling, changing=True), page=page))


def _undone(visit: Visit, editing: Editing, filling: Filling) -> Step:
    *rest, back = editing.earlier
    after = replace(editing, earlier=tuple(rest), kept=Kept.CHANGED, trouble=None)
    return Step(replace(visit, editing=after, filling=replace(filling, entry=back)), (JudgeProfile(back),))


def _save(visit: Visit, editing: Editing, filling: Filling) -> Step:
    if editing.kept is Kept.SAVING:
        return stay(visit)
    if not fits(editing, filling.entry):
        return Step(replace(visit, page=_first(editing, told=True)))
    saving = replace(editing, kept=Kept.SAVING, trouble=None)
    return Step(replace(visit, editing=saving, page=_first(editing)), (SaveProfile(filling.entry),))


def answered(visit: Visit, event: e.ProfileAnswer) -> Step:
    """What a start would say of the profile, or what the disk did."""
    editing, filling = visit.editing, visit.filling
    if editing is None or filling is None:
        return stay(visit)
    match event:
        case pe.ProfileJudged(breaches=breaches):
            kept = Kept.CHANGED if editing.kept is Kept.SAVING else editing.kept
            return Step(replace(visit, editing=replace(editing, breaches=breaches, kept=kept)))
        case pe.ProfileSaved():
            saved = replace(editing, running=filling.entry, kept=Kept.SAVED, trouble=None)
            return guiding.saved(visit, saved, filling)
        case pe.ProfileNotSaved(trouble=trouble):
            return Step(replace(visit, editing=replace(editing, kept=Kept.CHANGED, trouble=trouble)))
        case pe.SetUpSeen():
            return guiding.answered(visit, editing, filling, event)
        case _:
            assert_never(event)


def after(before: Visit, event: e.Event, step: Step) -> Step:
    """Back among the settings once one was changed, and not on to the next as in a form that is filled."""
    visit = ordering.as_before(step.visit, event)
    step = Step(visit, step.effects)
    editing, filling = visit.editing, visit.filling
    if editing is None or filling is None or not isinstance(before.page, p.Question):
        return step
    if not isinstance(visit.page, p.Check) and not _went_on(before, event, visit):
        return step
    guided = editing.guided
    if guided is not None and guided.held is not None:
        return guiding.asked(visit, editing, filling, guided, event)
    if guided is not None and editing.opened and guiding.is_keyless(filling.entry, before.page.path):
        filling = replace(filling, entry=editing.opened)
    page = p.SetUp(guided.step) if guided is not None else finding_settings.back(editing)
    effects: tuple[Effect, ...] = step.effects
    opened = editing.opened
    if opened is not None and opened is not filling.entry:
        earlier = (*editing.earlier, opened)[-MOST_EARLIER:]
        editing = replace(editing, earlier=earlier, kept=Kept.CHANGED, trouble=None)
        effects = (*effects, JudgeProfile(filling.entry))
    filling = replace(filling, changing=True, within="", failures=())
    return Step(replace(visit, page=page, editing=replace(editing, opened=None), filling=filling), effects)


def _went_on(before: Visit, event: e.Event, visit: Visit) -> bool:
    """Whether Continue has led from one setting to another that is no part of the same list."""
    if (
        before.filling is None
        or not isinstance(before.page, p.Question)
        or not isinstance(visit.page, p.Question)
    ):
        return False
    here, there = before.page.path, visit.page.path
    walks = lists.lies_in(here, before.filling.within)
    return isinstance(event, e.ContinuePressed) and here != there and not walks
