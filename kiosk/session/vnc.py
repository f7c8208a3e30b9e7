# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves the socket of Qt's VNC platform to the loopback address, where only this machine can reach it.

The platform has no option for an address and listens everywhere without a password. It is therefore started on a
random port, and its listening socket is replaced in place (dup2) by one on 127.0.0.1 before anybody knows it.
"""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

BACKLOG = 2


def _listening() -> Iterator[int]:
    for name in os.listdir("/proc/self/fd"):
        try:
            if not os.readlink(Path("/proc/self/fd", name)).startswith("socket:"):
                continue
            with socket.socket(fileno=os.dup(int(name))) as found:
                if found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                    yield int(name)
        except OSError:
            continue


def listen_on_loopback(port: int) -> bool:
    """Put the VNC server of this process on 127.0.0.1 and `port`. False while it does not listen yet.

    OSError when the port is taken.
    """
    open_ends = list(_listening())
    if not open_ends:
        return False
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as ours:
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        ours.bind(("127.0.0.1", port))
        ours.listen(BACKLOG)
        ours.setblocking(False)
        for descriptor in open_ends:
            os.dup2(ours.fileno(), descriptor)
    return True
