# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds settings of a profile by words: those that are called so first, then those that have to do with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.forms.definition import Question
from core.ids import Language
from core.visit.editing_state import Editing, GroupOfSettings
from i18n.messages import Messages
from ui.present import form_text
from ui.present.long_list import folded, has
from ui.present.profile_rows import settings_of, title_of

if TYPE_CHECKING:
    from core.forms.entry import Entry

_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class FoundSetting:
    """A setting, and the group in which it stands."""

    question: Question
    group: GroupOfSettings


def settings_found(editing: Editing, entry: Entry, words: str, texts: Messages) -> tuple[FoundSetting, ...]:
    """Those whose title, hint, group and key in the file together have every word that is written, or its beginning.

    None for none. Guides and colleagues call a setting by its key, in whatever language its title is read.
    """
    parts = _spaced(words).split()
    if not parts:
        return ()
    called: list[FoundSetting] = []
    also: list[FoundSetting] = []
    for group in editing.groups:
        named = texts.text(f"profile.group.{group.name}")
        for question in settings_of(entry, group):
            title = title_of(entry, question, texts).text
            hint = form_text.lines(entry, question.hint, Language(texts.language)).text
            if _fits(title, parts):
                called.append(FoundSetting(question, group))
            elif _fits(f"{title}\n{hint}\n{named}\n{question.path}", parts):
                also.append(FoundSetting(question, group))
    return (*called, *also)


def _fits(text: str, parts: list[str]) -> bool:
    spaced = _spaced(text)
    return all(has(spaced, part) for part in parts)


def _spaced(text: str) -> str:
    """Without case, accents, vowel marks and signs: each word after a space."""
    return f" {_BETWEEN_WORDS.sub(' ', folded(text)).strip()}"
