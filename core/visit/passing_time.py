# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quiet time: when to ask 'are you still there?', and when to forget (accessibility.md TIM-01 to TIM-04)."""

from dataclasses import replace

from core.visit import pages as p
from core.visit.effects import Ending, EndVisit, StopSpeaking
from core.visit.state import Printing, Visit
from core.visit.steps import Step, stay


def tick(visit: Visit, now: float) -> Step:
    """One second has passed. `now` is the steady clock in seconds.

    The clock stands still while the machine itself is busy or speaking, and runs slower while help is read or somebody
    was asked to come.
    """
    if _busy(visit):
        return Step(replace(visit, quiet_since=None))
    if visit.quiet_since is None:
        return Step(replace(visit, quiet_since=now))
    quiet = now - visit.quiet_since
    match visit.page:
        case p.Welcome():
            abandoned = visit.begun or visit.over is not None
            if abandoned and quiet >= visit.delays.abandoned:
                return Step(visit, (EndVisit(Ending.LEFT),))
            return stay(visit)
        case p.Finished():
            if quiet >= visit.delays.farewell:
                return Step(replace(visit, page=p.Welcome(), trail=(), quiet_since=None))
            return stay(visit)
        case _:
            return _quiet(visit, quiet)


def _quiet(visit: Visit, quiet: float) -> Step:
    idle, warning = visit.delays.idle, visit.delays.warning
    if idle is None:
        return stay(visit)
    match visit.over:
        case p.Help():
            idle = max(idle, visit.delays.called)
        case p.StillThere(after=after):
            idle = after
        case _:
            pass
    if quiet < idle:
        return stay(visit)
    left = idle + warning - quiet
    if left <= 0:
        return Step(visit, (StopSpeaking(), EndVisit(Ending.LEFT)))
    return Step(replace(visit, over=p.StillThere(left=left, of=warning, after=idle)))


def _busy(visit: Visit) -> bool:
    sealing = isinstance(visit.page, p.Check) and visit.page.sealing
    return visit.speaking or sealing or visit.printing is Printing.UNDER_WAY
