# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the stores for a session; their libraries are loaded with the first call, behind the first picture."""

from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import Trouble
from kiosk import link

if TYPE_CHECKING:
    from kiosk.store_access import OpenStores


def stores_of(order: link.Order, now: float) -> "OpenStores | Trouble":
    """The stores of an order, at a wall-clock moment; the pages that are not read yet are trusted to the courier."""
    from kiosk.store_access import keys_from, open_stores

    keys = keys_from(order.keys, trial=order.trial)
    return open_stores(Path(order.folder), keys, now, quickly=True)
