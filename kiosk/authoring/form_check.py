# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks through a form for what its citizens would meet: missing words, long texts, what is passed over here."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from core.forms.definition import Form, Question
from core.forms.message import Message
from core.forms.problems import Fate, FormNote
from core.ids import Language

LONGEST_QUESTION = 140
"""Characters of a question. Longer ones fill the page in large letters and are hard to follow by ear."""

MOST_WORDS = 25
"""Words of a sentence that is still plain."""

_FATES: Final[Mapping[Fate, str]] = {
    Fate.JUDGED_LATER: "is judged by the office alone, after the form was sent",
    Fate.NOT_CHECKED: "is not checked here",
    Fate.NOT_SHOWN: "is not shown here",
    Fate.BY_HAND: "fills nothing in here: people write it themselves, or it stays empty",
    Fate.NO_EFFECT: "has no effect here",
    Fate.LEFT_OUT: "cannot be answered here and is left out",
    Fate.RUN_APART: 'runs in a process of its own, and only where the profile says [forms] code = "run"; '
    "elsewhere the form is not offered",
}


def summary(form: Form) -> str:
    """One line: how much there is."""
    languages = ", ".join(form.languages) or "no language named"
    return f"{len(form.questions)} questions, {len(form.repeats)} repeats; languages: {languages}"


def findings(form: Form) -> Iterator[str]:
    """What an author should know, the worst first."""
    yield from passed_over(form.notes)
    for language in form.languages:
        missing = [one.path for one in form.questions if one.label and not has(one.label, language)]
        if missing:
            yield f"{language}: {len(missing)} of {len(form.questions)} questions are not translated: {few(missing)}"
    nameless = [one.path for one in form.questions if not one.label and one.path not in form.tables.heads]
    if nameless:
        yield f"{len(nameless)} questions have no words: {few(nameless)}"
    for question in form.questions:
        yield from _too_much(question)


def passed_over(notes: Sequence[FormNote]) -> Iterator[str]:
    """What the form says and nothing here carries out, each construct once with the places where it stands."""
    places: dict[tuple[str, Fate], list[str]] = {}
    for note in notes:
        places.setdefault((note.construct, note.fate), []).append(note.place)
    for (construct, fate), found in places.items():
        yield f"{construct} {_FATES[fate]}: {few(found)}"


def _too_much(question: Question) -> Iterator[str]:
    for version in question.label.versions:
        shown = "".join(part for part in version.parts if isinstance(part, str))
        if len(shown) > LONGEST_QUESTION:
            length = f"{len(shown)} characters in {version.language}"
            yield f"{question.path}: {length}; {LONGEST_QUESTION} are easy to take in"
        longest = max((len(one.split()) for one in shown.replace("?", ".").split(".")), default=0)
        if longest > MOST_WORDS:
            length = f"a sentence of {longest} words in {version.language}"
            yield f"{question.path}: {length}; {MOST_WORDS} are easy to take in"


def has(message: Message, language: Language) -> bool:
    """Whether a text is there in a language itself."""
    return any(version.language == language and version.parts for version in message.versions)


def few(paths: Sequence[str]) -> str:
    """The first three, and how many more there are."""
    more = f" and {len(paths) - 3} more" if len(paths) > 3 else ""
    return ", ".join(paths[:3]) + more
