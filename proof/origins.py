# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P23: no address, however it is written, redirected to or resolved, leads anywhere but to the profile's origins."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice, product
from typing import Any, Final
from unittest.mock import patch
from urllib.parse import urlsplit

from proof.verdict import Trial, Verdict
from services.boundary import Failed, Limits
from services.http import Http
from services.origins import Origin, Origins
from tests.support import chaos_server as c

LIMITS: Final = Limits(connect=1.0, read=1.0, total=2.0)
HERE: Final = (
    "127.0.0.1", "127.1", "127.0.1", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "2130706433",
    "localhost", "localhost.", "LOCALHOST", "0.0.0.0", "0", "[::1]", "[::]", "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::127.0.0.1]", "127.0.0.1.", "127.0.0.01",
    "１２７.0.0.1", "127。0。0。1", "①②⑦.0.0.1", "127.0.0.1%2e", "127.0.0.1%00",
)  # fmt: skip
"""This machine, written in ways that some part of a program may understand."""

SHAPES: Final = (
    "http://{here}:{trap}/", "http://{good}@{here}:{trap}/", "http://{here}:{trap}#@{good}/",
    "http://{good}\\@{here}:{trap}/", "http:\\\\{here}:{trap}/", "//{here}:{trap}/", "http:{here}:{trap}/",
    "http://{here}:{trap}\t/", " http://{here}:{trap}/", "HTTP://{here}:{trap}/", "http://{good}:{trap}/",
)  # fmt: skip
RESOLVED: Final = (
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "169.254.169.254", "255.255.255.255", "224.0.0.1", "::1", "::",
    "fe80::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1",
    "2001:0:7f00:1:0:0:80ff:fffe",
)  # fmt: skip
"""What a hostile DNS says of an agency's name."""

TRICKS: Final = tuple(product(SHAPES, HERE))
"""Every shape with every spelling."""

NAME: Final = "agency.example"
_ask = socket.getaddrinfo


@dataclass(frozen=True, slots=True)
class _Lax(Origins):
    """The seeded fault: an address is allowed when the origin stands in it somewhere."""

    def check(self, address: str) -> Origin | None:
        try:
            parts = urlsplit(address)
            port = parts.port
        except ValueError:
            return None
        near = any(one.host in address for one in self.allowed)
        return Origin(parts.scheme, parts.hostname or "", port or 80) if near else None


def prove(trial: Trial) -> Verdict:
    """`number` addresses: asked for, given as a redirect, and as DNS's answer for a name of the profile."""
    asked, led, resolved, reached = 0, 0, 0, 0

    async def note(exchange: c.Exchange) -> None:
        nonlocal reached
        reached += 1
        await exchange.request()
        await exchange.say(c.answer(200, b"{}"))

    with c.chaos(note) as trap, c.chaos(c.replies(200, b"{}")) as good:
        place = urlsplit(good.origin).netloc
        tricks = [shape.format(here=here, trap=trap.port, good=place) for shape, here in TRICKS]
        allowed = (_Lax if trial.control else Origins)(Origins.of([good.origin]).allowed)
        http = Http(allowed, LIMITS)
        for trick in islice(cycle(tricks), trial.number):
            http.get(trick)
            http.post(trick, [], b"words")
            asked += 1
            good.behaviours[:] = [c.replies(302, b"", ("Location", trick)), c.replies(200, b"{}")]
            if trick.isascii() and trick.isprintable():
                http.get(good.url + "/x")
                led += 1
        name = f"https://{NAME}:{trap.port}"
        wrong = 0
        for address in RESOLVED:
            with _dns(address):
                result = Http(Origins.of([name]), LIMITS).post(name + "/x", [], b"words")
            wrong += not isinstance(result, Failed) or result.sent
            resolved += 1
    figures = (
        f"addresses {asked} redirects {led} answers of DNS {resolved} connections {reached} sent {wrong}"
    )
    return Verdict(not reached and not wrong, figures)


@contextmanager
def _dns(address: str) -> Iterator[None]:
    """DNS in the hand of somebody else."""

    def found(host: str, port: int, *words: Any, **more: Any) -> list[Any]:
        if host != NAME:
            return list(_ask(host, port, *words, **more))
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (address, port))]

    asked: Callable[..., list[Any]] = found
    with patch.object(socket, "getaddrinfo", asked):
        yield
