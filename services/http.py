# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one boundary to HTTP: bounded, classified, never raising for anything that a server or network does."""

import logging
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from urllib.parse import urljoin

import httpcore2 as httpcore
import httpx2 as httpx

from services.body_reader import read_body
from services.boundary import REDIRECTS, Answer, Failed, Failure, Limits
from services.exchange_errors import failed
from services.origins import Origin, Origins
from services.server_dates import ServerDates
from services.trust import USUAL, Trust
from services.wire import Watch, WatchedNetwork

log = logging.getLogger("services.http")

Headers = Iterable[tuple[str, str]]
USER_AGENT = "CivicKiosk"


class Http:
    """Talks to the profile's origins and to nobody else, one connection for each exchange.

    `tls` is the context that decides whom to trust; the system's authorities without one. `trust` has the origins where
    others decide. Neither proxies nor anything else of the environment is used. Logs name origins, never paths:
    OpenRosa keys stand in paths. `dates` hears what servers say that the time is.
    """

    def __init__(
        self,
        origins: Origins,
        limits: Limits | None = None,
        tls: ssl.SSLContext | None = None,
        clock: Callable[[], float] = time.monotonic,
        dates: ServerDates | None = None,
        trust: Trust = USUAL,
    ) -> None:
        self._origins = origins
        self._limits = limits or Limits()
        self._tls = tls or ssl.create_default_context()
        self._clock = clock
        self._dates = dates
        self._trust = trust

    def get(self, address: str, headers: Headers = (), most: int | None = None) -> Answer | Failed:
        """GET, following one redirect at most, within the origin. `most` is the body's cap in bytes."""
        limits = self._limits if most is None else self._limits.with_body(most)
        asked = [*headers, ("Accept-Encoding", "gzip")]
        answer = self._send("GET", address, asked, b"", limits)
        if isinstance(answer, Failed) or answer.status not in REDIRECTS:
            return answer
        target = urljoin(address, answer.header("location"))
        origin = self._origins.check(target)
        if origin is None:
            return answer.failed(Failure.PORTAL, "redirect to elsewhere")
        if origin != self._origins.check(address):
            return answer.failed(Failure.REDIRECT, "redirect to another origin")
        again = self._send("GET", target, asked, b"", limits)
        if isinstance(again, Answer) and again.status in REDIRECTS:
            return again.failed(Failure.REDIRECT, "second redirect")
        return again

    def head(self, address: str, headers: Headers = ()) -> Answer | Failed:
        """HEAD, following nothing."""
        return self._send("HEAD", address, headers, b"", self._limits)

    def post(self, address: str, headers: Headers, body: bytes) -> Answer | Failed:
        """POST exactly these bytes once, following nothing: a redirected body could reach somebody else."""
        return self._send("POST", address, headers, body, self._limits)

    def put(self, address: str, headers: Headers, body: bytes) -> Answer | Failed:
        """PUT exactly these bytes once, following nothing."""
        return self._send("PUT", address, headers, body, self._limits)

    def _send(
        self, method: str, address: str, headers: Headers, body: bytes, limits: Limits
    ) -> Answer | Failed:
        origin = self._origins.check(address)
        if origin is None:
            log.info("%s refused: origin not allowed", method)
            return Failed(Failure.NOT_ALLOWED, sent=False)
        begun = self._clock()
        watch = Watch(self._clock, begun + limits.total)
        result = self._exchange(method, origin, address, headers, body, limits, watch)
        elapsed = self._clock() - begun
        if isinstance(result, Failed):
            log.info("%s %s: %s %s after %.2f s", method, origin, result.kind.value, result.detail, elapsed)
        else:
            log.debug("%s %s: %d after %.2f s", method, origin, result.status, elapsed)
            if self._dates is not None and origin.scheme == "https":
                self._dates.hear(result, self._clock())
            return replace(result, elapsed=elapsed)
        return result

    def _exchange(
        self,
        method: str,
        origin: Origin,
        address: str,
        headers: Headers,
        body: bytes,
        limits: Limits,
        watch: Watch,
    ) -> Answer | Failed:
        try:
            timeout = httpx.Timeout(limits.read, connect=limits.connect)
            transport = _Transport(watch, self._trust.get(origin, self._tls))
            with httpx.Client(transport=transport, timeout=timeout, trust_env=False) as client:
                request = _request(client, method, origin, address, headers, body)
                with closing(client.send(request, stream=True)) as response:
                    return _answer(response, limits.body)
        # The one wide `except`: of 4,000 damaged answers 507 raised something outside the HTTP library's own
        # family of errors (UnicodeError, RecursionError, AssertionError, KeyError; `reliability.md` E7).
        except Exception as error:  # noqa: BLE001  # see above
            return failed(error, watch)


def _answer(response: httpx.Response, most: int) -> Answer:
    encoding = b",".join(value for name, value in response.headers.raw if name.lower() == b"content-encoding")
    body = read_body(response.iter_raw(), encoding.decode("latin-1"), most)
    named = tuple(
        (name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in response.headers.raw
    )
    return Answer(response.status_code, named, body)


class _Transport(httpx.BaseTransport):
    """One exchange on one watched connection."""

    def __init__(self, watch: Watch, tls: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls,
            max_connections=1,
            max_keepalive_connections=0,
            network_backend=WatchedNetwork(watch),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request and come back with the head of its answer; the body is read by the caller."""
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.content,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The body of an answer, as it arrives."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        """Give the connection up."""
        self._answer.close()


def _request(
    client: httpx.Client, method: str, origin: Origin, address: str, headers: Headers, body: bytes
) -> httpx.Request:
    named = [("User-Agent", USER_AGENT), ("Connection", "close"), *headers]
    if not any(name.lower() == "accept-encoding" for name, _ in named):
        named.append(("Accept-Encoding", "identity"))
    request = httpx.Request(method, address, headers=named, content=body or None)
    if method == "POST" and not body:
        request.headers["Content-Length"] = "0"
    url = request.url
    # Two parsers that read one address differently are how allow-lists are got around.
    if (url.scheme, url.host, url.port or origin.port) != (
        origin.scheme,
        origin.host.strip("[]"),
        origin.port,
    ):
        raise ValueError("the address is read in two ways")
    request.extensions["timeout"] = client.timeout.as_dict()
    return request
