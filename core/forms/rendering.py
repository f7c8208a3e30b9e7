# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a form's messages into plain, bounded text in one language; it decides nothing about the form."""

from collections.abc import Sequence

from core.forms.definition import Message
from core.forms.expression.evaluate import evaluate
from core.forms.expression.tree import Expression
from core.forms.expression.trouble import ExpressionError
from core.forms.expression.values import Value, to_text
from core.forms.state import Seen
from core.ids import Language
from core.text import Phrase

LONGEST = 4_000
"""Characters of a rendered text. Longer ones end with an ellipsis: a label is no book."""


def as_text(value: Value | None) -> str:
    """A result as text; nothing for none."""
    return "" if value is None else to_text(value)


def rendered(message: Message, seen: Seen, language: Language) -> Phrase:
    """The version for the language with its outputs. An output without a value leaves its place empty."""
    version = message.best(language)
    parts = [part if isinstance(part, str) else _output(part, seen, message.node) for part in version.parts]
    text = "".join(parts).strip()
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + "…"
    return Phrase(text, version.language)


def _output(expression: Expression, seen: Seen, node: int) -> str:
    try:
        return to_text(evaluate(expression, seen, node))
    except ExpressionError:
        return ""


def listed(phrases: Sequence[Phrase], language: Language) -> Phrase:
    """Several answers in a row, with the separator of the language that they are shown in."""
    if not phrases:
        return Phrase("", language)
    shown = phrases[0].language
    mark = {"ar": "، ", "zh": "、"}.get(shown.split("-", 1)[0], ", ")
    return Phrase(mark.join(phrase.text for phrase in phrases), shown)
