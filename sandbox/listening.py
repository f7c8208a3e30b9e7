# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Owns the sockets: listens on loopback, and can refuse or reset connections at the TCP level."""

import asyncio
import socket
import struct
from email.utils import formatdate

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

LOOPBACK = "127.0.0.1"
WIRE = "sandbox.wire"


class Wire:
    """The TCP connection under one request: what an HTTP framework hides and a fault needs."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport

    def close(self) -> None:
        """End the connection in order (FIN) after what is already written, whatever was promised."""
        self._transport.close()

    def end(self, *, broken: bool) -> None:
        """Reset when broken, close in order when not."""
        if broken:
            self.reset()
        else:
            self.close()

    def reset(self) -> None:
        """Break the connection (RST): with no lingering, the kernel drops all and answers with a reset."""
        tcp = self._transport.get_extra_info("socket")
        tcp.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._transport.abort()


class Listener:
    """One port on loopback. The port stays ours from start to end, even while connections are refused."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._config = Config(
            app,
            log_config=None,
            log_level="error",
            access_log=False,
            lifespan="off",
            http="h11",
            ws="none",
            proxy_headers=False,
        )
        self._config.load()
        self._state = ServerState()
        self._server: asyncio.Server | None = None
        self._held = _bound(port)
        self._resets = 0
        self.port: int = self._held.getsockname()[1]

    @property
    def url(self) -> str:
        """The address without a path."""
        return f"http://{LOOPBACK}:{self.port}"

    async def open(self) -> None:
        """Accept connections."""
        if self._server is not None:
            return
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._protocol, sock=self._held, backlog=128)

    async def refuse(self) -> None:
        """Refuse connections from now on, and break those that are open.

        The port stays bound by a socket that does not listen, so that the kernel answers each SYN with RST
        and no other program can take the port meanwhile.
        """
        if self._server is None:
            return
        self._server.close()
        self._server = None
        for connection in list(self._state.connections):
            Wire(connection.transport).reset()
        # asyncio has closed the listening socket; SO_REUSEADDR lets the port be bound again at once.
        self._held = _bound(self.port)

    def reset_next(self, count: int) -> None:
        """Reset the next `count` connections as soon as they are accepted."""
        self._resets = count

    @property
    def refusing(self) -> bool:
        """Whether connections are refused now."""
        return self._server is None

    @property
    def resets_left(self) -> int:
        """How many of the next connections will be reset at once."""
        return self._resets

    def take_reset(self) -> bool:
        """Whether this new connection is one of those to reset; counts it."""
        if self._resets == 0:
            return False
        self._resets -= 1
        return True

    async def close(self) -> None:
        """Stop listening, let running requests end within half a second, and close every connection."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._held.close()
        if self._state.tasks:
            await asyncio.wait(list(self._state.tasks), timeout=0.5)
        for connection in list(self._state.connections):
            connection.transport.abort()
        # One turn of the loop lets every request notice that its connection is gone before it is cancelled.
        await asyncio.sleep(0)
        for task in self._state.tasks:
            task.cancel()
        await asyncio.gather(*self._state.tasks, return_exceptions=True)

    def _protocol(self) -> asyncio.Protocol:
        return _TownProtocol(self._config, self._state, self)


class _TownProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 protocol that hands the connection to the application and obeys resets."""

    def __init__(self, config: Config, state: ServerState, listener: Listener) -> None:
        super().__init__(config=config, server_state=state, app_state={})
        self._listener = listener

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        wire = Wire(transport)
        if self._listener.take_reset():
            wire.reset()
            return
        app = self.app

        async def with_wire(scope: Scope, receive: Receive, send: Send) -> None:
            scope.setdefault("extensions", {})[WIRE] = wire
            try:
                await app(scope, receive, send)
            except (ClientDisconnect, asyncio.CancelledError):
                # The caller went away, or the town closes: nobody is left to answer, and nothing is wrong.
                wire.close()

        self.app = with_wire

    def data_received(self, data: bytes) -> None:
        # uvicorn's own loop would refresh the date all the time; before a request will do (RFC 9110, 6.6.1).
        self.server_state.default_headers = [(b"date", formatdate(usegmt=True).encode())]
        super().data_received(data)


def _bound(port: int) -> socket.socket:
    """A TCP socket bound to loopback, not listening yet."""
    tcp = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        tcp.bind((LOOPBACK, port))
    except OSError:
        tcp.close()
        raise
    tcp.setblocking(False)
    return tcp
