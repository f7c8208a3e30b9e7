# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking for a setting by words: the way there, and the way back to what was found once one of them was open."""

from dataclasses import replace

from core.visit import events as e
from core.visit import pages as p
from core.visit.editing_state import Editing
from core.visit.finding import MOST_TYPED
from core.visit.state import Visit
from core.visit.steps import Step


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What a press means on the way to the search and on its page; None for anything else."""
    match visit.page, event:
        case p.ProfileGroups(), e.SearchOpened():
            return Step(replace(visit, page=p.ProfileFind()))
        case p.ProfileFind(), e.WordsTyped(words=words):
            return Step(replace(visit, page=p.ProfileFind(words[:MOST_TYPED])))
        case _:
            return None


def sought(page: p.Page) -> str | None:
    """The words by which a setting was found that is opened on this page; None where it stands in its group."""
    return page.words if isinstance(page, p.ProfileFind) else None


def back(editing: Editing) -> p.ProfileFind | p.ProfileGroup:
    """Where a setting leads back to: among those that were found, or those of its group."""
    return p.ProfileGroup(editing.group) if editing.sought is None else p.ProfileFind(editing.sought)
