# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a list that people add to: its entries, each with Change and Remove, and one more."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.forms.definition import Question as FormQuestion
from core.ids import Language, QuestionPath
from core.text import Phrase
from core.visit import lists
from core.visit.pages import Question
from core.visit.state import Visit
from core.visit.undoing import can_undo
from i18n.messages import Messages
from ui.present.list_entries import by_entry, entry_name, list_name
from ui.present.question import problem_of, progress
from ui.present.question_contents import ProblemContents, ProgressContents
from ui.present.reading import Item, Role, button, quoted, sentence, shown
from ui.present.setting import Setting


@dataclass(frozen=True, slots=True)
class EntryRowContents:
    """One entry. `first` is the question that it begins with, None while nothing in it is asked.

    `change_name` and `remove_name` begin with the words on the buttons, and name the entry.
    """

    number: int
    first: QuestionPath | None
    name: Phrase
    change: str
    change_name: str
    remove: str
    remove_name: str


@dataclass(frozen=True, slots=True)
class EntryListContents:
    """`told` is said under the heading. `add` is empty where the list takes no more; then `told` says so.

    `rows` are some of the entries where there are many; `others` then leads to the next of them.
    """

    language: Language
    path: QuestionPath
    progress: ProgressContents
    heading: Phrase
    told: str
    problem: ProblemContents | None
    rows: tuple[EntryRowContents, ...]
    others: str
    add: str
    go_on: str
    undo: str

    @property
    def called(self) -> str:
        """The page without its question, into which an author may put an earlier answer."""
        return self.progress.line

    def items(self) -> tuple[Item, ...]:
        """In reading order: a problem first, as it stands on top."""
        return shown(
            (sentence(self.problem.title, self.language), quoted(self.problem.text)) if self.problem else (),
            sentence(self.progress.line, self.language),
            Item(self.heading, Role.HEADING),
            sentence(self.told, self.language),
            (item for row in self.rows for item in self._row_items(row)),
            button(self.others, self.language),
            button(self.add, self.language),
            button(self.go_on, self.language),
            button(self.undo, self.language),
        )

    def _row_items(self, row: EntryRowContents) -> tuple[Item, ...]:
        change = (Item(Phrase(row.change_name, self.language), Role.BUTTON),) if row.first is not None else ()
        remove = Item(Phrase(row.remove_name, self.language), Role.BUTTON)
        return (quoted(row.name, private=True), *change, remove)


def present_entry_list(visit: Visit, page: Question, texts: Messages, setting: Setting) -> EntryListContents:
    """What the page says. ValueError without a form being filled, which the visit never lets happen."""
    filling = visit.filling
    if filling is None:
        raise ValueError("a list page needs a form being filled")
    entry, language = filling.entry, Language(texts.language)
    numbers = lists.entries(entry, page.path)
    inside = by_entry(entry, page.path)
    full = lists.is_full(entry, page.path)
    told = "list.full" if full else "list.hint" if numbers else "list.empty"
    return EntryListContents(
        language=language,
        path=page.path,
        progress=progress(visit, filling, entry.question(page.path), texts),
        heading=list_name(entry, page.path, texts),
        told=texts.text(told),
        problem=problem_of(entry, page, texts),
        rows=tuple(
            [
                _row(visit, page.path, one, inside.get(one, []), texts, setting)
                for one in some(numbers, page.part)
            ]
        ),
        others=texts.text("list.others") if len(numbers) > lists.SHOWN else "",
        add="" if full else texts.text("list.add_another" if numbers else "list.add"),
        go_on=texts.text("question.continue"),
        undo=texts.text("question.undo") if can_undo(filling, page.path) else "",
    )


def some(numbers: Sequence[int], part: int) -> Sequence[int]:
    """The entries of one part of a list, in their order: the latest are part 0, and part by part come earlier ones."""
    parts = max(1, math.ceil(len(numbers) / lists.SHOWN))
    end = len(numbers) - (part % parts) * lists.SHOWN
    return numbers[max(0, end - lists.SHOWN) : end]


def _row(
    visit: Visit,
    path: QuestionPath,
    number: int,
    inside: Sequence[FormQuestion],
    texts: Messages,
    setting: Setting,
) -> EntryRowContents:
    name = entry_name(visit, path, number, inside, texts, setting)
    return EntryRowContents(
        number=number,
        first=_first(visit, path, number, inside),
        name=name,
        change=texts.text("check.change"),
        change_name=texts.text("check.change_named", question=name.text),
        remove=texts.text("list.remove"),
        remove_name=texts.text("list.remove_named", name=name.text),
    )


def _first(
    visit: Visit, path: QuestionPath, number: int, inside: Sequence[FormQuestion]
) -> QuestionPath | None:
    """Where an entry begins; None while nothing in it is asked."""
    assert visit.filling is not None
    root = f"{path.removesuffix(lists.ANOTHER)}[{number}]"
    return lists.entered(visit.filling.entry, root, inside[0].path) if inside else None
