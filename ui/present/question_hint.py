# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands under a question: the form's own words, else how its kind of answer is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.forms.asked import plain_path
from core.forms.definition import AnswerType
from core.forms.definition import Question as FormQuestion
from core.ids import Language
from core.text import Phrase
from i18n.messages import Messages
from ui.present import form_text
from ui.present.fields import ChoiceContents, FieldContents, NothingToAnswer, TextContents
from ui.present.ordering import RankContents
from ui.present.placing import HINTS as PLACE_HINTS
from ui.present.ranges import rating_hint
from ui.present.signing import SignatureContents, is_drawing

if TYPE_CHECKING:
    from core.forms.entry import Entry


def hint_of(
    entry: Entry, question: FormQuestion, field: FieldContents, texts: Messages, *, scanner: bool = True
) -> Phrase:
    """The hint; empty where there is nothing to say. `scanner` tells whether a hand scanner stands there."""
    language = Language(texts.language)
    if question.type is AnswerType.NOTE:
        return Phrase("", language)
    hint = form_text.lines(entry, question.hint, language)
    if hint.text:
        return hint
    title = entry.form.tables.titles.get(plain_path(question.path))
    if title is not None:
        return form_text.lines(entry, title, language)
    match field:
        case _ if question.type is AnswerType.TRIGGER:
            return hint
        case TextContents() if question.type is AnswerType.BARCODE:
            return Phrase(texts.text("barcode.hint" if scanner else "barcode.typed"), language)
        case _ if rating := rating_hint(question, texts):
            return Phrase(rating, language)
        case _ if question.type in PLACE_HINTS:
            return Phrase(texts.text(PLACE_HINTS[question.type]), language)
        case ChoiceContents(multiple=multiple):
            key = "question.choose_some" if multiple else "question.choose_one"
            return Phrase(texts.text(key), language)
        case SignatureContents():
            return Phrase(texts.text("drawing.hint" if is_drawing(question) else "sign.hint"), language)
        case RankContents():
            return Phrase(texts.text("rank.hint"), language)
        case NothingToAnswer(value=value) if value is not None:
            return Phrase(texts.text("question.fixed"), language)
        case _:
            return hint
