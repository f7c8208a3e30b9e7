# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens what staff work with in a session that was made for them, on the store's lane."""

from collections.abc import Mapping
from pathlib import Path

from core.errors import Trouble, TroubleError
from core.ports import Clock
from kiosk import link
from kiosk.bundles.home import BundleHome
from kiosk.paper import Printer
from kiosk.print_queue import PrintQueue
from kiosk.profile.model import Profile
from kiosk.staff.connections import agency_reaches
from kiosk.staff.desk import Desk
from kiosk.staff.opening import open_staff_stores
from kiosk.staff.set_up import set_up_state
from kiosk.store_access import OpenStores, keys_from


def open_desk(
    order: link.Order,
    keys: Mapping[str, str],
    profile: Profile,
    clock: Clock,
    printer: Printer,
    opened: OpenStores,
) -> Desk:
    """Everything at hand. TroubleError where the stores of staff do not open."""
    folder = Path(order.folder)
    stores = open_staff_stores(folder, keys_from(keys, trial=order.trial))
    if isinstance(stores, Trouble):
        raise TroubleError(stores)
    return Desk(
        stores.staff,
        stores.log,
        opened.outbox,
        folder,
        profile.files,
        clock,
        set_up=lambda: set_up_state(profile, order.profile, folder, clock.wall()),
        queue=PrintQueue(printer.queue) if printer.queue else None,
        reaches=lambda: agency_reaches(opened.cache, profile.probe),
        ask=BundleHome.beside(folder).ask_now,
    )
