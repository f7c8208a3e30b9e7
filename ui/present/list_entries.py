# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The entries of a list that people add to: which there are, what they are called, and which questions are theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.forms.definition import AnswerType, Question
from core.ids import Language, QuestionPath
from core.text import Phrase
from core.visit import lists
from core.visit.helping import covered
from core.visit.state import Visit
from i18n.direction import within
from i18n.messages import Messages
from ui.present import form_text
from ui.present.answer_words import answer_words
from ui.present.setting import Setting

if TYPE_CHECKING:
    from core.forms.entry import Entry

NAMED_BY = 2
"""Answers that an entry is called by: its first ones."""

LONGEST_NAME = 90
BETWEEN = " · "


def list_name(entry: Entry, path: QuestionPath, texts: Messages) -> Phrase:
    """What a list is called by its form."""
    language = Language(texts.language)
    label = form_text.label(entry, entry.question(path).label, language)
    return label if label.text else Phrase(texts.text("list.heading"), language)


def by_entry(entry: Entry, path: QuestionPath) -> dict[int, list[Question]]:
    """What is asked in each entry of a list, by its number (from 1)."""
    stem = path.removesuffix("+]")
    found: dict[int, list[Question]] = {}
    for one in entry.pages():
        if one.path.startswith(stem) and one.path != path:
            found.setdefault(int(one.path[len(stem) :].partition("]")[0]), []).append(one)
    return found


def entry_name(
    visit: Visit,
    path: QuestionPath,
    number: int,
    inside: Sequence[Question],
    texts: Messages,
    setting: Setting,
) -> Phrase:
    """The first answers of what is asked in an entry; its number while they are covered, or say nothing."""
    assert visit.filling is not None
    entry, language = visit.filling.entry, Language(texts.language)
    asked = [one for one in inside if one.type is not AnswerType.NOTE and not lists.is_list(one.path)]
    answered = [one for one in asked if entry.raw(one.path)]
    words = [answer_words(entry, one, texts, setting.places) for one in answered[:NAMED_BY]]
    said = [one.text for one in words if one.text]
    if not said or any(covered(visit, one.path) for one in answered):
        return Phrase(texts.text("list.entry", n=_place(entry, path, number)), language)
    return form_text.one_line(Phrase(BETWEEN.join(said), words[0].language), LONGEST_NAME)


def whose(entry: Entry, path: QuestionPath, texts: Messages) -> str:
    """The list and the number of the entry that a question belongs to; empty for a question in no list."""
    places = lists.around(entry, path)
    if not places:
        return ""
    place = places[-1]
    number = int(place.entry.rpartition("[")[2].rstrip("]"))
    name = within(list_name(entry, place.list, texts).text, Language(texts.language))
    return texts.text("list.entry_of", name=name, n=_place(entry, place.list, number))


def _place(entry: Entry, path: QuestionPath, number: int) -> int:
    """Which one an entry is among those that are there (from 1)."""
    return sum(1 for one in lists.entries(entry, path) if one < number) + 1
