# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells systemd how the service fares (sd_notify(3)); where there is none, nobody is told."""

import os
import socket
from typing import Final

READY: Final = b"READY=1"
ALIVE: Final = b"WATCHDOG=1"


def tell(state: bytes) -> None:
    """Send one state to the manager of this process. One that is gone is no trouble of ours."""
    place = os.environ.get("NOTIFY_SOCKET", "")
    if not place:
        return
    # An address that begins with @ is an abstract one, whose first byte is 0 (unix(7)).
    address = "\0" + place[1:] if place.startswith("@") else place
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as to_manager:
        try:
            to_manager.sendto(state, address)
        except (ConnectionRefusedError, FileNotFoundError):
            return
