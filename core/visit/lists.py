# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists whose entries people add themselves (repeats without a count): what a press does, and the way through them.

The page of a list comes before its entries are gone through: one goes from it into an entry and comes back to it
after the entry's last question. An entry without any answer is none: it is not shown, is taken up by the next Add, and
is gone once its list is left, so that a form that begins with one does not send it empty.
"""

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from core.ids import QuestionPath
from core.visit import body_order, undoing
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Filling, Visit
from core.visit.steps import Step, stay

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.entry import Entry

ANOTHER: Final = "[+]"
"""Ends the path of a list's page (`core.forms.asked.ANOTHER`, which is not loaded before a form is opened)."""

SHOWN: Final = 10
"""Entries that the page of a list shows at once, the latest first: each is a row to draw and to listen to."""

_PLACE = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Place:
    """That something lies in an entry of a list: the list's page, and the entry (`/data/person[2]`)."""

    list: QuestionPath
    entry: str


def is_list(path: QuestionPath) -> bool:
    """Whether a path is that of a list's page."""
    return path.endswith(ANOTHER)


def lies_in(path: str, entry: str) -> bool:
    """Whether a question lies in an entry of a list; in none when `entry` is empty."""
    return bool(entry) and (path == entry or path.startswith(f"{entry}/"))


def around(entry: "Entry", path: str) -> tuple[Place, ...]:
    """The lists that a question lies in, outermost first. Lists with a fixed count have no page and are left out."""
    found = [
        Place(QuestionPath(path[: one.start()] + ANOTHER), path[: one.end()]) for one in _PLACE.finditer(path)
    ]
    return tuple([one for one in found if entry.asks(one.list)])


def entered(entry: "Entry", here: str, there: QuestionPath) -> QuestionPath:
    """Where going on from `here` leads when `there` comes next: into no entry but by the page of its list."""
    for place in around(entry, there):
        if not lies_in(here, place.entry):
            return place.list
    return there


def before(entry: "Entry", path: QuestionPath) -> QuestionPath | None:
    """Where Back leads: from the first question of an entry to its list, from a list to what comes before it."""
    earlier, _ = body_order.parted_at(entry, path)
    if is_list(path):
        stem = path.removesuffix("+]")
        earlier = [one for one in earlier if not one.startswith(stem)]
    for place in reversed(around(entry, path)):
        if not earlier or not lies_in(earlier[-1], place.entry):
            return place.list
    return earlier[-1] if earlier else None


def within(filling: Filling, there: QuestionPath) -> str:
    """The entry that is gone through after a step to `there`."""
    if not filling.within or lies_in(there, filling.within):
        return filling.within
    outer = around(filling.entry, there)
    return outer[-1].entry if outer else ""


def entries(entry: "Entry", path: QuestionPath) -> tuple[int, ...]:
    """The numbers (from 1) of a list's entries that hold an answer."""
    blank = entry.blank(path)
    return tuple(one for one in range(1, len(entry.instances(path)) + 1) if one not in blank)


def first_of(entry: "Entry", path: QuestionPath, number: int) -> QuestionPath | None:
    """The page on which an entry begins; None while nothing in it is asked."""
    root = f"{path.removesuffix(ANOTHER)}[{number}]"
    inside = next((one.path for one in entry.pages() if lies_in(one.path, root)), None)
    return entered(entry, root, inside) if inside is not None else None


def is_full(entry: "Entry", path: QuestionPath) -> bool:
    """Whether a list takes no more entries."""
    return len(entries(entry, path)) >= entry.most(path)


def step(visit: Visit, filling: Filling, page: p.Question, event: e.ByPerson) -> Step | None:
    """What a press means on the page of a list only; None for what it means on every page of a form."""
    entry = filling.entry
    match event:
        case e.AddPressed():
            return stay(visit) if is_full(entry, page.path) else _add(visit, filling, page)
        case e.RemovePressed(number=number):
            if not 1 <= number <= len(entry.instances(page.path)):
                return stay(visit)
            fewer = undoing.removed(filling, page.path, number)
            return Step(replace(visit, filling=fewer, page=replace(page, told=False)))
        case e.MorePressed():
            parts = max(1, math.ceil(len(entries(entry, page.path)) / SHOWN))
            return Step(replace(visit, page=replace(page, part=(page.part + 1) % parts)))
        case e.ChangePressed(path=path):
            return _into(visit, filling, page.path, path)
        case _:
            return None


def _add(visit: Visit, filling: Filling, page: p.Question) -> Step:
    blank = filling.entry.blank(page.path)
    number = blank[0] if blank else len(filling.entry.instances(page.path)) + 1
    entry = filling.entry if blank else filling.entry.add(page.path)
    first = first_of(entry, page.path, number)
    if first is None:
        return stay(visit)
    return _into(visit, replace(filling, entry=entry), page.path, first)


def _into(visit: Visit, filling: Filling, page: QuestionPath, path: QuestionPath) -> Step:
    place = next((one for one in around(filling.entry, path) if one.list == page), None)
    if place is None:
        return stay(visit)
    return Step(replace(visit, filling=replace(filling, within=place.entry), page=p.Question(path)))


def tidied(filling: Filling, path: QuestionPath) -> Filling:
    """The form without the entries of a list that hold no answer."""
    entry = filling.entry
    for number in reversed(entry.blank(path)):
        entry = entry.remove(path, number)
    return filling if entry is filling.entry else replace(filling, entry=entry)


def left(before_it: p.Page, after: Step) -> Step:
    """Tidy the lists that a step has left; all of them once the answers are checked."""
    now, filling = after.visit.page, after.visit.filling
    if filling is None or now == before_it:
        return after
    match before_it, now:
        case p.Question(path=path), p.Question(path=there):
            outer = [one.list for one in around(filling.entry, path)]
            known = [path, *reversed(outer)] if is_list(path) else outer[::-1]
            leaving = [one for one in known if one != there and not there.startswith(one.removesuffix("+]"))]
        case p.Question(), p.Check():
            leaving = [one.path for one in filling.entry.pages() if is_list(one.path)]
        case _:
            return after
    for one in leaving:
        filling = tidied(filling, one)
    return Step(replace(after.visit, filling=filling), after.effects)
