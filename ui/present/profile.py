# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages on which staff change a profile: all groups of settings, one of them, and what has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, assert_never

from core.ids import Language
from core.text import Phrase
from core.visit import editing as rules
from core.visit.editing_state import Editing, GroupOfSettings, Kept
from core.visit.pages import ProfileChanges, ProfileGroup, ProfileGroups, ProfileOrder
from core.visit.state import Visit
from i18n.direction import plain
from i18n.messages import Messages
from ui.present.field_reading import field_items
from ui.present.ordering import RankContents
from ui.present.profile_order import order_of, way_to_order
from ui.present.profile_rows import ProfileRow, row, settings_of, title_of, value_of, wrongs
from ui.present.reading import Item, button, heading, quoted, sentence, shown
from ui.present.setting import Setting
from ui.present.true_size import PPI, TrueSize, true_size

if TYPE_CHECKING:
    from core.forms.entry import Entry

LONGEST_NAME = 60
LONGEST_NOTE = 70
IN_A_NOTE = 2
"""Values that stand under the name of a group."""

BETWEEN = " · "

ListedPage = ProfileGroups | ProfileGroup | ProfileOrder | ProfileChanges


@dataclass(frozen=True, slots=True)
class GroupDoor:
    """The way to a group, with some of its values, or that something is to be mended there."""

    name: str
    picture: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class SayingContents:
    """What is told above everything else: what does not fit, what was saved, or what the disk did."""

    kind: Literal["done", "error"]
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A setting that is different: what it is now, and what it was."""

    title: Phrase
    now: Phrase
    before: str


@dataclass(frozen=True, slots=True)
class ProfileContents:
    """One of the pages. A button without words is not there; `leave` leaves without saving."""

    language: Language
    heading: str
    hint: str = ""
    saying: SayingContents | None = None
    find: str = ""
    doors: tuple[GroupDoor, ...] = ()
    rows: tuple[ProfileRow, ...] = ()
    order: str = ""
    rank: RankContents | None = None
    changes: tuple[ChangeRow, ...] = ()
    nothing: str = ""
    true_size: TrueSize | None = None
    save: str = ""
    done: str = ""
    undo: str = ""
    try_it: str = ""
    compare: str = ""
    leave: str = ""

    def items(self) -> tuple[Item, ...]:
        """In reading order. The sample is for the eye; what it shows is said in words."""
        own, saying = self.language, self.saying
        return shown(
            heading(self.heading, own),
            sentence(self.hint, own),
            (sentence(saying.title, own), sentence(saying.text, own)) if saying is not None else (),
            button(self.find, own),
            (item for one in self.doors for item in (button(one.title, own), sentence(one.note, own))),
            (item for one in self.rows for item in one.items(own)),
            button(self.order, own),
            field_items(self.rank, own, own) if self.rank is not None else (),
            (
                item
                for one in self.changes
                for item in (quoted(one.title), quoted(one.now), sentence(one.before, own))
            ),
            sentence(self.nothing, own),
            sentence(self.true_size.facts, own) if self.true_size is not None else (),
            button(self.compare, own),
            button(self.save, own),
            button(self.done, own),
            button(self.leave, own),
            button(self.try_it, own),
            button(self.undo, own),
        )


def present_profile(visit: Visit, page: ListedPage, texts: Messages, setting: Setting) -> ProfileContents:
    """What the page says. ValueError without a profile being changed, which the visit never lets happen."""
    editing, filling = visit.editing, visit.filling
    if editing is None or filling is None:
        raise ValueError("a page of a profile needs one")
    entry = filling.entry
    match page:
        case ProfileGroups():
            return _groups(editing, entry, page, texts, setting)
        case ProfileGroup(name=name):
            return _group(editing, entry, editing.group_named(name), texts, setting)
        case ProfileOrder():
            return ProfileContents(
                language=Language(texts.language),
                heading=texts.text("profile.order"),
                hint=texts.text("profile.order_hint"),
                rank=order_of(editing, entry, page, texts),
                done=texts.text("question.continue"),
            )
        case ProfileChanges():
            return _changes(editing, entry, page, texts, setting)
        case _:
            assert_never(page)


def _groups(
    editing: Editing, entry: Entry, page: ProfileGroups, texts: Messages, setting: Setting
) -> ProfileContents:
    wrong = wrongs(editing, entry, texts, setting)
    return ProfileContents(
        language=Language(texts.language),
        heading=texts.text("profile.heading", name=plain(editing.name, LONGEST_NAME, lines=False)),
        saying=saying(editing, tuple(wrong.values()), texts, told=page.told),
        find=texts.text("profile.find"),
        doors=tuple(
            _door(editing, entry, group, frozenset(wrong), texts, setting) for group in editing.groups
        ),
        save=texts.text("profile.save"),
        try_it=texts.text("profile.try"),
        compare=texts.text("profile.compare") if rules.is_changed(editing, entry) else "",
    )


def saying(editing: Editing, wrong: tuple[str, ...], texts: Messages, *, told: bool) -> SayingContents | None:
    """What is told first: what does not fit, once that was asked for, or what became of the saving."""
    if wrong and (told or editing.kept is not Kept.AS_IT_RUNS):
        return SayingContents("error", texts.text("profile.not_yet"), wrong[0])
    if editing.trouble is not None:
        return SayingContents("error", texts.text("profile.not_saved"), texts.text(editing.trouble.key))
    match editing.kept:
        case Kept.SAVED:
            return SayingContents("done", texts.text("profile.saved"), texts.text("profile.saved_text"))
        case Kept.SAVING | Kept.CHANGED | Kept.AS_IT_RUNS:
            return None
        case _:
            assert_never(editing.kept)


def _door(
    editing: Editing,
    entry: Entry,
    group: GroupOfSettings,
    wrong: frozenset[str],
    texts: Messages,
    setting: Setting,
) -> GroupDoor:
    settings = settings_of(entry, group)
    if any(one.path in wrong for one in settings):
        note = texts.text("profile.to_mend")
    else:
        values = [value_of(editing, entry, one, texts, setting).text for one in settings[:IN_A_NOTE]]
        note = plain(BETWEEN.join(values), LONGEST_NOTE, lines=False)
    return GroupDoor(group.name, group.picture, texts.text(f"profile.group.{group.name}"), note)


def _group(
    editing: Editing, entry: Entry, group: GroupOfSettings, texts: Messages, setting: Setting
) -> ProfileContents:
    settings, wrong = settings_of(entry, group), wrongs(editing, entry, texts, setting)
    return ProfileContents(
        language=Language(texts.language),
        heading=texts.text(f"profile.group.{group.name}"),
        rows=tuple(row(editing, entry, one, texts, setting, wrong) for one in settings),
        order=way_to_order(editing, entry, settings, texts),
        true_size=true_size(entry, texts) if any(one.path == PPI for one in settings) else None,
        done=texts.text("profile.done"),
        undo=texts.text("question.undo") if editing.earlier else "",
    )


def _changes(
    editing: Editing, entry: Entry, page: ProfileChanges, texts: Messages, setting: Setting
) -> ProfileContents:
    language = Language(texts.language)
    rows = []
    for path in rules.changes(editing, entry):
        now, before = entry.asks(path), editing.running.asks(path)
        question = entry.question(path) if now else editing.running.question(path)
        unset = texts.text("profile.unset")
        was = value_of(editing, editing.running, question, texts, setting).text if before else unset
        rows.append(
            ChangeRow(
                title_of(entry if now else editing.running, question, texts),
                value_of(editing, entry, question, texts, setting) if now else Phrase(unset, language),
                texts.text("profile.before", value=was),
            )
        )
    return ProfileContents(
        language=language,
        heading=texts.text("profile.leaving" if page.leaving else "profile.compare"),
        hint=texts.text("profile.leaving_hint" if page.leaving else "profile.compare_hint") if rows else "",
        changes=tuple(rows),
        nothing="" if rows else texts.text("profile.same"),
        save=texts.text("profile.save") if page.leaving else "",
        done=texts.text("profile.done"),
        undo=texts.text("question.undo") if editing.earlier and not page.leaving else "",
        leave=texts.text("profile.leave") if page.leaving else "",
    )
