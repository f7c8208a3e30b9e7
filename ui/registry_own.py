# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of a home PC that keeps its person's own services, with made-up ones."""

from collections.abc import Mapping
from dataclasses import replace

from core.own_services import OwnServices, Used
from core.visit import pages as p
from core.visit.state import Visit
from ui.registry_drafts import DAY, begun_earlier
from ui.registry_filling import NOW
from ui.registry_finding import AS_OF, HOLDING
from ui.registry_town import service_id

EVERY = ("moved", "death", "pension", "home-help", "card", "will")


def own_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    none = replace(home, keeps=True, own=OwnServices())
    used = replace(none, own=_own((), ("moved",)))
    some = replace(none, own=_own(("pension",), ("moved",)))
    many = replace(none, own=_own(EVERY[2:], EVERY))
    moved = p.AboutService(service_id("moved"))
    return {
        "your-home-one": used,
        "your-home": some,
        "your-home-many": many,
        "your-home-begun": replace(many, aside=(begun_earlier(home, "moved", 2.0),)),
        "your-services": some.go(p.OwnList()),
        "your-services-many": many.go(p.OwnList()),
        "your-services-none": none.go(p.OwnList()),
        "your-services-emptied": none.go(p.OwnList(emptied=some.own)),
        "your-service-to-add": none.go(moved),
        "your-service": replace(none, own=_own(("moved",), ())).go(moved),
        "your-service-begun": replace(
            none, own=_own(("moved",), ("moved",)), aside=(begun_earlier(home, "moved", 2.0),)
        ).go(moved),
        "your-service-counter": replace(none, own=_own(("will",), ())).go(p.AboutService(service_id("will"))),
        "your-machine": replace(many, page=p.AboutMachine(HOLDING), as_of=AS_OF, trail=(p.Welcome(),)),
    }


def _own(added: tuple[str, ...], used: tuple[str, ...]) -> OwnServices:
    """Those that were added, and those used, one a week."""
    since = NOW.timestamp() - DAY / 24
    moments = (Used(service_id(name), since - 7 * week * DAY) for week, name in enumerate(used))
    return OwnServices(tuple(service_id(name) for name in added), tuple(moments))
