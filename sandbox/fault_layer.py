# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Strikes requests with the ordered faults, on the real connection; passes all others on untouched."""

import asyncio
import re
from collections.abc import Sequence
from typing import assert_never

from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.faults import Endpoint, Fault, FaultKind, Faults, Passed, Target
from sandbox.listening import WIRE, Wire
from sandbox.town import Town

PORTAL = (
    "<!DOCTYPE html><html><head><title>Harbour Guest Wi-Fi</title></head>"
    "<body><h1>Welcome ashore</h1><p>Accept our terms to use the network.</p>"
    '<form method="post" action="/portal"><button>Accept</button></form></body></html>'
)
OPENROSA_PATH = re.compile(r"^/(?:v1/key/[^/]+|\w+/v1)/projects/(\d+)/(.+)$")
OPENROSA_ENDPOINTS: Sequence[tuple[str, Endpoint]] = (
    (r"formList", Endpoint.FORM_LIST),
    (r"forms/[^/]+\.xml", Endpoint.FORM),
    (r"forms/[^/]+/manifest", Endpoint.MANIFEST),
    (r"forms/[^/]+/attachments/.+", Endpoint.MEDIA),
)
OPEN311_ENDPOINTS: Sequence[tuple[str, Endpoint]] = (
    (r"/open311/discovery\.(json|xml)", Endpoint.DISCOVERY),
    (r"/open311/v2/services\.(json|xml)", Endpoint.SERVICES),
    (r"/open311/v2/services/[^/]+", Endpoint.DEFINITION),
    (r"/open311/v2/tokens/[^/]+", Endpoint.TOKENS),
)

JSON_SERVICES: Sequence[tuple[str, str, str, Endpoint]] = (
    ("GET", r"/tax-office/applications/[^/]+", "tax-office", Endpoint.FORM),
    ("POST", r"/tax-office/applications/[^/]+", "tax-office", Endpoint.SUBMISSION),
    ("POST", r"/city-works/formio/.+/submission", "city-works", Endpoint.SUBMISSION),
    ("GET", r"/city-works/formio/.+/submission", "city-works", Endpoint.REQUESTS),
    ("GET", r"/city-works/formio/.+/submission/[^/]+", "city-works", Endpoint.STATUS),
    ("GET", r"/city-works/formio/.+", "city-works", Endpoint.FORM),
    ("GET", r"/social-security/open-forms/api/v2/forms/.+", "social-security", Endpoint.FORM),
    ("POST", r"/social-security/open-forms/api/v2/submissions", "social-security", Endpoint.SESSION),
    ("PUT", r"/social-security/open-forms/.+/steps/[^/]+", "social-security", Endpoint.STEP),
    ("POST", r"/social-security/open-forms/.+/formio/fileupload", "social-security", Endpoint.UPLOAD),
    ("GET", r"/social-security/open-forms/.+/geo/address-autocomplete", "social-security", Endpoint.STREET),
    ("POST", r"/social-security/open-forms/.+/_complete", "social-security", Endpoint.SUBMISSION),
    ("GET", r"/social-security/open-forms/.+/status", "social-security", Endpoint.STATUS),
    ("GET", r"/tax-office/applications/[^/]+/[^/]+", "tax-office", Endpoint.STATUS),
)
"""Method, path, agency and endpoint of what is neither OpenRosa nor Open311."""


class FaultLayer:
    """Stands before the town's application."""

    def __init__(self, app: ASGIApp, town: Town, faults: Faults) -> None:
        self._app = app
        self._town = town
        self._faults = faults

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request: find its fault, if any, and let it strike."""
        target = self.target(scope["method"], scope["path"])
        fault = self._faults.take(target)
        answer = _Answer()
        if fault is None:
            await self._app(scope, receive, answer.also(send))
        else:
            await self._strike(fault, scope, receive, send, answer)
        self._faults.passed.append(
            Passed(scope["method"], target, answer.sent, fault.kind if fault else None)
        )

    def target(self, method: str, path: str) -> Target:
        """Which agency and endpoint a request is for."""
        openrosa = OPENROSA_PATH.match(path)
        if openrosa is not None:
            agency = self._town.by_project(int(openrosa[1]))
            name = agency.id if agency else ""
            if openrosa[2] == "submission":
                return Target(name, Endpoint.SUBMISSION_HEAD if method == "HEAD" else Endpoint.SUBMISSION)
            return Target(name, _first_match(OPENROSA_ENDPOINTS, openrosa[2]))
        if path.startswith("/open311/"):
            if path.startswith("/open311/v2/requests"):
                return Target("city-works", Endpoint.REQUEST_POST if method == "POST" else Endpoint.REQUESTS)
            return Target("city-works", _first_match(OPEN311_ENDPOINTS, path))
        for verb, pattern, agency_name, endpoint in JSON_SERVICES:
            if verb == method and re.fullmatch(pattern, path):
                return Target(agency_name, endpoint)
        return Target("", Endpoint.CATALOGUE if path == "/catalogue.jsonld" else Endpoint.OTHER)

    async def _strike(
        self, fault: Fault, scope: Scope, receive: Receive, send: Send, answer: "_Answer"
    ) -> None:
        wire: Wire = scope["extensions"][WIRE]
        seconds = fault.milliseconds / 1000
        match fault.kind:
            case FaultKind.RESET_BEFORE_BODY:
                wire.reset()
            case FaultKind.CLOSE_BEFORE_COMMIT | FaultKind.RESET_BEFORE_COMMIT:
                await _read_all(receive)
                wire.end(broken=fault.kind is FaultKind.RESET_BEFORE_COMMIT)
            case FaultKind.CLOSE_AFTER_COMMIT | FaultKind.RESET_AFTER_COMMIT:
                await self._app(scope, receive, answer.keep)
                wire.end(broken=fault.kind is FaultKind.RESET_AFTER_COMMIT)
            case FaultKind.DELAY_BEFORE_COMMIT:
                # The body is read first: what was sent whole is stored even when its sender does not wait.
                replayed = await _read_all(receive)
                await asyncio.sleep(seconds)
                await self._app(scope, replayed, answer.also(send))
                return
            case FaultKind.DELAY_AFTER_COMMIT:
                await self._app(scope, receive, answer.keep)
                await asyncio.sleep(seconds)
                await answer.replay(send)
                return
            case FaultKind.TRUNCATE:
                await self._app(scope, receive, answer.keep)
                await answer.replay_part(send, fault.keep)
                wire.close()
            case FaultKind.STATUS_BEFORE_COMMIT:
                await _read_all(receive)
                await _plain(fault)(scope, receive, answer.also(send))
                return
            case FaultKind.STATUS_AFTER_COMMIT:
                await self._app(scope, receive, answer.keep)
                await _plain(fault)(scope, receive, answer.also(send))
                return
            case FaultKind.WRONG_CONTENT_TYPE:
                await self._app(scope, receive, answer.keep)
                answer.set_header(b"content-type", b"text/html; charset=utf-8")
                await answer.replay(send)
                return
            case FaultKind.PORTAL_PAGE | FaultKind.PORTAL_REDIRECT | FaultKind.PORTAL_511:
                await _read_all(receive)
                await _portal(fault.kind)(scope, receive, answer.also(send))
                return
            case _:
                assert_never(fault.kind)
        await _until_gone(receive)


class _Answer:
    """The application's answer, kept back so that a fault can spoil it; `sent` is the status that left."""

    def __init__(self) -> None:
        self.sent = 0
        self._messages: list[Message] = []

    async def keep(self, message: Message) -> None:
        """Take a part of the answer without sending it."""
        self._messages.append(message)

    def also(self, send: Send) -> Send:
        """A `send` that passes everything on and notes the status."""

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.sent = message["status"]
            await send(message)

        return noting

    def set_header(self, name: bytes, value: bytes) -> None:
        """Put one header in place of what the application wrote."""
        for message in self._messages:
            if message["type"] == "http.response.start":
                others = [(key, old) for key, old in message["headers"] if key.lower() != name]
                message["headers"] = [*others, (name, value)]

    async def replay(self, send: Send) -> None:
        """Send what was kept."""
        for message in self._messages:
            await self.also(send)(message)

    async def replay_part(self, send: Send, keep: int | None) -> None:
        """Send the head with the true length, and only the first `keep` bytes of the body (None: half)."""
        body = b"".join(message.get("body", b"") for message in self._messages)
        part = body[: len(body) // 2 if keep is None else keep]
        self.set_header(b"content-length", str(len(body)).encode())
        for message in self._messages:
            if message["type"] == "http.response.start":
                await self.also(send)(message)
        await send({"type": "http.response.body", "body": part, "more_body": True})


def _first_match(patterns: Sequence[tuple[str, Endpoint]], text: str) -> Endpoint:
    return next((endpoint for pattern, endpoint in patterns if re.fullmatch(pattern, text)), Endpoint.OTHER)


def _plain(fault: Fault) -> Response:
    """A gateway's answer in plain text, with Retry-After where ordered (RFC 9110, 10.2.3)."""
    headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
    return PlainTextResponse(f"{fault.status} from a gateway", status_code=fault.status, headers=headers)


def _portal(kind: FaultKind) -> Response:
    """What a captive portal answers in the agency's place (RFC 6585, 6, and the older ways)."""
    if kind is FaultKind.PORTAL_REDIRECT:
        return RedirectResponse("http://127.0.0.1:9/portal?from=kiosk", status_code=302)
    return HTMLResponse(PORTAL, status_code=511 if kind is FaultKind.PORTAL_511 else 200)


async def _read_all(receive: Receive) -> Receive:
    """Read the request's body to its end, or to the connection's; a `receive` that gives it again."""
    messages: list[Message] = []
    while not messages or messages[-1].get("more_body", False):
        messages.append(await receive())
    kept = iter(messages)

    async def again() -> Message:
        for message in kept:
            return message
        return await receive()

    return again


async def _until_gone(receive: Receive) -> None:
    """Wait until the server has noticed that the connection is over."""
    while (await receive())["type"] != "http.disconnect":
        pass
