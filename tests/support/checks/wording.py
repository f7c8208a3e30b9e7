# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with an answer and where a submission is, are told in words and by shapes, never by a colour alone."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import get_args

from PySide6.QtCore import QRect

from tests.support.checks.meaning import bare
from tests.support.checks.painting import pixels
from tests.support.checks.screen import MOST_PAGES, ScreenUnderTest
from tests.support.checks.signals import differ
from tests.support.measuring import named, visible
from ui.parts.way import When, _Step
from ui.present.field_list_contents import FieldListContents
from ui.present.question_contents import QuestionContents
from ui.present.reading import Readable
from ui.present.sent import Advice, SentContents
from ui.present.status import AskContents, FoundContents
from ui.screens import readable


def told_in_words(shown: ScreenUnderTest) -> Iterator[str]:
    """SEE-09: the words of a mistake and of a delivery's state are there; doors of a way differ without colours."""
    page = readable(shown.visit, shown.shown.texts, shown.shown.setting)
    wanted = {bare(words): words for words in _states(page)}
    if not wanted:
        return
    written, looked_at = "", 0
    # Whoever looked before may have turned the page: after its last part comes its first.
    while shown.turn():
        pass
    for _ in range(min(shown.page.page_count, MOST_PAGES)):
        # A long text goes on in the next part, as if nothing stood between.
        written += "".join(
            bare(text.text)
            for text in shown.painted()
            if shown.page.isAncestorOf(text.owner) and text.owner.objectName() != "foot.more"
        )
        for step in visible(shown.page):
            if isinstance(step, _Step) and not looked_at:
                looked_at += 1
                yield from _doors(step)
        shown.turn()
    for words, said in wanted.items():
        if words not in written:
            yield f"told by its colour alone: {said!r}"


def _states(page: Readable) -> Iterator[str]:
    match page:
        case QuestionContents(problem=problem) if problem is not None:
            yield problem.text.text
        case FieldListContents(asked=asked):
            yield from (one.problem.text for one in asked if one.problem is not None)
        case SentContents():
            yield page.heading
            yield from _advised(page.advice)
            yield from (step.title for step in page.way)
        case FoundContents():
            yield page.state
            yield from _advised(page.advice)
            yield from (step.title for step in page.way)
        case AskContents(none=none) if none is not None:
            yield from _advised((none,))
        case _:
            pass


def _advised(advice: tuple[Advice, ...]) -> Iterator[str]:
    return (one.title for one in advice)


def _doors(step: _Step) -> Iterator[str]:
    """What is past, where it is now, and what is still to come, with the same words."""
    was, drawn = step._step, {}
    where = step.look.place(QRect(0, 0, step._left, step._door_height), step.width())
    for when in get_args(When):
        step._step = replace(was, when=when)
        # Of the door alone: it stands beside words that have room for many more.
        drawn[when] = pixels(step, 1)[: step._door_height, where.left() : where.right() + 1]
    step._step = was
    for one, other in combinations(drawn, 2):
        if eyes := differ(drawn[one], drawn[other]):
            yield f"{one} looks like {other} ({eyes}): {named(step)}"
