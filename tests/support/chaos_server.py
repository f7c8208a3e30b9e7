# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server on loopback that does on real sockets what no well-behaved server does; asserts nothing."""

import asyncio
import gzip
import io
import socket
import ssl
import struct
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

NOW = struct.pack("ii", 1, 0)
"""SO_LINGER that makes closing a reset."""


@dataclass
class Exchange:
    """One connection as a behaviour sees it."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    server: "ChaosServer"

    async def request(self) -> bytes:
        """The whole request, body included; kept with the server for the test to look at."""
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = 0
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        whole = head + (await self.reader.readexactly(length) if length else b"")
        self.server.requests.append(whole)
        return whole

    async def say(self, data: bytes) -> None:
        """Send bytes."""
        self.writer.write(data)
        await self.writer.drain()

    def reset(self) -> None:
        """End the connection with a TCP reset."""
        plain = self.writer.get_extra_info("socket")
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NOW)
        self.writer.transport.abort()


Behaviour = Callable[[Exchange], Awaitable[None]]


class ChaosServer:
    """Behaves for each connection as the next behaviour says; the last one stays."""

    def __init__(self, *behaviours: Behaviour, tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[bytes] = []
        self.behaviours = list(behaviours)
        self.port = 0
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._end = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="chaos", daemon=True)

    @property
    def url(self) -> str:
        """The server's origin."""
        return f"{'https' if self._tls else 'http'}://{'localhost' if self._tls else '127.0.0.1'}:{self.port}"

    @property
    def origin(self) -> str:
        """The same, in the word of the allow-list."""
        return self.url

    def start(self) -> None:
        """Listen on a free port."""
        self._thread.start()
        self._ready.wait(10)

    def stop(self) -> None:
        """End, whatever is under way."""
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._meet, "127.0.0.1", 0, ssl=self._tls)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._end.wait()
        server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        behaviour = self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
            await behaviour(Exchange(reader, writer, self))
        with suppress(ConnectionError, ssl.SSLError, asyncio.CancelledError):
            writer.close()
            await writer.wait_closed()


@contextmanager
def chaos(*behaviours: Behaviour, tls: ssl.SSLContext | None = None) -> Iterator[ChaosServer]:
    """A server that runs for the block."""
    server = ChaosServer(*behaviours, tls=tls)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def answer(
    status: int, body: bytes = b"", *headers: tuple[str, str], length: int | None = None, reason: str = "x"
) -> bytes:
    """A whole answer as bytes; `length` lies about the body."""
    lines = [f"HTTP/1.1 {status} {reason}", *(f"{name}: {value}" for name, value in headers)]
    if status not in (204, 304):
        lines.append(f"Content-Length: {len(body) if length is None else length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def raw(data: bytes) -> Behaviour:
    """Read the request, say exactly this, close."""

    async def behave(exchange: Exchange) -> None:
        await exchange.request()
        await exchange.say(data)

    return behave


def replies(status: int, body: bytes = b"", *headers: tuple[str, str]) -> Behaviour:
    """Read the request and answer properly."""
    return raw(answer(status, body, *headers))


def to_each_method(head: bytes, post: bytes) -> Behaviour:
    """One answer for HEAD, another for everything else."""

    async def behave(exchange: Exchange) -> None:
        request = await exchange.request()
        await exchange.say(head if request.startswith(b"HEAD") else post)

    return behave


def drip(data: bytes, seconds: float) -> Behaviour:
    """Read the request and answer one byte at a time."""

    async def behave(exchange: Exchange) -> None:
        await exchange.request()
        for place in range(len(data)):
            await exchange.say(data[place : place + 1])
            await asyncio.sleep(seconds)

    return behave


def endless(head: bytes, chunk: bytes) -> Behaviour:
    """Answer with a body that never ends."""

    async def behave(exchange: Exchange) -> None:
        await exchange.request()
        await exchange.say(head)
        while True:
            await exchange.say(chunk)

    return behave


def silent() -> Behaviour:
    """Read the request and say nothing."""

    async def behave(exchange: Exchange) -> None:
        await exchange.request()
        await asyncio.sleep(60)

    return behave


def close_at_once() -> Behaviour:
    """Close before anything is said."""

    async def behave(exchange: Exchange) -> None:
        exchange.writer.close()

    return behave


def reset_at_once() -> Behaviour:
    """Reset as soon as the connection stands."""

    async def behave(exchange: Exchange) -> None:
        exchange.reset()

    return behave


def reset_in_request(after: int) -> Behaviour:
    """Reset after so many bytes of the request."""

    async def behave(exchange: Exchange) -> None:
        await exchange.reader.readexactly(after)
        exchange.reset()

    return behave


def reset_in_answer(data: bytes) -> Behaviour:
    """Read the request, say so much of an answer, reset."""

    async def behave(exchange: Exchange) -> None:
        await exchange.request()
        await exchange.say(data)
        await asyncio.sleep(0.05)
        exchange.reset()

    return behave


def gzip_bomb(size: int) -> bytes:
    """An answer of a few kilobytes that unpacks to `size` bytes of zeros."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as file:
        block = bytes(1024 * 1024)
        for _ in range(size // len(block)):
            file.write(block)
    return answer(200, packed.getvalue(), ("Content-Encoding", "gzip"), ("Content-Type", "application/json"))
