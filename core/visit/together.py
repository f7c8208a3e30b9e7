# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which questions share a page: those that the form wants together, unless the person takes one at a time."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from core.ids import QuestionPath
from core.visit import pages as p
from core.visit.state import Visit

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.entry import Entry

_PLACES = re.compile(r"\[\d+\]")


def shares_page(visit: Visit, path: str) -> bool:
    """Whether a question stands on a page with others, be they asked now or not."""
    return not visit.one_by_one and visit.filling is not None and bool(_wanted(visit.filling.entry, path))


def on_page(visit: Visit, path: QuestionPath) -> tuple[QuestionPath, ...]:
    """What is asked now on the page with a question, in order; the question alone where it has a page of its own, and
    where answers have closed all of them."""
    if visit.filling is None or not shares_page(visit, path):
        return (path,)
    entry = visit.filling.entry
    return tuple([one for one in _wanted(entry, path) if entry.asks(one)]) or (path,)


def standing_on(visit: Visit, path: QuestionPath) -> tuple[QuestionPath, ...]:
    """All that may stand on the page with a question, asked now or not: an answer closes a question, and may be put
    back."""
    if visit.filling is None or not shares_page(visit, path):
        return (path,)
    return _wanted(visit.filling.entry, path)


def first_on_page(visit: Visit, path: QuestionPath) -> QuestionPath:
    """The question with which the page of a question begins."""
    return on_page(visit, path)[0]


def still_at(before: Visit, after: Visit, at: QuestionPath | None) -> Visit:
    """The visit `after` another pace was chosen: where questions share no page any more, somebody stays `at` theirs.

    One that stands before it and was passed by is asked again when everything is to be sent.
    """
    page = before.page
    if not isinstance(page, p.Question) or at is None or at not in on_page(before, page.path):
        return after
    return after if shares_page(after, page.path) else replace(after, page=replace(page, path=at))


def pointed_out(page: p.Question, path: QuestionPath) -> bool:
    """Whether it was told on the page what does not fit in the answer to a question."""
    return page.told and (path in page.wrong if page.wrong else path == page.path)


def _wanted(entry: "Entry", path: str) -> tuple[QuestionPath, ...]:
    """All that may stand on the page; none where the form wants nothing together there.

    They lie in the same entries of lists: only what comes after the last number differs.
    """
    paths = entry.form.together.get(_PLACES.sub("", path), ())
    stem = path[: path.rfind("]") + 1]
    plain = len(_PLACES.sub("", stem))
    return tuple([QuestionPath(f"{stem}{one[plain:]}") for one in paths])
