# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One anonymous session with an Open Forms server: its cookies and its CSRF token, which end with this value."""

import json

from core.ids import Language
from services.boundary import Answer, Failed
from services.documents import Json
from services.http import Headers, Http
from services.origins import origin_of

MOST_COOKIES = 20
LONGEST_COOKIE = 4_096
CSRF_HEADER = "x-csrftoken"


class Conversation:
    """Requests that belong together. Keeps what the server sets, and sends it to its endpoint only."""

    def __init__(self, http: Http, endpoint: str, language: Language) -> None:
        self._http = http
        self.endpoint = endpoint
        self._language = language
        self._cookies: dict[str, str] = {}
        self._csrf = ""

    def get(self, path: str) -> Answer | Failed:
        """GET of a path below the endpoint."""
        return self._heard(self._http.get(self.endpoint + path, self._headers()))

    def post(self, path: str, content: Json) -> Answer | Failed:
        """POST of a JSON value, once."""
        return self._heard(self._http.post(self.endpoint + path, self._headers(), _written(content)))

    def put(self, path: str, content: Json) -> Answer | Failed:
        """PUT of a JSON value, once."""
        return self._heard(self._http.put(self.endpoint + path, self._headers(), _written(content)))

    def post_form(self, path: str, body: bytes, boundary: str) -> Answer | Failed:
        """POST of `multipart/form-data`, once."""
        kind = f"multipart/form-data; boundary={boundary}"
        return self._heard(self._http.post(self.endpoint + path, self._headers(kind), body))

    def _headers(self, kind: str = "application/json") -> Headers:
        named = [
            ("Accept", "application/json"),
            ("Content-Type", kind),
            ("Accept-Language", self._language),
            # Over TLS the server believes a token only together with where it is used.
            ("Referer", f"{origin_of(self.endpoint)}/"),
        ]
        if self._cookies:
            named.append(("Cookie", "; ".join(f"{name}={value}" for name, value in self._cookies.items())))
        return [*named, ("X-CSRFToken", self._csrf)] if self._csrf else named

    def _heard(self, answer: Answer | Failed) -> Answer | Failed:
        if isinstance(answer, Answer):
            self._csrf = answer.header(CSRF_HEADER)[:LONGEST_COOKIE] or self._csrf
            for name, value in answer.headers:
                if name == "set-cookie" and len(value) <= LONGEST_COOKIE:
                    self._keep(value)
        return answer

    def _keep(self, cookie: str) -> None:
        """A cookie's name and value (RFC 6265 section 4.1.1); an empty one takes it back. One session needs no more."""
        name, _, value = cookie.partition(";")[0].partition("=")
        name, value = name.strip(), value.strip().strip('"')
        if not value:
            self._cookies.pop(name, None)
        elif name and (name + value).isascii() and len(self._cookies) < MOST_COOKIES:
            self._cookies[name] = value


def _written(content: Json) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
