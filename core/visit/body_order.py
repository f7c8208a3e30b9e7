# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes before a question and after it, in the order of its form; also where an answer has closed it."""

from itertools import takewhile
from typing import TYPE_CHECKING

from core.ids import QuestionPath

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.entry import Entry


def parted_at(entry: "Entry", path: str) -> tuple[list[QuestionPath], list[QuestionPath]]:
    """The questions asked now before a question and after it, each once: at its first place, if its form has it at two.

    All of them come after a question that is not in the form, as one in an entry that was taken out of its list.
    """
    order = list(dict.fromkeys(one.path for one in entry.pages()))
    if path in order:
        here = order.index(QuestionPath(path))
        return order[:here], order[here + 1 :]
    every = [one.path for one in entry.questions()]
    if path not in every:
        return [], order
    passed = set(takewhile(lambda one: one != path, every))
    here = sum(one in passed for one in order)
    return order[:here], order[here:]
