# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers to be put in order: what is pressed first comes first, so that each place takes one press by any hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.forms.definition import Choice, Question
from core.ids import Language
from core.text import Phrase
from i18n.messages import Messages
from ui.present import form_text

if TYPE_CHECKING:
    from core.forms.entry import Entry


@dataclass(frozen=True, slots=True)
class Ranked:
    """One answer of the order. `label` begins with its place once it has one; `place` is 0 before that."""

    value: str
    label: Phrase
    place: int


@dataclass(frozen=True, slots=True)
class RankContents:
    """Answers to be put in order. `raw` is the order so far; `again` are the words that take all places back."""

    raw: str
    options: tuple[Ranked, ...]
    again: str

    def pressed(self, value: str) -> str:
        """The order after a press: the next place, or, for what has a place, its place is free again.

        What is left alone at the end needs no press.
        """
        held = self.raw.split()
        if value in held:
            return " ".join(one for one in held if one != value)
        held.append(value)
        left = [one.value for one in self.options if one.value not in held]
        return " ".join([*held, *left] if len(left) == 1 else held)


def ranking(entry: Entry, question: Question, raw: str, texts: Messages) -> RankContents:
    """The answers in the form's order, each with the place that it was given."""
    return ranked(entry, entry.choices(question), raw, texts)


def ranked(entry: Entry, choices: Iterable[Choice], raw: str, texts: Messages) -> RankContents:
    """These answers in this order, each with the place that it was given."""
    language = Language(texts.language)
    held = raw.split()
    options = []
    for choice in choices:
        label = form_text.answer(entry, choice.label, language)
        place = held.index(choice.value) + 1 if choice.value in held else 0
        words = texts.text("rank.placed", n=place, name=label.text) if place else label.text
        options.append(Ranked(choice.value, Phrase(words, label.language), place))
    return RankContents(raw, tuple(options), texts.text("rank.again"))
