# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the services that a profile hides or names against those that the town publishes, for staff."""

import logging
from typing import Final

from core.catalogue import EMPTY, Catalogue
from core.errors import TroubleError
from core.offer import Offer
from core.ports import Cache
from core.staff.finding import Found, Gravity, Lack, Mend, Said, Topic

log = logging.getLogger("kiosk.staff")

WHAT: Final = "services offered here"
SETTINGS: Final = "services.hidden, services.only"
MOST_NAMED: Final = 10
"""So many names are told; who has more finds them one after the other."""


def offer_found(offer: Offer, cache: Cache) -> tuple[Found, ...]:
    """What is wrong with them; nothing while no list of services is here, or where all is well."""
    kept = cache.catalogue()
    if kept is None or not kept[0].services:
        return ()
    services = kept[0].services
    found: list[Found] = []
    if not offer.leaves_any(services):
        told = f"none of the {len(services)} services of the town is offered"
        said = Said(Topic.SERVICES, Lack.SERVICES_NONE, Mend.PROFILE, {"setting": SETTINGS})
        found.append(Found(WHAT, Gravity.BAD, told, f"change {SETTINGS}", said))
    if unknown := offer.unknown(services):
        names = ", ".join(name[:80] for name in unknown[:MOST_NAMED])
        said = Said(
            Topic.SERVICES, Lack.SERVICES_UNKNOWN, Mend.PROFILE, {"setting": SETTINGS, "names": names}
        )
        told = f"the town's list of services does not have: {names}"
        found.append(Found(WHAT, Gravity.NOTE, told, f"take them out of {SETTINGS}, or leave them", said))
    return tuple(found)


def services_known(cache: Cache) -> Catalogue:
    """What the town offers; nothing where that is not to be had."""
    try:
        kept = cache.catalogue()
    except TroubleError as error:
        log.error("services cannot be named: %s", error)
        return EMPTY
    return kept[0] if kept is not None else EMPTY
