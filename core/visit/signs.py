# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs that the usual pace is too fast for somebody; after two of them, larger and slower is offered, once.

accessibility.md section 5, 1: presses beside everything, Back twice in a row, or a long silence on a page. The offer
comes with something the person does, never by itself (TIM-05), and the machine never changes its pace unasked.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.visit import events as e
from core.visit import pages as p

if TYPE_CHECKING:
    # The visit holds its signs, so at run time this module must not need the visit's.
    from core.visit.state import Visit

MISSES = 3
MISSES_WITHIN = 10.0
"""So many presses beside everything within so many seconds are a sign."""

SILENCE = 45.0
"""Seconds without input on a page that are a sign, once for each page."""

ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Signs:
    """What was noticed so far. `misses` are the steady times of the last presses beside everything."""

    count: int = 0
    misses: tuple[float, ...] = ()
    went_back: bool = False
    silent_on: p.Page | None = None
    offered: bool = False


def noticed(signs: Signs, event: e.ByPerson) -> Signs:
    """What a person's event adds."""
    match event:
        case e.Missed(at=at):
            recent = (*(one for one in signs.misses if at - one <= MISSES_WITHIN), at)
            if len(recent) >= MISSES:
                return replace(signs, misses=(), went_back=False, count=signs.count + 1)
            return replace(signs, misses=recent, went_back=False)
        case e.BackPressed() if signs.went_back:
            return replace(signs, went_back=False, count=signs.count + 1)
        case e.BackPressed():
            return replace(signs, went_back=True)
        case _:
            return replace(signs, went_back=False)


def silent(visit: "Visit", quiet: float) -> "Visit":
    """Note a long silence on a page of the way, once for each page."""
    signs = visit.signs
    if quiet < SILENCE or signs.silent_on == visit.page or visit.assisted or visit.over is not None:
        return visit
    return replace(visit, signs=replace(signs, silent_on=visit.page, count=signs.count + 1))


def offer(visit: "Visit", event: e.ByPerson) -> "Visit":
    """Lay the offer over the page once there are signs enough; never while somebody writes or something lies there."""
    signs = visit.signs
    if visit.assisted or signs.offered or signs.count < ENOUGH or visit.over is not None:
        return visit
    match visit.page, event:
        case ((p.Welcome() | p.Finished() | p.OutOfOrder() | p.Sent() | p.Check() | p.Recall()), _):
            return visit
        case _, (
            e.Missed() | e.BackPressed() | e.ContinuePressed() | e.LifeEventChosen() | e.ServiceChosen()
        ):
            return replace(visit, over=p.OfferPace(), signs=replace(signs, offered=True))
        case _:
            return visit
