# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form to go on with by pen: the answers that there are, and room for the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.catalogue import Catalogue, PublicService
from core.forms.definition import AnswerType, Question
from core.ids import Language
from core.text import Phrase
from core.visit import checking
from i18n.messages import Messages
from ui.present import form_text, list_entries, outside
from ui.present.answer_words import answer_words
from ui.present.illustrated import choice_words
from ui.present.leaflet_paper import present_leaflet
from ui.present.setting import Setting
from ui.present.sheet_paper import SheetPaper, SheetPart, large_print, printed_here
from ui.present.signing import is_signature

if TYPE_CHECKING:
    from core.forms.entry import Entry

MOST_TICKED: Final = 15
"""Choices that stand on paper; of a longer list, the one that fits is written down."""

FEW_LINES, MANY_LINES = 1, 3
"""Lines to write on for what is short, and for what may be long."""


def present_form_paper(
    entry: Entry, service: PublicService | None, catalogue: Catalogue, texts: Messages, setting: Setting
) -> SheetPaper:
    """Every question that is asked now. A secret that was typed is not put on paper."""
    language = Language(texts.language)
    nothing = Phrase("", language)
    name = outside.name(service.name, language) if service is not None else nothing
    brought = present_leaflet(service, catalogue, texts, setting).about if service is not None else ()
    signed = SheetPart(Phrase(texts.text("paper.form.signed"), language), nothing, lines=FEW_LINES)
    return SheetPaper(
        language=language,
        town=setting.town_in(language),
        title=name if name.text else Phrase(texts.text("service.unnamed"), language),
        lines=(
            Phrase(texts.text("paper.form.how"), language),
            Phrase(texts.text("paper.form.further"), language),
        ),
        parts=(*_questions(entry, texts, setting), signed),
        about=brought,
        end=(printed_here(texts, setting),),
        large=large_print(setting),
    )


def _questions(entry: Entry, texts: Messages, setting: Setting) -> list[SheetPart]:
    parts: list[SheetPart] = []
    before = ""
    for one in checking.asked(entry):
        if one.type is AnswerType.REPEAT:
            continue
        whose = list_entries.whose(entry, one.path, texts)
        parts.append(_question(entry, one, whose if whose != before else "", texts, setting))
        before = whose
    return parts


def _question(entry: Entry, question: Question, above: str, texts: Messages, setting: Setting) -> SheetPart:
    language = Language(texts.language)
    title = form_text.label(entry, question.label, language)
    answer = answer_words(entry, question, texts, setting.places)
    nothing = Phrase("", language)
    if answer.text and not question.secret:
        return SheetPart(title, answer, above)
    if question.type is AnswerType.UPLOAD and not is_signature(question):
        return SheetPart(title, Phrase(texts.text("paper.form.enclose"), language), above)
    hint = form_text.label(entry, question.hint, language)
    choices = _choices(entry, question, texts)
    if 0 < len(choices) <= MOST_TICKED:
        many = question.type is AnswerType.SELECT_MULTIPLE
        tick = Phrase(texts.text("paper.form.tick_all" if many else "paper.form.tick"), language)
        return SheetPart(title, nothing, above, hint=tick, choices=choices)
    lines = MANY_LINES if "multiline" in question.appearance.split() else FEW_LINES
    return SheetPart(title, nothing, above, hint=hint if hint.text else None, lines=lines)


def _choices(entry: Entry, question: Question, texts: Messages) -> tuple[Phrase, ...]:
    if question.type not in (AnswerType.SELECT_ONE, AnswerType.SELECT_MULTIPLE, AnswerType.TRIGGER):
        return ()
    choices = enumerate(entry.choices(question))
    words = (choice_words(entry, choice, place, texts) for place, choice in choices)
    return tuple(one for one in words if one.text)
