# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a visit is news to who listens: only that is read by itself."""

from core.visit import pages as p
from core.visit.files import Device
from core.visit.state import Visit
from ui.screens import page_key


def audible(visit: Visit) -> object:
    """Equal for two visits that say the same news: another page, a mistake pointed out, an agency's answer."""
    told_now = (
        (visit.page.told, len(visit.filling.failures) if visit.filling else 0)
        if isinstance(visit.page, p.Question)
        else None
    )
    state = visit.delivery.state if isinstance(visit.page, p.Sent) and visit.delivery else None
    found = visit.page.found if isinstance(visit.page, p.Status) else None
    return (page_key(visit), told_now, state, found, visit.paper[0], visit.called, _own(visit), _code(visit))


def _code(visit: Visit) -> object:
    """What became of looking for a code: it is read without a press."""
    making = visit.filling.making if visit.filling is not None else None
    if making is None or making.device is not Device.CODES:
        return None
    return (making.stage, making.trouble)


def _own(visit: Visit) -> object:
    """What stands on the page of the person's own services."""
    if visit.own is None:
        return None
    match visit.page:
        case p.AboutService(service=service):
            return service in visit.own.added
        case p.OwnList():
            return bool(visit.own.services())
        case _:
            return None
