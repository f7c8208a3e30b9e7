# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what lies on the machine; opens nothing of it."""

import hashlib

from core.catalogue import Catalogue
from core.delivery_rules import PROVEN
from core.ports import Cache, Outbox
from core.submission import DeliveryState
from core.visit.holding import Holding

MARK_SIGNS = 8
DONE = PROVEN | {DeliveryState.REFUSED}


def holding(cache: Cache, outbox: Outbox) -> Holding:
    """What lies here now."""
    waiting = [delivery for delivery in outbox.deliveries() if delivery.state not in DONE]
    kept = cache.catalogue()
    oldest = min((delivery.created for delivery in waiting), default=None)
    return Holding(len(waiting), oldest, catalogue_mark(kept[0]) if kept is not None else "")


def catalogue_mark(catalogue: Catalogue) -> str:
    """A short mark that is the same for the same services and offices, on every machine."""
    digest = hashlib.sha256()
    for one in sorted(catalogue.services):
        digest.update(repr(catalogue.services[one]).encode())
    for office in sorted(catalogue.organisations):
        digest.update(repr(catalogue.organisations[office]).encode())
    return digest.hexdigest()[:MARK_SIGNS]
