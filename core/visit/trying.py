# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A way of pressing is tried before it is kept: whoever cannot go on with it has the way before again, by waiting.

Nothing on the page tells of time. Every press and every touch begins the time anew; the touch screen always works.
"""

from dataclasses import replace

from core.visit import events as e
from core.visit import pages as p
from core.visit import settings_pages as s
from core.visit.state import Visit
from core.visit.steps import Step
from core.visit.way_pages import LIGHTS, Practise, Rhythm, Switches, Ways

DARK = 2.0
"""Seconds without a light before the lamp lights; one more each other time, so that nobody presses by rhythm."""


def tried(visit: Visit) -> Practise | None:
    """The way that is in use on trial, also below help or the question whether somebody is there."""
    match visit.over:
        case Practise() as here:
            return here
        case p.StillThere(under=Practise() as below):
            return below
        case _:
            return visit.tried


def within(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means on these pages; None for anything else."""
    match visit.over, event:
        case ((s.Comfort() | Ways() | Rhythm() | Switches() | Practise()), e.WayPageChanged(page=page)):
            return Step(replace(visit, over=page, tried=None))
        case ((Rhythm() | Switches() | Practise()), e.BackPressed()):
            return Step(replace(visit, over=Ways()))
        case Ways(), e.BackPressed():
            return Step(replace(visit, over=s.Comfort()))
        case Rhythm(), e.ContinuePressed():
            return Step(replace(visit, over=Ways()))
        case Ways(), e.ContinuePressed():
            return Step(replace(visit, over=None))
        case Practise() as here, e.Missed():
            return Step(replace(visit, over=replace(here, did="beside", thing="")))
        case _:
            return None


def returned(before: Visit, after: Visit) -> Visit:
    """Whoever asks for help or another language while they practise comes back to their practice."""
    if isinstance(before.over, Practise) and isinstance(after.over, p.Help | p.Languages | s.Comfort):
        return replace(after, tried=before.over)
    if before.tried is not None and after.tried is before.tried and after.over is None:
        return replace(after, over=before.tried, tried=None)
    return after


def tick(visit: Visit, quiet: float) -> Visit:
    """Nobody has pressed anything for `quiet` seconds: the lamp lights, or the way before comes back."""
    match visit.over:
        case Switches(measuring=True, lit=False, took=took) as here if len(took) < LIGHTS:
            return replace(visit, over=replace(here, lit=True)) if quiet >= DARK + len(took) % 2 else visit
        case _ if tried(visit) is None or quiet < visit.delays.tried:
            return visit
        case Practise():
            return replace(visit, over=Ways(unkept=True))
        case p.StillThere() as asked if isinstance(asked.under, Practise):
            return replace(visit, over=replace(asked, under=Ways(unkept=True)))
        case _:
            return replace(visit, tried=None)


def kept(visit: Visit) -> Visit:
    """The person has said yes to the way they practised."""
    return replace(visit, over=None if isinstance(visit.over, Practise) else visit.over, tried=None)
