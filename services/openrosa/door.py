# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How OpenRosa servers let a machine in: a key in the path, a token, a password, or a session, as the profile says.

ODK Central has app users' keys and sessions, KoboToolbox and Ona have tokens and HTTP Digest; Basic is everywhere. A
refusal for want of access is certain: a server that asks who is there has not looked at what was sent.
"""

import json
import secrets
from collections.abc import Callable
from typing import assert_never
from urllib.parse import urlsplit

from core.access_way import AccessWay
from services.access import Access, Keys
from services.boundary import Answer, Failed
from services.digest import Challenge, answer, best_challenge
from services.documents import read_json
from services.http import Headers, Http
from services.origins import origin_of

WHO = 401
RANDOM_BYTES = 12

Send = Callable[[str, Headers], Answer | Failed]
"""One request to an address with these headers."""


class Door:
    """Requests to endpoints, each with what its server wants to see. Nothing of it goes to another origin."""

    def __init__(self, http: Http, keys: Keys) -> None:
        self._http = http
        self._keys = keys
        self._challenges: dict[str, Challenge] = {}
        self._counts: dict[str, int] = {}
        self._sessions: dict[str, str] = {}

    def get(self, address: str, endpoint: str, headers: Headers, most: int | None = None) -> Answer | Failed:
        """GET of an address that the endpoint named; `most` is the answer's cap in bytes."""
        return self._ask("GET", address, endpoint, headers, lambda at, said: self._http.get(at, said, most))

    def head(self, address: str, endpoint: str, headers: Headers) -> Answer | Failed:
        """HEAD."""
        return self._ask("HEAD", address, endpoint, headers, self._http.head)

    def post(self, address: str, endpoint: str, headers: Headers, body: bytes) -> Answer | Failed:
        """POST; again with an answer to the challenge where the first was refused for want of one."""
        return self._ask("POST", address, endpoint, headers, lambda at, said: self._http.post(at, said, body))

    def _ask(self, method: str, address: str, endpoint: str, headers: Headers, send: Send) -> Answer | Failed:
        access = self._keys.access(endpoint)
        if origin_of(address) != origin_of(endpoint):
            return send(address, headers)
        match access.way:
            case AccessWay.KEY:
                return send(self._keys.with_key_in_path(address, endpoint), headers)
            case AccessWay.TOKEN:
                return send(address, [*headers, _authorization(f"Token {access.key}")])
            case AccessWay.SESSION | AccessWay.PASSWORD:
                first = send(address, [*headers, *self._said(method, address, endpoint, access)])
                if isinstance(first, Failed) or first.status != WHO:
                    return first
                if not self._renewed(first, endpoint, access):
                    return first
                return send(address, [*headers, *self._said(method, address, endpoint, access)])
            case _:
                assert_never(access.way)

    def _said(self, method: str, address: str, endpoint: str, access: Access) -> list[tuple[str, str]]:
        """What is known to be wanted; nothing before the first refusal."""
        session, challenge = self._sessions.get(endpoint), self._challenges.get(endpoint)
        if session is not None:
            return [_authorization(f"Bearer {session}")]
        if challenge is None:
            return []
        count = self._counts[endpoint] = self._counts[endpoint] + 1
        parts = urlsplit(address)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        random = secrets.token_hex(RANDOM_BYTES)
        said = answer(challenge, access.user, access.key, method, target, count, random)
        return [_authorization(said)]

    def _renewed(self, refused: Answer, endpoint: str, access: Access) -> bool:
        """Take up a new challenge, or begin a new session; False when another try would be the same again."""
        if access.way is AccessWay.SESSION:
            return self._begin_session(endpoint, access)
        challenge = best_challenge(value for name, value in refused.headers if name == "www-authenticate")
        known = self._challenges.get(endpoint)
        if challenge is None or (
            known is not None and not challenge.stale and known.nonce == challenge.nonce
        ):
            return False
        # The count first: another thread that sees the challenge counts at once.
        self._counts[endpoint] = 0
        self._challenges[endpoint] = challenge
        return True

    def _begin_session(self, endpoint: str, access: Access) -> bool:
        """`POST /v1/sessions` of ODK Central: a token for a day."""
        self._sessions.pop(endpoint, None)
        body = json.dumps({"email": access.user, "password": access.key}).encode()
        place = f"{endpoint.partition('/v1/')[0]}/v1/sessions"
        made = self._http.post(place, [("Content-Type", "application/json")], body)
        value = read_json(made.body) if isinstance(made, Answer) and made.status == 200 else None
        token = value.get("token") if isinstance(value, dict) else None
        if not (isinstance(token, str) and token.isascii() and token.isprintable()):
            return False
        self._sessions[endpoint] = token
        return True


def _authorization(value: str) -> tuple[str, str]:
    return ("Authorization", value)
