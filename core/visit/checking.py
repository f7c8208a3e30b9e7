# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which answers the check page shows, and a part at a time where there are very many."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from core.ids import QuestionPath
from core.visit import lists

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.definition import Question
    from core.forms.entry import Entry

SHOWN: Final = 30
"""Answers in a part: more than most forms ask, and no more than a page draws at once."""

T = TypeVar("T")


def asked(entry: "Entry", here: QuestionPath | None = None) -> "list[Question]":
    """The questions that are asked: no notes, and none of an entry without answers, unless one is `here` in it."""
    blank: dict[QuestionPath, tuple[int, ...]] = {}

    def is_there(path: QuestionPath) -> bool:
        for place in lists.around(entry, path) if "[" in path else ():
            if place.list not in blank:
                blank[place.list] = entry.blank(place.list)
            number = int(place.entry.rpartition("[")[2].rstrip("]"))
            if number in blank[place.list] and not (here is not None and lists.lies_in(here, place.entry)):
                return False
        return True

    return [one for one in entry.pages() if one.type.value != "note" and is_there(one.path)]


def parts(entry: "Entry") -> int:
    """How many parts the answers take; 1 for most forms."""
    return max(1, math.ceil(len(asked(entry)) / SHOWN))


def last(entry: "Entry") -> int:
    """The part at whose end the form is sent."""
    return parts(entry) - 1


def part_with(entry: "Entry", path: QuestionPath) -> int:
    """The part that a question stands in; the first one for a question that is not asked."""
    return next((place // SHOWN for place, one in enumerate(asked(entry)) if one.path == path), 0)


def of_part(questions: Sequence[T], part: int) -> Sequence[T]:
    """Those of one part; of the last one, where answers have gone since."""
    part = min(part, max(0, math.ceil(len(questions) / SHOWN) - 1))
    return questions[part * SHOWN : (part + 1) * SHOWN]
