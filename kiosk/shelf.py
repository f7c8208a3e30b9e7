# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on this machine for citizens now, from what the courier last fetched."""

from typing import Final

from core.catalogue import Catalogue
from core.ids import Language, ServiceId
from core.offer import EVERYTHING, Offer
from core.ports import Cache
from core.visit import events as e

MOST_HITS: Final = 20
MOST_SEEN: Final = 500
"""So many services are looked through for those that are offered."""


def shelf(cache: Cache, offer: Offer = EVERYTHING) -> e.ShelfChanged:
    """The catalogue as this machine offers it, its age, the forms here, and which agencies cannot be reached."""
    kept = cache.catalogue()
    catalogue, as_of = kept if kept is not None else (Catalogue(), None)
    endpoints = {c.endpoint for s in catalogue.services.values() for c in s.channels if c.is_api}
    reaches = {endpoint: cache.reach(endpoint) for endpoint in sorted(endpoints)}
    unreachable = frozenset(endpoint for endpoint, reach in reaches.items() if reach and not reach.reachable)
    known = [reach.reachable for reach in reaches.values() if reach is not None]
    forms = frozenset((endpoint, form.form) for endpoint in endpoints for form in cache.forms(endpoint))
    return e.ShelfChanged(offer.of(catalogue), as_of, forms, unreachable, any(known) if known else None)


def offered_hits(cache: Cache, offer: Offer, words: str, language: Language) -> tuple[ServiceId, ...]:
    """What is found of what this machine offers, best first. What is not offered takes nobody's place among them."""
    if offer == EVERYTHING:
        return cache.search(words, language, MOST_HITS)
    found = cache.search(words, language, MOST_SEEN)
    return tuple(one for one in found if offer.has(one))[:MOST_HITS]
