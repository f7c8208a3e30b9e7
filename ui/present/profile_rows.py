# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings of a profile as rows: what each is called, its value in words and units, and what does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from core.forms.definition import AnswerType, Question
from core.ids import Language, QuestionPath
from core.text import Phrase
from core.visit import lists
from core.visit.editing_state import Editing, GroupOfSettings
from i18n.formats import with_unit
from i18n.messages import Messages
from ui.present import form_text, list_entries
from ui.present.answer_words import answer_words
from ui.present.breach_words import breach_words
from ui.present.reading import Item, Role, quoted, sentence
from ui.present.setting import Setting

if TYPE_CHECKING:
    from core.forms.entry import Entry, Problem

UNSET: Final = frozenset({"problem.required", "rule.min_items"})
"""What forms say of a value that is not there."""

IN_A_LIST = 3
"""Entries of a list that its row names."""

BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A setting and its value. `change_name` begins with the words on the button and names the setting."""

    path: QuestionPath
    title: Phrase
    value: Phrase
    wrong: str
    change: str
    change_name: str

    def items(self, language: Language) -> tuple[Item, ...]:
        """In reading order."""
        change = Item(Phrase(self.change_name, language), Role.BUTTON)
        return (quoted(self.title), quoted(self.value), sentence(self.wrong, language), change)


def settings_of(entry: Entry, group: GroupOfSettings) -> list[Question]:
    """The settings of a group; those in a list are one, the list."""
    return [
        one
        for one in entry.pages()
        if group.holds(one.path) and (lists.is_list(one.path) or not lists.around(entry, one.path))
    ]


def row(
    editing: Editing,
    entry: Entry,
    question: Question,
    texts: Messages,
    setting: Setting,
    wrong: Mapping[QuestionPath, str],
) -> ProfileRow:
    """One setting as a row. `wrong` is what does not fit, by setting."""
    title = title_of(entry, question, texts)
    return ProfileRow(
        question.path,
        title,
        value_of(editing, entry, question, texts, setting),
        wrong.get(question.path, ""),
        texts.text("check.change"),
        texts.text("check.change_named", question=title.text),
    )


def title_of(entry: Entry, question: Question, texts: Messages) -> Phrase:
    """What a setting is called."""
    if question.type is AnswerType.REPEAT:
        return list_entries.list_name(entry, question.path, texts)
    return form_text.label(entry, question.label, Language(texts.language))


def value_of(editing: Editing, entry: Entry, question: Question, texts: Messages, setting: Setting) -> Phrase:
    """The value in words and units; what is not set says so."""
    language = Language(texts.language)
    if question.type is AnswerType.REPEAT:
        said = _listed(entry, question, texts)
    else:
        unit = editing.units.get(question.path, "")
        said = in_unit(entry.raw(question.path), unit, texts) if unit else ""
        phrase = Phrase(said, language) if said else answer_words(entry, question, texts, setting.places)
        if phrase.text:
            return phrase
    return Phrase(said or texts.text("profile.unset"), language)


def in_unit(raw: str, unit: str, texts: Messages) -> str:
    """A number with its unit in words; empty for what is no number."""
    try:
        number = Decimal(raw)
    except InvalidOperation:
        return ""
    if not number.is_finite():
        return ""
    whole = number == number.to_integral_value()
    return with_unit(int(number) if whole else number, unit, texts.language)


def _listed(entry: Entry, question: Question, texts: Messages) -> str:
    """How many entries a list has, and the first of them where each is one text."""
    inside = list_entries.by_entry(entry, question.path)
    said = [entry.raw(one.path) for number in sorted(inside) for one in inside[number]]
    single = all(len(one) == 1 for one in inside.values())
    many = len(lists.entries(entry, question.path))
    if not many:
        return ""
    if single and many <= IN_A_LIST:
        return BETWEEN.join(said)
    return texts.text("list.how_many", n=many)


def wrongs(editing: Editing, entry: Entry, texts: Messages, setting: Setting) -> dict[QuestionPath, str]:
    """What does not fit, by the setting where it is mended; of a list, the list."""
    found: dict[QuestionPath, str] = {}
    for problem in entry.problems():
        places = lists.around(entry, problem.path)
        path = places[0].list if places else problem.path
        found.setdefault(path, _of_form(editing, entry, problem, texts, setting))
    asked = {one.path for one in entry.pages()}
    for breach in editing.breaches:
        path = breach.path
        if path not in asked:
            path = next(
                (one for one in asked if lists.is_list(one) and path.startswith(one.removesuffix("+]"))), path
            )
        found.setdefault(path, breach_words(breach, texts))
    return found


def _of_form(editing: Editing, entry: Entry, problem: Problem, texts: Messages, setting: Setting) -> str:
    """What a value is, what is allowed, and what is safe."""
    question = entry.question(problem.path)
    said = texts.text(problem.key, **problem.values)
    if not entry.raw(problem.path):
        # Whoever fills a form has to answer to go on; whoever sets a machine up may come back to it.
        return texts.text("profile.wrong.missing") if problem.key in UNSET else said
    value = value_of(editing, entry, question, texts, setting)
    safe = editing.safe.get(problem.path, "")
    now = texts.text("profile.is", title=title_of(entry, question, texts).text, value=value.text)
    if not safe:
        return f"{now} {said}"
    safe = (
        in_unit(safe, editing.units.get(problem.path, ""), texts) if problem.path in editing.units else safe
    )
    return f"{now} {said} {texts.text('profile.safe', value=safe)}"
