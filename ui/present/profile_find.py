# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page on which staff look for a setting of a profile by its words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.ids import Language, QuestionPath
from core.text import Phrase
from core.visit.editing_state import Editing
from core.visit.pages import ProfileFind
from core.visit.state import Visit
from i18n.direction import plain
from i18n.messages import Messages
from ui.present.profile_rows import title_of, value_of, wrongs
from ui.present.reading import Item, Role, button, heading, sentence, shown
from ui.present.searching import SearchingContents
from ui.present.setting import Setting
from ui.present.setting_search import FoundSetting, settings_found

if TYPE_CHECKING:
    from core.forms.entry import Entry

MOST = 12
"""Settings that are shown: whoever sees more of them writes another letter."""

LONGEST_NOTE = 90

BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class SettingDoor:
    """The way to a setting. `note` is where it stands and its value, or that something is to be mended there."""

    path: QuestionPath
    picture: str
    title: Phrase
    note: str


@dataclass(frozen=True, slots=True)
class FindContents(SearchingContents):
    """`settings` are those found; `groups` leads back to all of them where none was."""

    settings: tuple[SettingDoor, ...]
    groups: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            Item(Phrase(self.field, own), Role.FIELD, value=Phrase(self.words, own)),
            button(self.clear, own) if self.words else (),
            sentence(self.hint, own),
            (
                item
                for one in self.settings
                for item in (Item(one.title, Role.BUTTON), sentence(one.note, own))
            ),
            button(self.groups, own),
        )


def present_find(visit: Visit, page: ProfileFind, texts: Messages, setting: Setting) -> FindContents:
    """What the page says. ValueError without a profile being changed, which the visit never lets happen."""
    editing, filling = visit.editing, visit.filling
    if editing is None or filling is None:
        raise ValueError("a page of a profile needs one")
    found = settings_found(editing, filling.entry, page.words, texts)
    wrong = wrongs(editing, filling.entry, texts, setting)
    sought = bool(page.words.strip())
    return FindContents(
        language=Language(texts.language),
        heading=_heading(len(found), texts, sought=sought),
        field=texts.text("profile.find"),
        words=page.words,
        clear=texts.text("search.clear"),
        hint=_hint(len(found), texts, sought=sought),
        settings=tuple(
            SettingDoor(
                one.question.path,
                one.group.picture,
                title_of(filling.entry, one.question, texts),
                _note(editing, filling.entry, one, texts, setting, wrong),
            )
            for one in found[:MOST]
        ),
        groups=texts.text("profile.done") if sought and not found else "",
        show=texts.plural("profile.find_show", min(len(found), MOST)) if found else "",
        keyboard=setting.keyboard,
    )


def _heading(count: int, texts: Messages, *, sought: bool) -> str:
    if not sought:
        return texts.text("profile.find")
    return texts.plural("profile.found", count) if count else texts.text("search.nothing_brief")


def _hint(count: int, texts: Messages, *, sought: bool) -> str:
    if not sought:
        return texts.text("profile.find_hint")
    if not count:
        return texts.text("profile.find_none")
    return texts.text("profile.find_more", n=MOST) if count > MOST else ""


def _note(
    editing: Editing,
    entry: Entry,
    found: FoundSetting,
    texts: Messages,
    setting: Setting,
    wrong: Collection[QuestionPath],
) -> str:
    if found.question.path in wrong:
        return texts.text("profile.to_mend")
    value = value_of(editing, entry, found.question, texts, setting).text
    where = texts.text(f"profile.group.{found.group.name}")
    return plain(BETWEEN.join((where, value)), LONGEST_NOTE, lines=False)
