# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what lies on the machine; opens nothing of it."""

import hashlib

from core.catalogue import Catalogue
from core.delivery_rules import DISCARDABLE, PROVEN
from core.ports import Cache, Outbox
from core.visit.holding import Holding

MARK_SIGNS = 8


def holding(cache: Cache, outbox: Outbox) -> Holding:
    """What lies here now."""
    held = [delivery for delivery in outbox.deliveries() if delivery.state not in PROVEN]
    person = [delivery.created for delivery in held if delivery.state in DISCARDABLE]
    waiting = [delivery.created for delivery in held if delivery.state not in DISCARDABLE]
    kept = cache.catalogue()
    mark = catalogue_mark(kept[0]) if kept is not None else ""
    oldest, since = min(waiting, default=None), min(person, default=None)
    return Holding(len(waiting), oldest, mark, len(person), since)


def catalogue_mark(catalogue: Catalogue) -> str:
    """A short mark that is the same for the same services and offices, on every machine."""
    digest = hashlib.sha256()
    for one in sorted(catalogue.services):
        digest.update(repr(catalogue.services[one]).encode())
    for office in sorted(catalogue.organisations):
        digest.update(repr(catalogue.organisations[office]).encode())
    return digest.hexdigest()[:MARK_SIGNS]
