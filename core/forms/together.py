# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which questions a form wants on one page (ODK XForms `field-list`), parted into as many as one page can take.

The parts depend on the form alone and never on answers: what somebody writes stays where it is written, whatever their
answers open or close beside it.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from core.forms.definition import NOT_HERE, AnswerType, Group, Question, Repeat, Tables

FIELD_LIST: Final = "field-list"
"""The appearance of a group that wants all its questions on one page."""

FITS: Final = 4
"""Things to press that the questions of one page may have. Of the seven on a page (UND-01) one leads on, one puts an
answer back and one brings the keys."""

MOST: Final = 6
"""Questions on one page, with those that only tell something."""

_SIMPLE: Final[Mapping[AnswerType, int]] = {
    AnswerType.NOTE: 0,
    AnswerType.TEXT: 1,
    AnswerType.INTEGER: 1,
    AnswerType.DECIMAL: 1,
    AnswerType.TRIGGER: 1,
    AnswerType.TRUTH: 2,
    # Its boxes are one thing to write in, and a button may fill them.
    AnswerType.DATE: 2,
    AnswerType.TIME: 2,
    AnswerType.DATE_TIME: 2,
}
"""What has a small field, and how many things to press that has."""

_LARGE: Final = frozenset({"multiline", "label", "list-nolabel"})
"""Appearances of what has a page of its own all the same."""

Part = Question | Group | Repeat


def together_in(body: Iterable[Part], tables: Tables) -> Mapping[str, tuple[str, ...]]:
    """For each question that shares its page the paths of all on that page, in order; those alone are left out."""
    parts = tuple(body)
    # What is asked at two places of a form is one question, and stands on no two pages.
    repeated = {path for path, times in Counter(_paths(parts)).items() if times > 1}
    found: dict[str, tuple[str, ...]] = {}
    for run in _runs(parts, tables, repeated, wanted=False):
        for page in _parted(run):
            if len(page) > 1:
                paths = tuple([one.path for one in page])
                found.update(dict.fromkeys(paths, paths))
    return found


def _paths(body: Iterable[Part]) -> Iterator[str]:
    for one in body:
        if isinstance(one, Question):
            yield one.path
        else:
            yield from _paths(one.children)


def _runs(
    body: Iterable[Part], tables: Tables, repeated: Collection[str], *, wanted: bool
) -> Iterator[list[Question]]:
    """Questions that follow each other and are wanted together. A list, a part with a name of its own and what needs a
    page of its own end a run."""
    run: list[Question] = []
    for one in _opened(body):
        is_small = isinstance(one, Question) and one.path not in repeated and weight(one, tables) is not None
        if isinstance(one, Question) and wanted and is_small:
            run.append(one)
            continue
        if run:
            yield run
            run = []
        if not isinstance(one, Question):
            yield from _runs(
                one.children, tables, repeated, wanted=wanted or FIELD_LIST in one.appearance.split()
            )
    if run:
        yield run


def _opened(body: Iterable[Part]) -> Iterator[Part]:
    """The parts of a body. A group without words and wishes of its own is as if it were not there."""
    for one in body:
        if isinstance(one, Group) and not one.label and FIELD_LIST not in one.appearance.split():
            yield from _opened(one.children)
        else:
            yield one


def weight(question: Question, tables: Tables) -> int | None:
    """How many things to press a question has; None where it needs a page of its own."""
    large = not _LARGE.isdisjoint(question.appearance.split()) or question.appearance == NOT_HERE
    in_table = question.path in tables.titles or question.path in tables.heads
    if large or in_table or question.secret or question.scale is not None or _is_illustrated(question):
        return None
    if question.type in (AnswerType.SELECT_ONE, AnswerType.SELECT_MULTIPLE):
        return len(question.choices) if 0 < len(question.choices) <= FITS else None
    return _SIMPLE.get(question.type)


def _is_illustrated(question: Question) -> bool:
    return any(one.media for one in (question.label, *(choice.label for choice in question.choices)))


def _parted(run: Sequence[Question]) -> list[list[Question]]:
    """The pages of a run: as few as can be, and none much fuller than another."""
    fewest = _filled(run, FITS)
    total = sum(_weight(one) for one in run)
    even = range(math.ceil(total / len(fewest)), FITS)
    return next((pages for most in even if len(pages := _filled(run, most)) == len(fewest)), fewest)


def _filled(run: Sequence[Question], most: int) -> list[list[Question]]:
    pages: list[list[Question]] = [[]]
    held = 0
    for one in run:
        more = _weight(one)
        if pages[-1] and (held + more > most or len(pages[-1]) == MOST):
            pages.append([])
            held = 0
        pages[-1].append(one)
        held += more
    return pages


def _weight(question: Question) -> int:
    return len(question.choices) or _SIMPLE[question.type]
