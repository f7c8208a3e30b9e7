# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The other ways in which OpenRosa servers let programs in: Digest, Basic, a token, and ODK Central's sessions.

The kiosks' key in the path is `openrosa`'s own. Each way has an address of its own, so that a test can choose.
"""

import base64
import hashlib
import hmac
import json
import re
import secrets

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

USER = "kiosk@port-amity.example"
PASSWORD = "the tide is out"  # noqa: S105 - public on purpose: the town holds nothing real
TOKEN = "port-amity-openrosa-token"  # noqa: S105 - the same
REALM = "Port Amity"
USES = 3
"""Requests after which a nonce is stale."""

_FIELD = re.compile(r'(\w+)=(?:"([^"]*)"|([^\s,]+))')


class OpenRosaAuth:
    """Who may come in by `/WAY/v1/projects/N`; a test sees the same answers as from ODK Central, Kobo and Ona."""

    def __init__(self) -> None:
        self._nonces: dict[str, int] = {}
        self._sessions: set[str] = set()

    def routes(self) -> list[Route]:
        """Where a session begins."""
        return [Route("/session/v1/sessions", self.begin, methods=["POST"])]

    async def begin(self, request: Request) -> Response:
        """`POST /v1/sessions`: e-mail address and password against a token."""
        try:
            told = json.loads(await request.body())
        except ValueError:
            told = {}
        if not isinstance(told, dict) or (told.get("email"), told.get("password")) != (USER, PASSWORD):
            message = "Could not authenticate with the provided credentials."
            return JSONResponse({"code": 401.2, "message": message}, status_code=401)
        token = secrets.token_urlsafe(32)
        self._sessions.add(token)
        return JSONResponse(
            {"token": token, "csrf": secrets.token_urlsafe(32), "expiresAt": "2030-01-01T00:00:00Z"}
        )

    def end_sessions(self) -> None:
        """What a server does with sessions after a day."""
        self._sessions.clear()

    def challenge(self, request: Request) -> dict[str, str] | None:
        """None for who may come in; otherwise the header with which others are asked who they are."""
        said = request.headers.get("authorization", "")
        match request.path_params["way"]:
            case "basic":
                wanted = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
                return (
                    None if _same(said, f"Basic {wanted}") else {"WWW-Authenticate": f'Basic realm="{REALM}"'}
                )
            case "token":
                return None if _same(said, f"Token {TOKEN}") else {"WWW-Authenticate": "Token"}
            case "session":
                return None if said.removeprefix("Bearer ") in self._sessions else {}
            case _:
                return self._digest(request, said)

    def _digest(self, request: Request, said: str) -> dict[str, str] | None:
        fields = {name: quoted or plain for name, quoted, plain in _FIELD.findall(said)}
        nonce = fields.get("nonce", "")
        right = said.startswith("Digest ") and _same(fields.get("response", ""), _response(request, fields))
        fresh = self._nonces.get(nonce, 0) > 0 and fields.get("nc") == f"{USES + 1 - self._nonces[nonce]:08x}"
        if right and fresh:
            self._nonces[nonce] -= 1
            return None
        new = secrets.token_hex(16)
        self._nonces[new] = USES
        stale = ", stale=true" if right else ""
        told = f'realm="{REALM}", qop="auth", algorithm=MD5, nonce="{new}", opaque="harbour"{stale}'
        return {"WWW-Authenticate": f"Digest {told}"}


def _response(request: Request, fields: dict[str, str]) -> str:
    target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    secret, what = _md5(f"{USER}:{REALM}:{PASSWORD}"), _md5(f"{request.method}:{target}")
    middle = ":".join(fields.get(one, "") for one in ("nonce", "nc", "cnonce", "qop"))
    return _md5(f"{secret}:{middle}:{what}")


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
