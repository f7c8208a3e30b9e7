# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Children that systemd starts: one unit for each session and courier, with a control group and limits of its own.

Each connection to a socket of a folder starts one (systemd.socket(5), `Accept=yes`), and the connection is its input
and output. The supervisor needs no right to start anything. What is frozen is ended by its unit's watchdog.
"""

import io
import os
import select
import socket
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

SESSION_SOCKET: Final = "session.sock"
COURIER_SOCKET: Final = "courier.sock"

UNKNOWN: Final = -1
"""The status of what has ended: systemd's log has it, a connection does not tell."""


class Unit:
    """One connection; as much of a process as `kiosk.early.Running` asks for. Its number is not known here: 0.

    Raises OSError where nobody listens at the socket.
    """

    def __init__(self, path: Path) -> None:
        self.pid = 0
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
        try:
            self._socket.connect(str(path))
        except OSError:
            self._socket.close()
            raise
        self.stdin: IO[bytes] = _Input(self._socket)
        self.stdout: IO[bytes] = os.fdopen(os.dup(self._socket.fileno()), "rb", buffering=0)
        self._gone = False

    def wait(self, timeout: float | None = None) -> int:
        """See `Running`: until the process closes its end, which the kernel does after its memory is gone (exit(2))."""
        while not self._gone:
            if not select.select([self._socket], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("unit", timeout or 0.0)
            self._gone = not self._heard()
        self._socket.close()
        return UNKNOWN

    def _heard(self) -> bytes:
        try:
            return self._socket.recv(65_536)
        except ConnectionResetError:
            # It ended before it had read all that it was told.
            return b""

    def kill(self) -> None:
        """See `Running`: it hears no more, and nobody listens to it."""
        if not self._gone:
            with suppress(OSError):
                # The other end may be gone already.
                self._socket.shutdown(socket.SHUT_RDWR)


class _Input(io.BufferedWriter):
    """The half of a connection that the process reads; closing it is the end of its input."""

    def __init__(self, connection: socket.socket) -> None:
        super().__init__(io.FileIO(os.dup(connection.fileno()), "wb"))
        self._connection = connection

    def close(self) -> None:
        """See IOBase."""
        if self.closed:
            return
        try:
            super().close()
        finally:
            _shut(self._connection)


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_WR)
    except OSError:
        # The other end is gone already.
        return
