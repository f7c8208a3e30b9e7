# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is asked twice in one visit (UND-07): what was said in one form is offered in the next, and never put there.

It is offered with its words on the button, so that nobody shares what they have not seen; the person takes it. The
same question is one that asks about oneself under a usual name, whichever of the usual ones, or that another form asks
in the same words.
"""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from core.ids import QuestionPath
from core.visit.state import Filling, Visit
from core.visit.usual_names import branch_of, is_a_standing, is_about_another, says_of_whom, term_of

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.definition import Question
    from core.forms.entry import Entry
    from core.forms.message import Message

ABOUT_ONESELF: Final = frozenset(
    {
        "full_name",
        "your_name",
        "phone",
        "email",
        "address",
        "postcode",
        "identity_number",
        "date_of_birth",
    }
)
"""Names of questions that ask the same in every form: about who fills it. Others may mean somebody else."""

WRITTEN: Final = frozenset({"text", "date"})
"""What the words of the question alone tell to be the same; of others its name has to be the same too."""

CHOSEN: Final = frozenset({"integer", "decimal", "time", "date_time", "select_one", "select_multiple"})
"""No yes, and not that something was read: both are said anew to each office."""

LONGEST: Final = 1_000
"""Signs of a text that is compared. No question is longer; a text without end from outside would hold up the page."""

TERM: Final = "means: "

ANOTHER: Final = "about another"
"""Counted once for each name by which a form says that it is about somebody else."""

Known = tuple[str, str]
"""By what a question is known in other forms, a line for each way, and its kind."""


def said_before(visit: Visit, path: QuestionPath) -> str:
    """The answer given in this visit to the same question of another form; empty when there is none to offer."""
    filling = visit.filling
    if filling is None or visit.helper is not None:
        return ""
    entry = filling.entry
    if not (visit.aside or visit.said):
        return ""
    question = next((one for one in entry.questions() if one.path == path), None)
    if question is None or entry.raw(path) or entry.readonly(path):
        return ""
    asked = _known(entry, question, _often(entry))
    if asked is None:
        return ""
    raw = next((found for other in visit.aside if (found := _answer(other.entry, asked))), "")
    raw = raw or next((raw for known, raw in reversed(visit.said) if _same(known, asked)), "")
    return raw if raw and entry.answer(path, raw).problem(path) is None else ""


def kept(visit: Visit, filling: Filling) -> Visit:
    """Remember, until the visit ends, what a form said that leaves the screen now."""
    entry, said = filling.entry, dict(visit.said)
    often = _often(entry)
    for one in entry.pages():
        known, raw = _known(entry, one, often), entry.raw(one.path)
        if known is not None and raw and entry.problem(one.path) is None:
            said.pop(known, None)
            said[known] = raw
    return replace(visit, said=tuple(said.items()))


def _answer(entry: "Entry", asked: Known) -> str:
    often = _often(entry)
    for one in entry.pages():
        raw = entry.raw(one.path)
        known = _known(entry, one, often) if raw and one.type.value == asked[1] else None
        if known is not None and _same(known, asked) and entry.problem(one.path) is None:
            return raw
    return ""


def _same(one: Known, other: Known) -> bool:
    return one[1] == other[1] and not set(one[0].splitlines()).isdisjoint(other[0].splitlines())


def _often(entry: "Entry") -> Counter[str]:
    """How many questions of a form have the same words or meaning: counted once, since forms have thousands."""
    questions = entry.questions()
    often = Counter(_words(entry, one) for one in questions)
    # Of the branches of a schema one is asked at a time: they are one question.
    often.update(term for _, term in {(branch_of(one.path), _term(one)) for one in questions} if term)
    often[ANOTHER] = sum(
        is_about_another(one.path) and not (one.type.value == "truth" and is_a_standing(one.path))
        for one in questions
    )
    return often


def _known(entry: "Entry", question: "Question", often: Counter[str]) -> Known | None:
    """None for what may mean somebody else, or is not to be said again."""
    kind = question.type.value
    # In an entry of a list the same name asks about somebody else.
    if question.secret or "[" in question.path or kind not in WRITTEN | CHOSEN:
        return None
    name, words = question.path.rsplit("/", 1)[-1], _words(entry, question)
    # Asked twice in one form, the same words mean two things.
    if often[words] > 1:
        words = ""
    if words and kind in CHOSEN:
        words = f"{name}: {words}"
    ways = [name] if name in ABOUT_ONESELF and kind in WRITTEN else []
    term = _term(question) if kind in WRITTEN else ""
    # Where one form asks for two of a kind, one of them is somebody else's; where it is about somebody, all may be.
    certain = not often[ANOTHER] or says_of_whom(question.path)
    ways += [term] if term and often[term] == 1 and certain else []
    ways += [words] if words else []
    return ("\n".join(ways), kind) if ways else None


def _term(question: "Question") -> str:
    """The meaning of a name, told apart from words that a question might have."""
    term = term_of(question.path)
    return f"{TERM}{term}" if term else ""


def _words(entry: "Entry", question: "Question") -> str:
    """In the language of the form's author, with the choices; empty where a part of them depends on answers."""
    texts = [_text(entry, question.label)]
    for one in question.choices:
        texts += [one.value, _text(entry, one.label)]
    return " | ".join(texts) if all(texts) and question.itemset is None else ""


def _text(entry: "Entry", message: "Message") -> str:
    parts = message.best(entry.form.default_language).parts
    words = [part for part in parts if isinstance(part, str)]
    if len(words) < len(parts) or sum(len(part) for part in words) > LONGEST:
        return ""
    return " ".join(" ".join(words).split())
