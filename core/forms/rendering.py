# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a form's messages into plain, bounded text in one language; it decides nothing about the form."""

from collections.abc import Sequence

from core.forms.definition import AnswerType, Question
from core.forms.expression.values import Value, to_text
from core.forms.message import Message
from core.forms.seen import Seen, rendered
from core.ids import Language
from core.text import Phrase

LONGEST = 4_000
"""Characters of a rendered text. Longer ones end with an ellipsis: a label is no book."""


def as_text(value: Value | None) -> str:
    """A result as text; nothing for none."""
    return "" if value is None else to_text(value)


def phrase(message: Message, seen: Seen) -> Phrase:
    """The version for the language that is seen, and the language that it really is in."""
    text = rendered(message, seen)
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + "…"
    return Phrase(text, message.best(seen.language).language)


def answer(question: Question, raw: str, seen: Seen) -> Phrase:
    """An answer for people: labels of choices, else what was typed (dates as ISO 8601)."""
    if question.type not in (AnswerType.SELECT_ONE, AnswerType.SELECT_MULTIPLE, AnswerType.RANK):
        return Phrase(raw, seen.language)
    labels = {choice.value: choice.label for choice in question.choices}
    values = [raw.strip()] if question.type is AnswerType.SELECT_ONE else raw.split()
    shown = [
        phrase(labels[value], seen) if value in labels else Phrase(value, seen.language) for value in values
    ]
    return listed([one for one in shown if one.text], seen.language)


def listed(phrases: Sequence[Phrase], language: Language) -> Phrase:
    """Several answers in a row, with the separator of the language that they are shown in."""
    if not phrases:
        return Phrase("", language)
    shown = phrases[0].language
    mark = {"ar": "، ", "zh": "、"}.get(shown.split("-", 1)[0], ", ")
    return Phrase(mark.join(phrase.text for phrase in phrases), shown)
