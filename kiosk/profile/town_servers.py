# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads from a profile the two other servers of a town: where its set-up comes from, and who is told how it does."""

from pathlib import Path

from core.activation import Confirm
from kiosk.profile.model import BundleSource, TelemetryPlace
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
    _at_an_origin(table, "address", address, origins)
    if address and not root:
        table.wrong("root", "is missing", "the file root.json that `kiosk bundle init` wrote")
    return source if root else None


def read_telemetry(table: Table, origins: tuple[str, ...]) -> TelemetryPlace | None:
    """The table `[telemetry]`; None, and nothing is told to anybody, where no endpoint is named."""
    place = TelemetryPlace(
        table.text("endpoint", ""), table.number("every_seconds", 15, 86_400, 60, "seconds")
    )
    table.leftovers()
    _at_an_origin(table, "endpoint", place.endpoint, origins)
    return place if place.endpoint else None


def _at_an_origin(table: Table, key: str, address: str, origins: tuple[str, ...]) -> None:
    if not address:
        return
    if not is_private(address):
        table.wrong(key, "is no address to trust", "an https:// address, or http:// on 127.0.0.1")
    elif not any(address == one or address.startswith(one.rstrip("/") + "/") for one in origins):
        table.wrong(key, "is at none of the origins", "an address below one of `origins`")
