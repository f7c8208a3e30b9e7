# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers staff and writes into their log what they were shown."""

from core.errors import Trouble
from core.ports import Cache
from core.staff.finding import Found, Gravity
from core.staff.log_events import Disposition, LogEvent
from core.visit import effects as fx
from core.visit import staff_events as e
from kiosk.profile.model import Profile
from kiosk.staff.desk import Desk
from kiosk.staff.offer import offer_found
from kiosk.staff.walks import service_walks


def findings_noted(
    found: tuple[Found, ...], profile: Profile, cache: Cache, desk: Desk, role: fx.Role
) -> e.FindingsHere:
    """What the machine found out about itself, with what only its store knows of services and forms."""
    seen = (*offer_found(profile.offer, cache), *found)
    problems = sum(one.gravity is Gravity.BAD for one in seen)
    desk.note(LogEvent.FINDINGS_SEEN, role, refs={"problems": problems})
    return e.FindingsHere(seen, service_walks(profile, cache))


def codes_noted(found: tuple[str, ...] | Trouble, desk: Desk, role: fx.Role) -> e.StaffAnswer:
    """The signed settings as codes, or why there are none."""
    if isinstance(found, Trouble):
        desk.note(LogEvent.CODES_SHOWN, role, Disposition.FAILED)
        return e.StaffDone(e.StaffButton.SHOW_CODES, found)
    desk.note(LogEvent.CODES_SHOWN, role, refs={"codes": len(found)})
    return e.CodesHere(found)
