# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the page with one question, with every text ready."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.ids import Language, QuestionPath
from core.text import Phrase
from ui.present.field_reading import field_items
from ui.present.fields import FieldContents
from ui.present.illustrated import MediaContents
from ui.present.reading import Item, Role, button, quoted, sentence, shown
from ui.present.service import Note

BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class ProgressContents:
    """Where one is: `position` of `total` questions, 1 for the first. `lead` may be left out where room is short."""

    position: int
    total: int
    lead: str
    words: str

    @property
    def line(self) -> str:
        """All of it, on one line."""
        return BETWEEN.join(part for part in (self.lead, self.words) if part)


@dataclass(frozen=True, slots=True)
class ProblemContents:
    """What does not fit yet: said on top and at the field. What was written stays."""

    title: str
    text: Phrase


class Way(Enum):
    """Another way on than Continue."""

    LATER = "later"
    PERSON = "person"
    LEAVE = "leave"
    UNCOVER = "uncover"
    SAID_BEFORE = "said_before"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class WayOn:
    """Another way on, and its words."""

    way: Way
    text: str


@dataclass(frozen=True, slots=True)
class QuestionContents:
    """One question a page. `notes` stand beside it and are never anything to press.

    `elsewhere` says which language the question is in where it is not the page's. `keys` tells which keys stand on
    the screen; `letters` brings them back after they were put away. `more` leads to other choices where they come a
    few at a time. `can_undo` while there is an answer to put back. `ways` are at most one other way on.
    `media` is what its form shows and plays beside it. `others_first` where letters are so large that the foot holds
    what leads on alone, under the other buttons.
    """

    language: Language
    path: QuestionPath
    progress: ProgressContents
    heading: Phrase
    hint: Phrase
    elsewhere: str
    field: FieldContents
    problem: ProblemContents | None
    notes: tuple[Note, ...]
    keys: str
    letters: str
    more: str
    go_on: str
    undo: str
    can_undo: bool
    ways: tuple[WayOn, ...]
    others_first: bool = False
    media: MediaContents = MediaContents()

    @property
    def standing(self) -> tuple[object, ...]:
        """Everything that an answer to the question does not change."""
        return (self.language, self.path, self.heading, self.hint, self.keys, self.media)

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
            quoted(self.hint),
            sentence(self.elsewhere, self.language),
            self.media.seen(self.language),
            field_items(self.field, self.language, self.heading.language),
            self.media.below(self.language),
            button(self.more, self.language),
            (
                item
                for note in self.notes
                for item in (sentence(note.title, self.language), quoted(note.text))
            ),
            self._buttons(),
        )

    def _buttons(self) -> tuple[Item, ...]:
        go_on = button(self.go_on, self.language)
        undo = button(self.undo, self.language) if self.can_undo else ()
        ways = (button(one.text, self.language) for one in self.ways)
        return shown(ways, undo, go_on) if self.others_first else shown(go_on, undo, ways)
