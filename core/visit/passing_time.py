# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quiet time: when to ask 'are you still there?', and when to forget (accessibility.md TIM-01 to TIM-05).

There is no limit to a visit as a whole, and none to how often time is given again: only silence ends it.
"""

from dataclasses import replace

from core.submission import DeliveryState
from core.visit import finding, recall, signs, staff_presence, trying
from core.visit import pages as p
from core.visit.answers import Felt, Tick
from core.visit.effects import Ending, EndVisit, Remind, StopSpeaking
from core.visit.state import Printing, Visit
from core.visit.steps import Step, stay

REMIND_AT = (60.0, 30.0, 10.0)
"""Seconds left at which the warning is said again, besides its beginning (TIM-03)."""


def idle(visit: Visit) -> float | None:
    """Seconds of quiet until the question: long enough to read what is shown three times over. None at home."""
    delays = visit.delays
    if delays.idle is None:
        return None
    least = max(delays.idle, delays.assisted_idle) if visit.assisted else delays.idle
    read = max(least, delays.readings * visit.reading)
    return max(read, delays.called) if isinstance(visit.over, p.Help) else read


def warning(visit: Visit) -> float:
    """Seconds for which the question stands (TIM-01)."""
    delays = visit.delays
    return max(delays.warning, delays.assisted_warning) if visit.assisted else delays.warning


def step(visit: Visit, event: Tick | Felt) -> Step:
    """A second has passed, or a hand was there."""
    return tick(visit, event.now) if isinstance(event, Tick) else Step(felt(visit))


def felt(visit: Visit) -> Visit:
    """A hand was there: the whole time again, also for the question itself, which stays until it is answered.

    What a hand means is told apart from this; one that slides off or strikes twice means nothing, and is there.
    """
    match visit.over:
        case p.StillThere(left=left, of=of) as asked if left < of:
            return replace(visit, over=replace(asked, left=of), quiet_since=None)
        case _:
            return visit if visit.quiet_since is None else replace(visit, quiet_since=None)


def tick(visit: Visit, now: float) -> Step:
    """One second has passed. `now` is the steady clock in seconds.

    The clock stands still while the machine itself is busy or speaks, and while somebody is on the way.
    """
    if visit.staff is not None:
        return staff_presence.tick(visit, visit.staff, now)
    visit = staff_presence.counted(_called(visit, now), now)
    if visit.over is not None or visit.speaking:
        visit = recall.paused(visit)
    if _busy(visit) or visit.coming_since is not None:
        return Step(_stopped(visit, now))
    if visit.quiet_since is None:
        return Step(replace(_stopped(visit, now), quiet_since=now))
    quiet = now - visit.quiet_since
    visit = trying.tick(visit, quiet)
    match visit.page, visit.over:
        case p.Recall() as page, None:
            return recall.tick(visit, page, now)
        case _, p.StillThere() as asked:
            return _asked(visit, asked, now)
        case ((p.Welcome() | p.OutOfOrder()), over):
            # Where the machine is out of order its help is all that there is to read.
            longest = visit.delays.idle or visit.delays.abandoned
            patience = visit.delays.abandoned if visit.page == p.Welcome() else longest
            if (visit.begun or over is not None) and quiet >= patience:
                return Step(visit, (EndVisit(Ending.LEFT),))
            return stay(visit)
        case p.Finished() as page, _:
            if quiet >= farewell(visit):
                return Step(replace(finding.to_welcome(visit, page), quiet_since=None))
            return stay(visit)
        case _:
            return _quiet(visit, quiet, now)


def farewell(visit: Visit) -> float:
    """How long the last page stands: for slow readers three times what it takes to read."""
    least = visit.delays.farewell
    return max(least, visit.delays.readings * visit.reading) if visit.assisted else least


def _quiet(visit: Visit, quiet: float, now: float) -> Step:
    visit = signs.silent(visit, quiet)
    patience = idle(visit)
    if patience is None or quiet < patience:
        return stay(visit)
    of = warning(visit)
    under = None if isinstance(visit.over, p.StillThere) else visit.over
    asked = p.StillThere(left=of, of=of, since=now, under=under)
    return Step(replace(visit, over=asked), (Remind(),))


def _asked(visit: Visit, asked: p.StillThere, now: float) -> Step:
    left = asked.of - (now - asked.since)
    if left <= 0:
        return Step(visit, (StopSpeaking(), EndVisit(Ending.LEFT)))
    again = any(left <= moment < asked.left for moment in REMIND_AT)
    return Step(replace(visit, over=replace(asked, left=left)), (Remind(),) if again else ())


def _called(visit: Visit, now: float) -> Visit:
    """The place is kept for somebody who was called from the first second after the call (UND-10)."""
    if not visit.called:
        return visit
    if visit.coming_since is None:
        return replace(visit, coming_since=now)
    if now - visit.coming_since < visit.delays.called:
        return visit
    # Nobody came in time: the clock runs again, and somebody can be called again.
    return replace(visit, called=False, coming_since=None, quiet_since=None)


def _stopped(visit: Visit, now: float) -> Visit:
    match visit.over:
        case p.StillThere() as asked:
            # What is left of the question stays as it was, however long the machine is busy.
            visit = replace(visit, over=replace(asked, since=now - (asked.of - asked.left)))
        case _:
            pass
    return replace(visit, quiet_since=None)


def _busy(visit: Visit) -> bool:
    match visit.page:
        case p.Check(sealing=True) | p.AboutService(opening=True) | p.StaffDoor(asking=True):
            return True
        case p.Sent() if visit.delivery is not None and visit.delivery.state is DeliveryState.LEAVING:
            # An attempt has its own deadline, so this ends even when the network does not answer.
            return True
        case _:
            return visit.speaking or visit.printing is Printing.UNDER_WAY
