# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Connections that keep one deadline for a whole exchange and know whether anything was sent on them."""

import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import httpcore2 as httpcore

from services.addresses import addresses

PIECE = 16 * 1024
"""Bytes written between two looks at the deadline: a server may read slowly and still keep every time-out."""

SocketOption = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


class DeadlineError(Exception):
    """The exchange has used up all its time."""


@dataclass(slots=True)
class Watch:
    """What happened on the wire of one exchange. `until` is the deadline on the steady clock, in seconds."""

    clock: Callable[[], float]
    until: float
    wrote: bool = False
    ended: bool = False

    def within(self, seconds: float | None) -> float:
        """The time left for one step that may take `seconds`. Raises DeadlineError when none is left."""
        left = self.until - self.clock()
        if left <= 0.0:
            raise DeadlineError
        return left if seconds is None else min(seconds, left)


class WatchedStream(httpcore.NetworkStream):
    """A connection under a watch. Steps that are each quick enough still end at the common deadline."""

    def __init__(self, inner: httpcore.NetworkStream, watch: Watch, speaks: bool) -> None:
        self._inner = inner
        self._watch = watch
        self._speaks = speaks

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Bytes from the server; empty at the end."""
        data = self._inner.read(max_bytes, self._watch.within(timeout))
        self._watch.ended = not data
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Bytes to the server. From here on it cannot be ruled out that the request was processed."""
        if buffer and self._speaks:
            self._watch.wrote = True
        for start in range(0, len(buffer), PIECE):
            self._inner.write(buffer[start : start + PIECE], self._watch.within(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection with TLS on it."""
        secured = self._inner.start_tls(ssl_context, server_hostname, self._watch.within(timeout))
        return WatchedStream(secured, self._watch, speaks=True)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._inner.get_extra_info(info)


class WatchedNetwork(httpcore.NetworkBackend):
    """Opens TCP connections under a watch; no other kind."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection, in the time that is left, to one of the addresses that the name has now."""
        options = tuple(socket_options or ())
        error: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in _found(host, port):
            try:
                stream = self._inner.connect_tcp(
                    address, port, self._watch.within(timeout), local_address, options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as refused:
                # The next may do: many networks promise IPv6 and lead it nowhere.
                error = refused
                continue
            return WatchedStream(stream, self._watch, speaks=True)
        raise error or httpcore.ConnectError("the name has no address")


def _found(host: str, port: int) -> tuple[str, ...]:
    try:
        return addresses(host, port)
    except OSError as error:
        raise httpcore.ConnectError(str(error)) from error
