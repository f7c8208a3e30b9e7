# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the contents of the field that fits a question, whatever stands in it so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, assert_never

from core.forms.definition import NOT_HERE, AnswerType, Choice, Question
from core.ids import Language
from core.text import Phrase
from core.visit import form_media
from i18n.formats import number
from i18n.messages import Messages
from ui.present import amounts, date_words, form_text, long_list, ranges
from ui.present.answer_words import READ, TRUTHS, answer_words, decimal_sign
from ui.present.fields import (
    MANY_OPTIONS,
    Box,
    BoxesContents,
    ChoiceContents,
    FieldContents,
    NothingToAnswer,
    NumberContents,
    Option,
    Part,
    Shape,
    Shortcut,
    TextContents,
    parts_of,
)
from ui.present.illustrated import choice_words
from ui.present.ordering import ranking
from ui.present.placing import placing
from ui.present.setting import Setting

if TYPE_CHECKING:
    from core.forms.entry import Entry

_YEAR_FIRST = frozenset({"ja", "ko", "zh-Hans", "zh-Hant"})
_TIME = (Part.HOUR, Part.MINUTE)


def field_of(
    entry: Entry, question: Question, texts: Messages, setting: Setting, letters: str = ""
) -> FieldContents:
    """The field for a question. An answer that the form fixes is shown and not asked for. `letters` find some answers
    of a very long list."""
    raw = entry.raw(question.path)
    fixed = answer_words(entry, question, texts, setting.places) if raw else None
    if question.type is AnswerType.NOTE:
        return NothingToAnswer(fixed, _told(entry, question, texts))
    if entry.readonly(question.path):
        return NothingToAnswer(fixed)
    match question.type:
        case AnswerType.SELECT_ONE | AnswerType.SELECT_MULTIPLE:
            return _choice(entry, question, raw, letters, texts)
        case AnswerType.TRUTH:
            return _truth(entry, question, raw, texts)
        case AnswerType.TRIGGER:
            return _read(entry, question, raw, texts)
        case AnswerType.TEXT | AnswerType.BARCODE:
            lines = "multiline" in question.appearance.split()
            return TextContents(raw, field_name(entry, question, texts), lines)
        case AnswerType.RANGE if question.scale is not None:
            return ranges.scale(entry, question, raw, field_name(entry, question, texts), texts)
        case AnswerType.RANK:
            return ranking(entry, question, raw, texts)
        case AnswerType.INTEGER | AnswerType.DECIMAL if ranges.is_shown_whole(question):
            return ranges.scale(entry, question, raw, "", texts)
        case AnswerType.INTEGER | AnswerType.DECIMAL | AnswerType.RANGE:
            return _number(entry, question, raw, texts)
        case AnswerType.DATE | AnswerType.TIME | AnswerType.DATE_TIME:
            return _boxes(entry, question, Shape(question.type.value), texts, setting)
        case AnswerType.GEOPOINT | AnswerType.GEOTRACE | AnswerType.GEOSHAPE:
            return placing(entry, question, letters, setting.places(), texts, maps=setting.maps)
        case AnswerType.REPEAT | AnswerType.UPLOAD:
            raise ValueError("a list has a page of its own, and what is handed over is (ui.present.handed)")
        case _:
            assert_never(question.type)


def field_name(entry: Entry, question: Question, texts: Messages) -> str:
    """A field is called what its visible question says (WCAG 2.5.3), so that nobody has to guess what goes in."""
    asked = form_text.answer(entry, question.label, Language(texts.language)).text
    return asked or texts.text("field.answer")


def _told(entry: Entry, question: Question, texts: Messages) -> tuple[Phrase, ...]:
    language = Language(texts.language)
    if question.appearance == NOT_HERE:
        # Its words are the heading: a question is no piece of news.
        return (Phrase(texts.text("question.not_here"), language),)
    told = (form_text.lines(entry, message, language) for message in (question.label, question.hint))
    return tuple(one for one in told if one.text)


def _options(
    entry: Entry, question: Question, raw: str, choices: Iterable[Choice], texts: Messages
) -> tuple[Option, ...]:
    held = raw.split() if question.type is AnswerType.SELECT_MULTIPLE else [raw.strip()]
    return tuple(
        _option(entry, choice, place, choice.value in held, texts) for place, choice in enumerate(choices)
    )


def _option(entry: Entry, choice: Choice, place: int, chosen: bool, texts: Messages) -> Option:
    words, language = choice_words(entry, choice, place, texts), Language(texts.language)
    shown = form_media.picture(entry, choice.label, language)
    heard = form_media.sound(entry, choice.label, language)
    listen = texts.text("media.listen_to", answer=words.text) if heard else ""
    return Option(choice.value, words, chosen, shown.content if shown is not None else b"", listen)


def _found(
    entry: Entry, question: Question, raw: str, choices: Sequence[Choice], letters: str, texts: Messages
) -> ChoiceContents:
    """A few of very many answers: those that fit the letters, and before any letter what is chosen."""
    found = long_list.found(entry.form, question.path, choices, letters, Language(texts.language))
    shown = found.choices
    if not letters.strip() and raw:
        held = set(raw.split())
        chosen = [one for one in choices if one.value in held]
        shown = tuple([*chosen, *(one for one in shown if one.value not in held)][: long_list.SHOWN])
    key = "field.fitting" if letters.strip() else "field.long"
    count = number(found.count, texts.language)
    return ChoiceContents(
        raw=raw,
        multiple=question.type is AnswerType.SELECT_MULTIPLE,
        clearable=not entry.required(question.path),
        options=_options(entry, question, raw, shown, texts),
        chosen=texts.text("question.chosen"),
        search=texts.text("field.search"),
        letters=letters,
        told=texts.text(key, n=count) if found.count else texts.text("field.search_none"),
    )


def _choice(entry: Entry, question: Question, raw: str, letters: str, texts: Messages) -> ChoiceContents:
    choices = entry.choices(question)
    if len(choices) > long_list.LONG:
        return _found(entry, question, raw, choices, letters, texts)
    multiple = question.type is AnswerType.SELECT_MULTIPLE
    options = _options(entry, question, raw, choices, texts)
    many = len(options) > MANY_OPTIONS
    return ChoiceContents(
        raw=raw,
        multiple=multiple,
        clearable=not entry.required(question.path),
        options=options,
        chosen=texts.text("question.chosen"),
        search=texts.text("field.search") if many else "",
        search_none=texts.text("field.search_none") if many else "",
    )


def _truth(entry: Entry, question: Question, raw: str, texts: Messages) -> ChoiceContents:
    """Yes and no, in the program's words."""
    language = Language(texts.language)
    options = [
        Option(value, Phrase(texts.text(key), language), raw.strip() == value)
        for value, key in TRUTHS.items()
    ]
    return ChoiceContents(
        raw=raw,
        multiple=False,
        clearable=not entry.required(question.path),
        options=tuple(options),
        chosen=texts.text("question.chosen"),
        search="",
        search_none="",
    )


def _read(entry: Entry, question: Question, raw: str, texts: Messages) -> ChoiceContents:
    """One thing to press, for what is to be read."""
    words = Phrase(texts.text("question.read_this"), Language(texts.language))
    return ChoiceContents(
        raw=raw,
        multiple=False,
        clearable=not entry.required(question.path),
        options=(Option(READ, words, raw.strip() == READ),),
        chosen=texts.text("question.chosen"),
    )


def _number(entry: Entry, question: Question, raw: str, texts: Messages) -> NumberContents:
    below_zero = entry.answer(question.path, "-1").problem(question.path) is None
    return NumberContents(
        raw=raw,
        name=field_name(entry, question, texts),
        separator=decimal_sign(texts.language) if question.type is AnswerType.DECIMAL else "",
        minus="-" if below_zero else "",
        said=amounts.said(question, raw, texts),
    )


def _boxes(
    entry: Entry, question: Question, shape: Shape, texts: Messages, setting: Setting
) -> BoxesContents:
    raw = entry.raw(question.path)
    parts = parts_of(raw, shape)
    shown = _parts(shape, question.appearance.split(), texts.language)
    return BoxesContents(
        raw=raw,
        shape=shape,
        boxes=tuple(Box(part, texts.text(f"field.{part.value}"), parts[part]) for part in shown),
        said=date_words.said(parts, shown, texts),
        shortcut=_shortcut(entry, question, shape, texts, setting),
    )


def _parts(shape: Shape, appearance: list[str], language: str) -> tuple[Part, ...]:
    if shape is Shape.TIME:
        return _TIME
    days: tuple[Part, ...] = (Part.DAY, Part.MONTH, Part.YEAR)
    if "month-year" in appearance:
        days = (Part.MONTH, Part.YEAR)
    elif "year" in appearance:
        days = (Part.YEAR,)
    if language in _YEAR_FIRST:
        days = days[::-1]
    return days if shape is Shape.DATE else (*days, *_TIME)


def _shortcut(
    entry: Entry, question: Question, shape: Shape, texts: Messages, setting: Setting
) -> Shortcut | None:
    """Today, or now, where the form takes it: whether it does is asked of the form itself."""
    today: date = setting.now.date()
    time = f"{setting.now.hour:02}:{setting.now.minute:02}"
    match shape:
        case Shape.DATE:
            key, raw = "field.today", today.isoformat()
        case Shape.TIME:
            key, raw = "field.now", time
        case Shape.DATE_TIME:
            key, raw = "field.now", f"{today.isoformat()}T{time}"
        case _:
            assert_never(shape)
    fits = entry.answer(question.path, raw).problem(question.path) is None
    return Shortcut(texts.text(key), raw) if fits else None
