# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers of a scale: few are shown to press, many are typed or reached by buttons; never a slider to drag."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from core.forms.definition import Question
from core.forms.scales import Steps, steps
from core.ids import Language
from core.text import Phrase
from i18n.formats import number
from i18n.messages import Messages
from ui.present.answer_words import decimal_sign
from ui.present.fields import ChoiceContents, NumberContents, Option, Shortcut, SteppedContents

if TYPE_CHECKING:
    from core.forms.entry import Entry

MOST_SHOWN = 5
"""A scale with more numbers than this is typed: a page has few things to press (UND-01)."""


def scale(
    entry: Entry, question: Question, raw: str, name: str, texts: Messages
) -> ChoiceContents | SteppedContents:
    """The field for a question with a scale. `name` is what the field is called."""
    assert question.scale is not None
    numbers = steps(question.scale)
    if is_shown_whole(question):
        return _shown(entry, question, numbers, raw, texts)
    return _stepped(numbers, raw, name, texts)


def rating_hint(question: Question, texts: Messages) -> str:
    """What a rating's numbers mean, which stars would show to those who see them; empty for another scale."""
    if question.scale is None or "rating" not in question.appearance.split():
        return ""
    numbers = steps(question.scale)
    return texts.text("rating.hint", least=_said(numbers.least, texts), most=_said(numbers.most, texts))


def is_shown_whole(question: Question) -> bool:
    """Whether the numbers of its scale are so few that each is pressed."""
    return question.scale is not None and steps(question.scale).count <= MOST_SHOWN


def _shown(entry: Entry, question: Question, numbers: Steps, raw: str, texts: Messages) -> ChoiceContents:
    """Every number to press, beside each other; one under the other where the form wants that."""
    language = Language(texts.language)
    return ChoiceContents(
        raw=raw,
        multiple=False,
        clearable=not entry.required(question.path),
        options=tuple(
            Option(value, Phrase(_said(value, texts), language), raw.strip() == value)
            for value in numbers.all()
        ),
        chosen=texts.text("question.chosen"),
        columns=1 if "vertical" in question.appearance.split() else numbers.count,
    )


def _stepped(numbers: Steps, raw: str, name: str, texts: Messages) -> SteppedContents:
    ends = {"least": _said(numbers.least, texts), "most": _said(numbers.most, texts)}
    step = _said(numbers.step, texts)
    between = (
        texts.text("range.between", **ends)
        if numbers.step == "1"
        else texts.text("range.between_steps", **ends, step=step)
    )
    fraction = any("." in one for one in (numbers.start, numbers.step))
    return SteppedContents(
        number=NumberContents(
            raw=raw,
            name=name,
            separator=decimal_sign(texts.language) if fraction else "",
            minus="-" if numbers.least.startswith("-") else "",
        ),
        told=between,
        less=Shortcut(texts.text("range.less", n=step), numbers.beside(raw, -1)),
        more=Shortcut(texts.text("range.more", n=step), numbers.beside(raw, 1)),
    )


def _said(text: str, texts: Messages) -> str:
    return number(Decimal(text), texts.language)
