# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last moment to change one's mind, before something legal or financial leaves (WCAG 3.3.4, section 5, 7)."""

from dataclasses import replace

from core.catalogue import ChannelKind
from core.visit import checking
from core.visit import pages as p
from core.visit.effects import Seal
from core.visit.files import sent_with
from core.visit.state import Filling, Visit
from core.visit.steps import Step, stay


def wanted(visit: Visit, filling: Filling) -> bool:
    """Whether sending waits: everything sent slowly may bind, except a report about the town itself."""
    return visit.assisted and filling.channel.kind is not ChannelKind.OPEN311


def begin(visit: Visit) -> Step:
    """Show that it leaves soon, with one button that stops it."""
    return Step(replace(visit, page=p.Recall(left=visit.delays.recall)))


def paused(visit: Visit) -> Visit:
    """Something lies over the page or is said: what is left stays as it was until that has gone."""
    match visit.page:
        case p.Recall(since=since) as page if since is not None:
            return replace(visit, page=replace(page, since=None))
        case _:
            return visit


def tick(visit: Visit, page: p.Recall, now: float) -> Step:
    """One second has passed on that page."""
    filling = visit.filling
    if filling is None:
        return stay(visit)
    if page.since is None:
        return Step(replace(visit, page=replace(page, since=now - (visit.delays.recall - page.left))))
    left = visit.delays.recall - (now - page.since)
    if left > 0:
        return Step(replace(visit, page=replace(page, left=left)))
    return seal(visit, filling)


def seal(visit: Visit, filling: Filling) -> Step:
    """Have it put on the disk."""
    service = visit.service(filling.service)
    if service is None:
        return stay(replace(visit, page=p.Check()))
    return Step(
        replace(visit, page=p.Check(sealing=True, part=checking.last(filling.entry))),
        (
            Seal(
                service,
                filling.channel,
                filling.entry,
                visit.language,
                sent_with(filling.entry, filling.files),
            ),
        ),
    )
