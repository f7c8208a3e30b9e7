# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads from a profile where this machine takes its set-up from, and who says that a new one is good."""

from pathlib import Path

from core.activation import Confirm
from kiosk.profile.model import BundleSource
from kiosk.profile.reading import Table
from kiosk.profile.thresholds import is_private


def read_bundle(table: Table, origins: tuple[str, ...]) -> BundleSource | None:
    """The table `[bundle]`; None where nothing is trusted. Without an address it is brought on a stick only."""
    address, root = table.text("address", "").rstrip("/"), table.text("root", "")
    source = BundleSource(
        address=address,
        root=Path(root).expanduser(),
        refresh=table.number("refresh_seconds", 60, 86_400, 3_600, "seconds"),
        confirm=table.choice("confirm", Confirm, Confirm.HEALTH),
        patience=table.number("confirm_seconds", 60, 86_400, 900, "seconds"),
    )
    table.leftovers()
    if address and not is_private(address):
        table.wrong("address", "is no address to trust", "an https:// address, or http:// on 127.0.0.1")
    elif address and not any(address == one or address.startswith(one.rstrip("/") + "/") for one in origins):
        table.wrong("address", "is at none of the origins", "an address below one of `origins`")
    if address and not root:
        table.wrong("root", "is missing", "the file root.json that `kiosk bundle init` wrote")
    return source if root else None
