# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One press hides the whole page from whoever looks over a shoulder, and one shows it again (PRV-07)."""

from dataclasses import replace

from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from core.visit.steps import Step


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means for a page that is hidden, or is to be; None where it means nothing for that."""
    match visit.over, event:
        case p.Hidden(), (e.HidePressed() | e.ContinuePressed() | e.BackPressed()):
            return Step(replace(visit, over=None, hidden=False))
        case _, e.HidePressed() if not isinstance(visit.page, p.Welcome | p.Finished | p.OutOfOrder):
            return Step(replace(visit, over=p.Hidden(), hidden=True))
        case _:
            return None


def kept(visit: Visit) -> Visit:
    """Help, settings or languages over a hidden page do not show it when they are closed."""
    return replace(visit, over=p.Hidden()) if visit.hidden and visit.over is None else visit
