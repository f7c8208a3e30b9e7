# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on this machine for citizens now, from what the courier last fetched."""

from typing import Final

from core.catalogue import Catalogue
from core.ids import Language, ServiceId
from core.offer import EVERYTHING, Offer
from core.ports import Cache, Reach
from core.visit import events as e

LOGIN_PAGE: Final = "portal"
WRONG_DATES: Final = "clock"
"""Kinds of silence that the courier notes (`services.boundary.Failure`), which a window's process does not load."""

MOST_HITS: Final = 20
MOST_SEEN: Final = 500
"""So many services are looked through for those that are offered."""


def shelf(cache: Cache, offer: Offer = EVERYTHING, probe: str = "") -> e.ShelfChanged:
    """The catalogue as this machine offers it, its age, the forms here, and which agencies cannot be reached.

    `probe` is the address that the courier asks whether the network lets through; empty where the profile names none.
    """
    kept = cache.catalogue()
    catalogue, as_of = kept if kept is not None else (Catalogue(), None)
    endpoints = {c.endpoint for s in catalogue.services.values() for c in s.channels if c.is_api}
    reaches = {endpoint: cache.reach(endpoint) for endpoint in sorted(endpoints)}
    unreachable = frozenset(endpoint for endpoint, reach in reaches.items() if reach and not reach.reachable)
    known = [reach.reachable for reach in reaches.values() if reach is not None]
    forms = frozenset((endpoint, form.form) for endpoint in endpoints for form in cache.forms(endpoint))
    connected = any(known) if known else None
    silent = [reach.kind for reach in reaches.values() if reach is not None and not reach.reachable]
    hindrance = _hindrance(silent, cache.reach(probe) if probe else None, connected=connected)
    return e.ShelfChanged(offer.of(catalogue), as_of, forms, unreachable, connected, hindrance)


def _hindrance(silent: list[str], probed: Reach | None, *, connected: bool | None) -> e.Hindrance | None:
    """No more than was proven: a login page only by the address that has none, a date only where no agency's fits."""
    if silent and probed is not None and probed.kind == LOGIN_PAGE:
        return e.Hindrance.LOGIN
    if connected is False and all(kind == WRONG_DATES for kind in silent):
        return e.Hindrance.CLOCK
    return None


def offered_hits(cache: Cache, offer: Offer, words: str, language: Language) -> tuple[ServiceId, ...]:
    """What is found of what this machine offers, best first. What is not offered takes nobody's place among them."""
    if offer == EVERYTHING:
        return cache.search(words, language, MOST_HITS)
    found = cache.search(words, language, MOST_SEEN)
    return tuple(one for one in found if offer.has(one))[:MOST_HITS]
