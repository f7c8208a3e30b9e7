# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says an answer as people write it: dates in words, choices by their labels, everything else as it was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Final, assert_never

from core.forms.definition import AnswerType, Question
from core.forms.rendering import listed
from core.gazetteer import Gazetteer
from core.ids import Language
from core.text import Phrase
from i18n.formats import date_in_words, number, time_short
from i18n.messages import Messages
from ui.present import amounts, form_text
from ui.present.fields import NumberContents, Part, Shape, parts_of
from ui.present.illustrated import choice_words
from ui.present.placing import place_answer
from ui.present.setting import nowhere
from ui.present.signing import is_drawing, is_signature

if TYPE_CHECKING:
    from core.forms.entry import Entry

BETWEEN = " · "
MADE: Final = re.compile(r"photo(-\d+)?\.jpg")
"""The name of a photo that was taken here, or of one that somebody brought under the same name."""

RECORDED: Final = re.compile(r"recording(-\d+)?\.wav")

SHOWN = 200
"""Characters of an answer that a row shows; the whole answer is one press away."""

_HALF = Decimal("0.5")


CHOSEN: Final = frozenset(
    {
        AnswerType.SELECT_ONE,
        AnswerType.SELECT_MULTIPLE,
        AnswerType.TRIGGER,
        AnswerType.GEOPOINT,
        AnswerType.GEOTRACE,
        AnswerType.GEOSHAPE,
    }
)
"""Questions whose answers are pressed, not written."""

TRUTHS: Final[Mapping[str, str]] = {"true": "truth.yes", "false": "truth.no"}
"""The words for the two answers of a question that is answered with yes or no."""

READ: Final = "OK"
"""The answer to a question that only asks to be read (ODK XForms, `trigger`)."""


def answer_words(
    entry: Entry, question: Question, texts: Messages, places: Callable[[], Gazetteer] = nowhere
) -> Phrase:
    """The answer for people, shortened; empty when there is none. A secret is only said to be there.

    `places` gives those that the town has names for.
    """
    language = Language(texts.language)
    raw = entry.raw(question.path)
    if question.secret:
        # Beside other answers nobody asks to see it (PRV-07).
        return Phrase(texts.text("secret.written") if raw else "", language)
    match question.type:
        case AnswerType.DATE:
            said = _moment(raw, Shape.DATE, texts)
        case AnswerType.TIME:
            said = _moment(raw, Shape.TIME, texts)
        case AnswerType.DATE_TIME:
            said = _moment(raw, Shape.DATE_TIME, texts)
        case AnswerType.TRUTH:
            said = texts.text(TRUTHS[raw.strip()]) if raw.strip() in TRUTHS else ""
        case AnswerType.TRIGGER:
            said = texts.text("question.read_this") if raw.strip() == READ else ""
        case AnswerType.UPLOAD:
            said = _handed(question, raw, texts)
        case AnswerType.GEOPOINT | AnswerType.GEOTRACE | AnswerType.GEOSHAPE:
            said = place_answer(question, raw, places(), texts) if raw else ""
        case AnswerType.SELECT_ONE | AnswerType.SELECT_MULTIPLE:
            said = _pictured(entry, question, raw, texts)
        case AnswerType.INTEGER | AnswerType.DECIMAL if amounts.is_amount(question):
            said = amounts.in_words(question, raw, texts)
        case AnswerType.DECIMAL | AnswerType.RANGE:
            said = NumberContents(raw, "", decimal_sign(texts.language), "").shown
        case (
            AnswerType.TEXT
            | AnswerType.INTEGER
            | AnswerType.NOTE
            | AnswerType.REPEAT
            | AnswerType.RANK
            | AnswerType.BARCODE
        ):
            said = ""
        case _:
            assert_never(question.type)
    phrase = Phrase(said, language) if said else entry.answer_text(question, language)
    return form_text.one_line(phrase, SHOWN)


def _handed(question: Question, raw: str, texts: Messages) -> str:
    """What was made at the machine, by its kind; empty for a file, which is called by its name."""
    if raw and is_signature(question):
        return texts.text("drawing.done" if is_drawing(question) else "sign.signed")
    if RECORDED.fullmatch(raw):
        return texts.text("record.said")
    return texts.text("photo.said") if MADE.fullmatch(raw) else ""


def _pictured(entry: Entry, question: Question, raw: str, texts: Messages) -> str:
    """What was chosen, where some of the choices are pictures without words; empty where all have words."""
    held, language = raw.split(), Language(texts.language)
    named = any(one.label.versions for one in question.choices) or not question.choices
    if named or not held:
        return ""
    chosen = ((place, one) for place, one in enumerate(entry.choices(question)) if one.value in held)
    said = [choice_words(entry, one, place, texts) for place, one in chosen]
    return listed(said, language).text


def decimal_sign(language: str) -> str:
    """The sign before decimals."""
    return number(_HALF, language).strip("05")


def _moment(raw: str, shape: Shape, texts: Messages) -> str:
    """A date or a time in words; empty for what is none."""
    parts = parts_of(raw, shape)
    said = []
    try:
        if shape is not Shape.TIME:
            day = date(*(int(parts[part]) for part in (Part.YEAR, Part.MONTH, Part.DAY)))
            said.append(date_in_words(day, texts.language))
        if shape is not Shape.DATE:
            said.append(time_short(time(int(parts[Part.HOUR]), int(parts[Part.MINUTE])), texts.language))
    except ValueError:
        return ""
    return BETWEEN.join(said)
