# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on a page with several questions of a form, with every text ready."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.ids import Language, QuestionPath
from core.text import Phrase
from i18n.direction import isolate
from ui.present.field_reading import field_items
from ui.present.fields import FieldContents
from ui.present.question_contents import ProgressContents, WayOn
from ui.present.reading import Item, Role, button, quoted, sentence, shown
from ui.present.service import Note


@dataclass(frozen=True, slots=True)
class AskedContents:
    """One of the questions. `notes` are what is to be known beside its hint, `keys` those that its field needs.
    `said_before` offers an answer of another form. `wrong` stands over a problem where letters leave no room on top."""

    path: QuestionPath
    label: Phrase
    hint: Phrase
    notes: tuple[Phrase, ...]
    problem: Phrase | None
    field: FieldContents
    keys: str
    said_before: str
    wrong: str = ""

    @property
    def told(self) -> str:
        """What is told with the field: what does not fit, and how it is answered."""
        problem = (self.problem.text,) if self.problem is not None else ()
        return " ".join(
            part for part in (*problem, self.hint.text, *(one.text for one in self.notes)) if part
        )

    def items(self, language: Language) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            quoted(self.label),
            sentence(self.wrong, language),
            (quoted(self.problem),) if self.problem is not None else (),
            quoted(self.hint),
            (quoted(one) for one in self.notes),
            field_items(self.field, language, self.label.language),
            button(self.said_before, language),
        )


@dataclass(frozen=True, slots=True)
class FieldListContents:
    """Several questions on a page. `begin` is the one that somebody came for; None for the page as a whole.

    `tried` tells how often going on was tried with answers that do not fit. `title` stands over what does not.
    `letters` bring keys, whichever the field needs that is written in. The rest is as in `QuestionContents`.
    """

    language: Language
    path: QuestionPath
    begin: QuestionPath | None
    tried: int
    progress: ProgressContents
    heading: Phrase
    elsewhere: str
    asked: tuple[AskedContents, ...]
    title: str
    notes: tuple[Note, ...]
    letters: str
    go_on: str
    undo: str
    can_undo: bool
    ways: tuple[WayOn, ...]
    others_first: bool = False

    @property
    def called(self) -> str:
        """The page without words of the form, into which an author may put an earlier answer."""
        return self.progress.line

    @property
    def summary(self) -> str:
        """What does not fit yet, one line for each; empty where nothing was pointed out."""
        return "\n".join(
            f"{isolate(one.label.text)}{_between(one.label.text)}{isolate(one.problem.text)}"
            for one in self.asked
            if one.problem is not None
        )

    def items(self) -> tuple[Item, ...]:
        """In reading order: the summary first, as it stands on top."""
        return shown(
            self._summary_items() if self.title else (),
            sentence(self.progress.line, self.language),
            Item(self.heading, Role.HEADING),
            sentence(self.elsewhere, self.language),
            (item for one in self.asked for item in one.items(self.language)),
            (
                item
                for note in self.notes
                for item in (sentence(note.title, self.language), quoted(note.text))
            ),
            self._buttons(),
        )

    def _summary_items(self) -> Iterator[Item]:
        yield sentence(self.title, self.language)
        for one in self.asked:
            if one.problem is not None:
                yield quoted(one.label)
                yield quoted(one.problem)

    def _buttons(self) -> tuple[Item, ...]:
        go_on = button(self.go_on, self.language)
        undo = button(self.undo, self.language) if self.can_undo else ()
        ways = (button(one.text, self.language) for one in self.ways)
        return shown(ways, undo, go_on) if self.others_first else shown(go_on, undo, ways)


def _between(label: str) -> str:
    """What stands between a question and what is said of its answer: a question mark needs no colon after it."""
    return ": " if label[-1:].isalnum() else " "
