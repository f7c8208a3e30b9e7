# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms begun in a visit: one is being filled, the others wait with their answers until the visit ends."""

from dataclasses import replace

from core.ids import ServiceId
from core.visit import lists
from core.visit import pages as p
from core.visit.state import Filling, Visit


def held(visit: Visit, service: ServiceId) -> Filling | None:
    """The form of a service as far as it was filled in this visit, or None."""
    begun = (visit.filling, *visit.aside)
    return next((one for one in begun if one is not None and one.service == service), None)


def unsent(visit: Visit) -> tuple[Filling, ...]:
    """Every form with an answer that ending the visit could lose, the one being filled first (UND-06).

    A form from an earlier visit that was not gone on with stays as it was put away.
    """
    waiting = (one for one in visit.aside if one.returned is None)
    return tuple(one for one in (visit.filling, *waiting) if one is not None and one.answered)


def waiting(visit: Visit) -> tuple[Filling, ...]:
    """Every form with an answer, those from earlier visits too, the one being filled first."""
    begun = (visit.filling, *visit.aside)
    return tuple(one for one in begun if one is not None and one.answered)


def take_up(visit: Visit, filling: Filling) -> Visit:
    """Fill this form now. The one filled before waits with its answers; one without any is let go.

    A form of the same service gives way: a visit holds one form for each service.
    """
    waiting = tuple(one for one in visit.aside if one.service != filling.service)
    before = visit.filling
    if before is not None and before.service != filling.service and before.answered:
        waiting = (before, *waiting)
    return replace(visit, filling=filling, aside=waiting)


def where_one_was(filling: Filling) -> p.Question | p.Check:
    """The furthest page reached. A question that is no longer asked gives way to the first that wants something."""
    paths = [question.path for question in filling.entry.pages()]
    match filling.reached:
        case p.Question(path=path) if path in paths:
            return p.Question(path)
        case None:
            return p.Question(lists.entered(filling.entry, "", paths[0]))
        case _:
            pass
    problems = filling.entry.problems()
    return p.Question(problems[0].path) if problems else p.Check()


def further(filling: Filling, page: p.Question | p.Check) -> Filling:
    """Remember `page` when nobody has been further in this form."""
    paths = [question.path for question in filling.entry.pages()]

    def place(one: p.Question | p.Check | None) -> int:
        match one:
            case p.Check():
                return len(paths)
            case p.Question(path=path) if path in paths:
                return paths.index(path)
            case _:
                return -1

    # Where one was, not how: whether a problem was told there belongs to that moment.
    clean = p.Check() if isinstance(page, p.Check) else p.Question(page.path)
    return replace(filling, reached=clean) if place(page) > place(filling.reached) else filling
