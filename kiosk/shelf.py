# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on this machine for citizens now, from what the courier last fetched."""

from core.catalogue import Catalogue
from core.ports import Cache
from core.visit import events as e


def shelf(cache: Cache) -> e.ShelfChanged:
    """The catalogue, its age, the forms that are here, and which agencies cannot be reached."""
    kept = cache.catalogue()
    catalogue, as_of = kept if kept is not None else (Catalogue(), None)
    endpoints = {c.endpoint for s in catalogue.services.values() for c in s.channels if c.is_api}
    reaches = {endpoint: cache.reach(endpoint) for endpoint in sorted(endpoints)}
    unreachable = frozenset(endpoint for endpoint, reach in reaches.items() if reach and not reach.reachable)
    known = [reach.reachable for reach in reaches.values() if reach is not None]
    forms = frozenset((endpoint, form.form) for endpoint in endpoints for form in cache.forms(endpoint))
    return e.ShelfChanged(catalogue, as_of, forms, unreachable, any(known) if known else None)
