# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a form's own words fit to show: rendered, plain, without controls, and no longer than a page can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.forms.message import Message
from core.ids import Language, QuestionPath
from core.text import Phrase
from i18n.direction import plain, with_numbers

if TYPE_CHECKING:
    from core.forms.entry import Entry

LABEL = 240
"""Characters of a question or the name of a part of the form."""

LINES = 900
"""Characters of a hint, or of a page that only tells something."""

ANSWER = 160
"""Characters of an answer to choose from."""


def label(entry: Entry, message: Message, language: Language) -> Phrase:
    """A question, on one line."""
    return one_line(entry.text(message, language), LABEL)


def lines(entry: Entry, message: Message, language: Language) -> Phrase:
    """A longer text, with its lines."""
    return shortened(entry.text(message, language), LINES)


def answer(entry: Entry, message: Message, language: Language) -> Phrase:
    """An answer to choose from, on one line."""
    return one_line(entry.text(message, language), ANSWER)


def group(entry: Entry, path: QuestionPath, language: Language) -> Phrase:
    """The part of the form that a question stands in."""
    return one_line(entry.group_label(path, language), LABEL)


def one_line(phrase: Phrase, limit: int) -> Phrase:
    """A text on one line, cut at a length."""
    return _shown(plain(phrase.text, limit, lines=False), phrase.language)


def shortened(phrase: Phrase, limit: int) -> Phrase:
    """A text with its lines, cut at a length."""
    return _shown(plain(phrase.text, limit), phrase.language)


def _shown(text: str, language: Language) -> Phrase:
    return Phrase(with_numbers(text, language), language)
