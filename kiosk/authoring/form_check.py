# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks through a form for what its citizens would meet: missing words, long texts, what is passed over here."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from core.forms.definition import Form, Question
from core.forms.formio.address import SEARCHED
from core.forms.language_names import UNDETERMINED
from core.forms.message import Message
from core.forms.problems import Fate, FormNote
from core.forms.reach import never_asked
from core.ids import Language
from kiosk.authoring.problem_words import ELSEWHERE

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
    Fate.STAYS_EMPTY: "stays empty here: a public machine has nothing of the kind to tell",
    Fate.RUN_APART: 'runs in a process of its own, and only where the profile says [forms] code = "run"; '
    "elsewhere the form is not offered",
}

_SENTENCES: Final[Mapping[tuple[str, Fate], str]] = {
    (
        "nextPage",
        Fate.NO_EFFECT,
    ): "pages come in the order of the form, and those that nextPage skips come too; "
    "conditions leave them out",
    ("file", Fate.NOT_SHOWN): "these pictures and sounds are not beside the form and are not shown",
    ("video", Fate.NOT_SHOWN): "videos are not shown here; say in words what they show",
    **{
        (
            name,
            Fate.BY_HAND,
        ): f"what an office knows of who has signed in ({name}) is not filled in: people write it "
        "themselves, or it stays empty"
        for name in ("prefill", "prefillKey")
    },
    (
        "showDeadline",
        Fate.NOT_SHOWN,
    ): "the day until which a paper can be sent later (showDeadline) is not shown",
    (
        SEARCHED,
        Fate.BY_HAND,
    ): "an address is not searched for here: people write it in one line, and it is sent in words without its place",
    (
        "setgeopoint",
        Fate.STAYS_EMPTY,
    ): "a public machine tells no place of its own: what setgeopoint fills stays empty; "
    "ask for the place where it is needed",
    (
        "last-saved",
        Fate.STAYS_EMPTY,
    ): "the answers of the last time (last-saved) are empty in every visit: nothing that "
    "was sent can be read again here",
    ("audit", Fate.NO_EFFECT): "no record of who looked at what and when (audit) is kept or sent",
    ("max-pixels", Fate.NO_EFFECT): "pictures keep the size that they are taken in (max-pixels)",
    (
        "action",
        Fate.NO_EFFECT,
    ): "answers go to the server that the form came from, whatever <submission action> says",
    ("ref", Fate.NO_EFFECT): "the whole form is sent, also where <submission ref> names a part of it",
    ("auto-send", Fate.NO_EFFECT): "answers are always sent as soon as there is a network (auto-send)",
    (
        "auto-delete",
        Fate.NO_EFFECT,
    ): "answers are always taken off the machine once the office has them (auto-delete)",
    ("logic", Fate.NO_EFFECT): "logic that waits for an event has no effect here: no button lets it happen",
}
"""What needs more words than its own name and its fate."""

_NAMELESS: Final = "a language that is not named"
_TYPE: Final = re.compile(r"[\w-]+")


def summary(form: Form) -> str:
    """One line: how much there is."""
    named = [one for one in form.languages if one != UNDETERMINED]
    languages = ", ".join([*named, *([_NAMELESS] if named and len(named) < len(form.languages) else [])])
    said = f"languages: {languages}" if named else "no language named"
    return f"{_counted(len(form.questions), 'question')}, {_counted(len(form.repeats), 'repeat')}; {said}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _language(language: Language) -> str:
    return _NAMELESS if language == UNDETERMINED else language


def findings(form: Form) -> Iterator[str]:
    """What an author should know, the worst first."""
    yield from passed_over(form.notes)
    never = never_asked(form, datetime.now().astimezone())
    if never:
        yield f"{_counted(len(never), 'question')} can never be asked, whatever is answered before: {few(never)}"
    for language in form.languages:
        missing = [one.path for one in form.questions if one.label and not has(one.label, language)]
        if missing:
            of = f"{len(missing)} of {_counted(len(form.questions), 'question')}"
            yield f"{_language(language)}: {of} {_are(missing)} not translated: {few(missing)}"
    nameless = [one.path for one in form.questions if not one.label and one.path not in form.tables.heads]
    if nameless:
        have = "has" if len(nameless) == 1 else "have"
        yield f"{_counted(len(nameless), 'question')} {have} no words: {few(nameless)}"
    keys = [one.path for one in form.questions if is_called_by_its_key(one)]
    if keys:
        yield (
            f"{_counted(len(keys), 'question')} {_are(keys)} called by the name in the data, which is no word for "
            f"people; give a title or a label: {few(keys)}"
        )
    for question in form.questions:
        yield from _too_much(question)


def passed_over(notes: Sequence[FormNote]) -> Iterator[str]:
    """What the form says and nothing here carries out, each construct once with the places where it stands."""
    places: dict[tuple[str, Fate], list[str]] = {}
    for note in notes:
        places.setdefault((note.construct, note.fate), []).append(note.place)
    for (construct, fate), found in places.items():
        yield f"{_passed_over(construct, fate)}: {few(found)}"


def _passed_over(construct: str, fate: Fate) -> str:
    # A question that is left out is told by its type alone; what else is left out is told in words.
    if construct.startswith(ELSEWHERE):
        return f"a {construct} goes to a place of its platform's own and is left out; base64 sends it along"
    of_type = "the type " if fate is Fate.LEFT_OUT and _TYPE.fullmatch(construct) else ""
    return _SENTENCES.get((construct, fate)) or f"{of_type}{construct} {_FATES[fate]}"


def is_called_by_its_key(question: Question) -> bool:
    """Whether a question has nothing but the name of its data for words, such as `veteranFullName`."""
    name = question.path.rpartition("/")[2]
    said = {"".join(map(str, version.parts)) for version in question.label.versions}
    return said == {name} and bool(re.search(r"[a-z][A-Z]|_", name))


def _too_much(question: Question) -> Iterator[str]:
    """Long texts and long sentences, each once with its languages."""
    texts: list[str] = []
    sentences: list[str] = []
    for version in question.label.versions:
        shown = "".join(part for part in version.parts if isinstance(part, str))
        at = "" if version.language == UNDETERMINED else f" in {version.language}"
        if len(shown) > LONGEST_QUESTION:
            texts.append(f"{len(shown)} characters{at}")
        longest = max((len(one.split()) for one in re.split(r"[.?!:\n]", shown)), default=0)
        if longest > MOST_WORDS:
            sentences.append(f"a sentence of {longest} words{at}")
    if texts:
        yield f"{question.path}: {', '.join(texts)}; {LONGEST_QUESTION} are easy to take in"
    if sentences:
        yield f"{question.path}: {', '.join(sentences)}; {MOST_WORDS} are easy to take in"


def has(message: Message, language: Language) -> bool:
    """Whether a text is there in a language itself."""
    return any(version.language == language and version.parts for version in message.versions)


def _are(found: Sequence[str]) -> str:
    return "is" if len(found) == 1 else "are"


def few(paths: Sequence[str]) -> str:
    """The first three, and how many more there are."""
    more = f" and {len(paths) - 3} more" if len(paths) > 3 else ""
    return ", ".join(paths[:3]) + more
